"""The movement is off its prescribed way."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from clearlane.model.alert import Alert
from clearlane.model.reading import Position, Reading
from clearlane.model.watched import WatchLaw
from clearlane.transit.corridor import Corridor
from clearlane.transit.rules import Step


class _State(NamedTuple):
    fixes: int = 0
    since: datetime | None = None
    where: Position | None = None
    open: Alert | None = None


class RouteRule:
    """So many fixes in a row outside the corridor are a diversion, from the first of them on until the next inside.

    Args:
      law: How many.
      corridor: The corridor.
    """

    def __init__(self, law: WatchLaw, corridor: Corridor) -> None:
        self._law, self._corridor = law, corridor

    def begin(self, device: str) -> _State:
        """Return that it is on its way."""
        return _State()

    def step(self, state: _State, reading: Reading) -> Step:
        """Judge one reading; without a fix it says nothing of the way."""
        if reading.position is None or not reading.fixed:
            return state, ()
        if not self._corridor.outside(reading.position):
            ended = () if state.open is None else (_ended(state.open, reading.at),)
            return _State(), ended
        since, where, fixes = state.since or reading.at, state.where or reading.position, state.fixes + 1
        if state.open is not None or fixes < self._law.exit_fixes:
            return _State(fixes, since, where, state.open), ()
        metres = float(round(self._corridor.distance(reading.position)))
        alert = Alert("diversion", reading.device, since, position=where, value=metres)
        return _State(fixes, since, where, alert), (alert,)

    def now(self, state: _State, moment: datetime) -> tuple[Alert, ...]:
        """Say nothing more."""
        return ()


def _ended(alert: Alert, at: datetime) -> Alert:
    return Alert(alert.kind, alert.device, alert.since, until=at, position=alert.position, value=alert.value)
