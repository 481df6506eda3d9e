"""An office that takes money: one declaration of a known debt, and a bank."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from clearlane.clearance.standing import standing
from clearlane.model.assessment import TaxLine
from clearlane.model.case import Query
from clearlane.model.clearance_facts import Paid, Secured
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.facts import Assessed
from clearlane.model.payment_reference import creditor_reference
from clearlane.office.office import Office
from clearlane.office.ports import Store
from clearlane.office.wiring import profile_named
from tests.office.lodger import message
from tests.office.memory_store import MemoryStore
from tests.payment.bank import Paying, camt

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def office(store: Store | None = None, clock: Callable[[], datetime] = lambda: NOON, **law: Any) -> Any:
    """An office in Arcadia under a changed law of clearance; of any type, so that amounts compare with plain numbers."""
    changed = dataclasses.replace(profile_named("xa"), clearance=ClearanceLaw(**law)) if law else profile_named("xa")
    return Office(changed, store or MemoryStore(), clock=clock)


def declared(at: Office, reference: str = "A-1") -> tuple[str, Decimal]:
    """Lodge the example import; return its number and what it owes."""
    case = at.lodge(message(reference)).case
    assert case.duty is not None
    return case.number, case.duty


def paid(at: Office, number: str, amount: object, servicer: str = "B1", **more: Any) -> None:
    """Let the bank report a payment under a declaration's reference."""
    at.payments.take(camt([Paying(f"{amount}", creditor_reference(number) if number else "", servicer, **more)]))


def assessed_anew(at: Office, number: str, total: Decimal) -> None:
    """Record that the declaration owes another total, all of one tax, as after an amendment."""
    last = next(record.fact for record in reversed(at.facts(number)) if isinstance(record.fact, Assessed))
    anew = replace(last, lines=(TaxLine(1, "A00", "priced", total),), total=total)
    with at.store.work() as work:
        case = work.case(number)
        work.put_cases([standing(work.append(at.clock(), [(number, anew)]), case, at.profile.clearance)])


def situation(at: Office, number: str) -> Any:
    """Return what facts say was paid, and what stands on deferment accounts."""
    facts = [record.fact for record in at.facts(number)]
    deferred = {fact.reference: fact.amount for fact in facts if isinstance(fact, Secured)}
    return sum((fact.amount for fact in facts if isinstance(fact, Paid)), Decimal(0)), sum(deferred.values(), Decimal(0))


def sums_to_zero(at: Office) -> bool:
    """Say whether all accounts add up to nothing, and they and the cases come out the same when they are made anew from the log."""

    def seen() -> list[object]:
        return [at.payments.days.books(), at.payments.suspense.items(), at.cases(Query())]

    before = seen()
    at.rebuild()
    return not any(at.payments.days.books().totals.values()) and seen() == before
