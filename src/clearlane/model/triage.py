"""What became of alerts, what is learnt from that, and what a watch officer is therefore not called for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from clearlane.model.alert import Alert
from clearlane.model.reading import Position

Outcome = Literal["ordinary", "fault", "irregular"]
"""All was in order · a device or its network was at fault · goods, seal or way were interfered with."""


class Judged(msgspec.Struct, frozen=True):
    """An alert of which an officer recorded what became of it, and when."""

    alert: Alert
    outcome: Outcome
    at: datetime


class KnownStop(msgspec.Struct, frozen=True):
    """A place where trucks are known to stand for good reasons.

    Attributes:
      position: Its middle.
      radius: In metres.
      since: From when on it is known: when a person approved it.
      until: When it lapses, unless it is approved anew.
      by: Who approved it.
      ordinary: How many ordinary stops it rests on.
    """

    position: Position
    radius: int
    since: datetime
    until: datetime
    by: str
    ordinary: int

    def holds(self, at: datetime) -> bool:
        """Say whether it is known at a moment."""
        return self.since <= at < self.until


class StopProposal(msgspec.Struct, frozen=True):
    """A place that outcomes speak for. It changes nothing until a person approves it.

    Attributes:
      position: Its middle.
      ordinary: How many stops there were ordinary.
      latest: When the last of these began.
    """

    position: Position
    ordinary: int
    latest: datetime


class TriageLaw(msgspec.Struct, frozen=True):
    """What it takes to keep quiet. A profile's data.

    Attributes:
      least: How many ordinary stops speak for a place.
      within: How far back they count.
      lasts: For how long an approval holds.
      radius: How far around its middle, in metres.
      doubt: How many ordinary stops outweigh one that was not.
      shown: What share of the stops at known places is shown all the same, by lot.
    """

    least: int = 5
    within: timedelta = timedelta(days=60)
    lasts: timedelta = timedelta(days=90)
    radius: int = 400
    doubt: int = 20
    shown: float = 0.05


class Quiet(msgspec.Struct, frozen=True):
    """Why an alert is not put before the watch.

    Attributes:
      stop: The known place.
      shown: Whether the lot fell that it is shown all the same.
    """

    stop: KnownStop
    shown: bool
