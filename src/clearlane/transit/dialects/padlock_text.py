"""Texts in brackets of the JT600 family: ``W01`` of early trackers, ``U01`` and others of its kind, ``P45`` of a padlock that was operated.

Times are UTC, day before month before year. ``W01`` tells degrees and minutes and km/h, the others degrees and miles per hour.
"""

from __future__ import annotations

import re
from datetime import datetime

from clearlane.model.reading import Position, Reading, Sign
from clearlane.transit.dialects.padlock_record import degrees, moment, place
from clearlane.transit.dialects.trouble import unreadable

MILE = 1.609344
"""Kilometres."""
_DAY = r"(?P<D>\d\d)(?P<M>\d\d)(?P<Y>\d\d),(?P<h>\d\d)(?P<m>\d\d)(?P<s>\d\d)"
_PLACE = r"(?P<lat>\d+\.\d+),(?P<ns>[NS]),(?P<lon>\d+\.\d+),(?P<ew>[EW])"
_W01 = re.compile(
    r"\((?P<device>\d+),W01,(?P<lon>\d{3})(?P<lonmin>\d\d\.\d{4}),(?P<ew>[EW]),(?P<lat>\d\d)(?P<latmin>\d\d\.\d{4}),(?P<ns>[NS]),(?P<fix>[AV]),"
    + _DAY + r",(?P<speed>\d+),(?P<course>\d+),\d+,\d+,\d+,\d+,.*", re.ASCII,
)  # fmt: skip
_U01 = re.compile(
    r"\((?P<device>\d+),U\d\d,(?:\d+,)?" + _DAY + r",(?P<fix>[TF])," + _PLACE + r",(?P<speed>\d+\.?\d*),(?P<course>\d+),\d+,"
    r"(?P<battery>\d+)%,[01]+,\d+,\d+,\d+,\d+,(?P<count>\d+).*", re.ASCII,
)  # fmt: skip
_P45 = re.compile(
    r"\((?P<device>\d+),P45," + _DAY + "," + _PLACE + r",(?P<fix>[AV]),(?P<speed>\d+),(?P<course>\d+),\d+,(?P<verified>\d+),(?P<card>\d+),"
    r"\d+,(?P<wrong>\d+),(?P<count>\d+).*", re.ASCII,
)  # fmt: skip
_OTHER = re.compile(r"\(\d+,.*\)\s*", re.ASCII | re.DOTALL)


def read_text(message: bytes) -> tuple[Reading, ...]:
    """Read a text in brackets.

    Returns:
      Its reading; none where it carries none.

    Raises:
      Unreadable: It is no such text, or its time or place cannot be.
    """
    text = message.decode("latin-1")
    for form, read in ((_W01, _w01), (_U01, _u01), (_P45, _p45)):
        found = form.fullmatch(text)
        if found:
            return (read(found),)
    if not _OTHER.fullmatch(text):
        raise unreadable("padlock")
    return ()


def _w01(found: re.Match[str]) -> Reading:
    latitude = degrees(int(found["lat"]), float(found["latmin"]))
    longitude = degrees(int(found["lon"]), float(found["lonmin"]))
    return Reading(
        device=found["device"],
        at=_moment(found),
        position=_signed(found, latitude, longitude),
        fixed=found["fix"] == "A",
        speed=float(found["speed"]),
        course=float(found["course"]),
    )


def _u01(found: re.Match[str]) -> Reading:
    return Reading(
        device=found["device"],
        at=_moment(found),
        sequence=int(found["count"]),
        position=_signed(found, float(found["lat"]), float(found["lon"])),
        fixed=found["fix"] == "T",
        speed=float(found["speed"]) * MILE,
        course=float(found["course"]),
        battery=min(int(found["battery"]), 100),
    )


def _p45(found: re.Match[str]) -> Reading:
    signs: tuple[Sign, ...] = ("unlocked", "opened") if int(found["verified"]) else ("attempt",)
    return Reading(
        device=found["device"],
        at=_moment(found),
        sequence=int(found["count"]),
        position=_signed(found, float(found["lat"]), float(found["lon"])),
        fixed=found["fix"] == "A",
        signs=signs if int(found["verified"]) or int(found["card"]) or int(found["wrong"]) else (),
        speed=float(found["speed"]) * MILE,
        course=float(found["course"]),
        card=found["card"] if int(found["card"]) else "",
    )


def _moment(found: re.Match[str]) -> datetime:
    return moment(*(int(found[part]) for part in "DMYhms"))


def _signed(found: re.Match[str], latitude: float, longitude: float) -> Position:
    return place(-latitude if found["ns"] == "S" else latitude, -longitude if found["ew"] == "W" else longitude)
