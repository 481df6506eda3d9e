"""Every address under practice, as every role: people of customs on their own cases only, no form from elsewhere, nothing in the office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from fastapi.testclient import TestClient
from starlette.routing import Mount

from clearlane.api.app import create_app
from clearlane.model.person import BY_TWO, Grant, Person, PersonRole
from clearlane.office.office import Office
from clearlane.office.practice import Practice
from clearlane.office.settings import Settings
from tests.web.declarations import DECLARANT, XA, Clock

ROLES: tuple[PersonRole, ...] = get_args(PersonRole)
PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "roles.md").read_text()
HERE, FORM = "https://office.example", "f" * 43
VALUES = {"act": "begin-check", "digest": "0" * 64, "kind": "release", "name": "1", "person": "P-officer", "path": "x", "rest": ""}
MARKED = "Practice office: nothing here has legal effect."
OF_A_CASE = ("/declarations/{number}", "/desk/inspections/{number}")


class Desk:
    """An office with practice beside it, and a person of each role in both."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        rights = office.people.rights
        for role in ROLES:
            rights.register(Person(f"P-{role}"), by="A-0")
            party = DECLARANT if role in ("trader", "broker") else ""
            rights.grant(f"P-{role}", Grant(0, role, date(2026, 1, 1), party=party), by="A-9")
        self.app = create_app(Settings(tokens=str(folder / "tokens.toml"), practice="sqlite:///:memory:"), office)
        self.practice: Practice = self.app.state.practice
        self.other = self.practice.begin("P-officer", "value", 1)[0].number
        mount = next(route for route in self.app.routes if isinstance(route, Mount))
        self.ways = sorted(set(addresses(getattr(mount.app, "_app").routes)))  # noqa: B009

    def browser(self, role: str) -> TestClient:
        client = TestClient(self.app, base_url=HERE, follow_redirects=False)
        with self.office.store.work() as work:
            client.cookies.set("session", self.office.people.sessions.begin(work, f"P-{role}"), domain="office.example")
        client.cookies.set("form", FORM, domain="office.example")
        return client

    def at(self, path: str) -> str:
        named = re.sub(r"{(\w+)(:\w+)?}", lambda found: {**VALUES, "number": self.other}.get(found[1], "1"), path)
        return f"/practice{named}"


def addresses(routes: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for route in routes:
        if hasattr(route, "original_router"):
            yield from addresses(route.original_router.routes)
        for method in getattr(route, "methods", None) or ():
            if method in ("GET", "POST", "PUT", "DELETE", "PATCH"):
                yield method, route.path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        yield Desk(office, tmp_path_factory.mktemp("practice"))


def changing(desk: Desk) -> list[str]:
    return [path for method, path in desk.ways if method != "GET" and not path.startswith("/sign-")]


@pytest.mark.parametrize("role", ROLES)
def test_nothing_sent_to_practice_reaches_the_office(desk: Desk, role: str) -> None:
    browser, before, held = desk.browser(role), desk.office.store.last_seq(), desk.practice.office.store.last_of(desk.other)
    for path in changing(desk):
        answer = browser.post(desk.at(path), data={"form": FORM})
        assert answer.status_code in (200, 303, 400, 403, 404, 409), (path, answer.status_code)
        if role not in BY_TWO:
            assert answer.status_code in (400, 403, 404), path
    assert desk.office.store.last_seq() == before
    if role != "officer":
        assert desk.practice.office.store.last_of(desk.other) == held


def test_no_form_is_taken_without_the_token_of_a_page_of_ours(desk: Desk) -> None:
    store = desk.practice.office.store
    before = store.last_seq()
    for path in changing(desk):
        for given in ({}, {"form": "g" * 43}):
            status = desk.browser("officer").post(desk.at(path), data=given).status_code
            assert status in (403, 404), (path, status)
    assert store.last_seq() == before


@pytest.mark.parametrize("role", ROLES)
def test_a_case_of_practice_is_seen_by_its_own_trainee_and_by_who_sees_to_him(desk: Desk, role: str) -> None:
    seen = 200 if role in ("officer", "supervisor", "admin") else 403 if role in BY_TWO else 404
    paths = [path for method, path in desk.ways if method == "GET" and path.startswith(OF_A_CASE)]
    assert len(paths) >= 5
    browser = desk.browser(role)
    for path in paths:
        status = browser.get(desk.at(path)).status_code
        assert status in ((200, 303, 400, 403, 404) if seen == 200 else (403, seen)), (path, status)
    assert browser.get(f"/practice/declarations/{desk.other}").status_code in ((200,) if seen == 200 else (403, 404))


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_practice_says_that_it_is_practice(desk: Desk, role: str) -> None:
    browser = desk.browser(role)
    for method, path in desk.ways:
        if method == "GET":
            answer = browser.get(desk.at(path), params={"lang": "en"})
            assert answer.status_code != 500, path
            if answer.headers.get("content-type", "").startswith("text/html") and "static" not in path:
                assert MARKED in answer.text, path


def test_the_page_of_roles_names_what_practice_adds(desk: Desk) -> None:
    added = {path for method, path in desk.ways if method == "POST" and path in ("/begin", "/profile", "/sure/{number}", "/tasks/{digest}")}
    assert set(re.findall(r"^\| `POST /practice(/[^`]*)` \|", PAGE, re.MULTILINE)) == added


def test_a_paper_of_practice_says_that_it_is_not_valid(desk: Desk) -> None:
    sheet = desk.practice.office.printing.sheet(desk.other, "assessment", "en", HERE)
    assert sheet.title.startswith("PRACTICE, NOT VALID")
    assert "valid without a signature" not in " ".join(sheet.foot)
