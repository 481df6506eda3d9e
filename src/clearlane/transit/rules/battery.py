"""A device's battery is nearly empty."""

from __future__ import annotations

from datetime import datetime

from clearlane.model.alert import Alert
from clearlane.model.reading import Reading
from clearlane.model.watched import WatchLaw
from clearlane.transit.rules import Step


class BatteryRule:
    """A battery is low from the first reading that says so to the first that says otherwise.

    Args:
      law: From what charge on.
    """

    def __init__(self, law: WatchLaw) -> None:
        self._least = law.battery

    def begin(self, device: str) -> Alert | None:
        """Return a battery that is well."""
        return None

    def step(self, state: Alert | None, reading: Reading) -> Step:
        """Judge one reading."""
        told = reading.battery is not None and not reading.sensor
        low = "battery-low" in reading.signs or (told and (reading.battery or 0) < self._least)
        if low and state is None:
            value = float(reading.battery) if told and reading.battery is not None else None
            alert = Alert("battery", reading.device, reading.at, position=reading.position, value=value)
            return alert, (alert,)
        if state is not None and told and not low:
            return None, (Alert("battery", state.device, state.since, until=reading.at, position=state.position, value=state.value),)
        return state, ()

    def now(self, state: Alert | None, moment: datetime) -> tuple[Alert, ...]:
        """Say nothing more."""
        return ()
