"""The same day of a cashier leaves the same facts and the same accounts behind, whatever the store."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from clearlane.model.case import Query
from clearlane.model.payment_reference import creditor_reference
from clearlane.office.ports import Store
from clearlane.office.wiring import store_from
from tests.office.cashier import declared, office, paid
from tests.office.memory_store import MemoryStore
from tests.payment.bank import Paying, camt


def a_day(store: Store) -> list[Any]:
    """Pay, over-pay, defer, assign, refund, reverse and close; return what is left behind."""
    at = office(store, money_two_from=Decimal(40))
    (one, duty), (other, _), (third, _) = (declared(at, f"A-{n}") for n in range(3))
    at.payments.deferment.open("D1", at.case(one).declarant, 2 * duty, by="C-1")
    at.payments.deferment.charge(other, "D1")
    paid(at, one, duty + 7, "B1")
    paid(at, "", "50.00", "B2")
    at.payments.take(camt([Paying("100.00", creditor_reference("D1"), "B3"), Paying("9.00", "INV 7", "B4")]))
    item = at.payments.suspense.items()[0].item
    at.payments.suspense.assign(item, third, by="C-1", why="a")
    at.payments.suspense.countersign(item, by="C-2")
    order = at.payments.refunds.order(one, by="C-1")
    at.payments.take(camt([Paying("-7.00", servicer="B5", end=order.entry), Paying("-50.00", servicer="B2", reversal=True)]))
    everything = [Paying(f"{duty + 7}", "", "B1"), Paying("50.00", servicer="B2"), Paying("100.00", servicer="B3")]
    at.payments.take(camt(everything, "053", opening="0.00", closing=f"{duty + 157}", details=False))
    closed = at.payments.days.close(at.profile.day(at.clock()), by="C-2")
    left = [list(at.store.facts()), at.payments.days.books(), at.payments.suspense.items(), at.cases(Query()), closed]
    left += [at.payments.statement(number) for number in (one, other, third)]
    left += [at.payments.deferment.statement("D1", closed.day), at.payments.days.missing()]
    at.rebuild()
    assert [at.payments.days.books(), at.payments.suspense.items(), at.cases(Query())] == left[1:4]
    return left


def test_a_day_is_the_same_in_memory_and_on_both_databases(tmp_path: Path, postgres_database: str) -> None:
    found = [a_day(MemoryStore())]
    for address in (f"sqlite:///{tmp_path}/office.db", postgres_database):
        with closing(store_from(address)) as store:
            found.append(a_day(store))
    assert found[0] == found[1] == found[2]
