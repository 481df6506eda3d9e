"""However its readings arrive, a journey ends in the same state with the same alerts, and what is taken back is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice
from random import Random

import pytest

from clearlane.model.watched import WatchLaw
from clearlane.simulator.journeys import Journey, journeys
from clearlane.transit.track import Forgotten
from clearlane.transit.watch import Watch, changes
from tests.transit.test_rules import MOVEMENT, at, reading

LAW = WatchLaw()
SINCE = datetime(2026, 11, 1, tzinfo=UTC)


def in_order(journey: Journey) -> Watch:
    watch = Watch(journey.watched, LAW)
    for one in sorted(journey.heard, key=lambda heard: heard.reading.at):
        watch.hear(one.reading)
    return watch


def test_a_thousand_journeys_shuffled_doubled_and_two_hours_late_end_alike() -> None:
    some = 0
    for number, journey in enumerate(islice(journeys(3, SINCE, dishonest=300), 1000)):
        chance = Random(number)
        watch = Watch(journey.watched, LAW)
        arriving = [(one.received + timedelta(minutes=chance.choice((0, 0, 0, 0, 7, 120))), one.reading) for one in journey.heard]
        arriving += [(when + timedelta(minutes=chance.randrange(180)), said) for when, said in chance.sample(arriving, len(arriving) // 10)]
        if number % 2:
            chance.shuffle(arriving)
        else:
            arriving.sort(key=lambda one: one[0])
        asked = set(chance.sample(range(len(arriving)), 3))
        for index, (when, said) in enumerate(arriving):
            watch.hear(said)
            if index in asked:
                watch.alerts(when)
        end = journey.arrives + timedelta(hours=3)
        standing = watch.alerts(end)
        assert standing == in_order(journey).alerts(end), journey.watched.number
        some += len(standing)
    assert some > 200


def test_what_was_said_too_early_is_taken_back_and_told_with_what_it_was() -> None:
    watch = Watch(MOVEMENT, LAW)
    watch.hear(reading(0))
    missed = watch.alerts(at(60))
    watch.hear(reading(50))
    watch.hear(reading(30))
    assert [(was.kind if was else "", now) for was, now in changes(missed, watch.alerts(at(60)))] == [("silence", None)]


def test_changes_are_told_in_the_order_of_their_beginnings() -> None:
    watch = Watch(MOVEMENT, LAW)
    before = watch.alerts(at(0))
    watch.hear(reading(20, battery=3, sequence=2))
    watch.hear(reading(10, signs=("rope-cut",), sequence=1))
    told = [(was, now.kind if now else "") for was, now in changes(dict(before), watch.alerts(at(20)))]
    assert told == [(None, "tampered"), (None, "battery")]


def test_a_reading_sent_twice_counts_once_and_one_of_another_device_not_at_all() -> None:
    watch = Watch(MOVEMENT, LAW)
    assert [watch.hear(reading(1)), watch.hear(reading(1)), watch.hear(reading(1, device="S9"))] == [True, False, False]


def test_what_is_forgotten_stays_said_and_a_reading_from_before_is_not_judged_alone() -> None:
    readings = [reading(minutes, signs=("rope-cut",) if minutes == 5 else ()) for minutes in range(40)]
    watch, whole = Watch(MOVEMENT, LAW), Watch(MOVEMENT, LAW)
    for one in readings:
        watch.hear(one)
        whole.hear(one)
        watch.forget(one.at - timedelta(minutes=10))
    assert watch.alerts(at(39)) == whole.alerts(at(39))
    assert watch.hear(reading(35.5))
    with pytest.raises(Forgotten):
        watch.hear(reading(20.5))
    assert watch.alerts(at(39)) == whole.alerts(at(39))
