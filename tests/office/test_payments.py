"""Money finds its declaration, is booked once, and what is over or unknown is not lost."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clearlane.model.facts import Fact
from clearlane.model.payment_facts import BankMessageTaken
from clearlane.model.payment_reference import creditor_reference
from clearlane.model.refusals import NotFound, Unreadable
from clearlane.office.office import Office
from tests.cli.messages import message as written
from tests.cli.messages import request
from tests.office.cashier import assessed_anew, declared, office, paid, situation, sums_to_zero
from tests.payment.bank import Paying, camt, table


def booked(at: Office, number: str) -> Any:
    return at.payments.statement(number).open


def test_a_payment_in_full_leaves_nothing_open_and_says_so_once() -> None:
    at = office()
    number, duty = declared(at)
    assert booked(at, number) == duty
    paid(at, number, duty)
    assert (booked(at, number), situation(at, number)) == (0, (duty, 0))
    assert sums_to_zero(at)


def test_payments_in_part_add_up() -> None:
    at = office()
    number, duty = declared(at)
    paid(at, number, "100.00", "B1")
    paid(at, number, "0.01", "B2")
    assert (booked(at, number), situation(at, number)[0]) == (duty - Decimal("100.01"), Decimal("100.01"))


@pytest.mark.parametrize("again", ["the same file", "the statement of the day", "a statement without details", "a table"])
def test_a_credit_reported_again_is_not_booked_again(again: str) -> None:
    at = office()
    number, duty = declared(at)
    payments = [Paying(f"{duty}", creditor_reference(number), "B1"), Paying("5.00", "", "B2")]
    messages = {
        "the same file": camt(payments),
        "the statement of the day": camt(payments, "053", opening="0.00", closing=f"{duty + 5}"),
        "a statement without details": camt(payments, "053", details=False),
        "a table": table(payments),
    }
    first = at.payments.take(camt(payments))
    before = at.payments.days.books().accounts
    taken = at.payments.take(messages[again])
    assert at.payments.days.books().accounts == before
    assert (taken.new, {one.new for report in taken.reports for one in report.credits} - {False}) == (taken.digest != first.digest, set())
    assert sums_to_zero(at)


def test_parts_of_a_batch_are_known_where_the_statement_tells_only_the_whole() -> None:
    at = office()
    number, _ = declared(at)
    batch = Paying("30.00", servicer="B1", parts=(Paying("10.00", creditor_reference(number)), Paying("20.00", "INV 7")))
    at.payments.take(camt([batch]))
    at.payments.take(camt([batch], "053", opening="0.00", closing="30.00", details=False))
    (control,) = at.payments.days.books().controls
    assert (control.booked, control.stated, control.unstated, control.difference) == (3000, 3000, 0, 0)


@given(data=st.data())
@settings(max_examples=20)
def test_the_same_credits_in_any_order_and_any_number_of_times_give_the_same_balances(data: st.DataObject) -> None:
    references = ["", "INV 7", creditor_reference("26XA00000000000015"), "26XA00000000000026", "RF0026XA00000000000015"]
    amounts = data.draw(st.lists(st.tuples(st.integers(1, 9_000_000), st.sampled_from(references)), min_size=1, max_size=5))
    payments = [Paying(f"{Decimal(minor) / 100:.2f}", reference, f"B{place}") for place, (minor, reference) in enumerate(amounts)]
    orders = [payments, data.draw(st.lists(st.sampled_from(payments), max_size=4)) + data.draw(st.permutations(payments))]
    found = []
    for order in orders:
        at = office()
        declared(at, "A-1"), declared(at, "A-2")
        for one in order:
            at.payments.take(camt([one], data.draw(st.sampled_from(["053", "054"]))))
        accounts = at.payments.days.books().accounts
        waiting = sorted((item.amount, item.ground) for item in at.payments.suspense.items() if item.ground != "excess")
        found.append((accounts, waiting, at.payments.statement("26XA00000000000015").open))
    assert found[0] == found[1]


def test_what_is_paid_beyond_is_to_be_paid_back_or_kept_as_the_trader_chose() -> None:
    at = office()
    (one, duty), (other, _) = declared(at, "A-1"), declared(at, "A-2")
    at.payments.refunds.choose(other, "suspense")
    paid(at, one, duty + 7, "B1")
    paid(at, other, duty + 9, "B2")
    assert (at.payments.statement(one).to_pay_back, booked(at, one), situation(at, one)[0]) == (7, 0, duty)
    assert [(item.amount, item.ground) for item in at.payments.suspense.items()] == [(9, "excess")]
    assert sums_to_zero(at)


def test_an_amendment_that_lowers_the_debt_gives_back_and_one_that_raises_it_takes_from_that() -> None:
    at = office()
    number, duty = declared(at)
    paid(at, number, duty)
    assessed_anew(at, number, duty - 100)
    lower = at.payments.charge(number)
    assert (lower.to_pay_back, lower.paid, lower.open) == (100, duty - 100, 0)
    assessed_anew(at, number, duty + 50)
    higher = at.payments.charge(number)
    assert (higher.to_pay_back, higher.paid, higher.open) == (0, duty, 50)
    assert sums_to_zero(at)


def test_a_payment_before_the_goods_are_accepted_waits_in_advance() -> None:
    at = office()
    number = at.lodge(_to_come()).case.number
    paid(at, number, "100.00")
    statement = at.payments.statement(number)
    assert (statement.charged, statement.open, statement.paid, statement.to_pay_back) == (None, -100, 100, 0)


def test_what_was_paid_on_a_cancelled_declaration_is_to_be_paid_back() -> None:
    at = office()
    number = at.lodge(_to_come()).case.number
    paid(at, number, "100.00")
    at.lodge(_cancellation(number))
    statement = at.payments.statement(number)
    assert (statement.to_pay_back, statement.open, statement.paid) == (100, 0, 0)
    assert sums_to_zero(at)


def test_goods_presented_after_they_were_paid_for_are_charged_at_once() -> None:
    at = office(release_on="payment")
    number = at.lodge(_to_come()).case.number
    paid(at, number, "90000.00")
    at.lodge(request(number, "GPR"))
    statement = at.payments.statement(number)
    assert (at.case(number).state, statement.open, statement.to_pay_back) == ("cleared", 0, 90_000 - statement.paid)
    assert sums_to_zero(at)


def test_a_credit_the_bank_takes_back_leaves_the_debt_open_again() -> None:
    at = office()
    number, duty = declared(at)
    paid(at, number, duty)
    at.payments.take(camt([Paying(f"-{duty}", servicer="B1", reversal=True)]))
    assert (booked(at, number), situation(at, number)[0]) == (duty, 0)
    assert sums_to_zero(at)


def test_money_in_another_currency_waits_in_suspense() -> None:
    at = office()
    number, _ = declared(at)
    at.payments.take(camt([Paying("5.00", creditor_reference(number), "B1")], currency="EUR"))
    assert [(item.amount, item.currency, item.ground) for item in at.payments.suspense.items()] == [(5, "EUR", "currency")]


def test_a_message_that_cannot_be_read_leaves_nothing_behind() -> None:
    at = office()
    with pytest.raises(Unreadable):
        at.payments.take(camt([Paying("5.00"), Paying("5.001")]))
    assert at.store.last_seq() == 0


def test_no_fact_holds_a_payers_name_or_words() -> None:
    at = office()
    at.payments.take(camt([Paying("5.00", servicer="B1", payer="Trần Thị B", words="for mother")]))
    facts: list[Fact] = [record.fact for record in at.store.facts()]
    assert any(isinstance(fact, BankMessageTaken) for fact in facts)
    assert not any("Trần" in repr(fact) or "mother" in repr(fact) for fact in facts)
    (item,) = at.payments.suspense.items()
    assert at.payments.suspense.told(item.item).payer == "Trần Thị B"


def test_a_declaration_nobody_lodged_has_no_statement() -> None:
    with pytest.raises(NotFound):
        office().payments.statement("26XA00000000000099")


def _to_come() -> bytes:
    return written("A-9", TypeCode="IMD")


def _cancellation(number: str) -> bytes:
    inside = """<AdditionalInformation><StatementDescription>A slip</StatementDescription><StatementTypeCode>AES</StatementTypeCode>
        <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>42A</DocumentSectionCode></Pointer>
        <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>06A</DocumentSectionCode></Pointer></AdditionalInformation>
        <Amendment><ChangeReasonCode>1</ChangeReasonCode></Amendment>"""
    return request(number, "INV", inside)
