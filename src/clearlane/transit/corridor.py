"""Whether a place lies in the corridor of a prescribed itinerary: of one place, or of millions with the same answer to the bit.

Each leg has a flat map of its own, true to scale on its middle latitude; legs are cut to a few kilometres, so that the map errs by a
few thousandths of the distance at most. What is left are additions, multiplications and comparisons, which NumPy and Python do alike.
A grid says which legs are near a place; far from every leg there is nothing to compute.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from clearlane.model.itinerary import Itinerary
from clearlane.model.reading import Position

METRES = 111_195.0802335329
"""To a degree of latitude, on a sphere of the Earth's mean radius (6 371 008.8 m)."""
LEG = 5_000.0
"""How long a leg may be, in metres; longer ones are cut."""
CELLS = 400_000
"""How many cells the grid may have."""
_LEAST = 1e-9

Floats = npt.NDArray[np.float64]


class Corridor:
    """The corridor of one itinerary.

    Args:
      itinerary: Its line and width.

    Raises:
      ValueError: The line has fewer than two points, or its width is not above zero.
    """

    def __init__(self, itinerary: Itinerary) -> None:
        if len(itinerary.line) < 2 or itinerary.width <= 0:
            raise ValueError("An itinerary has two points at least, and a width.")
        self.width = float(itinerary.width)
        legs = [_leg(*ends) for ends in _cut(itinerary.line)]
        self._legs = legs
        self._columns = np.array(legs).T
        self._near = _Grid(legs, self.width)

    def outside(self, place: Position) -> bool:
        """Say whether a place lies outside the corridor."""
        limit = self.width * self.width
        legs = self._near.legs(place.latitude, place.longitude)
        return not any(_square(self._legs[index], place) <= limit for index in legs)

    def outside_many(self, latitudes: Floats, longitudes: Floats) -> npt.NDArray[np.bool_]:
        """Say of each of many places whether it lies outside the corridor.

        Args:
          latitudes: In degrees.
          longitudes: As many, in degrees.
        """
        answer = np.ones(len(latitudes), dtype=bool)
        cells = self._near.cells(latitudes, longitudes)
        limit = self.width * self.width
        for candidates in self._near.ranks:
            legs = candidates[cells]
            chosen = np.flatnonzero((legs >= 0) & answer)
            if not len(chosen):
                break
            inside = self._squares(legs[chosen], latitudes[chosen], longitudes[chosen]) <= limit
            answer[chosen[inside]] = False
        return answer

    def distance(self, place: Position) -> float:
        """Return how far a place is from the line, in metres."""
        return math.sqrt(min(_square(leg, place) for leg in self._legs))

    def _squares(self, legs: npt.NDArray[np.intp], latitudes: Floats, longitudes: Floats) -> Floats:
        latitude, longitude, east, x, y, inverse = (column[legs] for column in self._columns)
        turn = longitudes - longitude
        turn = np.where(turn > 180, turn - 360, np.where(turn < -180, turn + 360, turn))
        right, up = turn * east, (latitudes - latitude) * METRES
        along = (right * x + up * y) * inverse
        along = np.where(along > 1, 1.0, np.where(along < 0, 0.0, along))
        aside, above = right - along * x, up - along * y
        squares: Floats = aside * aside + above * above
        return squares


_Leg = tuple[float, float, float, float, float, float]
"""Latitude and longitude where it begins; metres to a degree of longitude; its run east and north in metres; 1 / (its length squared)."""


def _turned(degrees: float) -> float:
    return degrees - 360 if degrees > 180 else degrees + 360 if degrees < -180 else degrees


def _leg(begin: Position, end: Position) -> _Leg:
    east = METRES * math.cos(math.radians((begin.latitude + end.latitude) / 2))
    x = _turned(end.longitude - begin.longitude) * east
    y = (end.latitude - begin.latitude) * METRES
    length = x * x + y * y
    return begin.latitude, begin.longitude, east, x, y, 1 / length if length > _LEAST else 0.0


