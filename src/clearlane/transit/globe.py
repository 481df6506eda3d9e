"""Distances on the Earth between two places."""

from __future__ import annotations

import math

from clearlane.model.reading import Position

RADIUS = 6_371_008.8
"""The Earth's mean radius, in metres (IUGG)."""


def metres(one: Position, other: Position) -> float:
    """Return the distance between two places on a sphere, in metres, by the haversine."""
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(min(1.0, half)))
