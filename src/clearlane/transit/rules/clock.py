"""A device's clock went back, or was never set."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from clearlane.model.alert import Alert
from clearlane.model.reading import Reading
from clearlane.model.watched import Watched, WatchLaw
from clearlane.transit.rules import Step

_BYTE = 256


class _State(NamedTuple):
    sequence: int | None = None
    unset: bool = False
    wrong: bool = False


class ClockRule:
    """In the order of its clock, a device's count must grow; where it falls, the clock was set back between the two.

    A count that begins again with zero after 255, or after the device was switched on, has not fallen.

    Args:
      watched: The movement; a reading before its departure has a clock that was never set.
      law: By how much it may be wrong.
    """

    def __init__(self, watched: Watched, law: WatchLaw) -> None:
        self._earliest = watched.departed - law.clock

    def begin(self, device: str) -> _State:
        """Return a clock that is right."""
        return _State()

    def step(self, state: _State, reading: Reading) -> Step:
        """Judge one reading."""
        alert = Alert("clock", reading.device, reading.at, until=reading.at, position=reading.position)
        if reading.at < self._earliest:
            return state._replace(unset=True), () if state.unset else (alert,)
        if reading.sequence is None:
            return state, ()
        wrong = state.sequence is not None and _fell(state.sequence, reading.sequence) and "started" not in reading.signs
        return state._replace(sequence=reading.sequence, wrong=wrong), (alert,) if wrong and not state.wrong else ()

    def now(self, state: _State, moment: datetime) -> tuple[Alert, ...]:
        """Say nothing more."""
        return ()


def _fell(before: int, after: int) -> bool:
    begins_again = before < _BYTE and before - after > _BYTE // 2
    return after < before and not begins_again
