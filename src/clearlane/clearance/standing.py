"""Where a declaration stands: its facts, added up one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from clearlane.clearance.situation import UNFOLDED, after
from clearlane.clearance.waiting import placed
from clearlane.model.case import Case, State
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.duty_facts import DutyReduced
from clearlane.model.facts import (
    Accepted,
    Amended,
    Assessed,
    Cancelled,
    Fact,
    Lodged,
    Record,
    Registered,
    Rejected,
    Routed,
)
from clearlane.model.payment_facts import Booked, ExcessChosen, RefundAsked, RefundOrdered
from clearlane.model.risk_facts import Selected
from clearlane.model.situation import Goods, Situation
from clearlane.model.tariff_facts import ReassessmentDue

_ASIDE = ReassessmentDue | Booked | ExcessChosen | RefundAsked | RefundOrdered

_BY_GOODS: dict[Goods, State] = {
    "stored": "stored",
    "left": "left",
    "detained": "detained",
    "seized": "seized",
    "abandoned": "abandoned",
    "re-exported": "re-exported",
    "destroyed": "destroyed",
    "refused": "refused",
}


class OutOfOrder(AssertionError):
    """A declaration's first fact is not its lodgement: the log is broken, and work must stop."""


def standing(records: Iterable[Record], case: Case | None, law: ClearanceLaw | None) -> Case:
    """Return where a declaration stands after some facts. A task for an officer changes nothing in it, nor does an entry in the books.

    Args:
      records: Its facts, in order.
      case: Where it stood before them; None if they are all there are.
      law: The law of clearance, by which clocks run; None where the facts change nothing that is waited for.

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
        step = _STEPS.get(type(record.fact), _same)
        now = after(case.situation or UNFOLDED, record.fact, record.seq, record.at)
        case = replace(step(case, record.fact), changed_at=record.at, situation=now, state=state_of(now))
    if case is None:
        raise OutOfOrder("A declaration without facts stands nowhere.")
    return placed(case, law) if law else case


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


def state_of(now: Situation) -> State:
    """Return the one word for a situation by which lists are kept: what became of the goods first, then what is waited for."""
    if now.standing in ("rejected", "invalidated"):
        return "rejected" if now.standing == "rejected" else "cancelled"
    if now.goods == "released":
        return "cleared" if now.final else "released"
    if now.goods in _BY_GOODS:
        return _BY_GOODS[now.goods]
    if now.standing == "registered":
        return "pre-lodged"
    if now.queried:
        return "queried"
    return "under-control" if now.told or now.needed else "accepted"


def _rejected(case: Case, fact: Rejected) -> Case:
    return replace(case, warnings=sum(f.severity == "warning" for f in fact.findings))


def _registered(case: Case, fact: Registered) -> Case:
    return replace(case, warnings=len(fact.findings))


def _accepted(case: Case, fact: Accepted) -> Case:
    return replace(case, told=True, lane=None, warnings=len(fact.findings) or case.warnings)


def _assessed(case: Case, fact: Assessed) -> Case:
    return replace(case, currency=fact.currency, duty=fact.total, unpriced=fact.unpriced)


def _reduced(case: Case, fact: DutyReduced) -> Case:
    return replace(case, duty=None if case.duty is None else case.duty - fact.amount)


def _selected(case: Case, fact: Selected) -> Case:
    return replace(case, office=fact.office)


def _routed(case: Case, fact: Routed) -> Case:
    return replace(case, lane=fact.lane)


def _amended(case: Case, fact: Amended) -> Case:
    return replace(case, generation=fact.generation, result=fact.result)


def _cancelled(case: Case, fact: Cancelled) -> Case:
    """Nothing is owed on what was taken back."""
    return replace(case, duty=None, unpriced=())


_STEPS: dict[type, Callable[[Case, Any], Case]] = {
    Rejected: _rejected,
    Registered: _registered,
    Accepted: _accepted,
    Assessed: _assessed,
    DutyReduced: _reduced,
    Selected: _selected,
    Routed: _routed,
    Amended: _amended,
    Cancelled: _cancelled,
}
