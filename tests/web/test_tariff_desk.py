"""The tariff officer's pages: what is loaded is shown, tried, put in force by a second person and taken back."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from clearlane.office.access import Asker
from clearlane.office.office import Office
from clearlane.store.sqlite import SqliteStore
from clearlane.web.pages import pages
from tests.office.tariffs import LAW, Clock, message, tariff

HERE = "http://127.0.0.1"


def packed(coffee: str = "10 %", **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in tariff(coffee, **parts).items():
            archive.writestr(name, data)
    return out.getvalue()


class Desk:
    """The desk of an office tried out, with two tariff officers at it."""

    def __init__(self, office: Office) -> None:
        app = FastAPI()
        app.include_router(pages(office, open_demo=True))
        self.office = office
        self.client = TestClient(app, base_url=HERE, client=("127.0.0.1", 50000))
        self.sit("tariff-1")

    def sit(self, who: str) -> None:
        self.client.get(f"/desk/tariff?as={who}")
        self.form = self.client.cookies["form"]

    def act(self, act: str, file: bytes = b"", **fields: str) -> Response:
        """Send a form and wait for what comes of it."""
        files = {"file": ("tariff.zip", file)} if file else None
        answer = self.client.post(f"/desk/tariff/act/{act}", data={"form": self.form, **fields}, files=files)
        while 'id="work"' in answer.text:
            time.sleep(0.05)
            answer = self.client.get(str(answer.url))
        return answer

    def live(self, coffee: str = "10 %", **parts: str) -> str:
        self.sit("tariff-1")
        version = re.search(r"kept as ([\w-]+)", self.act("load", packed(coffee, **parts)).text)
        assert version
        self.sit("tariff-2")
        assert self.act("activate", version=version[1]).status_code == 200
        return version[1]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Office(LAW, SqliteStore(f"sqlite:///{tmp_path}/office.db"), clock=Clock()) as office:
        yield Desk(office)


def test_a_tariff_is_loaded_and_waits_for_a_second_officer(desk: Desk) -> None:
    said = desk.act("load", packed()).text
    assert "It is not in force yet." in said
    version = desk.office.tariff.versions()[0]
    assert version.loaded_by == "TARIFF-1"
    assert "another tariff officer must put it in force" in desk.client.get(f"/desk/tariff/{version.version}").text
    refused = desk.act("activate", version=version.version)
    assert refused.status_code == 403
    assert desk.office.tariff.in_force() is None


def test_a_second_officer_puts_it_in_force(desk: Desk) -> None:
    version = desk.live()
    found = desk.office.tariff.in_force()
    assert found is not None
    assert (found.version, found.activated_by) == (version, "TARIFF-2")
    assert "in force" in desk.client.get("/desk/tariff").text


def test_a_refused_act_leaves_the_officer_on_the_page_with_what_was_typed(desk: Desk) -> None:
    desk.act("load", packed())
    name = desk.office.tariff.versions()[0].version
    assert f"<h1>{name}</h1>" in desk.act("activate", version=name).text
    assert 'value="2027x"' in desk.act("load", edition="2027x", kind="own").text


def test_a_broken_row_is_named_and_nothing_is_kept(desk: Desk) -> None:
    said = desk.act("load", packed("10 percentages")).text
    assert "Nothing was loaded" in said
    assert re.search(r"<td>measures.csv, row 2</td><td>duty", said)
    assert desk.office.tariff.versions() == []


def test_rubbish_is_refused_in_words(desk: Desk) -> None:
    said = desk.act("load", b"\x00\x01rubbish").text
    assert "Nothing was loaded" in said or 'role="alert"' in said
    assert desk.office.tariff.versions() == []


def test_the_tariff_of_the_page_is_taken_back_though_another_went_live_since(desk: Desk) -> None:
    first = desk.live("10 %")
    assert f'name="version" value="{first}"' in desk.client.get(f"/desk/tariff/{first}").text.split("act/roll-back")[1]
    second = desk.live("12 %", edition="2027")
    desk.act("roll-back", version=first, why="Wrong table")
    states = [desk.office.tariff.version(one).state for one in (first, second)]
    assert states == ["withdrawn", "in-force"]


def test_a_day_that_is_none_is_told_and_nothing_is_tried(desk: Desk) -> None:
    version = desk.live()
    answer = desk.act("simulate", version=version, since="2026-11-31")
    assert (answer.status_code, "Write a day such as" in answer.text) == (400, True)


def test_a_moment_without_zone_is_the_time_of_the_law(tmp_path: Path) -> None:
    law = replace(LAW, time_zone="Asia/Ho_Chi_Minh")
    with Office(law, SqliteStore(f"sqlite:///{tmp_path}/office.db"), clock=Clock()) as office:
        desk = Desk(office)
        desk.act("load", packed())
        version = office.tariff.versions()[0].version
        desk.sit("tariff-2")
        assert "From (time of Asia/Ho_Chi_Minh)" in desk.client.get(f"/desk/tariff/{version}").text
        desk.act("activate", version=version, since="2027-01-01T00:00")
        assert office.tariff.version(version).since == datetime(2026, 12, 31, 17, tzinfo=UTC)


def test_a_difference_is_shown_by_chapter(desk: Desk) -> None:
    first, second = desk.live("10 %"), desk.live("12 %", edition="2027")
    said = desk.client.get(f"/desk/tariff/{second}/difference?with={first}").text
    assert "<del>10 %</del>" in said
    assert "<ins>12 %</ins>" in said
    assert desk.client.get(f"/desk/tariff/{second}/difference?with={first}&chapter=62").text.count("<del>") == 0


def test_a_trial_shows_revenue_and_lanes_before_and_after_and_records_nothing(desk: Desk) -> None:
    desk.live("10 %")
    desk.office.lodge(message("T-1"))
    desk.sit("tariff-1")
    desk.act("load", packed("20 %", edition="2027"))
    before = desk.office.store.last_seq()
    said = desk.act("simulate", version=desk.office.tariff.versions()[0].version, since="2026-11-01", until="2026-11-30").text
    assert "Declarations tried: 1, lodged from 1 Nov 2026 to 30 Nov 2026" in said
    assert re.search(r"Difference</b></th><td><b>\+\d", said)
    assert '<th scope="row">09' in said
    assert desk.office.store.last_seq() == before


def test_a_tariff_that_prices_nothing_does_not_look_harmless(desk: Desk) -> None:
    desk.live("10 %")
    desk.office.lodge(message("T-1"))
    desk.sit("tariff-1")
    poor = tariff(edition="2027") | {"measures.csv": b"id,code,type,duty\n1,62,103,20 %\n"}
    version = desk.office.tariff.load(poor, by="tariff-1").version
    assert version
    said = desk.act("simulate", version=version.version, since="2026-11-01").text
    assert said.index("No longer priced: 1 of 1 declarations") < said.index("Difference</b>")


def test_taking_back_lists_what_must_be_assessed_again(desk: Desk) -> None:
    first = desk.live("10 %")
    second = desk.live("20 %", edition="2027")
    number = desk.office.lodge(message("R-1")).case.number
    said = desk.act("roll-back", why="A wrong rate for coffee").text
    assert f"{second} is withdrawn; {first} is in force again." in said
    assert f'href="/declarations/{number}"' in said
    assert desk.office.tariff.in_force() == desk.office.tariff.version(first)


@pytest.mark.parametrize("who", ["officer", "trader&declarant=XA2045183361"])
def test_nobody_else_may_work_here(desk: Desk, who: str) -> None:
    version = desk.live()
    desk.sit(who)
    assert desk.client.get("/desk/tariff").status_code == 403
    for act in ("load", "activate", "roll-back", "simulate"):
        assert desk.act(act, packed(), version=version, why="x").status_code == 403
    assert len(desk.office.tariff.versions()) == 1


def test_whoever_is_not_signed_in_is_asked_to(desk: Desk) -> None:
    app = FastAPI()
    app.include_router(pages(desk.office, recognise=lambda token: Asker("tariff", "T-17") if token == "clt_x" else None))
    stranger = TestClient(app, base_url=HERE, follow_redirects=False)
    assert stranger.get("/desk/tariff").headers["location"] == "/sign-in"
    assert stranger.post("/desk/tariff/act/roll-back").headers["location"] == "/sign-in"


def test_a_form_of_another_site_changes_nothing(desk: Desk) -> None:
    desk.live()
    answer = desk.client.post("/desk/tariff/act/roll-back", data={"form": "x" * 43, "why": "x"})
    assert answer.status_code == 403
    assert desk.office.tariff.in_force() is not None


def test_work_is_seen_by_whoever_began_it_only(desk: Desk) -> None:
    answer = desk.client.post(
        "/desk/tariff/act/load", data={"form": desk.form}, files={"file": ("t.zip", packed())}, follow_redirects=False
    )
    place = answer.headers["location"]
    desk.sit("tariff-2")
    assert desk.client.get(place).status_code == 404


def test_the_pages_speak_vietnamese(desk: Desk) -> None:
    version = desk.live()
    for path in ("/desk/tariff", f"/desk/tariff/{version}"):
        said = desk.client.get(f"{path}?lang=vi").text
        assert "Quản lý biểu thuế" in said
        assert 'lang="vi"' in said
