"""What a bank writes comes back as it was written, in every version; what it writes wrongly is refused with the line."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.payment import from_minor
from clearlane.model.refusals import Unreadable
from clearlane.payment import read
from tests.payment.bank import ACCOUNT, Paying, camt, table, total

TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=20)
PLACES = {"VND": 0, "ARD": 2, "KWD": 3}


@st.composite
def payments(draw: st.DrawFn, currency: str) -> list[Paying]:
    whole = draw(st.lists(st.integers(1, 10**12), min_size=1, max_size=6))
    amounts = [f"{Decimal(minor).scaleb(-PLACES[currency])}" for minor in whole]
    signs = draw(st.lists(st.sampled_from(["", "-"]), min_size=len(whole), max_size=len(whole)))
    return [
        Paying(sign + amount, draw(TEXTS), f"B{place}", draw(TEXTS), payer=draw(TEXTS), words=draw(TEXTS))
        for place, (amount, sign) in enumerate(zip(amounts, signs, strict=True))
    ]


@given(data=st.data(), version=st.integers(2, 13), kind=st.sampled_from(["053", "054"]), currency=st.sampled_from(sorted(PLACES)))
def test_any_payments_come_back_as_written(data: st.DataObject, version: int, kind: str, currency: str) -> None:
    written = data.draw(payments(currency))
    (report,) = read(camt(written, kind, version, currency))
    assert [from_minor(one.minor, currency) for one in report.credits] == [Decimal(one.amount) for one in written]
    assert [(one.payer, one.words) for one in report.credits] == [(one.payer, one.words) for one in written]
    assert all(one.reference in credit.references for one, credit in zip(written, report.credits, strict=True))
    assert (report.account, report.currency, report.kind) == (ACCOUNT, currency, "statement" if kind == "053" else "notification")


def test_a_credit_has_one_identity_in_notification_and_statement_and_in_every_version() -> None:
    paid = [Paying("12.50", "R", "B1"), Paying("7.00", "", "", "E2E-9", number="77"), Paying("7.00", "", "", "E2E-8", number="77")]
    seen = {tuple(c.identity for c in read(camt(paid, kind, version))[0].credits) for kind in ("053", "054") for version in (2, 8, 13)}
    assert len(seen) == 1
    assert len(set(seen.pop())) == 3


def test_a_statement_that_gives_no_details_names_the_same_entry() -> None:
    batch = Paying("30.00", servicer="B1", parts=(Paying("10.00", "R1"), Paying("20.00", "R2")))
    (told,), (lump,) = read(camt([batch])), read(camt([batch], "053", details=False))
    assert [one.minor for one in told.credits] == [1000, 2000]
    assert {one.group for one in told.credits} == {lump.credits[0].identity}


def test_two_payments_alike_in_everything_are_two() -> None:
    (report,) = read(camt([Paying("5.00", number="1"), Paying("5.00", number="1")]))
    assert len({one.identity for one in report.credits}) == 2


def test_what_is_pending_is_left_for_when_it_is_booked() -> None:
    (report,) = read(camt([Paying("5.00", servicer="B1", pending=True), Paying("6.00", servicer="B2")]))
    assert ([one.minor for one in report.credits], report.waiting) == ([600], 1)


def test_a_batch_whose_parts_do_not_add_up_is_one_credit_without_a_reference() -> None:
    (report,) = read(camt([Paying("31.00", servicer="B1", parts=(Paying("10.00", "R1"), Paying("20.00", "R2")))]))
    assert [(one.minor, one.references) for one in report.credits] == [(3100, ())]


def test_a_reversal_names_what_it_takes_back() -> None:
    first = read(camt([Paying("5.00", servicer="B1")]))[0].credits[0]
    back = read(camt([Paying("-5.00", servicer="B1", reversal=True)]))[0].credits[0]
    assert (back.opposite, back.minor, back.reversal) == (first.identity, -500, True)


def test_a_statement_tells_its_balances() -> None:
    paid = [Paying("5.00", servicer="B1")]
    (report,) = read(camt(paid, "053", opening="-10.00", closing="-5.00"))
    assert (report.opening, report.closing, total(paid)) == (-1000, -500, Decimal("5.00"))


def test_a_table_gives_the_same_payments() -> None:
    (report,) = read(table([Paying("5.00", "R1", "B1"), Paying("-2.00", "R2", "B2")]))
    assert [(one.minor, one.references) for one in report.credits] == [(500, ("R1",)), (-200, ("R2",))]


WRONG = {
    "no version of ours": (camt([], version=14), 2),
    "another message": (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>', 1),
    "not well-formed": (camt([])[:-20], 8),
    "a document type": (b"<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 2),
    "a hidden document type": ("\ufeff<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode("utf-16-le"), 1),
    "half a minor unit": (camt([Paying("1.005")]), 7),
    "half a dong": (camt([Paying("1.5")], currency="VND"), 7),
    "no number": (camt([Paying("1e5")]), 7),
    "no day": (camt([Paying("1.00", on="2026-02-30")]), 7),
    "another currency in an entry": (camt([Paying("1.00")]).replace(b"<Amt Ccy='ARD'>", b"<Amt Ccy='EUR'>", 1), 7),
    "no account": (camt([]).replace(ACCOUNT.encode(), b""), 4),
    "a table without amounts": (b"account,currency,booked\n", 1),
    "a table with a wrong day": (b"account,currency,booked,amount\nA,ARD,20/11/2026,5.00\n", 2),
    "a row too short": (b"account,currency,booked,amount\nA,ARD,2026-11-20,5.00\nA,ARD\n", 3),
    "nothing": (b"", 1),
}


@pytest.mark.parametrize(("data", "line"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_read_is_refused_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data)
    assert refused.value.fields["line"] == line
    assert f"Line {line}: " in refused.value.words.en


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(Unreadable):
        assert all(report.account for report in read(data))
