"""Duty falls after it was asked for: by a dispute won or an error mended, the books follow, and money finds its way back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from clearlane.model.refusals import Conflict, NotAllowed
from clearlane.payment.charging import left
from tests.office.cashier import declared, office, paid, situation, sums_to_zero
from tests.payment.bank import Paying, camt

DUTY_ON_ONE = (1, "A00")


def settled(**law: Any) -> tuple[Any, str, Decimal]:
    """An office where a declaration is paid."""
    at = office(**law)
    number, duty = declared(at)
    paid(at, number, duty)
    return at, number, duty


def told(at: Any, number: str) -> str:
    return " ".join(one.words.en for one in at.notices(number))


def test_a_dispute_won_after_payment_is_paid_back() -> None:
    at, number, duty = settled(money_two_from=Decimal(1000))
    at.clearance.dispute(number, "The rate is too high.", {"A00": Decimal(500)})
    at.clearance.decide_dispute(number, 1, "varied", by="S-1", why="He is right.", less={DUTY_ON_ONE: Decimal(500)})
    now = at.payments.statement(number)
    assert (now.open, now.to_pay_back, at.clearance.situation(number).owed) == (0, 500, duty - 500)
    assert at.case(number).duty == duty - 500
    order = at.payments.refunds.order(number, by="C-1")
    at.payments.take(camt([Paying("-500.00", servicer="B9", end=order.entry)]))
    assert situation(at, number)[0] == duty - 500
    assert sums_to_zero(at)


def test_a_large_reduction_waits_for_a_second_officer_who_was_not_contested() -> None:
    at, number, _ = settled(money_two_from=Decimal(100))
    asked = at.clearance.reduce(number, {DUTY_ON_ONE: Decimal(100)}, "customs-error", by="S-1", why="Our error.")[0].seq
    assert at.payments.statement(number).to_pay_back == 0
    with pytest.raises(NotAllowed):
        at.clearance.countersign(number, asked, granted=True, by="s-1")
    at.clearance.countersign(number, asked, granted=True, by="S-2")
    assert at.payments.statement(number).to_pay_back == 100
    assert not at.payments.refunds.order(number, by="C-1").done
    assert at.payments.refunds.countersign(number, by="C-2").done
    assert sums_to_zero(at)


def test_what_was_not_paid_is_no_longer_owed() -> None:
    at = office(release_on="payment")
    number, duty = declared(at)
    at.clearance.reduce(number, {DUTY_ON_ONE: Decimal("0.01")}, "error", by="S-1", why="Rounding.")
    assert (at.payments.statement(number).open, at.payments.statement(number).to_pay_back) == (duty - Decimal("0.01"), 0)
    paid(at, number, duty - Decimal("0.01"))
    assert at.case(number).state in ("released", "cleared")


def test_what_stands_on_a_deferment_account_falls_there() -> None:
    at = office()
    number, duty = declared(at)
    at.payments.deferment.open("D1", at.case(number).declarant, 2 * duty, by="C-1")
    at.payments.deferment.charge(number, "D1")
    at.clearance.reduce(number, {DUTY_ON_ONE: Decimal(70)}, "error", by="S-1", why="Wrong rate.")
    assert situation(at, number) == (0, duty - 70)
    assert sums_to_zero(at)


def test_no_more_is_taken_off_than_stands() -> None:
    at, number, _ = settled()
    stands = Decimal(left(record.fact for record in at.facts(number))[DUTY_ON_ONE]) / 100
    at.clearance.reduce(number, {DUTY_ON_ONE: stands}, "error", by="S-1", why="Free of duty.")
    with pytest.raises(Conflict, match=r"only 0\.00 ARD stands"):
        at.clearance.reduce(number, {DUTY_ON_ONE: Decimal("0.01")}, "error", by="S-1", why="Again.")


def test_nothing_falls_where_the_decision_stands() -> None:
    at, number, _ = settled()
    at.clearance.dispute(number, "Too high.", {})
    with pytest.raises(Conflict, match="changed or set aside"):
        at.clearance.decide_dispute(number, 1, "upheld", by="S-1", less={DUTY_ON_ONE: Decimal(1)})
    with pytest.raises(Conflict, match="at least one amount"):
        at.clearance.reduce(number, {}, "error", by="S-1")


def test_the_trader_reads_what_was_owed_what_is_owed_now_and_what_comes_back() -> None:
    at, number, duty = settled()
    at.clearance.reduce(number, {DUTY_ON_ONE: Decimal(500)}, "customs-error", by="S-1", why="A secret reason.")
    said = next(one.words for one in at.notices(number) if "fell from" in one.words.en)
    assert f"fell from {duty:,.2f} ARD to {duty - 500:,.2f} ARD: 500.00 ARD less. You paid 500.00 ARD too much." in said.en
    assert "giảm 500,00 ARD. Người khai đã nộp thừa 500,00 ARD." in said.vi
    assert "S-1" not in said.en
    assert "secret" not in told(at, number)


def test_the_assessment_notice_shows_each_amount_taken_off_and_the_former_paper_stands_no_more() -> None:
    at, number, duty = settled()
    former = at.printing.sheet(number, "assessment", "en", "https://customs.example").code
    at.clearance.reduce(number, {DUTY_ON_ONE: Decimal(500)}, "customs-error", by="S-1", why="Our error.")
    sheet = at.printing.sheet(number, "assessment", "vi", "https://customs.example")
    assert sheet.tables[0].rows[-1][4:] == ("-500,00", "Sai sót của hải quan (Công ước Kyoto 4.22)")
    assert f"{duty - 500:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".") == sheet.tables[0].total[4]
    assert not at.printing.check(number, "assessment", former.rpartition("/")[2]).latest
