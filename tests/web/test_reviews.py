"""Supervisors see which checks the lot fell on, and whether following the machine or not was sound more often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.reviewing import reviews
from clearlane.office.settings import Settings
from tests.office.clearing_office import CONFORM
from tests.web.declarations import XA, Clock, coded, example

if TYPE_CHECKING:
    from pathlib import Path

LAW = replace(XA, clearance=msgspec.structs.replace(XA.clearance, review_share=1.0))


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    url = f"sqlite:///{tmp_path}/office.db" if request.param == "sqlite" else str(request.getfixturevalue("postgres_database"))
    with Office.open(profile=LAW, store=url, clock=Clock()) as office:
        yield office


def checked(office: Office, reference: str) -> str:
    number = office.lodge(example(reference, coded("240220"))).case.number
    office.clearance.begin_check(number, "documents", by="OFFICER-1")
    office.clearance.end_check(number, "documents", satisfied=True, by="OFFICER-1", found=CONFORM)
    return number


def page(office: Office, tmp_path: Path, who: str, language: str = "en") -> tuple[int, str]:
    app = create_app(Settings(tokens=str(tmp_path / "tokens.toml")), office, open_demo=True)
    client = TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000))
    client.cookies.set("as", who)
    answer = client.get(f"/desk/reviews?lang={language}")
    return answer.status_code, answer.text


def test_what_waits_is_listed_and_what_was_said_is_counted_for_both_ways_of_deciding(office: Office, tmp_path: Path) -> None:
    number, other = checked(office, "R-1"), checked(office, "R-2")
    ((place, _),) = office.clearance.situation(number).reviews
    office.clearance.review(number, place, sound=False, by="SUPERVISOR-1", why="The seal number differs.")
    made = reviews(office.store, lambda number: True)
    assert [one.number for one in made.waiting] == [other]
    assert [(one.number, one.sound, one.why) for one in made.done] == [(number, False, "The seal number differs.")]
    assert sum(one.drawn for one in made.tallies) == 2
    assert sum(one.reviewed for one in made.tallies) == 1
    assert sum(one.sound for one in made.tallies) == 0
    status, text = page(office, tmp_path, "supervisor-1")
    assert status == 200
    assert other in text
    assert "The seal number differs." in text
    assert "would have decided otherwise" in text
    assert "Đang chờ" in page(office, tmp_path, "supervisor-1", "vi")[1]


def test_where_nothing_was_drawn_the_page_says_so_and_officers_are_refused(office: Office, tmp_path: Path) -> None:
    assert "Nothing waits for a second look." in page(office, tmp_path, "supervisor-1")[1]
    assert page(office, tmp_path, "officer-1")[0] == 403


def test_what_lies_beyond_someones_offices_is_left_out(office: Office) -> None:
    made = reviews(office.store, lambda number: False)
    assert (made.waiting, made.done, sum(one.drawn for one in made.tallies)) == ((), (), 0)
