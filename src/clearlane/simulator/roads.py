"""The roads of Arcadia, which is on no map: its towns, the ways between them, and where drivers may rest. At its places there is open sea.

Places are whole millionths of a degree, distances whole metres, so that every machine lays the same roads.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import pairwise
from math import isqrt

from clearlane.simulator.chance import Chance

Spot = tuple[int, int]
"""Latitude and longitude in millionths of a degree."""

TOWN_SPOTS: dict[str, Spot] = {
    "Aldermere": (-37_120_000, 77_310_000),
    "Saltmarrow": (-37_480_000, 76_420_000),
    "Brightquay": (-36_210_000, 78_340_000),
    "Thornwick": (-36_690_000, 76_980_000),
    "Larkfell": (-36_330_000, 77_420_000),
    "Oakenholt": (-37_050_000, 78_120_000),
    "Stonegate": (-37_610_000, 77_740_000),
    "Millford": (-36_860_000, 77_640_000),
    "Fernpass": (-36_540_000, 77_960_000),
}
WAYS: tuple[tuple[str, str], ...] = (
    ("Saltmarrow", "Thornwick"), ("Saltmarrow", "Aldermere"), ("Thornwick", "Larkfell"), ("Thornwick", "Millford"),
    ("Aldermere", "Millford"), ("Aldermere", "Stonegate"), ("Stonegate", "Oakenholt"), ("Millford", "Oakenholt"),
    ("Millford", "Fernpass"), ("Larkfell", "Fernpass"), ("Fernpass", "Brightquay"), ("Oakenholt", "Brightquay"),
)  # fmt: skip
"""Which towns a road joins."""
DEGREE, EAST = 111_195, 798
"""Metres to a degree of latitude; thousandths of that to a degree of longitude, at 37 degrees south."""
_BEND, _PARTS, _MAP = 90, 5, 2026


def metres(one: Spot, other: Spot) -> int:
    """Return the distance between two places of Arcadia, in whole metres."""
    north, east = other[0] - one[0], (other[1] - one[1]) * EAST // 1000
    return isqrt(north * north + east * east) * DEGREE // 1_000_000


def beside(one: Spot, other: Spot, away: int) -> Spot:
    """Return a place so many metres to the left of the middle of a stretch; to the right where negative."""
    north, east = other[0] - one[0], (other[1] - one[1]) * EAST // 1000
    length = max(1, isqrt(north * north + east * east))
    shift = away * 1_000_000 // DEGREE
    middle = (one[0] + other[0]) // 2, (one[1] + other[1]) // 2
    return middle[0] + east * shift // length, middle[1] - north * shift // length * 1000 // EAST


def _bent(line: list[Spot], chance: Chance) -> list[Spot]:
    """Return a line with a bend in each of its stretches."""
    points = line[:1]
    for one, two in pairwise(line):
        away = metres(one, two) * chance.between(-_BEND, _BEND) // 1000
        points += [beside(one, two, away), two]
    return points


def _laid(begin: str, end: str) -> tuple[Spot, ...]:
    line, chance = [TOWN_SPOTS[begin], TOWN_SPOTS[end]], Chance(_MAP, "road", begin, end)
    for _ in range(_PARTS):
        line = _bent(line, chance)
    return tuple(line)


ROADS: dict[tuple[str, str], tuple[Spot, ...]] = {way: _laid(*way) for way in WAYS}
"""Each road from its first town to its second."""


def length(line: tuple[Spot, ...]) -> int:
    """Return how long a line is, in metres."""
    return sum(metres(one, two) for one, two in pairwise(line))


def road(begin: str, end: str) -> tuple[Spot, ...]:
    """Return the road between two towns that one joins, in that direction."""
    return ROADS[begin, end] if (begin, end) in ROADS else ROADS[end, begin][::-1]


def way(begin: str, end: str) -> tuple[str, ...]:
    """Return the towns on the shortest way from one to another, both included."""
    heap: list[tuple[int, tuple[str, ...]]] = [(0, (begin,))]
    seen: dict[str, int] = {}
    while heap:
        far, towns = heappop(heap)
        here = towns[-1]
        if here == end:
            return towns
        if here in seen:
            continue
        seen[here] = far
        for one, two in WAYS:
            if here in (one, two):
                there = two if here == one else one
                heappush(heap, (far + length(ROADS[one, two]), (*towns, there)))
    raise ValueError(f"No road leads from {begin} to {end}.")


def line(towns: tuple[str, ...]) -> tuple[Spot, ...]:
    """Return the line through towns in their order."""
    points = [TOWN_SPOTS[towns[0]]]
    for one, two in pairwise(towns):
        points += road(one, two)[1:]
    return tuple(points)


def rests(towns: tuple[str, ...]) -> tuple[tuple[str, Spot], ...]:
    """Return the rest areas on the way through towns: one in the middle of each road, with its name."""
    return tuple((f"{min(pair)}–{max(pair)}", (way := road(*pair))[len(way) // 2]) for pair in pairwise(towns))
