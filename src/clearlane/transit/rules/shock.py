"""A device was struck, or fell."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from clearlane.model.alert import Alert
from clearlane.model.reading import Reading
from clearlane.model.watched import WatchLaw
from clearlane.transit.rules import Step


class _State(NamedTuple):
    many: int = 0
    alert: Alert | None = None


class ShockRule:
    """Shocks that follow one another are one alert, from the first to the last; one alone is none.

    Args:
      law: Within what time they belong together, and from how many on they are told.
    """

    def __init__(self, law: WatchLaw) -> None:
        self._law = law

    def begin(self, device: str) -> _State:
        """Return that there was none."""
        return _State()

    def step(self, state: _State, reading: Reading) -> Step:
        """Judge one reading."""
        if not {"shock", "dropped"} & set(reading.signs):
            return state, ()
        before = state.alert
        if before is None or before.until is None or reading.at - before.until > self._law.shock:
            state, before = _State(), Alert("shock", reading.device, reading.at, position=reading.position)
        alert = Alert("shock", before.device, before.since, until=reading.at, position=before.position, value=float(state.many + 1))
        return _State(state.many + 1, alert), (alert,) if state.many + 1 >= self._law.shocks else ()

    def now(self, state: _State, moment: datetime) -> tuple[Alert, ...]:
        """Say nothing more."""
        return ()
