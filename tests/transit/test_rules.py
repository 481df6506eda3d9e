"""Each rule of the watch says what it should of a journey, and says nothing of one like it that is in order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from clearlane.model.alert import Alert
from clearlane.model.itinerary import AllowedStop, Itinerary
from clearlane.model.reading import Position, Reading
from clearlane.model.watched import Watched, WatchLaw
from clearlane.transit.globe import metres
from clearlane.transit.watch import Watch

START = datetime(2026, 11, 23, 6, tzinfo=UTC)
NORTH = 1_000 / 111_195.08
"""Degrees of latitude to a kilometre."""
ROAD = Itinerary(
    (Position(10.0, 106.0), Position(11.0, 106.0)),
    500,
    (AllowedStop("Ferry", Position(10.0 + 30 * NORTH, 106.0), 300, timedelta(hours=4)),),
)
MOVEMENT = Watched("26XAT0000001", ("S1",), START, itinerary=ROAD)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def reading(minutes: float, km: float = 0.0, east: float = 0.0, device: str = "S1", **others: object) -> Reading:
    """A reading some minutes after departure, some kilometres up the road and some degrees beside it."""
    said: dict[str, object] = {
        "position": Position(10.0 + km * NORTH, 106.0 + east),
        "fixed": True,
        "seal": "closed",
        "sequence": int(minutes * 10) + 1,
    }
    return Reading(device=device, at=at(minutes), **{**said, **others})  # type: ignore[arg-type]


def told(*readings: Reading, watched: Watched = MOVEMENT, until: float | None = None) -> list[Alert]:
    watch = Watch(watched, WatchLaw())
    for one in readings:
        watch.hear(one)
    return list(watch.alerts(max(one.at for one in readings) if until is None else at(until)).values())


def test_a_seal_that_stands_open_is_told_until_it_is_closed_again() -> None:
    (alert,) = told(reading(0), reading(10, seal="open"), reading(15, seal="open"), reading(20))
    assert (alert.kind, alert.since, alert.until) == ("opened", at(10), at(20))


def test_a_seal_that_officers_opened_is_not_told() -> None:
    watched = Watched("26XAT0000001", ("S1",), START, opened=((at(5), at(30)),))
    assert told(reading(0), reading(10, seal="open", signs=("opened",)), reading(40), watched=watched) == []


def test_a_cut_rope_and_an_opened_case_are_told_once_each_even_where_officers_had_it_open() -> None:
    watched = Watched("26XAT0000001", ("S1",), START, opened=((at(0), at(60)),))
    signs = ("rope-cut", "cover-open")
    alerts = told(reading(10, signs=signs), reading(11, signs=signs), reading(12, signs=signs), watched=watched)
    assert [(one.kind, one.sign, one.since) for one in alerts] == [("tampered", "rope-cut", at(10)), ("tampered", "cover-open", at(10))]


def test_a_wrong_card_is_told_again_when_it_is_tried_again() -> None:
    alerts = told(reading(10, signs=("attempt",)), reading(11), reading(12, signs=("attempt",)))
    assert [one.since for one in alerts] == [at(10), at(12)]


def test_the_way_is_left_from_the_third_fix_outside_on_and_since_the_first() -> None:
    off = [reading(minutes, km=minutes, east=0.02) for minutes in (10, 11, 12, 13)]
    assert told(reading(9, km=9), *off[:2]) == []
    (alert,) = told(reading(9, km=9), *off, reading(14, km=14))
    assert (alert.kind, alert.since, alert.until) == ("diversion", at(10), at(14))
    assert alert.value == round(metres(Position(10.0 + 12 * NORTH, 106.0), Position(10.0 + 12 * NORTH, 106.02)))


def test_a_wild_fix_and_fixes_without_satellites_are_no_diversion() -> None:
    assert (
        told(reading(1), reading(2, east=0.5), reading(3), reading(4, east=0.5), *(reading(m, east=0.5, fixed=False) for m in range(5, 9)))
        == []
    )


def test_a_stop_is_told_when_it_has_lasted_too_long_and_its_length_when_it_ends() -> None:
    standing = [reading(minutes, km=10) for minutes in range(10, 111, 10)]
    (goes_on,) = told(reading(0), *standing)
    assert (goes_on.kind, goes_on.since, goes_on.until, goes_on.value) == ("stop", at(10), None, 100)
    (ended,) = told(reading(0), *standing, reading(115, km=12))
    assert (ended.until, ended.value, ended.key) == (at(115), 105, goes_on.key)
    assert told(reading(0), *standing[:10]) == []


def test_where_the_itinerary_allows_a_stop_its_own_limit_holds() -> None:
    standing = [reading(minutes, km=30.1) for minutes in range(30, 271, 30)]
    assert told(reading(0), *standing) == []
    (alert,) = told(reading(0), *standing, reading(275, km=30.1))
    assert alert.since == at(30)


def test_silence_is_told_from_the_last_reading_and_ends_with_the_next() -> None:
    (goes_on,) = told(reading(0), reading(10), until=60)
    assert (goes_on.kind, goes_on.since, goes_on.until) == ("silence", at(10), None)
    (ended,) = told(reading(0), reading(10), reading(60), until=70)
    assert (ended.key, ended.until) == (goes_on.key, at(60))
    assert told(reading(0), reading(10), until=55) == []


def test_a_device_that_never_spoke_is_silent_since_departure_and_a_reading_sent_late_fills_the_gap() -> None:
    silent = Watch(MOVEMENT, WatchLaw())
    (alert,) = silent.alerts(at(46)).values()
    assert (alert.kind, alert.since) == ("silence", START)
    assert told(reading(40), reading(5), reading(80)) == []


def test_after_arrival_nothing_is_missed_and_nothing_is_judged() -> None:
    watched = Watched("26XAT0000001", ("S1",), START, arrived=at(30))
    assert told(reading(0), reading(20), reading(40, seal="open"), watched=watched, until=600) == []


def test_a_low_battery_is_told_until_it_is_charged() -> None:
    (alert,) = told(reading(1, battery=19), reading(2, battery=18), reading(3), reading(4, battery=80))
    assert (alert.kind, alert.since, alert.until, alert.value) == ("battery", at(1), at(4), 19)
    (sign,) = told(reading(1, signs=("battery-low",)))
    assert sign.value is None
    assert told(reading(1, battery=20)) == []


def test_the_battery_of_a_sensor_is_not_the_seals() -> None:
    assert told(reading(1, battery=3, sensor="77")) == []


def test_a_count_that_falls_while_time_goes_on_is_a_clock_set_back() -> None:
    (alert,) = told(reading(1, sequence=5), reading(2, sequence=4_000), reading(3, sequence=6), reading(4, sequence=7))
    assert (alert.kind, alert.since) == ("clock", at(3))


def test_a_count_that_begins_again_is_no_clock_set_back() -> None:
    assert told(reading(1, sequence=254), reading(2, sequence=255), reading(3, sequence=0), reading(4, sequence=1)) == []
    assert told(reading(1, sequence=4_000), reading(2, sequence=1, signs=("started",))) == []


def test_a_clock_that_was_never_set_is_told_once() -> None:
    old = [Reading("S1", datetime(2000, 1, 1, 0, minute, tzinfo=UTC), minute) for minute in range(3)]
    (alert,) = told(*old, reading(1, sequence=900))
    assert (alert.kind, alert.since) == ("clock", datetime(2000, 1, 1, tzinfo=UTC))


def test_goods_that_are_too_warm_for_half_an_hour_are_told() -> None:
    watched = Watched("26XAT0000001", ("S1",), START, temperature=(2.0, 8.0))
    warm = [reading(minutes, temperature=9.5) for minutes in (10, 20, 30, 40)]
    (alert,) = told(reading(0, temperature=5.0), *warm, reading(45), reading(50, temperature=8.0), watched=watched)
    assert (alert.kind, alert.since, alert.until, alert.value) == ("temperature", at(10), at(50), 9.5)
    assert told(*warm[:3], reading(35, temperature=7.0), *warm[3:], watched=watched) == []
    assert told(*warm) == []


def test_shocks_that_follow_one_another_are_one_alert_and_one_alone_is_none() -> None:
    alerts = told(
        reading(1, signs=("shock",)),
        reading(40, signs=("dropped",)),
        reading(80, signs=("shock",)),
        reading(200, signs=("shock",)),
        until=200,
    )
    assert [(one.since, one.until, one.value) for one in alerts if one.kind == "shock"] == [(at(1), at(80), 3)]


def parted(minutes: float, apart: float) -> list[Reading]:
    return [reading(minutes, km=minutes + apart), reading(minutes, km=minutes, device="T1", seal="")]


TRACKED = Watched("26XAT0000001", ("S1",), START, tracker="T1")


def test_seal_and_vehicle_that_part_are_told_when_two_readings_of_each_say_so() -> None:
    (alert,) = told(*parted(1, 0), *parted(2, 2), *parted(3, 4), *parted(4, 0), watched=TRACKED)
    assert (alert.kind, alert.device, alert.since, alert.until) == ("hand-over", "S1", at(2), at(4))
    assert told(*parted(1, 0), *parted(2, 2), *parted(3, 0), watched=TRACKED) == []


def test_readings_far_from_one_another_in_time_are_not_compared_and_a_drive_between_them_is_allowed() -> None:
    seal = [reading(minutes, km=minutes) for minutes in (0, 9, 18, 27)]
    vehicle = [reading(minutes, km=minutes, device="T1", seal="") for minutes in (4, 13, 22)]
    assert told(*seal, *vehicle, watched=TRACKED) == []
    assert told(*(reading(m, km=0) for m in (0, 1)), *(reading(m, km=90, device="T1", seal="") for m in (20, 21)), watched=TRACKED) == []
