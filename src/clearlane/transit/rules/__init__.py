"""The rules of the watch. Each is a small machine: a state, and what one more reading, in the order of its devices' clocks, does to it.

What a rule says of a journey is a function of the readings and of nothing else, so it does not matter when and how often they arrived.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from clearlane.model.alert import Alert
from clearlane.model.reading import Reading

Step = tuple[Any, tuple[Alert, ...]]
"""The next state, and alerts that began, ended or changed. A state is never changed in place."""


class Rule(Protocol):
    """One rule over the readings of one movement."""

    def begin(self, device: str) -> Any:
        """Return the state before anything was heard of a device."""

    def step(self, state: Any, reading: Reading) -> Step:
        """Return what one more reading does. It is never earlier than the one before."""

    def now(self, state: Any, moment: datetime) -> tuple[Alert, ...]:
        """Return what must be said if nothing more is heard until a moment."""
