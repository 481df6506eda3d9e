"""Goods on the move: places set against a corridor, readings judged by the watch, messages of devices read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice

import msgspec
import numpy as np

from bench.figure import Figure
from clearlane.model.reading import Position, Reading
from clearlane.model.watched import WatchLaw
from clearlane.simulator.journeys import Journey, journeys
from clearlane.transit.corridor import Corridor
from clearlane.transit.watch import Watch

POINTS, ONE_BY_ONE, JOURNEYS = 1_000_000, 50_000, 200
SINCE = datetime(2026, 1, 5, tzinfo=UTC)


def figures() -> Iterator[Figure]:
    """Yield places a second in batch and one by one, and readings a second through the watch."""
    many = list(islice(journeys(1, SINCE), JOURNEYS))
    yield from _corridor(many)
    yield from _watch(many)


def _corridor(many: list[Journey]) -> Iterator[Figure]:
    itinerary = max((one.watched.itinerary for one in many if one.watched.itinerary), key=lambda one: len(one.line))
    corridor, chance = Corridor(itinerary), np.random.default_rng(1)
    line = np.array([(one.latitude, one.longitude) for one in itinerary.line])
    legs, along = chance.integers(0, len(line) - 1, POINTS), chance.random(POINTS)
    places = line[legs] + (line[legs + 1] - line[legs]) * along[:, None] + chance.normal(0, 0.006, (POINTS, 2))
    latitudes, longitudes = places[:, 0].copy(), places[:, 1].copy()
    batch = POINTS / _took(lambda: corridor.outside_many(latitudes, longitudes))
    bare = POINTS / _took(lambda: np.hypot(latitudes - line[0][0], longitudes - line[0][1]) < 1)
    yield Figure(f"places against a corridor of {len(line)} points, in batch", batch, "places/s", "one distance each, NumPy", bare, "0.8 M")
    some = [Position(*one) for one in places[:ONE_BY_ONE].tolist()]
    single = ONE_BY_ONE / _took(lambda: [corridor.outside(one) for one in some])
    yield Figure("the same, one by one", single, "places/s", "in batch", batch, "")


def _watch(many: list[Journey]) -> Iterator[Figure]:
    readings = [one.reading for journey in many for one in journey.heard]
    encoded = [msgspec.json.encode(one) for one in readings]
    decoder = msgspec.json.Decoder(Reading)
    judged = len(readings) / _took(lambda: [_judged(journey) for journey in many])
    decoded = len(readings) / _took(lambda: [decoder.decode(one) for one in encoded])
    yield Figure(
        f"readings through the watch, {len(many)} journeys", judged, "readings/s", "their JSON decoded", decoded, "5,000 end to end"
    )


def _judged(journey: Journey) -> int:
    """Watch a journey as it is heard, asking after each reading what stands."""
    watch = Watch(journey.watched, WatchLaw())
    stands = 0
    for one in journey.heard:
        watch.hear(one.reading)
        stands = len(watch.alerts(one.received))
    return stands


def _took(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best
