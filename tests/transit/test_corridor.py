"""A place is in the corridor or not: of one as of many, at any longitude, and as measured on the globe by another way."""

from __future__ import annotations

import csv
import math
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clearlane.model.itinerary import Itinerary
from clearlane.model.reading import Position
from clearlane.transit.corridor import METRES, Corridor

ROAD = Itinerary((Position(10.0, 106.0), Position(10.0, 106.5), Position(10.4, 106.5)), 500)


def globe(one: Position, other: Position) -> float:
    """Metres between two places, by the haversine."""
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    return (
        2
        * 6_371_008.8
        * math.asin(math.sqrt(math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2))
    )


def measured(line: tuple[Position, ...], place: Position) -> float:
    """How far a place is from a line, by a thousand places on each of its legs."""
    return min(
        globe(Position(one.latitude + (two.latitude - one.latitude) * part / 1000, one.longitude + turn * part / 1000), place)
        for one, two in pairwise(line)
        for turn in [(two.longitude - one.longitude + 180) % 360 - 180]
        for part in range(1001)
    )


def many(corridor: Corridor, places: list[Position]) -> list[bool]:
    answers = corridor.outside_many(np.array([one.latitude for one in places]), np.array([one.longitude for one in places]))
    return [bool(one) for one in answers]


@pytest.mark.parametrize(("metres", "outside"), [(0, False), (499, False), (501, True), (40_000, True)])
def test_a_place_is_outside_from_the_width_on(metres: int, outside: bool) -> None:
    corridor = Corridor(ROAD)
    beside = Position(10.0 - metres / METRES, 106.25)
    assert (corridor.outside(beside), many(corridor, [beside])) == (outside, [outside])
    assert corridor.distance(beside) == pytest.approx(metres, abs=0.01)


def test_beyond_either_end_the_corridor_is_round() -> None:
    corridor = Corridor(ROAD)
    assert not corridor.outside(Position(10.4 + 499 / METRES, 106.5))
    assert corridor.outside(Position(10.4 + 400 / METRES, 106.5 + 400 / METRES))


@pytest.mark.parametrize("line", [(Position(1, 1),), ()])
def test_a_line_of_one_point_is_no_itinerary(line: tuple[Position, ...]) -> None:
    with pytest.raises(ValueError, match="two points"):
        Corridor(Itinerary(line, 100))


coordinates = st.tuples(st.floats(-0.3, 0.3), st.floats(-0.3, 0.3))


@settings(max_examples=60)
@given(
    st.sampled_from([0.0, 21.0, -54.0, 66.0]),
    st.sampled_from([0.0, 105.8, 179.9, -180.0]),
    st.lists(coordinates, min_size=2, max_size=6),
    st.lists(coordinates, min_size=1, max_size=20),
    st.integers(50, 20_000),
)
def test_one_place_and_many_get_the_same_answer_and_the_globe_agrees(
    south: float, west: float, line: list[tuple[float, float]], places: list[tuple[float, float]], width: int
) -> None:
    def at(move: tuple[float, float]) -> Position:
        return Position(south + move[0], (west + move[1] + 180) % 360 - 180)

    way = tuple(at(one) for one in line)
    corridor = Corridor(Itinerary(way, width))
    asked = [at(one) for one in places]
    answers = [corridor.outside(one) for one in asked]
    assert many(corridor, asked) == answers
    assert [corridor.distance(one) > width for one in asked] == answers
    distance = measured(way, asked[0])
    spacing = max(globe(one, two) for one, two in pairwise(way)) / 1000
    assert corridor.distance(asked[0]) == pytest.approx(distance, rel=0.005, abs=spacing + 1)


def test_far_from_every_leg_all_is_outside() -> None:
    corridor = Corridor(ROAD)
    places = [Position(-80, 0), Position(89, 179), Position(10, -74), Position(9.9, 105)]
    assert many(corridor, places) == [True] * 4 == [corridor.outside(one) for one in places]


def test_a_bus_that_keeps_to_its_route_stays_in_the_corridor_of_the_others(shared_data: Path) -> None:
    trips: dict[str, list[tuple[str, Position]]] = {}
    with (shared_data / "transit" / "gps" / "route14_outbound.csv").open() as file:
        for row in csv.DictReader(file):
            trips.setdefault(row["trip_id"], []).append((row["timestamp"], Position(float(row["latitude"]), float(row["longitude"]))))
    ways = sorted((tuple(place for _, place in sorted(trip, key=lambda one: one[0])) for trip in trips.values()), key=len)
    corridor, others = Corridor(Itinerary(ways[-1], 150)), [place for way in ways[:-1] for place in way]
    answers = many(corridor, others)
    assert answers == [corridor.outside(one) for one in others]
    near = [measured(ways[-1], place) for place in others[::40]]
    assert [one > 150 for one in near] == answers[::40]
    assert 0.5 < answers.count(False) / len(answers) < 1
