"""Alerts of the watch: what a watch officer is told about a movement, since when, and where."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from clearlane.model.reading import Position

AlertKind = Literal[
    "opened", "tampered", "diversion", "hand-over", "stop", "silence", "temperature", "shock", "battery", "clock",
]  # fmt: skip
"""What is the matter.

``opened`` the seal stands open without an officer · ``tampered`` rope or case was attacked, or a wrong card tried ·
``diversion`` outside the corridor · ``hand-over`` seal and vehicle have parted · ``stop`` longer than allowed outside a known place ·
``silence`` nothing was heard · ``temperature`` outside its bounds · ``shock`` · ``battery`` low ·
``clock`` the device's clock went back or was never set.
"""
GRAVE: frozenset[AlertKind] = frozenset({"opened", "tampered", "diversion", "hand-over"})
"""With one of these open, a movement is not released green."""


class Alert(msgspec.Struct, frozen=True, omit_defaults=True):
    """One alert, as it is known now. What it is known by never changes: its kind, its device and since when.

    Attributes:
      kind: What is the matter.
      device: Whose readings say so.
      since: When it began, by the device's clock.
      until: When it ended; None while it goes on.
      position: Where the goods were, or were last seen.
      value: How much, where there is a measure: metres from the line or between the two, minutes, degrees Celsius, per cent.
      sign: What the device said, where it is one sign.
    """

    kind: AlertKind
    device: str
    since: datetime
    until: datetime | None = None
    position: Position | None = None
    value: float | None = None
    sign: str = ""

    @property
    def key(self) -> tuple[str, str, datetime, str]:
        """What it is known by."""
        return self.kind, self.device, self.since, self.sign
