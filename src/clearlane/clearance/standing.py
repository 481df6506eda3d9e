"""Where a declaration stands: its facts, added up one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from clearlane.model.case import Case
from clearlane.model.facts import (
    Accepted,
    Amended,
    Assessed,
    Cancelled,
    DocumentsDemanded,
    Fact,
    Lodged,
    Record,
    Registered,
    Rejected,
    Released,
    Routed,
)
from clearlane.model.payment_facts import Booked, ExcessChosen, RefundAsked, RefundOrdered
from clearlane.model.tariff_facts import ReassessmentDue

_ASIDE = ReassessmentDue | Booked | ExcessChosen | RefundAsked | RefundOrdered


class OutOfOrder(AssertionError):
    """A declaration's first fact is not its lodgement: the log is broken, and work must stop."""


def standing(records: Iterable[Record], case: Case | None = None) -> Case:
    """Return where a declaration stands after some facts. A task for an officer changes nothing in it, nor does an entry in the books.

    Args:
      records: Its facts, in order.
      case: Where it stood before them; None if they are all there are.

    Raises:
      OutOfOrder: The facts do not begin with a lodgement.
    """
    for record in records:
        if isinstance(record.fact, _ASIDE):
            continue
        if isinstance(record.fact, Lodged):
            case = _lodged(record, record.fact)
        elif case is None:
            raise OutOfOrder(f"The first fact of {record.subject} is {type(record.fact).__name__}, at {record.seq}.")
        else:
            case = replace(_STEPS.get(type(record.fact), _same)(case, record.fact), changed_at=record.at)
    if case is None:
        raise OutOfOrder("A declaration without facts stands nowhere.")
    return case


def _lodged(record: Record, fact: Lodged) -> Case:
    return Case(
        number=record.subject,
        declarant=fact.declarant,
        reference=fact.reference,
        type_code=fact.type_code,
        state="accepted",
        lane=None,
        told=False,
        currency="",
        duty=None,
        unpriced=(),
        lodged_at=record.at,
        changed_at=record.at,
        generation=fact.generation,
        outside_number=fact.outside_number,
        sandbox=fact.sandbox,
        message=fact.message,
    )


def _same(case: Case, fact: Fact) -> Case:
    return case


def _rejected(case: Case, fact: Rejected) -> Case:
    return replace(case, state="rejected", warnings=sum(f.severity == "warning" for f in fact.findings))


def _registered(case: Case, fact: Registered) -> Case:
    return replace(case, state="pre-lodged", warnings=len(fact.findings))


def _accepted(case: Case, fact: Accepted) -> Case:
    return replace(case, state="accepted", told=True, lane=None, warnings=len(fact.findings) or case.warnings)


def _assessed(case: Case, fact: Assessed) -> Case:
    return replace(case, currency=fact.currency, duty=fact.total, unpriced=fact.unpriced)


def _routed(case: Case, fact: Routed) -> Case:
    controlled = case.told and fact.lane != "green"
    return replace(case, lane=fact.lane, state="under-control" if controlled else case.state)


def _documents(case: Case, fact: DocumentsDemanded) -> Case:
    return replace(case, state="under-control")


def _released(case: Case, fact: Released) -> Case:
    return replace(case, state="released")


def _amended(case: Case, fact: Amended) -> Case:
    return replace(case, generation=fact.generation, result=fact.result)


def _cancelled(case: Case, fact: Cancelled) -> Case:
    """Nothing is owed on what was taken back."""
    return replace(case, state="cancelled", duty=None, unpriced=())


_STEPS: dict[type, Callable[[Case, Any], Case]] = {
    Rejected: _rejected,
    Registered: _registered,
    Accepted: _accepted,
    Assessed: _assessed,
    Routed: _routed,
    DocumentsDemanded: _documents,
    Released: _released,
    Amended: _amended,
    Cancelled: _cancelled,
}
