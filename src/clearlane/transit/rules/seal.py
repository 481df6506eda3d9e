"""The seal was opened, or attacked."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from clearlane.model.alert import Alert
from clearlane.model.reading import Position, Reading, Sign
from clearlane.model.watched import Watched
from clearlane.transit.rules import Step

_ATTACKS: tuple[Sign, ...] = ("rope-cut", "cover-open", "attempt")


class _State(NamedTuple):
    last: tuple[Sign, ...] = ()
    open: Alert | None = None
    position: Position | None = None


class SealRule:
    """A seal that stands open, or whose rope, case or lock was attacked.

    A sign counts when it appears, not each time it is repeated. Officers may open a seal; nobody may cut it.

    Args:
      watched: The movement.
    """

    def __init__(self, watched: Watched) -> None:
        self._watched = watched

    def begin(self, device: str) -> _State:
        """Return a seal that is closed."""
        return _State()

    def step(self, state: _State, reading: Reading) -> Step:
        """Judge one reading."""
        position = reading.position if reading.fixed else state.position
        said = [
            Alert("tampered", reading.device, reading.at, until=reading.at, position=position, sign=sign)
            for sign in _ATTACKS
            if sign in reading.signs and sign not in state.last
        ]
        is_open = (reading.seal == "open" or "opened" in reading.signs) and reading.device in self._watched.seals
        opened = state.open
        if is_open and opened is None and not self._watched.open_by_officers(reading.at):
            opened = Alert("opened", reading.device, reading.at, position=position)
            said.append(opened)
        elif opened is not None and reading.seal == "closed" and "opened" not in reading.signs:
            said.append(Alert("opened", reading.device, opened.since, until=reading.at, position=opened.position))
            opened = None
        return _State(reading.signs, opened, position), tuple(said)

    def now(self, state: _State, moment: datetime) -> tuple[Alert, ...]:
        """Say nothing more: an open seal was told of when it opened."""
        return ()
