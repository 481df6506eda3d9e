"""Places where trucks stand for good reasons, learnt from what became of alerts. Only a stop's length is kept quiet there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b

from clearlane.model.alert import Alert
from clearlane.model.reading import Position
from clearlane.model.triage import Judged, KnownStop, Quiet, StopProposal, TriageLaw
from clearlane.transit.globe import metres

_WHOLE = 1 << 64


def proposed(judged: Iterable[Judged], known: Iterable[KnownStop], now: datetime, law: TriageLaw) -> tuple[StopProposal, ...]:
    """Return places that outcomes speak for and that are not known yet, those with most stops first.

    A stop that was not ordinary weighs as much as many that were.

    Args:
      judged: Alerts with their outcomes; those of other kinds are left out.
      known: Places known now.
      now: The moment.
      law: How many it takes, how far back and how far around.
    """
    counted = [
        one
        for one in judged
        if one.alert.kind == "stop" and one.alert.position is not None and now - one.at <= law.within and one.at <= now
    ]
    against = [one.alert.position for one in counted if one.outcome == "irregular"]
    places = sorted(
        (one.alert.since, one.alert.position) for one in counted if one.outcome == "ordinary" and one.alert.position is not None
    )
    standing, proposals = [one for one in known if one.holds(now)], []
    while places:
        middle = max(
            (place for _, place in places), key=lambda place: (_around(place, places, law.radius), -place.latitude, -place.longitude)
        )
        here = [one for one in places if metres(one[1], middle) <= law.radius]
        places = [one for one in places if metres(one[1], middle) > law.radius]
        if len(here) < law.least:
            break
        position = Position(*(round(sum(getattr(place, axis) for _, place in here) / len(here), 5) for axis in ("latitude", "longitude")))
        doubts = sum(place is not None and metres(place, position) <= 2 * law.radius for place in against)
        if doubts * law.doubt <= len(here) and not any(metres(one.position, position) <= one.radius for one in standing):
            proposals.append(StopProposal(position, len(here), max(since for since, _ in here)))
    return tuple(sorted(proposals, key=lambda one: (-one.ordinary, one.position.latitude, one.position.longitude)))


def _around(middle: Position, places: list[tuple[datetime, Position]], radius: int) -> int:
    return sum(metres(place, middle) <= radius for _, place in places)


def approved(proposal: StopProposal, now: datetime, law: TriageLaw, *, by: str) -> KnownStop:
    """Return the place that a person approved; it lapses by itself."""
    return KnownStop(proposal.position, law.radius, now, now + law.lasts, by, proposal.ordinary)


def quiet(alert: Alert, known: Iterable[KnownStop], law: TriageLaw, lot: bytes) -> Quiet | None:
    """Return why an alert is not put before the watch; None where it is.

    Args:
      alert: The alert; of any other kind than a stop's length, it always is.
      known: Known places.
      law: What share is shown all the same.
      lot: A secret that decides which; the same alert always draws the same.
    """
    if alert.kind != "stop" or alert.position is None:
        return None
    place = alert.position
    stop = next((one for one in known if one.holds(alert.since) and metres(one.position, place) <= one.radius), None)
    if stop is None:
        return None
    drawn = blake2b(f"{alert.device} {alert.since.isoformat()}".encode(), key=lot, digest_size=8).digest()
    return Quiet(stop, int.from_bytes(drawn) < law.shown * _WHOLE)
