"""The goods are too warm or too cold."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from clearlane.model.alert import Alert
from clearlane.model.reading import Reading
from clearlane.model.watched import WatchLaw
from clearlane.transit.rules import Step


class _State(NamedTuple):
    since: datetime | None = None
    open: Alert | None = None


class TemperatureRule:
    """A temperature outside its bounds for longer than it may be, from the first such reading to the next within them.

    Args:
      bounds: The least and the highest, in degrees Celsius.
      law: For how long it may be outside.
    """

    def __init__(self, bounds: tuple[float, float], law: WatchLaw) -> None:
        self._least, self._highest = bounds
        self._limit = law.temperature

    def begin(self, device: str) -> _State:
        """Return that it is within them."""
        return _State()

    def step(self, state: _State, reading: Reading) -> Step:
        """Judge one reading; many tell no temperature."""
        if reading.temperature is None:
            return state, ()
        opened = state.open
        if self._least <= reading.temperature <= self._highest:
            if opened is None:
                return _State(), ()
            return _State(), (
                Alert("temperature", opened.device, opened.since, until=reading.at, position=opened.position, value=opened.value),
            )
        since = state.since or reading.at
        if opened is not None or reading.at - since < self._limit:
            return _State(since, opened), ()
        alert = Alert("temperature", reading.device, since, position=reading.position, value=reading.temperature)
        return _State(since, alert), (alert,)

    def now(self, state: _State, moment: datetime) -> tuple[Alert, ...]:
        """Say nothing more."""
        return ()
