"""Readings of seals and trackers: what a device says of itself, of the seal and of where it is.

Source: ISO 18185 (electronic seals: identity, state, battery, events with their times); positions are WGS 84.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

SealState = Literal["closed", "open", ""]
"""Locked with its bolt or rope in place · not so · not told."""

Sign = Literal[
    "unlocked", "opened", "attempt", "rope-cut", "cover-open", "shock", "dropped", "battery-low", "fault", "started", "ended",
]  # fmt: skip
"""What a device says happened.

``unlocked`` unlocked by someone who could · ``opened`` opened, with or without right · ``attempt`` a wrong card or word was tried ·
``rope-cut`` its rope or bolt was cut · ``cover-open`` its own case was opened · ``shock``, ``dropped`` · ``battery-low`` ·
``fault`` it cannot lock · ``started``, ``ended`` it was switched on, or off at the end of a journey.
"""


class Position(msgspec.Struct, frozen=True, gc=False):
    """A place on the Earth, in degrees of WGS 84, north and east positive."""

    latitude: float
    longitude: float

    @classmethod
    def of_millionths(cls, latitude: int, longitude: int) -> Position:
        """Return a place told in whole millionths of a degree: the nearest there is, the same on every machine.

        >>> Position.of_millionths(-37_120_000, 77_310_001)
        Position(latitude=-37.12, longitude=77.310001)
        """
        return cls(latitude / 1_000_000, longitude / 1_000_000)


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """One reading of one device.

    Attributes:
      device: The device's own number.
      at: When it was taken, by the device's clock.
      sequence: The device's own count; None where it has none. Devices of some makes begin again at zero after 255.
      position: Where it was, or was last; None where it does not say.
      fixed: Whether satellites fixed the position at that moment; a position that they did not is the last one known.
      seal: The seal's state.
      signs: What happened, in the order of ``Sign``.
      speed: In km/h.
      course: In degrees, from north by east.
      battery: In per cent.
      volts: Of the battery.
      temperature: In degrees Celsius.
      humidity: In per cent.
      sensor: The number of a second device that measured, and spoke through this one.
      card: The number of the card that was held to it.
    """

    device: str
    at: datetime
    sequence: int | None = None
    position: Position | None = None
    fixed: bool = False
    seal: SealState = ""
    signs: tuple[Sign, ...] = ()
    speed: float | None = None
    course: float | None = None
    battery: int | None = None
    volts: float | None = None
    temperature: float | None = None
    humidity: float | None = None
    sensor: str = ""
    card: str = ""
