"""A season of simulated journeys, watched: known stops are learnt on its first part, and the watch is measured on the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec

from clearlane.model.alert import GRAVE, Alert
from clearlane.model.triage import Judged, KnownStop, Outcome, TriageLaw
from clearlane.model.watched import WatchLaw
from clearlane.simulator.journeys import Journey, journeys
from clearlane.transit.known_stops import approved, proposed, quiet
from clearlane.transit.measures import Rate, Share, rate, share
from clearlane.transit.watch import Watch

BEGINS = datetime(2026, 1, 5, tzinfo=UTC)
_MARGIN = timedelta(minutes=15)
_LOT = b"season"


class TransitSeason(msgspec.Struct, frozen=True):
    """What was measured on the held-out part.

    Attributes:
      found: Deeds of which a grave alert told while they were done, or within a quarter of an hour.
      kinds: The same by kind of deed.
      before: Alerts on honest journeys, all of them.
      after: Those that are shown, with stops at known places kept quiet but for a random share.
      by_kind: Alerts shown on honest journeys, by kind.
      known: How many places became known.
      journeys: How many journeys were measured on.
    """

    found: Share
    kinds: dict[str, Share]
    before: Rate
    after: Rate
    by_kind: dict[str, int]
    known: int
    journeys: int


def transit_season(
    seed: int, learning: int = 1000, measured: int = 1000, progress: Callable[[int, int], None] = lambda _, __: None
) -> TransitSeason:
    """Watch a season.

    Args:
      seed: The simulator's seed.
      learning: How many journeys known stops are learnt from; whoever approves them approves every one proposed.
      measured: How many journeys after that are measured.
      progress: Is told how many journeys were watched, of how many.
    """
    law, stops, judged = TriageLaw(), list[KnownStop](), list[Judged]()
    told: list[tuple[Journey, tuple[Alert, ...]]] = []
    for number, journey in zip(range(learning + measured), journeys(seed, BEGINS), strict=False):
        alerts = _watched(journey)
        if number < learning:
            judged += [Judged(one, _outcome(one, journey), journey.arrives) for one in alerts]
        else:
            told.append((journey, alerts))
        if number + 1 == learning:
            stops += [approved(one, journey.arrives, law, by="season") for one in proposed(judged, (), journey.arrives, law)]
        progress(number + 1, learning + measured)
    return _measured(told, stops, law)


def _outcome(alert: Alert, journey: Journey) -> Outcome:
    """Return what an officer who was sent there found: whatever was done at that time."""
    lasted = alert.until or journey.arrives
    return "irregular" if any(alert.since <= deed.until and deed.at <= lasted for deed in journey.deeds) else "ordinary"


def _watched(journey: Journey) -> tuple[Alert, ...]:
    watch = Watch(journey.watched, WatchLaw())
    for one in journey.heard:
        watch.hear(one.reading)
    return tuple(watch.alerts(journey.arrives).values())


def _measured(told: list[tuple[Journey, tuple[Alert, ...]]], stops: list[KnownStop], law: TriageLaw) -> TransitSeason:
    honest = [(journey, alerts) for journey, alerts in told if not journey.deeds]
    hours = sum((journey.arrives - journey.watched.departed).total_seconds() for journey, _ in honest) / 3600
    every = [one for _, alerts in honest for one in alerts]
    shown = [one for one in every if (why := quiet(one, stops, law, _LOT)) is None or why.shown]
    deeds = [(deed.kind, any(_tells(one, deed.at, deed.until) for one in alerts)) for journey, alerts in told for deed in journey.deeds]
    return TransitSeason(
        found=share(sum(found for _, found in deeds), len(deeds)),
        kinds={
            kind: share(sum(found for one, found in deeds if one == kind), sum(one == kind for one, _ in deeds))
            for kind in sorted({one for one, _ in deeds})
        },
        before=rate(len(every), hours),
        after=rate(len(shown), hours),
        by_kind={kind: sum(one.kind == kind for one in shown) for kind in sorted({one.kind for one in shown})},
        known=len(stops),
        journeys=len(told),
    )


def _tells(alert: Alert, since: datetime, until: datetime) -> bool:
    return alert.kind in GRAVE and since - _MARGIN <= alert.since <= until + _MARGIN
