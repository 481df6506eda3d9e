"""Simulation: what a tariff would do to recorded declarations, in revenue and lanes. Nothing is recorded of it."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from itertools import count
from zoneinfo import ZoneInfo

from clearlane.model.dated import ALWAYS
from clearlane.model.edition import ChapterEffect, Effect, Simulation
from clearlane.model.facts import Assessed, Routed
from clearlane.model.profile import Profile
from clearlane.office.ports import Reading
from clearlane.office.selection import Candidate, Select
from clearlane.office.tariff_replay import Standing, again, lodged_between, lodged_on, standing_now

SHOWN = 1000
"""How many declarations that would change are named, those of the greatest difference."""

_NONE = Decimal(0)
_Report = Callable[[int], None]


class Sums:
    """What adds up of one declaration after another."""

    def __init__(self) -> None:
        self.declarations = self.erased = self.no_longer_priced = self.newly_priced = 0
        self.before = self.after = _NONE
        self.lanes_before: Counter[str] = Counter()
        self.lanes_after: Counter[str] = Counter()
        self._chapters: dict[str, ChapterEffect] = {}
        self._greatest: list[tuple[Decimal, int, Effect]] = []
        self._order = count(0, -1)

    def add(self, standing: Standing, after: Assessed, lane: str) -> None:
        """Count a declaration in, as recorded and as it would be."""
        before = standing.assessed
        lane_before = standing.routed.lane if standing.routed else ""
        self.declarations += 1
        self.lanes_before[lane_before] += 1
        self.lanes_after[lane] += 1
        if before.total is not None and after.total is not None:
            self.before += before.total
            self.after += after.total
        self.no_longer_priced += before.total is not None and after.total is None
        self.newly_priced += before.total is None and after.total is not None
        if before.total != after.total or lane_before != lane:
            self._keep(Effect(standing.case.number, before.total, after.total, lane_before, lane))
        self._add_items(standing, before, after)

    def _keep(self, effect: Effect) -> None:
        difference = _NONE if effect.before is None or effect.after is None else abs(effect.after - effect.before)
        entry = difference, next(self._order), effect
        if len(self._greatest) < SHOWN:
            heapq.heappush(self._greatest, entry)
        else:
            heapq.heappushpop(self._greatest, entry)

    def _add_items(self, standing: Standing, before: Assessed, after: Assessed) -> None:
        items = standing.declaration.item if standing.declaration else ()
        was, would_be = _by_item(before), _by_item(after)
        for place, item in enumerate(items, 1):
            chapter = item.commodity_code[:2]
            known = self._chapters.get(chapter) or ChapterEffect(chapter, 0, _NONE, _NONE)
            one, other = was.get(place, _NONE), would_be.get(place, _NONE)
            both = one is not None and other is not None
            self._chapters[chapter] = ChapterEffect(
                chapter,
                known.items + 1,
                known.before + (one or _NONE if both else _NONE),
                known.after + (other or _NONE if both else _NONE),
                known.open_before + (one is None),
                known.open_after + (other is None),
            )

    @property
    def chapters(self) -> tuple[ChapterEffect, ...]:
        """The sums by chapter, in order."""
        return tuple(self._chapters[chapter] for chapter in sorted(self._chapters))

    @property
    def effects(self) -> tuple[Effect, ...]:
        """The declarations that would change, greatest difference first."""
        return tuple(effect for _, _, effect in sorted(self._greatest, key=lambda entry: entry[:2], reverse=True))


def _by_item(assessed: Assessed) -> dict[int, Decimal | None]:
    """Return the duty of each item; None where a line of it is open."""
    found: dict[int, Decimal | None] = {}
    for line in assessed.lines:
        known = found.get(line.item, _NONE)
        if line.outcome in ("unpriced", "conditional"):
            found[line.item] = None
        elif line.outcome == "priced" and known is not None:
            found[line.item] = known + (line.amount or _NONE)
    return found


def simulate(
    law: Profile, reading: Reading, since: date | None, until: date, *, select: Select, report: _Report = lambda done: None
) -> Simulation:
    """Return what a law would do to the declarations lodged on some days, as they stand now.

    A declaration is tried at the moment it was assessed, or on the first day the tariff describes where that is later.

    Args:
      law: The profile with the tariff to try.
      reading: The store.
      since: The first day; None for all there are.
      until: The last day.
      select: What gives the lane under another assessment.
      report: Told now and then how many declarations are done.
    """
    sums, first = Sums(), until
    earliest = _beginning(law)
    for record in lodged_between(reading, law, since, until):
        if not lodged_on(record, law, since, until) or (standing := standing_now(record.subject, reading)) is None:
            continue
        first = min(first, law.day(record.at))
        after = again(standing, law, max(standing.assessed.on, earliest))
        if after is None:
            sums.erased += 1
        else:
            sums.add(standing, after, _lane(standing, after, law, select))
        if (sums.declarations + sums.erased) % 50 == 0:
            report(sums.declarations + sums.erased)
    report(sums.declarations + sums.erased)
    return _result(sums, law, since or first, until)


def _beginning(law: Profile) -> datetime:
    since = law.tariff.header.since if law.tariff else ALWAYS
    return datetime.combine(since, time(), ZoneInfo(law.time_zone))


def _lane(standing: Standing, after: Assessed, law: Profile, select: Select) -> str:
    if standing.declaration is None:
        return ""
    chosen = select(Candidate(standing.case.number, standing.declaration, after, law, after.on, here=True))
    return next((fact.lane for fact in chosen if isinstance(fact, Routed)), "")


def _result(sums: Sums, law: Profile, since: date, until: date) -> Simulation:
    return Simulation(
        version=law.tariff.version if law.tariff else "",
        currency=law.currency,
        since=since,
        until=until,
        declarations=sums.declarations,
        before=sums.before,
        after=sums.after,
        lanes_before=dict(sums.lanes_before),
        lanes_after=dict(sums.lanes_after),
        chapters=sums.chapters,
        effects=sums.effects,
        erased=sums.erased,
        no_longer_priced=sums.no_longer_priced,
        newly_priced=sums.newly_priced,
    )
