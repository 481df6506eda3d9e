"""Seal and vehicle have parted: the goods were handed over."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from clearlane.model.alert import Alert
from clearlane.model.reading import Reading
from clearlane.model.watched import Watched, WatchLaw
from clearlane.transit.globe import metres
from clearlane.transit.rules import Step

_KMH, _EACH = 3.6, 2


class _State(NamedTuple):
    vehicle: Reading | None = None
    seal: Reading | None = None
    since: datetime | None = None
    heard: tuple[int, int] = (0, 0)
    open: Alert | None = None


class CustodyRule:
    """A seal farther from its vehicle than any could have driven between their readings; it hears both together.

    Two readings of each must say so, one after the other: satellites err.

    Args:
      watched: The movement, with a vehicle's own device.
      law: How far apart, and how near their readings must be in time.
    """

    def __init__(self, watched: Watched, law: WatchLaw) -> None:
        self._watched, self._law = watched, law

    def begin(self, device: str) -> _State:
        """Return that neither was heard."""
        return _State()

    def step(self, state: _State, reading: Reading) -> Step:
        """Judge one reading of either; without a fix it says nothing."""
        if reading.position is None or not reading.fixed:
            return state, ()
        drives = reading.device == self._watched.tracker
        state = state._replace(vehicle=reading) if drives else state._replace(seal=reading)
        apart, seal = self._apart(state), state.seal
        if apart is None or seal is None:
            return state, ()
        if apart <= 0:
            return _State(state.vehicle, seal), () if state.open is None else (_ended(state.open, reading.at),)
        since, heard = state.since or reading.at, (state.heard[0] + drives, state.heard[1] + (not drives))
        state = state._replace(since=since, heard=heard)
        if state.open is not None or min(heard) < _EACH:
            return state, ()
        alert = Alert("hand-over", seal.device, since, position=seal.position, value=float(round(apart)))
        return state._replace(open=alert), (alert,)

    def now(self, state: _State, moment: datetime) -> tuple[Alert, ...]:
        """Say nothing more."""
        return ()

    def _apart(self, state: _State) -> float | None:
        """Return how many metres too far apart they are, zero or less where not; None where their readings cannot be compared."""
        if not (state.vehicle and state.seal and state.vehicle.position and state.seal.position):
            return None
        between = abs(state.vehicle.at - state.seal.at)
        if between > self._law.apart_within:
            return None
        allowed = self._law.apart + between.total_seconds() * self._law.speed / _KMH
        return metres(state.vehicle.position, state.seal.position) - allowed


def _ended(alert: Alert, at: datetime) -> Alert:
    return Alert(alert.kind, alert.device, alert.since, until=at, position=alert.position, value=alert.value)
