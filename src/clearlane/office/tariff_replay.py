"""Recorded declarations once more: as they were assessed, and as another law would have it. Nothing is recorded here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import msgspec

from clearlane.assessment.assess import assess
from clearlane.model.case import Case
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed, Lodged, Record, Routed
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.office.generations import generation
from clearlane.office.ports import Reading

PAGE = 1000
_SKEW = timedelta(hours=1)
"""By how much clocks of several processes over one store may differ."""


class Standing(msgspec.Struct, frozen=True):
    """A declaration as it stands.

    Attributes:
      case: Where it stands.
      assessed: Its latest assessment.
      routed: Its latest routing; None before.
      declaration: Its latest generation; None where its content was erased.
    """

    case: Case
    assessed: Assessed
    routed: Routed | None
    declaration: Declaration | None


def standing_now(number: str, reading: Reading) -> Standing | None:
    """Return a declaration as it stands; None where nothing was assessed, or it was rejected or cancelled."""
    case = reading.case(number)
    if case is None or case.state in ("rejected", "cancelled"):
        return None
    latest: dict[type, object] = {type(record.fact): record.fact for record in reading.facts_of(number)}
    assessed, routed = latest.get(Assessed), latest.get(Routed)
    if not isinstance(assessed, Assessed):
        return None
    return Standing(case, assessed, routed if isinstance(routed, Routed) else None, _content(case, reading))


def _content(case: Case, reading: Reading) -> Declaration | None:
    try:
        return generation(reading, case)
    except NotFound:
        return None


def again(standing: Standing, law: Profile, at: datetime | None = None) -> Assessed | None:
    """Return what a declaration would be assessed at under a law, at its own moment or another; None where its content was erased."""
    if standing.declaration is None:
        return None
    return assess(standing.declaration, law, at or standing.assessed.on)


def stream(reading: Reading, after: int) -> Iterator[Record]:
    """Yield the facts after a place in the log, in constant memory."""
    while page := reading.facts_after(after, PAGE):
        yield from page
        after = page[-1].seq


def lodged_between(reading: Reading, law: Profile, since: date | None, until: date) -> Iterator[Record]:
    """Yield the facts of the log around two days; among them every lodging of these days, and of days around them."""
    first = 0 if since is None else _place_of(reading, law, since)
    for record in stream(reading, first):
        if law.day(record.at - _SKEW) > until:
            return
        yield record


def lodged_on(record: Record, law: Profile, since: date | None, until: date) -> bool:
    """Say whether a fact is a lodging of some days."""
    if not isinstance(record.fact, Lodged):
        return False
    day = law.day(record.at)
    return (since is None or since <= day) and day <= until


def _place_of(reading: Reading, law: Profile, since: date) -> int:
    """Return a place in the log before everything of a day, found by halving: the log is in order of time but for clocks that differ."""
    low, high = 0, reading.last_seq()
    while low < high:
        middle = (low + high) // 2
        if law.day(reading.facts_after(middle, 1)[0].at + _SKEW) < since:
            low = middle + 1
        else:
            high = middle
    return low