def _cut(line: tuple[Position, ...]) -> Iterator[tuple[Position, Position]]:
    for begin, end in pairwise(line):
        _, _, _, x, y, _ = _leg(begin, end)
        parts = max(1, math.ceil(math.hypot(x, y) / LEG))
        turn = _turned(end.longitude - begin.longitude)
        points = [
            Position(begin.latitude + (end.latitude - begin.latitude) * part / parts, _turned(begin.longitude + turn * part / parts))
            for part in range(parts)
        ]
        yield from zip(points, (*points[1:], end), strict=True)


def _square(leg: _Leg, place: Position) -> float:
    latitude, longitude, east, x, y, inverse = leg
    right, up = _turned(place.longitude - longitude) * east, (place.latitude - latitude) * METRES
    along = (right * x + up * y) * inverse
    along = 1.0 if along > 1 else 0.0 if along < 0 else along
    aside, above = right - along * x, up - along * y
    return aside * aside + above * above


class _Grid:
    """Which legs may be within reach of each cell of a grid over the corridor. Beyond the grid there are none."""

    def __init__(self, legs: list[_Leg], width: float) -> None:
        boxes = [_box(leg, width * 1.01 + 1) for leg in legs]
        self._origin = boxes[0][2]
        spans = [
            (south, north, _turned(west - self._origin), _turned(west - self._origin) + (east - west)) for south, north, west, east in boxes
        ]
        self._south, self._west = min(one[0] for one in spans), min(one[2] for one in spans)
        tall, wide = max(one[1] for one in spans) - self._south, max(one[3] for one in spans) - self._west
        size = max(width / METRES, math.sqrt(tall * wide / CELLS), max(tall, wide) / CELLS)
        self._size, self._rows, self._columns = size, int(tall / size) + 1, int(wide / size) + 1
        found: dict[int, list[int]] = {}
        for index, (south, north, west, east) in enumerate(spans):
            for row in range(int((south - self._south) / size), int((north - self._south) / size) + 1):
                for column in range(int((west - self._west) / size), int((east - self._west) / size) + 1):
                    found.setdefault(row * self._columns + column, []).append(index)
        self._found = found
        self.ranks = self._ranked()

    def _ranked(self) -> list[npt.NDArray[np.intp]]:
        """Return, for each rank, the leg of that rank of every cell; -1 is none. The last cell is all beyond the grid."""
        deepest = max(len(many) for many in self._found.values())
        ranks = np.full((deepest, self._rows * self._columns + 1), -1, dtype=np.intp)
        for cell, many in self._found.items():
            ranks[: len(many), cell] = many
        return list(ranks)

    def legs(self, latitude: float, longitude: float) -> list[int]:
        """Return the legs that may be within reach of a place."""
        up, right = (latitude - self._south) / self._size, (_turned(longitude - self._origin) - self._west) / self._size
        if not (0 <= up < self._rows and 0 <= right < self._columns):
            return []
        return self._found.get(int(up) * self._columns + int(right), [])

    def cells(self, latitudes: Floats, longitudes: Floats) -> npt.NDArray[np.intp]:
        """Return the cell of each of many places."""
        turn = longitudes - self._origin
        turn = np.where(turn > 180, turn - 360, np.where(turn < -180, turn + 360, turn))
        up, right = (latitudes - self._south) / self._size, (turn - self._west) / self._size
        within = (up >= 0) & (up < self._rows) & (right >= 0) & (right < self._columns)
        cells = np.where(within, up, 0).astype(np.intp) * self._columns + np.where(within, right, 0).astype(np.intp)
        return np.where(within, cells, self._rows * self._columns)


def _box(leg: _Leg, reach: float) -> tuple[float, float, float, float]:
    """Return south, north, west and east of what is within reach of a leg, in degrees; east may be beyond 180."""
    latitude, longitude, scale, x, y, _ = leg
    up, right = reach / METRES, reach / scale
    south, west = latitude + min(y, 0) / METRES - up, longitude + min(x, 0) / scale - right
    return south, latitude + max(y, 0) / METRES + up, west, longitude + max(x, 0) / scale + right
