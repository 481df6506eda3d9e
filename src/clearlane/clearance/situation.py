"""The facts of a declaration added up to its situation: a pure function, one fact after the other, so that any log gives one answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from clearlane.clearance import situation_control as control
from clearlane.clearance import situation_quay as quay
from clearlane.model import clearance_facts as clearance
from clearlane.model import control_facts as controls
from clearlane.model import facts as passage
from clearlane.model import inspection_facts as inspection
from clearlane.model.control_facts import Check
from clearlane.model.duty_facts import DutyReduced
from clearlane.model.facts import Fact, Lane, Record
from clearlane.model.risk_facts import Examined, Selected
from clearlane.model.situation import Goods, OpenDispute, OpenRequest, Situation

ASKED_BY_LANE: dict[Lane, tuple[Check, ...]] = {"green": (), "blue": (), "yellow": ("documents",), "red": ("goods",)}
"""Which checks a lane asks for before release."""
UNFOLDED = Situation("registered", "expected")
"""Where a declaration stands before its first fact."""

_T = TypeVar("_T")


class Place(NamedTuple):
    """Where in the log a fact stands."""

    seq: int
    at: datetime


def situation(records: Iterable[Record], before: Situation = UNFOLDED) -> Situation:
    """Return where a declaration stands after some facts.

    Args:
      records: Its facts, in order.
      before: Where it stood before them; by default nothing had happened.
    """
    now = before
    for record in records:
        now = after(now, record.fact, record.seq, record.at)
    return now


def after(before: Situation, fact: Fact, seq: int, at: datetime) -> Situation:
    """Return where a declaration stands after one more fact. A fact that says nothing of its standing moves only the place in the log."""
    step = _STEPS.get(type(fact))
    if step is None:
        return replace(before, last=seq)
    now = step(before, fact, Place(seq, at))
    return replace(now, last=seq, since=_since(before, now, at))


def _since(before: Situation, now: Situation, at: datetime) -> dict[Check, datetime]:
    """Return since when each check waits. While the trader is waited for, a check is not: it waits anew from his answer on."""
    if not now.needed:
        return {}
    anew = before.awaited and not now.awaited
    return {check: at if anew or check not in before.needed else now.since.get(check, at) for check in now.needed}


def _lodged(now: Situation, fact: passage.Lodged, place: Place) -> Situation:
    return UNFOLDED


def _rejected(now: Situation, fact: passage.Rejected, place: Place) -> Situation:
    return replace(now, standing="rejected", decided="", decided_at=place.at)


def _registered(now: Situation, fact: passage.Registered, place: Place) -> Situation:
    return replace(now, unbound=fact.unbound)


def _presented(now: Situation, fact: passage.Presented, place: Place) -> Situation:
    return replace(now, goods="arrived" if now.goods == "expected" else now.goods, arrived_at=now.arrived_at or place.at)


def _accepted(now: Situation, fact: passage.Accepted, place: Place) -> Situation:
    """Fix the rates; a lane given before is void."""
    goods: Goods = "arrived" if now.goods == "expected" else now.goods
    return replace(now, standing="accepted", goods=goods, arrived_at=now.arrived_at or place.at, lane=None, needed=())


def _assessed(now: Situation, fact: passage.Assessed, place: Place) -> Situation:
    return replace(now, owed=fact.total, currency=fact.currency)


def _selected(now: Situation, fact: Selected, place: Place) -> Situation:
    return replace(now, hit=fact.arm in ("mandatory", "percentage"), section=fact.section or now.section)


def _routed(now: Situation, fact: passage.Routed, place: Place) -> Situation:
    if now.standing != "accepted":
        return replace(now, lane=fact.lane)
    needed = tuple(dict.fromkeys((*ASKED_BY_LANE[fact.lane], *now.ongoing)))
    return replace(now, lane=fact.lane, told=now.told or fact.lane != "green", needed=needed)


def _demanded(now: Situation, fact: passage.DocumentsDemanded, place: Place) -> Situation:
    return replace(now, told=True, documents_due=fact.until) if now.standing == "accepted" else now


def _released(now: Situation, fact: passage.Released, place: Place) -> Situation:
    return replace(now, goods="released", provisional=fact.provisional, decided=fact.by, decided_at=place.at)


def _amended(now: Situation, fact: passage.Amended, place: Place) -> Situation:
    """Begin a generation; the debt is open again, and is final when it is found so anew."""
    return replace(now, generation=fact.generation, final=False)


def _cancelled(now: Situation, fact: passage.Cancelled, place: Place) -> Situation:
    """End it: nothing is owed, goods released and still here are not released any more, and what was open on it is over."""
    goods: Goods = "arrived" if now.goods == "released" else now.goods
    over = replace(now, standing="invalidated", goods=goods, owed=Decimal(0), final=False, needed=(), ongoing=(), documents_due=None)
    return replace(over, queries=(), disputes=(), requests=(), countersign=(), samples=(), agencies=(), decided="", decided_at=place.at)


def _secured(now: Situation, fact: clearance.Secured, place: Place) -> Situation:
    others = {reference: amount for reference, amount in now.secured.items() if reference != fact.reference}
    return replace(now, secured={**others, fact.reference: fact.amount} if fact.amount else others)


def _paid(now: Situation, fact: clearance.Paid, place: Place) -> Situation:
    return replace(now, paid=now.paid + fact.amount)


def _stored(now: Situation, fact: clearance.Stored, place: Place) -> Situation:
    return replace(now, goods="stored")


def _cleared(now: Situation, fact: clearance.Cleared, place: Place) -> Situation:
    return replace(now, final=True, decided=fact.by, decided_at=place.at)


def _passed(now: Situation, fact: clearance.GatePassed, place: Place) -> Situation:
    return replace(now, goods="left")


def _disposed(now: Situation, fact: clearance.Disposed, place: Place) -> Situation:
    decided = replace(now, decided=fact.by, decided_at=place.at)
    match fact.how:
        case "detained":
            return replace(decided, goods="detained", before=now.goods)
        case "freed":
            return replace(decided, goods=now.before or "arrived", before=None)
        case how:
            return replace(decided, goods=how, before=None)


def _disputed(now: Situation, fact: clearance.Disputed, place: Place) -> Situation:
    frozen = sum(fact.amounts.values(), Decimal(0))
    return replace(now, disputes=(*now.disputes, OpenDispute(fact.dispute, fact.until, frozen, now.decided)))


def _dispute_decided(now: Situation, fact: clearance.DisputeDecided, place: Place) -> Situation:
    return replace(now, disputes=_without(now.disputes, lambda one: one.dispute == fact.dispute))


def _reduced(now: Situation, fact: DutyReduced, place: Place) -> Situation:
    return replace(now, owed=None if now.owed is None else now.owed - fact.amount)


def _request_made(now: Situation, fact: clearance.RequestMade, place: Place) -> Situation:
    return replace(now, requests=(*now.requests, OpenRequest(place.seq, fact.asked, place.at)))


def _request_decided(now: Situation, fact: clearance.RequestDecided, place: Place) -> Situation:
    left = _without(now.requests, lambda one: one.request == fact.request)
    return replace(now, requests=left, decided=fact.by, decided_at=place.at)


def _without(some: tuple[_T, ...], gone: Callable[[_T], bool]) -> tuple[_T, ...]:
    return tuple(one for one in some if not gone(one))


_STEPS: dict[type, Callable[[Situation, Any, Place], Situation]] = {
    passage.Lodged: _lodged,
    passage.Rejected: _rejected,
    passage.Registered: _registered,
    passage.Presented: _presented,
    passage.Accepted: _accepted,
    passage.Assessed: _assessed,
    passage.Routed: _routed,
    passage.DocumentsDemanded: _demanded,
    passage.Released: _released,
    passage.Amended: _amended,
    passage.Cancelled: _cancelled,
    Selected: _selected,
    Examined: control.examined,
    inspection.SampleDrawn: quay.drawn,
    inspection.SampleJudged: quay.judged,
    inspection.VisitShared: quay.shared,
    inspection.AgencyConcluded: quay.concluded,
    controls.Queried: control.queried,
    controls.ExtensionAsked: control.more_asked,
    controls.ExtensionDecided: control.more_decided,
    controls.Answered: control.answered,
    controls.QuerySettled: control.settled,
    controls.CheckBegun: control.begun,
    controls.CheckEnded: control.ended,
    controls.CountersignatureAsked: control.signature_asked,
    controls.Countersigned: control.countersigned,
    controls.ReviewDrawn: control.review_drawn,
    controls.Reviewed: control.reviewed,
    controls.Assigned: control.assigned,
    clearance.Bound: control.bound,
    clearance.Secured: _secured,
    clearance.Paid: _paid,
    clearance.Stored: _stored,
    clearance.Cleared: _cleared,
    clearance.GatePassed: _passed,
    clearance.Disposed: _disposed,
    clearance.Disputed: _disputed,
    clearance.DisputeDecided: _dispute_decided,
    DutyReduced: _reduced,
    clearance.RequestMade: _request_made,
    clearance.RequestDecided: _request_decided,
}
