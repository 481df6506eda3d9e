"""Entries balance whatever happens, and no minor unit is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.payment import SUSPENSE, Balance, Entry, Inexact, Posting, Unbalanced, from_minor, in_minor, totals
from clearlane.model.payment_reference import NoReference, creditor_reference, grouped, number_in
from clearlane.payment.booking import come_in, deferment_paid, in_suspense, moved, shared, taken_back
from clearlane.payment.charging import charge
from clearlane.payment.matching import wanted
from clearlane.payment.settling import named, settling

DAY = date(2026, 11, 20)
MINOR = st.integers(-(10**12), 10**12)
TAXES = st.dictionaries(st.sampled_from(["A00", "B00", "C00"]), st.integers(1, 10**9))
OURS = {"26XA00000000000015": "debt:26XA00000000000015", "D1": "deferment:D1"}


def entry(postings: tuple[Posting, ...], number: str = "E1") -> Entry:
    return Entry(number, "credit", "ARD", DAY, postings)


@st.composite
def acts(draw: st.DrawFn) -> tuple[Posting, ...]:
    minor, positive = draw(MINOR), draw(st.integers(1, 10**9))
    items = [Balance("deferment:D1", "ARD", f"N{n}", one) for n, one in enumerate(draw(st.lists(st.integers(1, 10**6), max_size=4)))]
    step = settling("N1", draw(MINOR), draw(st.integers(0, 10**6)), {"D1": draw(st.integers(0, 10**6))}, known=True, excess_to=draw(
        st.sampled_from(["refund", "suspense"])
    ))  # fmt: skip
    return draw(
        st.sampled_from(
            [
                come_in("B", minor, "debt:N1"),
                in_suspense("B", minor, "E1"),
                moved(minor, Posting(SUSPENSE, 0, "E1"), Posting("debt:N1", 0)),
                taken_back(come_in("B", minor, "debt:N1")),
                deferment_paid("B", positive, "D1", items),
                named(step.postings, "E9") if step else come_in("B", 1, "debt:N1"),
                charge("N1", draw(TAXES), draw(TAXES)) or come_in("B", 2, "debt:N1"),
            ]
        )
    )


@given(st.lists(acts()))
def test_any_sequence_of_entries_adds_up_to_zero(made: list[tuple[Posting, ...]]) -> None:
    assert sum(totals([entry(postings, f"E{n}") for n, postings in enumerate(made)]).values()) == 0


@given(st.lists(st.integers(-100, 100), min_size=2, max_size=4))
def test_postings_that_do_not_add_up_make_no_entry(minors: list[int]) -> None:
    postings = tuple(Posting("suspense", minor) for minor in minors)
    if sum(minors):
        with pytest.raises(Unbalanced, match="and not to zero"):
            entry(postings)
    else:
        assert entry(postings).postings == postings


@given(MINOR, st.sampled_from(["VND", "ARD", "KWD", "CLF"]))
def test_minor_units_never_lose_a_unit(minor: int, currency: str) -> None:
    assert in_minor(from_minor(minor, currency), currency) == minor


@pytest.mark.parametrize(("amount", "currency"), [("1.5", "VND"), ("0.001", "EUR"), ("NaN", "EUR"), ("Infinity", "EUR"), ("1E+30", "EUR")])
def test_an_amount_that_is_no_minor_unit_is_refused(amount: str, currency: str) -> None:
    with pytest.raises(Inexact):
        in_minor(Decimal(amount), currency)


@given(st.integers(1, 10**9), st.lists(st.integers(1, 10**6), max_size=6))
def test_a_payment_is_shared_out_oldest_first_and_nothing_is_left_over(minor: int, open_items: list[int]) -> None:
    items = [Balance("deferment:D1", "ARD", f"N{place}", one) for place, one in enumerate(open_items)]
    parts = shared(minor, items)
    assert sum(part for _, part in parts) == minor
    settled = [part for item, part in parts if item]
    assert settled[:-1] == open_items[: max(len(settled) - 1, 0)]


@given(TAXES, TAXES)
def test_what_was_charged_is_brought_to_what_is_owed(before: dict[str, int], after: dict[str, int]) -> None:
    change = {posting.account: posting.minor for posting in charge("N1", before, after)}
    assert change.get("debt:N1", 0) == sum(after.values()) - sum(before.values())
    assert {tax: before.get(tax, 0) - change.get(f"tax:{tax}", 0) for tax in {*before, *after}} == {
        tax: after.get(tax, 0) for tax in {*before, *after}
    }


@given(MINOR, st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["refund", "suspense"]))
def test_settling_comes_to_rest_with_no_advance_left(debt: int, held: int, deferred: int, choice: str) -> None:
    balances = {("debt:N1", ""): debt, ("refund:N1", ""): -held, ("deferment:D1", "N1"): deferred, (SUSPENSE, "E1"): 0}
    for _ in range(4):
        at = {"D1": balances["deferment:D1", "N1"]}
        step = settling("N1", balances["debt:N1", ""], -balances["refund:N1", ""], at, known=True, excess_to=choice)
        if step is None:
            break
        for one in named(step.postings, "E1"):
            balances[one.account, one.item] += one.minor
    assert (
        settling(
            "N1", balances["debt:N1", ""], -balances["refund:N1", ""], {"D1": balances["deferment:D1", "N1"]}, known=True, excess_to=choice
        )
        is None
    )
    assert balances["debt:N1", ""] >= 0
    assert sum(balances.values()) == debt - held + deferred


@pytest.mark.parametrize(
    ("references", "account", "ground"),
    [
        (("26XA00000000000015",), "debt:26XA00000000000015", ""),
        ((grouped(creditor_reference("26XA00000000000015")), "INV 7"), "debt:26XA00000000000015", ""),
        (("INV 7", creditor_reference("D1").lower()), "deferment:D1", ""),
        (("RF0026XA00000000000015",), SUSPENSE, "check-digits"),
        (("INV 7",), SUSPENSE, "unknown-reference"),
        ((), SUSPENSE, "no-reference"),
        (("26XA00000000000015", "D1"), SUSPENSE, "several"),
    ],
)
def test_money_goes_where_its_references_say_or_into_suspense(references: tuple[str, ...], account: str, ground: str) -> None:
    assert wanted(references, lambda number: OURS.get(number, "")) == (account, ground)


@given(st.from_regex(r"[0-9A-Z]{0,20}[0-9]", fullmatch=True), st.integers(1, 9))
def test_a_reference_comes_back_and_a_digit_mistyped_is_noticed(number: str, more: int) -> None:
    reference = creditor_reference(number)
    assert number_in(grouped(reference).lower()) == number
    with pytest.raises(NoReference):
        number_in(reference[:-1] + str((int(reference[-1]) + more) % 10))
