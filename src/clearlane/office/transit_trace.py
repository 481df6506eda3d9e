"""Traces of positions set against an itinerary: each time the way was left, and when it was taken again. No movement needs to be known."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec
import numpy as np

from clearlane.model.itinerary import Itinerary
from clearlane.model.reading import Position, Reading
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.transit.corridor import Corridor
from clearlane.transit.dialects import dialect_named

_NAMES = {
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng"),
    "at": ("timestamp", "at", "time"),
    "trip": ("trip_id", "trip", "device"),
}


class Trace(msgspec.Struct, frozen=True):
    """Positions of one trip in the order of time; where no time is told, in the order given."""

    trip: str
    moments: tuple[str, ...]
    positions: tuple[Position, ...]


class Exit(msgspec.Struct, frozen=True):
    """The way was left.

    Attributes:
      trip: By whom.
      left: The moment of the first position outside, as the trace tells it.
      back: The moment of the next inside; empty where the trace ends outside.
      positions: How many were outside.
      metres: How far from the line the farthest was.
    """

    trip: str
    left: str
    back: str
    positions: int
    metres: int


def readings_of(dialect: str, message: bytes) -> tuple[Reading, ...]:
    """Return the readings of a device's message; hexadecimal digits are taken for the bytes they stand for.

    Raises:
      NotFound: There is no such dialect.
      Unreadable: It is no message of that dialect.
    """
    read = dialect_named(dialect)
    bare = bytes(message).strip()
    if bare and not len(bare) % 2 and all(byte in b"0123456789abcdefABCDEF" for byte in bare):
        return read(bytes.fromhex(bare.decode()))
    return read(bare)


def traces(rows: Iterable[str]) -> tuple[Trace, ...]:
    """Read traces from CSV with a heading: latitude, longitude, and where it has them, time and trip.

    Raises:
      Unreadable: A column lacks, or a line holds no place on the Earth.
    """
    reader = csv.DictReader(rows)
    columns = {name: next((one for one in reader.fieldnames or () if one.strip().lower() in kinds), "") for name, kinds in _NAMES.items()}
    if not (columns["latitude"] and columns["longitude"]):
        raise Unreadable(Text(en="The file has no columns latitude and longitude.", vi="Tệp không có cột latitude và longitude."))
    trips: dict[str, list[tuple[str, Position]]] = {}
    for row in reader:
        place = _place(row.get(columns["latitude"]), row.get(columns["longitude"]), reader.line_num)
        trips.setdefault(row.get(columns["trip"]) or "", []).append((row.get(columns["at"]) or "", place))
    return tuple(
        Trace(trip, tuple(at for at, _ in told), tuple(place for _, place in told))
        for trip, told in ((trip, sorted(many, key=lambda one: _when(one[0]))) for trip, many in trips.items())
    )


def _place(latitude: str | None, longitude: str | None, line: int) -> Position:
    try:
        place = Position(float(latitude or ""), float(longitude or ""))
        if abs(place.latitude) <= 90 and abs(place.longitude) <= 180:
            return place
    except ValueError:
        pass
    raise Unreadable(Text(en=f"Line {line} tells no place on the Earth.", vi=f"Dòng {line} không có tọa độ hợp lệ."), line=line)


def _when(told: str) -> tuple[float, str]:
    try:
        return datetime.fromisoformat(told).timestamp(), told
    except ValueError:
        return 0.0, ""


def exits(trace: Trace, itinerary: Itinerary) -> Iterator[Exit]:
    """Yield each time a trace leaves an itinerary, whether or not it comes back."""
    corridor = Corridor(itinerary)
    latitudes, longitudes = (np.array([getattr(one, axis) for one in trace.positions]) for axis in ("latitude", "longitude"))
    outside = [*corridor.outside_many(latitudes, longitudes).tolist(), False]
    begin = None
    for index, out in enumerate(outside):
        if out and begin is None:
            begin = index
        elif not out and begin is not None:
            far = max(corridor.distance(one) for one in trace.positions[begin:index])
            back = trace.moments[index] if index < len(trace.moments) else ""
            yield Exit(trace.trip, trace.moments[begin], back, index - begin, round(far))
            begin = None
