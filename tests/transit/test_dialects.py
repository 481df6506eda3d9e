"""Messages of seals and trackers are read as their makers wrote them; rubbish is refused in words."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.reading import Position
from clearlane.model.refusals import NotFound, Unreadable
from clearlane.transit.dialects import dialect_named
from clearlane.transit.dialects.eseal import read_eseal
from clearlane.transit.dialects.message import read_message
from clearlane.transit.dialects.padlock import read_padlock

DOOR = b"##S,eSeal,77001,12,1.0.0,Event-Door,9,2026-11-23,08:15:30,15,A,12.500000S 101.250000E,90,42,Open,0.5,0:0:3:0,3.7,-70,E##\r\n"
PLACE = "231126081530" + "12300000" + "101150000"
"""23 November 2026, 08:15:30; 12 degrees 30 minutes, 101 degrees 15 minutes."""
WHERE = Position(12.5, 101.25)
AT = datetime(2026, 11, 23, 8, 15, 30, tzinfo=UTC)


def padlock(word: str, battery: str = "5a", flags: str = "7", beyond: str = "") -> bytes:
    record = f"{PLACE}{flags}2010" + "00000064" + "08" + "00000000" + word + battery + "1234567814" + beyond
    return bytes.fromhex(f"24{'7501234567'}1711{len(record) // 2 + 1:04x}{record}05")


def tracker(version: int, rest: str) -> bytes:
    record = f"{PLACE}72010{rest}"
    return bytes.fromhex(f"24{'3101234567'}{version}1{len(record):04x}" + record * 2 + "07")


def test_a_container_seal_tells_that_its_door_was_opened_and_where() -> None:
    (reading,) = read_eseal(DOOR)
    assert (reading.device, reading.sequence, reading.at) == ("77001", 9, AT)
    assert (reading.position, reading.fixed, reading.speed, reading.course) == (Position(-12.5, 101.25), True, 42, 90)
    assert (reading.seal, reading.signs, reading.volts) == ("open", ("opened",), 3.7)


def test_a_container_seal_that_only_acknowledges_gives_no_reading() -> None:
    assert read_eseal(b"##S,eSeal,77001,12,1.0.0,RC-NFC DEL ACK,,E##") == ()


def test_a_padlock_in_place_tells_no_sign() -> None:
    (reading,) = read_padlock(padlock("20c0"))
    assert (reading.device, reading.sequence, reading.at, reading.position, reading.fixed) == ("7501234567", 5, AT, WHERE, True)
    assert (reading.seal, reading.signs, reading.battery, reading.course) == ("closed", (), 90, 32)
    assert reading.speed == pytest.approx(20 * 1.852)


@pytest.mark.parametrize(
    ("word", "seal", "signs"),
    [
        ("2088", "open", ("rope-cut",)),
        ("1140", "open", ("opened", "cover-open")),
        ("26c0", "closed", ("attempt",)),
        ("28d0", "closed", ("shock", "battery-low")),
        ("6040", "open", ("fault",)),
        ("20c6", "closed", ()),
    ],
)
def test_the_word_of_a_padlocks_state_says_what_happened(word: str, seal: str, signs: tuple[str, ...]) -> None:
    (reading,) = read_padlock(padlock(word))
    assert (reading.seal, reading.signs) == (seal, signs)


def test_a_padlock_that_is_charged_tells_no_battery_and_what_newer_makes_add_is_left() -> None:
    (reading,) = read_padlock(padlock("20c0", battery="ff", beyond="00000000aabbcc"))
    assert reading.battery is None


def test_south_and_west_are_negative_and_a_place_without_satellites_is_not_fixed() -> None:
    (reading,) = read_padlock(padlock("20c0", flags="0"))
    assert (reading.position, reading.fixed) == (Position(-12.5, -101.25), False)


def test_a_tracker_sends_several_stored_records_at_once_and_only_one_kind_tells_of_a_door() -> None:
    older, newer = read_padlock(tracker(1, "0" * 20)), read_padlock(tracker(2, "0040" + "0" * 16))
    assert [one.position for one in older] == [WHERE, WHERE]
    assert {one.seal for one in older} == {""}
    assert {one.seal for one in newer} == {"open"}


def test_a_sensor_speaks_through_a_tracker_and_frost_is_negative() -> None:
    head = b"(8001234567,1,12,WLNET,5,2," + bytes.fromhex(PLACE + "72010")
    (warm,) = read_padlock(
        head + bytes.fromhex("231126081532" + "1190000001" + "07" + "012c" + "64" + "46" + "01" + "0113" + "47" + "0000" + "00") + b")"
    )
    (frost,) = read_padlock(
        head + bytes.fromhex("231126081532" + "1190000001" + "07" + "012c" + "64" + "46" + "01" + "10c8" + "47" + "0000" + "00") + b")"
    )
    (broken,) = read_padlock(
        head + bytes.fromhex("231126081532" + "1190000001" + "07" + "012c" + "64" + "46" + "01" + "ffff" + "47" + "0000" + "00") + b")"
    )
    assert (warm.device, warm.sensor, warm.temperature, warm.humidity, warm.volts, warm.battery) == (
        "8001234567",
        "1190000001",
        27.5,
        71,
        3.0,
        100,
    )
    assert (frost.temperature, broken.temperature) == (-20.0, None)


def test_texts_of_trackers_are_read() -> None:
    (early,) = read_padlock(b"(3100000001,W01,10115.0000,E,1230.0000,S,A,231126,081530,36,90,100,4,17,1,1,firm)")
    (later,) = read_padlock(
        b"(3100000001,U06,1,231126,081530,T,12.500000,N,101.250000,E,10.5,90,9,32%,00000000000011,10133,5173,22,100,8,3E)"
    )
    assert (early.position, early.speed, early.at) == (Position(-12.5, 101.25), 36, AT)
    assert (later.position, later.battery, later.sequence) == (WHERE, 32, 8)
    assert later.speed == pytest.approx(10.5 * 1.609344)


def test_a_padlock_that_a_card_opened_says_so_and_one_that_refused_a_card_says_that() -> None:
    head = b"(8001234567,P45,231126,081530,12.500000,N,101.250000,E,A,0,0,1,"
    (opened,), (refused,), (idle,) = (
        read_padlock(head + rest) for rest in (b"1,0012345678,0,0,3)", b"0,0012345678,0,0,4)", b"0,0000000000,0,0,5,0)")
    )
    assert (opened.signs, opened.card) == (("unlocked", "opened"), "0012345678")
    assert (refused.signs, idle.signs, idle.card) == (("attempt",), (), "")


@pytest.mark.parametrize("message", [b"(3100000001,U04)", b"(3100000001,@JT)", b"(3100000001,1,2,WLNET,9,1,x)"])
def test_an_answer_or_a_setting_gives_no_reading(message: bytes) -> None:
    assert read_padlock(message) == ()


@pytest.mark.parametrize(
    "message",
    [b"", b"hello", b"$", padlock("20c0")[:-2], tracker(1, "0" * 20)[:-1], padlock("20c0").replace(b"\x23\x11\x26", b"\x32\x11\x26"),
     b"(3100000001,W01,19115.0000,E,1230.0000,S,A,231126,081530,36,90,100,4,17,1,1,firm)", b"(8001234567,1,12,WLNET,5,2,abc)"],
)  # fmt: skip
def test_what_no_padlock_could_mean_is_refused(message: bytes) -> None:
    with pytest.raises(Unreadable):
        read_padlock(message)


@pytest.mark.parametrize("message", [b"", b"\xff", DOOR[:-8], DOOR.replace(b"2026-11-23", b"2026-13-23"), DOOR.replace(b"12.5", b"92.5")])
def test_what_no_container_seal_could_mean_is_refused(message: bytes) -> None:
    with pytest.raises(Unreadable):
        read_eseal(message)


def ours(**said: object) -> bytes:
    return json.dumps({"v": 1, "device": "S-7", "sequence": 9, "at": "2026-11-23T15:15:30+07:00", **said}).encode()


def test_our_own_message_says_what_it_says_and_its_moment_is_taken_to_utc() -> None:
    (reading,) = read_message(
        ours(position=[12.5, 101.25], fixed=True, seal="open", signs=["opened", "opened"], speed=42, battery=90, temperature=-3.5)
    )
    assert (reading.device, reading.sequence, reading.at, reading.position, reading.fixed) == ("S-7", 9, AT, WHERE, True)
    assert (reading.seal, reading.signs, reading.speed, reading.battery, reading.temperature) == ("open", ("opened",), 42, 90, -3.5)
    (bare,) = read_message(ours(fixed=True))
    assert (bare.position, bare.fixed, bare.seal) == (None, False, "")


@pytest.mark.parametrize(
    "message",
    [b"", b"[]", b"{}", ours(v=2), ours(sequence=-1), ours(at="2026-11-23T08:15:30"), ours(position=[91, 0]), ours(position=[1]),
     ours(battery=101),
     ours(signs=["sung"]), ours(seal="ajar"), ours(device="../S"), ours(driver="Lan"),
     ours(at="0001-01-01T00:00:00+14:00"), b'{"device": "\xff"}'],
)  # fmt: skip
def test_what_our_own_message_cannot_say_is_refused(message: bytes) -> None:
    with pytest.raises(Unreadable):
        read_message(message)


@given(
    st.binary(max_size=80).map(lambda body: b"$" + body)
    | st.binary(max_size=80).map(lambda body: b"(1,2,3,WLNET,5,1," + body)
    | st.binary(max_size=60)
)
def test_rubbish_is_refused_and_never_breaks_the_reader(message: bytes) -> None:
    for read in (read_padlock, read_eseal, read_message):
        with suppress(Unreadable):
            assert all(one.at.tzinfo and one.device for one in read(message))


def test_a_dialect_that_nobody_speaks_is_not_found() -> None:
    with pytest.raises(NotFound, match="clearlane, eseal, padlock"):
        dialect_named("morse")


def test_the_open_strings_of_real_devices_give_the_kinds_they_carry(shared_data: Path) -> None:
    names = {"eseal": "eseal", "jt600": "padlock"}
    lines = [json.loads(line) for line in (shared_data / "transit" / "devices" / "strings.jsonl").read_text().splitlines()]
    assert len(lines) == 47
    for line in lines:
        message = line["message"].encode() if line["form"] == "text" else bytes.fromhex(line["message"])
        readings = dialect_named(names[line["device"]])(message)
        assert bool(readings) == (line["kind"] != "null"), line
        assert all(one.position for one in readings)
        if "true" in line.get("expected", ""):
            moment, _, latitude, longitude = (part.strip(' "') for part in line["expected"].split(","))
            (one,) = readings
            assert f"{one.at:%Y-%m-%d %H:%M:%S.000}" == moment
            assert one.position
            assert (one.position.latitude, one.position.longitude) == pytest.approx((float(latitude), float(longitude)), abs=1e-5)
        elif line.get("expected"):
            assert readings[0].temperature == float(line["expected"].rsplit(",", 1)[1])
