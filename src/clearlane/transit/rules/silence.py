"""Nothing is heard of a device."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from clearlane.model.alert import Alert
from clearlane.model.reading import Position, Reading
from clearlane.model.watched import Watched, WatchLaw
from clearlane.transit.rules import Step


class _State(NamedTuple):
    device: str
    last: datetime
    where: Position | None = None


class SilenceRule:
    """A device is silent from its last reading on, once that is longer ago than it may be. A reading kept and sent later ends the silence.

    Args:
      watched: The movement; from its departure on a device is expected to speak.
      law: How long it may be silent.
    """

    def __init__(self, watched: Watched, law: WatchLaw) -> None:
        self._watched, self._limit = watched, law.silence

    def begin(self, device: str) -> _State:
        """Return a device that was heard last at departure."""
        return _State(device, self._watched.departed)

    def step(self, state: _State, reading: Reading) -> Step:
        """Judge one reading."""
        where = reading.position if reading.fixed else state.where
        said = self._silent(state, reading.at, until=reading.at)
        return _State(state.device, max(state.last, reading.at), where), said

    def now(self, state: _State, moment: datetime) -> tuple[Alert, ...]:
        """Say that nothing was heard until now."""
        return self._silent(state, moment, until=None)

    def _silent(self, state: _State, moment: datetime, until: datetime | None) -> tuple[Alert, ...]:
        if moment - state.last <= self._limit:
            return ()
        return (Alert("silence", state.device, state.last, until=until, position=state.where),)
