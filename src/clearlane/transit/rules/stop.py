"""The movement stands still for longer than it may."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from clearlane.model.alert import Alert
from clearlane.model.itinerary import AllowedStop
from clearlane.model.reading import Position, Reading
from clearlane.model.watched import Watched, WatchLaw
from clearlane.transit.globe import metres
from clearlane.transit.rules import Step


class _State(NamedTuple):
    where: Position | None = None
    since: datetime | None = None
    open: Alert | None = None


class StopRule:
    """A stop lasts from the first fix at a place to the first away from it; where the itinerary allows one, its own limit holds.

    Args:
      watched: The movement.
      law: How long it may stop elsewhere, and within what distance it has not moved.
    """

    def __init__(self, watched: Watched, law: WatchLaw) -> None:
        self._law = law
        self._stops: tuple[AllowedStop, ...] = watched.itinerary.stops if watched.itinerary else ()

    def begin(self, device: str) -> _State:
        """Return that nothing is known of where it is."""
        return _State()

    def step(self, state: _State, reading: Reading) -> Step:
        """Judge one reading; without a fix it says nothing of a stop."""
        if reading.position is None or not reading.fixed:
            return state, ()
        if state.where is None or state.since is None or metres(state.where, reading.position) > self._law.stop_radius:
            ended = () if state.open is None else (_told(state.open, reading.at, reading.at),)
            return _State(reading.position, reading.at), ended
        if state.open is not None or reading.at - state.since <= self._limit(state.where):
            return state, ()
        alert = Alert("stop", reading.device, state.since, position=state.where, value=_minutes(state.since, reading.at))
        return _State(state.where, state.since, alert), (alert,)

    def now(self, state: _State, moment: datetime) -> tuple[Alert, ...]:
        """Say nothing more: that it still stands there, its next reading must say."""
        return ()

    def _limit(self, where: Position) -> timedelta:
        allowed = [one.limit for one in self._stops if metres(one.position, where) <= one.radius]
        return max(allowed, default=self._law.stop)


def _minutes(since: datetime, until: datetime) -> float:
    return float((until - since).total_seconds() // 60)


def _told(alert: Alert, until: datetime, at: datetime) -> Alert:
    return Alert(alert.kind, alert.device, alert.since, until=until, position=alert.position, value=_minutes(alert.since, at))
