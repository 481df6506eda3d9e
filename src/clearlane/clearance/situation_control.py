"""What facts of control change in a declaration's situation: queries, checks, second signatures, who has the case."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from msgspec.structs import replace

from clearlane.model.clearance_facts import Bound
from clearlane.model.control_facts import (
    Answered,
    Assigned,
    Check,
    CheckBegun,
    CheckEnded,
    CountersignatureAsked,
    Countersigned,
    ExtensionAsked,
    ExtensionDecided,
    Queried,
    QuerySettled,
    ReviewDrawn,
    Reviewed,
)
from clearlane.model.inspection import Intensity
from clearlane.model.risk_facts import Examined
from clearlane.model.situation import OpenQuery, Situation


class Place(Protocol):
    """Where in the log a fact stands."""

    @property
    def seq(self) -> int:
        """Its place."""

    @property
    def at(self) -> datetime:
        """When it was recorded."""


def queried(now: Situation, fact: Queried, place: Place) -> Situation:
    """Await an answer. Who is asked knows that he is looked at."""
    asked = dict.fromkeys((*now.asked, *((ask.subject, ask.item) for ask in fact.asks)))
    return replace(now, told=True, queries=(*now.queries, OpenQuery(fact.query, fact.until, fact.by)), asked=tuple(asked))


def answered(now: Situation, fact: Answered, place: Place) -> Situation:
    """Note an answer; the query stays open until an officer settles it."""
    if fact.query == 0:
        return replace(now, documents_due=None)
    return replace(now, queries=tuple(replace(one, answered=True) if one.query == fact.query else one for one in now.queries))


def settled(now: Situation, fact: QuerySettled, place: Place) -> Situation:
    """Close a query."""
    return replace(now, queries=tuple(one for one in now.queries if one.query != fact.query))


def more_asked(now: Situation, fact: ExtensionAsked, place: Place) -> Situation:
    """Note that the trader asks for more time."""
    return replace(now, queries=tuple(replace(one, more="asked") if one.query == fact.query else one for one in now.queries))


def more_decided(now: Situation, fact: ExtensionDecided, place: Place) -> Situation:
    """Await the answer until the new day, if there is one; it is decided once."""

    def later(one: OpenQuery) -> OpenQuery:
        return replace(one, more="decided", until=fact.until or one.until)

    return replace(now, queries=tuple(later(one) if one.query == fact.query else one for one in now.queries))


def begun(now: Situation, fact: CheckBegun, place: Place) -> Situation:
    """Begin a check: it must be concluded, whatever the lane asks for."""
    begun, ongoing, needed = (_with(some, fact.check) for some in (now.begun, now.ongoing, now.needed))
    return replace(now, begun=begun, ongoing=ongoing, needed=needed, looked=_without(now.looked, fact.check))


def ended(now: Situation, fact: CheckEnded, place: Place) -> Situation:
    """Conclude a check; without satisfaction it stays needed."""
    needed = _without(now.needed, fact.check) if fact.satisfied else _with(now.needed, fact.check)
    due = None if fact.check == "documents" and fact.satisfied else now.documents_due
    ongoing = _without(now.ongoing, fact.check)
    return replace(now, ongoing=ongoing, needed=needed, documents_due=due, decided=fact.by, decided_at=place.at)


def examined(now: Situation, fact: Examined, place: Place) -> Situation:
    """Note that a check has a result."""
    return replace(now, looked=_with(now.looked, checked_by(fact.intensity)))


def checked_by(intensity: Intensity) -> Check:
    """Return of which check a result is, by how closely was looked."""
    return "documents" if intensity in ("documents", "post-clearance") else "goods"


def signature_asked(now: Situation, fact: CountersignatureAsked, place: Place) -> Situation:
    """Wait for a second officer."""
    return replace(now, countersign=(*now.countersign, (place.seq, fact.by)))


def countersigned(now: Situation, fact: Countersigned, place: Place) -> Situation:
    """Wait no longer; what was granted follows as a fact of its own."""
    return replace(now, countersign=tuple(one for one in now.countersign if one[0] != fact.asked))


def review_drawn(now: Situation, fact: ReviewDrawn, place: Place) -> Situation:
    """Wait for a review; the case goes on meanwhile."""
    return replace(now, reviews=(*now.reviews, (place.seq, fact.by)))


def reviewed(now: Situation, fact: Reviewed, place: Place) -> Situation:
    """Wait for it no longer."""
    return replace(now, reviews=tuple(one for one in now.reviews if one[0] != fact.drawn))


def assigned(now: Situation, fact: Assigned, place: Place) -> Situation:
    """Give the case to an officer, or back into the pool."""
    return replace(now, officer=fact.officer, section=fact.section or now.section)


def bound(now: Situation, fact: Bound, place: Place) -> Situation:
    """Bind the declarant."""
    return replace(now, bound=True, unbound=False)


def _with(checks: tuple[Check, ...], one: Check) -> tuple[Check, ...]:
    return checks if one in checks else (*checks, one)


def _without(checks: tuple[Check, ...], one: Check) -> tuple[Check, ...]:
    return tuple(other for other in checks if other != one)
