"""The sentences of container seals that begin with ``##S`` and end with ``E##``: comma-separated fields in plain characters.

A sentence carries type, count, date and time (UTC), whether satellites fixed it, latitude and longitude in degrees with their hemisphere,
course, speed (km/h), door, acceleration (g), state of the reader of cards, battery (V) and strength of the signal (dBm).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from clearlane.model.reading import Position, Reading, SealState, Sign
from clearlane.transit.dialects.trouble import unreadable

_SENTENCE = re.compile(
    r"##S,[^,]+,(?P<device>\d+),\d+,[^,]+,(?P<type>[^,]+),(?P<count>\d+),(?P<day>\d{4}-\d\d-\d\d),(?P<time>\d\d:\d\d:\d\d),\d+,(?P<fix>[AV]),"
    r"(?P<lat>\d+\.\d+)(?P<ns>[NS]) (?P<lon>\d+\.\d+)(?P<ew>[EW]),(?P<course>\d+),(?P<speed>\d+),(?P<door>[^,]+),"
    r"\d+\.\d+,[^,]+,(?P<volts>\d+\.\d+),-?\d+,E##\s*",
    re.ASCII,
)
_SIGNS: dict[str, tuple[Sign, ...]] = {
    "Startup": ("started",), "Termination": ("ended",), "Event-Door": ("opened",), "Event-Shock": ("shock",), "Event-Drop": ("dropped",),
    "Event-RC-Unlock": ("unlocked",),
}  # fmt: skip
_DOOR: dict[str, SealState] = {"Open": "open", "Close": "closed"}


def read_eseal(message: bytes) -> tuple[Reading, ...]:
    """Read one sentence of a container seal.

    Args:
      message: The sentence, in ASCII.

    Returns:
      Its reading; none where it only acknowledges or tells settings.

    Raises:
      Unreadable: It is no such sentence, or its date or place cannot be.
    """
    try:
        sentence = message.decode("ascii")
    except UnicodeDecodeError:
        raise unreadable("eseal") from None
    if not (sentence.startswith("##S,") and sentence.rstrip().endswith("E##")):
        raise unreadable("eseal")
    found = _SENTENCE.fullmatch(sentence)
    return () if found is None else (_reading(found),)


def _reading(found: re.Match[str]) -> Reading:
    try:
        at = datetime.fromisoformat(f"{found['day']}T{found['time']}").replace(tzinfo=UTC)
    except ValueError:
        raise unreadable("eseal") from None
    latitude = float(found["lat"]) * (-1 if found["ns"] == "S" else 1)
    longitude = float(found["lon"]) * (-1 if found["ew"] == "W" else 1)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise unreadable("eseal")
    return Reading(
        device=found["device"],
        at=at,
        sequence=int(found["count"]),
        position=Position(latitude, longitude),
        fixed=found["fix"] == "A",
        seal=_DOOR.get(found["door"], ""),
        signs=_SIGNS.get(found["type"], ()),
        speed=float(found["speed"]),
        course=float(found["course"]),
        volts=float(found["volts"]),
    )
