"""What every binary record of the JT600 family begins with: time, place, speed and course, two decimal digits to the byte.

Six bytes tell day, month, year, hour, minute, second (UTC); four the latitude as DDMM.MMMM; four and a half the longitude as DDDMM.MMMM;
the other half byte says, from its lowest bit, fixed by satellites, north, east; then speed in knots and half the course in degrees.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from clearlane.model.reading import Position, Reading
from clearlane.transit.dialects.trouble import unreadable

RECORD = 17
"""Bytes of the part that all share."""
KNOT = 1.852
"""Kilometres per hour."""
_FIXED, _NORTH, _EAST = 1, 2, 4


def bcd(digits: bytes) -> int:
    """Return a number of two decimal digits to the byte."""
    return sum(((byte >> 4) * 10 + (byte & 15)) * 100**place for place, byte in enumerate(reversed(digits)))


def number(digits: bytes) -> str:
    """Return a device's number, as it stands on its case.

    Raises:
      Unreadable: They are no digits.
    """
    text = digits.hex()
    if not text.isdecimal():
        raise unreadable("padlock")
    return text.lstrip("0") or "0"


def moment(day: int, month: int, year: int, hour: int, minute: int, second: int) -> datetime:
    """Return a moment of this century.

    Raises:
      Unreadable: There is no such moment.
    """
    try:
        return datetime(2000 + year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        raise unreadable("padlock") from None


def degrees(whole: int, minutes: float) -> float:
    """Return degrees and minutes in degrees.

    Raises:
      Unreadable: There are sixty minutes or more.
    """
    if minutes >= 60:
        raise unreadable("padlock")
    return whole + minutes / 60


def place(latitude: float, longitude: float) -> Position:
    """Return a place.

    Raises:
      Unreadable: There is none such on the Earth.
    """
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise unreadable("padlock")
    return Position(latitude, longitude)


def located(device: str, record: bytes, **others: Any) -> Reading:
    """Return the reading of a binary record.

    Args:
      device: The device's number.
      record: The record's bytes.
      others: What else of a reading was told.

    Raises:
      Unreadable: Time or place cannot be.
    """
    at = moment(*(bcd(record[index : index + 1]) for index in range(6)))
    latitude = _degrees(bcd(record[6:10]))
    flags = record[14] & 15
    longitude = _degrees(bcd(record[10:14]) * 10 + (record[14] >> 4))
    return Reading(
        device=device,
        at=at,
        position=place(latitude if flags & _NORTH else -latitude, longitude if flags & _EAST else -longitude),
        fixed=bool(flags & _FIXED),
        speed=bcd(record[15:16]) * KNOT,
        course=record[16] * 2.0,
        **others,
    )


def _degrees(told: int) -> float:
    return degrees(told // 1_000_000, told % 1_000_000 / 10_000)
