"""Messages of GPS padlocks and trackers in the JT600 family: binary ones that begin with ``$``, and texts in brackets.

A padlock's binary record carries, after time, place, speed and course: kilometres, satellites, the word of its state, battery, cell.
The word of state, from its lowest bit: placed by cell, fence entered, fence left, rope cut, shaken, answer wanted, rope in place, locked;
opened, wrong word five times, unknown card, battery low, back cover opened, back cover closed, motor stuck.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from clearlane.model.reading import Reading, SealState, Sign
from clearlane.transit.dialects.padlock_record import RECORD, bcd, located, number
from clearlane.transit.dialects.padlock_text import read_text
from clearlane.transit.dialects.trouble import unreadable

_LONG_RECORD, _SHORT_RECORD = 34, 27
_NUMBERED_FROM = 7
"""Devices whose number begins with this digit or a higher one send the long record of padlocks, newer ones with more behind it."""
_SENSOR = re.compile(rb"\((\d+),\d+,\d+,WLNET,5,\d+,")
_SENSOR_RECORD, _TEMPERATURE, _NONE, _SIGN_BITS = 23, 1, 0xFFFF, 0xF000
_BITS: tuple[tuple[int, Sign], ...] = (
    (8, "opened"), (9, "attempt"), (10, "attempt"), (3, "rope-cut"), (12, "cover-open"), (4, "shock"), (11, "battery-low"), (14, "fault"),
)  # fmt: skip
_ROPE, _LOCKED, _DOOR = 6, 7, 6


def read_padlock(message: bytes) -> tuple[Reading, ...]:
    """Read one message of a padlock.

    Args:
      message: A whole message; many devices store readings and send several at once.

    Returns:
      Its readings in the order sent; none where it only answers or tells settings.

    Raises:
      Unreadable: It is cut short, or no such message, or its time or place cannot be.
    """
    if message[:1] == b"$":
        return _binary(message)
    found = _SENSOR.match(message)
    if found:
        return (_sensor(found[1].decode(), message[found.end() :]),)
    return read_text(message)


def _binary(message: bytes) -> tuple[Reading, ...]:
    if len(message) < _SHORT_RECORD:
        raise unreadable("padlock")
    long = message[1] >> 4 >= _NUMBERED_FROM
    begin, size, record = (10, _LONG_RECORD, _padlock) if long else (9, _SHORT_RECORD, _tracker(message[6] >> 4))
    told, body = int.from_bytes(message[begin - 2 : begin]), message[begin:]
    if len(body) < max(told, size) + (not long):
        raise unreadable("padlock")
    device, count, several = number(message[1:6]), body[-1], len(body) - 1
    starts = (0,) if several % size else range(0, several, size)
    return tuple(record(device, count, body[start : start + size]) for start in starts)


def _padlock(device: str, count: int, record: bytes) -> Reading:
    word = int.from_bytes(record[26:28])
    signs = tuple(dict.fromkeys(sign for bit, sign in _BITS if word >> bit & 1))
    seal: SealState = "closed" if word >> _ROPE & 1 and word >> _LOCKED & 1 else "open"
    battery = record[28]
    return located(device, record, sequence=count, seal=seal, signs=signs, battery=None if battery > 100 else battery)


def _tracker(version: int) -> Callable[[str, int, bytes], Reading]:
    def read(device: str, count: int, record: bytes) -> Reading:
        seal: SealState = "" if version != 2 else "open" if record[RECORD + 1] >> _DOOR & 1 else "closed"
        return located(device, record, sequence=count, seal=seal)

    return read


def _sensor(device: str, body: bytes) -> Reading:
    if len(body) < RECORD + _SENSOR_RECORD:
        raise unreadable("padlock")
    told = body[RECORD : RECORD + _SENSOR_RECORD]
    temperature, humidity = None, None
    if told[16] == _TEMPERATURE:
        raw = int.from_bytes(told[17:19])
        temperature = None if raw == _NONE else (raw & ~_SIGN_BITS) / 10 * (-1 if raw & _SIGN_BITS else 1)
        humidity = float(told[19])
    return located(
        device,
        body,
        sequence=told[11],
        sensor=str(bcd(told[6:11])),
        volts=int.from_bytes(told[12:14]) / 100,
        battery=told[14],
        temperature=temperature,
        humidity=humidity,
    )
