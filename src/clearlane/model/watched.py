"""What the watch knows of a movement before its devices speak, and from what on it raises an alert."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from clearlane.model.itinerary import Itinerary


class Watched(msgspec.Struct, frozen=True, omit_defaults=True):
    """A movement under watch.

    Attributes:
      number: The movement's number (MRN).
      seals: Numbers of its electronic seals.
      departed: When it was released for transit.
      tracker: Number of the vehicle's own device; empty where it has none.
      itinerary: The way prescribed; None where any way may be taken.
      arrived: When its arrival was recorded; what is heard later is none of the watch's business.
      opened: When officers opened the seals, and until when.
      temperature: The least and the highest that the goods bear, in degrees Celsius; None where it does not matter.
    """

    number: str
    seals: tuple[str, ...]
    departed: datetime
    tracker: str = ""
    itinerary: Itinerary | None = None
    arrived: datetime | None = None
    opened: tuple[tuple[datetime, datetime], ...] = ()
    temperature: tuple[float, float] | None = None

    @property
    def devices(self) -> tuple[str, ...]:
        """Every device that is heard for it."""
        return (*self.seals, self.tracker) if self.tracker else self.seals

    def open_by_officers(self, at: datetime) -> bool:
        """Say whether officers had the seals open at a moment."""
        return any(begin <= at <= end for begin, end in self.opened)


class WatchLaw(msgspec.Struct, frozen=True):
    """From what on the watch raises an alert. A profile's data.

    Attributes:
      exit_fixes: After how many fixes in a row outside the corridor a movement is off its way.
      stop: How long it may stop outside a known place.
      stop_radius: Within how many metres of where it came to rest it has not moved.
      silence: How long a device may be silent.
      battery: Below what charge, in per cent.
      clock: By how much a clock may go back, or a time lie before departure.
      temperature: For how long the temperature may be out of its bounds.
      shock: Shocks within this time of one another belong together.
      shocks: From how many on they are told; a pothole is one.
      apart: Farther apart than this, in metres, seal and vehicle have parted.
      apart_within: How far their readings may lie from one another in time.
      speed: How fast a vehicle may go at most, in km/h; so far they may be apart for the time between their readings.
    """

    exit_fixes: int = 3
    stop: timedelta = timedelta(minutes=90)
    stop_radius: int = 200
    silence: timedelta = timedelta(minutes=45)
    battery: int = 20
    clock: timedelta = timedelta(minutes=5)
    temperature: timedelta = timedelta(minutes=30)
    shock: timedelta = timedelta(hours=1)
    shocks: int = 2
    apart: int = 1_000
    apart_within: timedelta = timedelta(minutes=10)
    speed: int = 120
