"""A device was struck, or fell."""

from __future__ import annotations

from datetime import datetime

from clearlane.model.alert import Alert
from clearlane.model.reading import Reading
from clearlane.model.watched import WatchLaw
from clearlane.transit.rules import Step


class ShockRule:
    """Shocks that follow one another are one alert, from the first to the last.

    Args:
      law: Within what time they belong together.
    """

    def __init__(self, law: WatchLaw) -> None:
        self._within = law.shock

    def begin(self, device: str) -> Alert | None:
        """Return that there was none."""
        return None

    def step(self, state: Alert | None, reading: Reading) -> Step:
        """Judge one reading."""
        if not {"shock", "dropped"} & set(reading.signs):
            return state, ()
        follows = state is not None and state.until is not None and reading.at - state.until <= self._within
        since, where = (state.since, state.position) if follows and state is not None else (reading.at, reading.position)
        alert = Alert("shock", reading.device, since, until=reading.at, position=where)
        return alert, (alert,)

    def now(self, state: Alert | None, moment: datetime) -> tuple[Alert, ...]:
        """Say nothing more."""
        return ()
