"""At the command line a device's messages are read, a trace is set against an itinerary, and a season of journeys is watched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Clearlane

DOOR = "##S,eSeal,77001,12,1.0.0,Event-Door,9,2026-11-23,08:15:30,15,A,12.500000S 101.250000E,90,42,Open,0.5,0:0:3:0,3.7,-70,E##"
LINE = "lat,lon\n10.0,106.0\n10.5,106.0\n"
TRACE = (
    "trip_id,timestamp,latitude,longitude\n"
    "A,2026-11-23T08:03:00Z,10.3,106.01\nA,2026-11-23T08:01:00Z,10.1,106.0\nA,2026-11-23T08:02:00Z,10.2,106.02\n"
    "A,2026-11-23T08:04:00Z,10.4,106.0\nB,2026-11-23T08:01:00Z,10.1,106.1\nC,2026-11-23T08:01:00Z,10.1,106.001\n"
)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "line.csv").write_text(LINE)
    (tmp_path / "trace.csv").write_text(TRACE)
    return tmp_path


def test_messages_of_devices_become_readings(clearlane: Clearlane, tmp_path: Path) -> None:
    (tmp_path / "said").write_bytes(f"{DOOR}\n\n{DOOR.encode().hex()}\n##S,eSeal,77001,12,1.0.0,RC-NFC DEL ACK,,E##\n".encode())
    said = clearlane("transit", "read", "eseal", str(tmp_path / "said"))
    assert said.code == 0
    one, two = said.answers
    assert one == two
    assert (one["device"], one["seal"], one["signs"], one["position"]["latitude"]) == ("77001", "open", ["opened"], -12.5)


def test_rubbish_and_a_dialect_nobody_speaks_are_refused_in_words(clearlane: Clearlane, tmp_path: Path) -> None:
    (tmp_path / "said").write_text("hello\n")
    rubbish = clearlane("transit", "read", "eseal", str(tmp_path / "said"))
    unknown = clearlane("transit", "read", "morse", str(tmp_path / "said"), "--language", "vi")
    assert rubbish.code
    assert unknown.code
    assert "no message of the dialect" in rubbish.err
    assert "Không có giao thức" in unknown.err


def test_each_time_a_trace_leaves_the_itinerary_is_told_in_the_order_of_its_times(clearlane: Clearlane, files: Path) -> None:
    said = clearlane("transit", "exits", str(files / "trace.csv"), "--line", str(files / "line.csv"), "--width", "500", "--json")
    assert [(one["trip"], one["left"], one["back"], one["positions"]) for one in said.answers] == [
        ("A", "2026-11-23T08:02:00Z", "2026-11-23T08:04:00Z", 2),
        ("B", "2026-11-23T08:01:00Z", "", 1),
    ]
    assert said.answers[0]["metres"] == pytest.approx(2188, abs=3)
    told = clearlane("transit", "exits", str(files / "trace.csv"), "--line", str(files / "line.csv"), "--width", "500")
    assert str(said.answers[0]["metres"]) in told.out
    assert "–" in told.out


@pytest.mark.parametrize(
    ("trace", "words"), [("a,b\n1,2\n", "no columns"), ("lat,lon\n10,106\n95,106\n", "Line 3"), ("lat,lon\n,\n", "Line 2")]
)
def test_a_trace_that_tells_no_places_is_refused_by_its_line(clearlane: Clearlane, files: Path, trace: str, words: str) -> None:
    (files / "bad.csv").write_text(trace)
    said = clearlane("transit", "exits", str(files / "bad.csv"), "--line", str(files / "line.csv"))
    assert said.code
    assert words in said.err


def test_one_point_is_no_itinerary(clearlane: Clearlane, files: Path) -> None:
    (files / "point.csv").write_text("lat,lon\n10,106\n")
    assert "two points" in clearlane("transit", "exits", str(files / "trace.csv"), "--line", str(files / "point.csv")).err


def test_a_season_is_watched_and_measured_with_intervals(clearlane: Clearlane) -> None:
    said = clearlane("transit", "season", "--journeys", "300", "--seed", "4", "--json")
    (made,) = said.answers
    assert made["journeys"] == 300
    assert made["found"]["least"] <= made["found"]["share"] <= made["found"]["most"] <= 1
    assert made["found"]["of"] == sum(one["of"] for one in made["kinds"].values()) > 10
    assert made["found"]["share"] > 0.9
    assert made["after"]["rate"] < made["before"]["rate"]
    assert sum(made["by_kind"].values()) == made["after"]["count"]
    told = clearlane("transit", "season", "--journeys", "20", "--language", "vi")
    assert "sau khi học" in told.out
