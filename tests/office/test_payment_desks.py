"""Suspense, deferment, refunds and the end of the day: who may do what, and that the books stay in balance."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from clearlane.model.payment_reference import creditor_reference
from clearlane.model.refusals import Closed, Conflict, NotAllowed, NotFound
from clearlane.office.office import Office
from tests.office.cashier import NOON, assessed_anew, declared, office, paid, situation, sums_to_zero
from tests.payment.bank import Paying, camt

TODAY = date(2026, 11, 20)


def in_suspense(at: Office, amount: str = "50.00", servicer: str = "S1") -> str:
    paid(at, "", amount, servicer)
    return at.payments.suspense.items()[-1].item


def test_a_cashier_assigns_from_suspense_with_a_reason() -> None:
    at = office()
    number, duty = declared(at)
    item = in_suspense(at)
    done = at.payments.suspense.assign(item, number, by="C-1", why="He telephoned.", amount=Decimal(20))
    assert (done.done, at.payments.statement(number).open) == (True, duty - 20)
    assert [one.amount for one in at.payments.suspense.items()] == [30]
    assert sums_to_zero(at)


@pytest.mark.parametrize(
    ("by", "why", "amount", "refused"),
    [("", "a", "1", NotAllowed), ("C-1", " ", "1", Conflict), ("C-1", "a", "50.01", Conflict), ("C-1", "a", "-1", Conflict)],
)
def test_an_assignment_needs_an_officer_a_reason_and_money(by: str, why: str, amount: str, refused: type[Exception]) -> None:
    at = office()
    number, _ = declared(at)
    item = in_suspense(at)
    with pytest.raises(refused):
        at.payments.suspense.assign(item, number, by=by, why=why, amount=Decimal(amount))
    assert [one.amount for one in at.payments.suspense.items()] == [50]


def test_above_an_amount_a_second_officer_signs() -> None:
    at = office(money_two_from=Decimal(50))
    number, duty = declared(at)
    item = in_suspense(at)
    assert not at.payments.suspense.assign(item, number, by="C-1", why="a").done
    assert [(one.asked, one.asked_by) for one in at.payments.suspense.items()] == [(number, "C-1")]
    with pytest.raises(NotAllowed):
        at.payments.suspense.countersign(item, by=" c-1 ")
    at.payments.suspense.countersign(item, by="C-2")
    assert (at.payments.statement(number).open, at.payments.suspense.items()) == (duty - 50, [])
    with pytest.raises(NotFound):
        at.payments.suspense.countersign(item, by="C-2")


def test_what_is_missing_after_a_reversal_is_assigned_too() -> None:
    at = office()
    number, duty = declared(at)
    item = in_suspense(at)
    at.payments.suspense.assign(item, number, by="C-1", why="a")
    at.payments.take(camt([Paying("-50.00", servicer="S1", reversal=True)]))
    assert [one.amount for one in at.payments.suspense.items()] == [-50]
    at.payments.suspense.assign(item, number, by="C-1", why="taken back")
    assert (at.payments.statement(number).open, at.payments.suspense.items(), situation(at, number)[0]) == (duty, [], 0)


def test_duty_on_a_deferment_account_is_secured_and_paid_with_the_month() -> None:
    at = office()
    (one, duty), (other, _) = declared(at, "A-1"), declared(at, "A-2")
    desk = at.payments.deferment
    desk.open("D1", at.case(one).declarant, 2 * duty, by="C-1")
    desk.charge(one, "D1")
    desk.charge(other, "D1")
    assert situation(at, one) == (0, duty)
    at.payments.take(camt([Paying(f"{duty + 10}", creditor_reference("D1"), "B1")]))
    assert (situation(at, one), situation(at, other)) == ((duty, 0), (10, duty - 10))
    month = desk.statement("D1", TODAY)
    assert (month.brought, month.carried, month.due) == (0, duty - 10, date(2026, 12, 15))
    assert [line.amount for line in month.lines] == [duty, duty, -duty, Decimal(-10)]
    assert sums_to_zero(at)


def test_a_deferment_account_has_a_limit_a_holder_and_an_end() -> None:
    at = office()
    number, duty = declared(at)
    desk, declarant = at.payments.deferment, at.case(number).declarant
    desk.open("D1", "XA-OTHER", duty, by="C-1")
    with pytest.raises(NotAllowed):
        desk.charge(number, "D1")
    desk.open("D1", "XA-OTHER", duty - 1, by="C-1", users=[declarant])
    with pytest.raises(Conflict, match="left this month"):
        desk.charge(number, "D1")
    desk.open("D1", declarant, Decimal(0), by="C-1")
    with pytest.raises(NotFound):
        desk.charge(number, "D1")
    desk.open("D1", declarant, duty, by="C-1")
    desk.charge(number, "D1")
    with pytest.raises(Conflict, match="Nothing is owed"):
        desk.charge(number, "D1")


def test_a_debt_lowered_after_it_was_deferred_is_given_back_to_the_account() -> None:
    at = office()
    number, duty = declared(at)
    at.payments.deferment.open("D1", at.case(number).declarant, duty, by="C-1")
    at.payments.deferment.charge(number, "D1")
    assessed_anew(at, number, duty - 100)
    at.payments.charge(number)
    assert (at.payments.deferment.terms("D1").open, situation(at, number)) == (duty - 100, (0, duty - 100))
    assert sums_to_zero(at)


def test_a_refund_is_ordered_once_and_leaves_when_the_bank_reports_it() -> None:
    at = office()
    number, duty = declared(at)
    paid(at, number, duty + 7)
    order = at.payments.refunds.order(number, by="C-1")
    assert (order.amount, at.payments.statement(number).ordered) == (7, 7)
    with pytest.raises(Conflict, match="to be paid back"):
        at.payments.refunds.order(number, by="C-1")
    at.payments.take(camt([Paying("-7.00", servicer="B9", end=order.entry)]))
    assert (at.payments.statement(number).ordered, at.payments.suspense.items()) == (0, [])
    assert sums_to_zero(at)


def test_a_refund_that_comes_back_is_ordered_still() -> None:
    at = office()
    number, duty = declared(at)
    paid(at, number, duty + 7)
    order = at.payments.refunds.order(number, by="C-1")
    at.payments.take(camt([Paying("-7.00", servicer="B9", end=order.entry)]))
    at.payments.take(camt([Paying("7.00", servicer="B9", reversal=True)]))
    assert at.payments.statement(number).ordered == 7


def test_a_large_refund_is_signed_by_two() -> None:
    at = office(two_for=("refund-ordered",))
    number, duty = declared(at)
    paid(at, number, duty + 7)
    assert not at.payments.refunds.order(number, by="C-1").done
    with pytest.raises(NotAllowed):
        at.payments.refunds.countersign(number, by="C-1")
    assert at.payments.refunds.countersign(number, by="C-2").done
    assert at.payments.statement(number).ordered == 7


def test_money_that_leaves_us_unexplained_waits_for_an_officer() -> None:
    at = office()
    at.payments.take(camt([Paying("-3.00", servicer="FEE")]))
    assert [(one.amount, one.ground) for one in at.payments.suspense.items()] == [(-3, "unmatched-debit")]
    assert sums_to_zero(at)


def test_a_day_is_closed_when_the_bank_agrees_and_charges_what_is_owed() -> None:
    at = office()
    number, duty = declared(at)
    declared(at, "A-2")
    at.payments.take(camt([Paying(f"{duty}", creditor_reference(number), "B1")], "053", opening="10.00", closing=f"{duty + 10}"))
    closed = at.payments.days.close(TODAY, by="C-1")
    (control,) = closed.controls
    assert (control.booked, control.stated, control.difference, closed.suspense) == (int(duty * 100), int(duty * 100), 0, 0)
    assert {one.account: one.amount for one in at.payments.days.books().accounts}["debt"] == duty
    assert sums_to_zero(at)


def test_what_is_booked_after_a_day_was_closed_belongs_to_the_next() -> None:
    at = office()
    number, _ = declared(at)
    at.payments.days.close(TODAY, by="C-1")
    paid(at, number, "5.00")
    assert at.payments.statement(number).lines[-1].on == TODAY + timedelta(days=1)
    for day in (TODAY, TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(Closed):
            at.payments.days.close(day, by="C-1")


def test_a_bank_that_differs_is_told_and_closed_only_with_a_reason() -> None:
    at = office()
    at.payments.take(camt([Paying("5.00", servicer="B1")], "053", opening="0.00", closing="6.00"))
    with pytest.raises(Conflict, match=r"differs from its statements by -1\.00"):
        at.payments.days.close(TODAY, by="C-1")
    assert at.payments.days.close(TODAY, by="C-1", why="The bank mends it tomorrow.").controls[0].difference == -100


def test_a_statement_that_is_missing_between_two_is_told() -> None:
    at = office()
    at.payments.take(camt([Paying("5.00", servicer="B1")], "053", opening="0.00", closing="5.00"))
    later = camt([Paying("5.00", servicer="B3")], "053", opening="9.00", closing="14.00").replace(b"<Dt>2026-11-20", b"<Dt>2026-11-22")
    at.payments.take(later)
    assert [(before.closing, after.opening) for before, after in at.payments.days.missing()] == [(500, 900)]


def test_days_follow_the_time_zone_of_the_law() -> None:
    at = office(clock=lambda: datetime(2026, 11, 20, 23, 59, tzinfo=UTC))
    number, _ = declared(at)
    paid(at, number, "5.00")
    assert at.payments.statement(number).lines[-1].on == at.profile.day(NOON.replace(hour=23, minute=59))
