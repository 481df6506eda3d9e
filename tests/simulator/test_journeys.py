"""Simulated journeys are the same on every machine, and their truth is kept apart from what is heard of them."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice, pairwise

import msgspec
import pytest

from clearlane.simulator.journeys import Journey, habit, journeys
from clearlane.simulator.motion import Motion
from clearlane.simulator.roads import ROADS, TOWN_SPOTS, length, line, metres, rests, road, way

SINCE = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def many() -> list[Journey]:
    return list(islice(journeys(5, SINCE, dishonest=250), 200))


def test_a_seed_gives_the_same_journeys_and_another_seed_others(many: list[Journey]) -> None:
    def digest(seed: int) -> str:
        return sha256(msgspec.json.encode(list(islice(journeys(seed, SINCE, dishonest=250), 20)))).hexdigest()

    assert digest(5) == sha256(msgspec.json.encode(many[:20])).hexdigest() != digest(6)


def test_of_journeys_about_as_many_are_dishonest_as_were_asked_for(many: list[Journey]) -> None:
    assert 30 < sum(bool(one.deeds) for one in many) < 70
    assert {deed.kind for one in many for deed in one.deeds} == {"opening", "cutting", "diversion", "hand-over"}
    assert not any(one.deeds for one in islice(journeys(5, SINCE, dishonest=0), 40))


def test_readings_arrive_after_they_are_taken_and_devices_count_them(many: list[Journey]) -> None:
    for journey in many:
        assert all(one.received > one.reading.at >= journey.watched.departed for one in journey.heard)
        for device in journey.watched.devices:
            counts = [one.reading.sequence for one in sorted(journey.heard, key=lambda one: one.reading.at) if one.reading.device == device]
            assert all((one or 0) < (two or 0) for one, two in pairwise(counts))


def test_some_readings_arrive_late_and_journeys_take_hours(many: list[Journey]) -> None:
    late = [one for journey in many for one in journey.heard if (one.received - one.reading.at).total_seconds() > 60]
    assert late
    assert 1 < sum((one.arrives - one.watched.departed).total_seconds() for one in many) / len(many) / 3600 < 12


def test_deeds_lie_within_their_journey(many: list[Journey]) -> None:
    deeds = [(journey, deed) for journey in many for deed in journey.deeds]
    assert all(journey.watched.departed < deed.at < deed.until and deed.at < journey.arrives for journey, deed in deeds)


def test_roads_join_the_towns_and_the_shortest_way_is_taken() -> None:
    assert all((laid[0], laid[-1]) == (TOWN_SPOTS[one], TOWN_SPOTS[two]) for (one, two), laid in ROADS.items())
    towns = way("Saltmarrow", "Brightquay")
    assert (towns[0], towns[-1]) == ("Saltmarrow", "Brightquay")
    assert length(line(towns)) == sum(length(road(*pair)) for pair in pairwise(towns))
    assert length(line(towns)) <= length(line(("Saltmarrow", "Thornwick", "Millford", "Oakenholt", "Brightquay")))
    assert {spot in line(towns) for _, spot in rests(towns)} == {True}
    assert habit("Millford", "Aldermere") == habit("Aldermere", "Millford")


def test_no_road_leads_to_a_town_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="Atlantis"):
        way("Saltmarrow", "Atlantis")


def test_a_truck_is_where_it_should_be_at_any_second() -> None:
    one, two = TOWN_SPOTS["Millford"], TOWN_SPOTS["Fernpass"]
    truck = Motion(one)
    truck.drive(two, 60)
    driven = truck.second
    truck.wait(600)
    other = truck.parted()
    other.drive(one, 60)
    assert metres(one, truck.at(driven // 2)) == pytest.approx(metres(one, two) / 2, rel=0.001)
    assert [truck.at(-5), truck.at(driven + 300), truck.at(driven + 9_999)] == [one, two, two]
    assert other.at(9 * driven) == one
    assert driven == pytest.approx(metres(one, two) / 1000 * 60, rel=0.001)
