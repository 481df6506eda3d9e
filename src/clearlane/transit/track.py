"""The readings of some devices in the order of their clocks, and what rules say of them. A late reading is put where it belongs."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime
from typing import Any

import msgspec

from clearlane.model.alert import Alert
from clearlane.model.reading import Reading
from clearlane.transit.rules import Rule

Key = tuple[str, str, datetime, str]
Place = tuple[datetime, str, int, bytes]
"""Where a reading stands in the order: by its clock, its device, its count, and at last by all it says."""


def place(reading: Reading) -> Place:
    """Return where a reading stands. Two that stand at the same place are the same reading, sent twice."""
    return reading.at, reading.device, -1 if reading.sequence is None else reading.sequence, msgspec.msgpack.encode(reading)


class Forgotten(Exception):
    """A reading is older than all that is remembered: the track must be laid again from what is stored."""


class Track:
    """Some rules over the readings of one device, or of several.

    Args:
      device: Whose readings they are; empty for several.
      rules: The rules.
    """

    def __init__(self, device: str, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._base = tuple(rule.begin(device) for rule in rules)
        self._based: dict[Key, Alert] = {}
        self._floor: Place | None = None
        self._places: list[Place] = []
        self._readings: list[Reading] = []
        self._states: list[tuple[Any, ...]] = []
        self._said: list[tuple[Alert, ...]] = []
        self._alerts: dict[Key, Alert] = {}

    def hear(self, reading: Reading) -> bool:
        """Take one reading.

        Returns:
          Whether it is new.

        Raises:
          Forgotten: It is older than all that is remembered.
        """
        where = place(reading)
        if self._floor is not None and where <= self._floor:
            raise Forgotten
        index = bisect_left(self._places, where)
        if index < len(self._places) and self._places[index] == where:
            return False
        self._places.insert(index, where)
        self._readings.insert(index, reading)
        if index < len(self._states):
            del self._states[index:], self._said[index:]
            self._alerts = dict(self._based)
            for said in self._said:
                self._tell(said)
        return True

    def alerts(self) -> dict[Key, Alert]:
        """Return every alert, by what it is known by. What was heard since it was last asked is judged now."""
        states = self._states[-1] if self._states else self._base
        for reading in self._readings[len(self._states) :]:
            steps = [rule.step(state, reading) for rule, state in zip(self._rules, states, strict=True)]
            states = tuple(step[0] for step in steps)
            said = tuple(alert for step in steps for alert in step[1])
            self._states.append(states)
            self._said.append(said)
            self._tell(said)
        return self._alerts

    def _tell(self, said: tuple[Alert, ...]) -> None:
        for alert in said:
            self._alerts[alert.key] = alert

    def now(self, moment: datetime) -> tuple[Alert, ...]:
        """Return what must be said if nothing more is heard until a moment."""
        self.alerts()
        states = self._states[-1] if self._states else self._base
        return tuple(alert for rule, state in zip(self._rules, states, strict=True) for alert in rule.now(state, moment))

    def forget(self, before: datetime) -> None:
        """Forget readings before a moment; what was said of them stays said. The last one is kept."""
        self.alerts()
        count = min(bisect_left(self._places, (before,)), len(self._places) - 1)
        if count <= 0:
            return
        self._base, self._floor = self._states[count - 1], self._places[count - 1]
        for said in self._said[:count]:
            for alert in said:
                self._based[alert.key] = alert
        del self._places[:count], self._readings[:count], self._states[:count], self._said[:count]
