"""Where payment releases, goods that nothing stands against are released in the transaction that books the money."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from clearlane.model.facts import Released
from clearlane.model.refusals import NotFound
from tests.cli.messages import RISKY
from tests.cli.messages import message as written
from tests.office.cashier import declared, office, paid, sums_to_zero
from tests.payment.bank import Paying, camt


@pytest.fixture
def at() -> Any:
    return office(release_on="payment")


def released(at: Any, number: str) -> int:
    return sum(isinstance(record.fact, Released) for record in at.facts(number))


def test_goods_wait_for_payment_in_full_and_are_released_with_it(at: Any) -> None:
    number, duty = declared(at)
    assert (at.case(number).state, released(at, number)) == ("accepted", 0)
    paid(at, number, duty - Decimal("0.01"), "B1")
    assert released(at, number) == 0
    paid(at, number, "0.01", "B2")
    assert (at.case(number).state, released(at, number)) == ("cleared", 1)
    assert sums_to_zero(at)


def test_money_assigned_from_suspense_releases_too(at: Any) -> None:
    number, duty = declared(at)
    paid(at, "", duty)
    at.payments.suspense.assign(at.payments.suspense.items()[0].item, number, by="C-1", why="a")
    assert released(at, number) == 1


def test_a_deferment_account_releases_as_security(at: Any) -> None:
    number, duty = declared(at)
    at.payments.deferment.open("D1", at.case(number).declarant, duty, by="C-1")
    at.payments.deferment.charge(number, "D1")
    assert released(at, number) == 1


def test_a_guarantee_in_full_releases(at: Any) -> None:
    number, duty = declared(at)
    at.payments.security.guarantee(number, "G-7", duty - 1, by="C-1")
    assert released(at, number) == 0
    at.payments.security.guarantee(number, "G-7", duty, by="C-1")
    assert released(at, number) == 1


def test_a_deposit_releases_and_when_it_ends_pays_and_the_rest_goes_back(at: Any) -> None:
    number, duty = declared(at)
    paid(at, "", duty + 10)
    at.payments.security.deposit(at.payments.suspense.items()[0].item, number, "D-7", by="C-1", why="until the origin is shown")
    assert (released(at, number), at.payments.statement(number).paid) == (1, 0)
    at.payments.security.end(number, "D-7", by="C-1")
    statement = at.payments.statement(number)
    assert (statement.paid, statement.open, statement.to_pay_back) == (duty, 0, 10)
    assert sums_to_zero(at)
    with pytest.raises(NotFound):
        at.payments.security.end(number, "D-7", by="C-1")


def test_goods_under_control_are_not_released_by_money(at: Any) -> None:
    case = at.lodge(written("A-1", commodity=RISKY)).case
    paid(at, case.number, case.duty or "1.00")
    assert released(at, case.number) == 0


def test_money_the_bank_takes_back_leaves_the_release_as_it_was(at: Any) -> None:
    number, duty = declared(at)
    paid(at, number, duty)
    at.payments.take(camt([Paying(f"-{duty}", servicer="B1", reversal=True)]))
    assert (released(at, number), at.payments.statement(number).open) == (1, duty)
    assert sums_to_zero(at)
