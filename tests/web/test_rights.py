"""Every address that changes something, as every role, at the wrong office, without the form's token: refused as the page of roles says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.model.person import Grant, Person, PersonRole
from clearlane.office.access import new_token
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.office.tokens import keep_token
from tests.web.declarations import DECLARANT, XA, Clock, coded, example

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "roles.md").read_text()
ROWS = {
    (method, path): (who, office, form)
    for method, path, who, office, form in re.findall(r"^\| `([A-Z]+) (/[^`]*)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
}
ROLES: tuple[PersonRole, ...] = get_args(PersonRole)
HERE, FAR = "https://office.example", "XA99"
EVERYONE = ("everyone", "every person, for himself")
FORM = "f" * 43
NUMBERS = {"person": "Z-1", "act": "lock", "number": "", "digest": "0" * 64}
ACTS = {
    "/declarations/{number}/acts/{act}": "begin-check",
    "/declarations/{number}/own/{act}": "answer",
    "/desk/assignment/{act}": "rota",
    "/desk/payments/of/{act}": "refund",
    "/desk/risk/act/{act}": "snooze",
    "/desk/risk/models/act/{act}": "train",
    "/desk/tariff/act/{act}": "rollback",
}
FORMS: dict[str, dict[str, Any]] = {
    "/lodge": {"text": example("WALK-1").decode()},
    "/people/register": {"person": "Z-2"},
    "/desk/assignment/{act}": {"office": "XA01", "shift": "day"},
    "/desk/risk/selection/sign": {"office": "XA01", "shift": "day", "inspections": "1"},
}
BODIES: dict[str, Any] = {
    "/v1/certificates": b'{"kind": "aeo", "subject": {"operator": "H", "programme": "AEO", "status": "authorised"}}',
    "/v1/declarations/{name}/answers": b'{"query": 1}',
    "/v1/declarations/{name}/extensions": b'{"query": 1, "why": "The mill is closed."}',
    "/v1/declarations": example("WALK-2"),
    "/v1/declarations/{name}/parties": b'{"why": "the value"}',
    "/v1/permits": b'{"number": "L-1", "kind": "L100", "holder": "H", "commodities": ["09"], "since": "2026-01-01", "until": "2026-12-31"}',
    "/v1/risk/profiles": b'{"text": "nothing"}',
    "/v1/risk/results/{number}": b'{"intensity": "physical", "results": [{"item": 1, "conform": true}], "by": "T-1"}',
}


class Desk:
    """The whole application, with a person and a token of each role, and one person of each role at an office far away."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        self.number = office.lodge(example("RED-1", coded("240220"))).case.number
        tokens = folder / "tokens.toml"
        self.tokens: dict[str, str] = {}
        rights = office.people.rights
        rights.register(Person("Z-1"), by="A-0")
        for role in ROLES:
            for number, offices in ((f"P-{role}", ()), (f"F-{role}", (FAR,))):
                rights.register(Person(number), by="A-0")
                party = DECLARANT if role in ("trader", "broker") else ""
                rights.grant(number, Grant(0, role, date(2026, 1, 1), offices=offices, party=party), by="A-9")
            given, kept = new_token(role, DECLARANT if role in ("trader", "broker") else f"K-{role}")
            keep_token(tokens, kept)
            self.tokens[role] = given
        self.app = create_app(Settings(tokens=str(tokens), certificate_key=str(folder / "certificate.key")), office)

    def browser(self, person: str) -> TestClient:
        client = TestClient(self.app, base_url=HERE, follow_redirects=False, raise_server_exceptions=False)
        with self.office.store.work() as work:
            client.cookies.set("session", self.office.people.sessions.begin(work, person), domain="office.example")
        client.cookies.set("form", FORM, domain="office.example")
        return client

    def address(self, path: str) -> str:
        values = NUMBERS | {"number": self.number, "name": self.number} | ({"act": ACTS[path]} if path in ACTS else {})
        return path.format(**values)

    def sent(self, path: str, person: str, **form: Any) -> Any:
        """What a form is answered with, sent by a person from a page of ours."""
        return self.browser(person).post(self.address(path), data={"form": FORM, **FORMS.get(path, {}), **form})

    def asked(self, path: str, role: str) -> Any:
        """What a program is answered with that shows a token of a role."""
        client = TestClient(self.app, base_url=HERE, raise_server_exceptions=False)
        headers = {"Authorization": f"Bearer {self.tokens[role]}", "Content-Type": "application/json"}
        return client.post(self.address(path), content=BODIES.get(path, b"{}"), headers=headers)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("rights")
    with Office.open(profile=XA, store=f"sqlite:///{folder}/office.db", clock=Clock()) as office:
        desk = Desk(office, folder)
        yield desk
        desk.app.state.desk.close()


def changing(routes: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Every address of the application that changes something, out of its own table of routes."""
    for route in routes:
        if hasattr(route, "original_router"):
            yield from changing(route.original_router.routes)
        for method in getattr(route, "methods", None) or ():
            if method not in ("GET", "HEAD", "OPTIONS"):
                yield method, route.path


def may(who: str, role: str, *, token: bool = False) -> bool:
    return who.strip() in EVERYONE or role in re.findall(r"(?<!token )`(\w+)`", who) or (token and f"token `{role}`" in who)


PAGES = [path for (_, path), _ in ROWS.items() if not path.startswith("/v1")]
PROGRAMS = [path for (method, path), _ in ROWS.items() if path.startswith("/v1") and method == "POST"]
BY_ROLE = [path for path in PAGES if ROWS["POST", path][0].strip() not in EVERYONE]


def test_the_page_of_roles_names_every_address_that_changes_something_and_no_other(desk: Desk) -> None:
    assert sorted(ROWS) == sorted(set(changing(desk.app.routes)))


@pytest.mark.parametrize("path", BY_ROLE)
def test_a_page_takes_a_form_from_those_who_may_and_refuses_the_others(desk: Desk, path: str) -> None:
    who = ROWS["POST", path][0]
    for role in ROLES:
        before = desk.office.store.last_seq()
        status = desk.sent(path, f"P-{role}").status_code
        if may(who, role):
            assert status in (200, 303, 400, 404), (role, status)
        else:
            assert status == 403 or (role in ("trader", "broker", "admin", "partner") and status == 404), (role, status)
            assert desk.office.store.last_seq() == before, role


@pytest.mark.parametrize("path", PROGRAMS)
def test_a_program_is_heard_with_a_token_of_those_who_may_and_refused_with_others(desk: Desk, path: str) -> None:
    who = ROWS["POST", path][0]
    for role in ROLES:
        before = desk.office.store.last_seq()
        status = desk.asked(path, role).status_code
        if may(who, role, token=True):
            assert status in (200, 201, 400, 404, 409, 422), (role, status)
        else:
            assert (status, desk.office.store.last_seq()) == (403, before), role


@pytest.mark.parametrize("path", PAGES)
def test_a_form_without_the_token_of_a_page_of_ours_changes_nothing(desk: Desk, path: str) -> None:
    who = ROWS["POST", path][0]
    role = next(role for role in ROLES if may(who, role))
    before = desk.office.store.last_seq()
    for given in ({}, {"form": "g" * 43}):
        browser = desk.browser(f"P-{role}")
        answer = browser.post(desk.address(path), data=FORMS.get(path, {}) | given)
        assert answer.status_code == (303 if path == "/sign-out" else 403), answer.status_code
        browser.cookies.set("session", browser.cookies.get("session") or "", domain="office.example")
    assert desk.office.store.last_seq() == before


def test_signing_out_from_another_page_ends_no_session(desk: Desk) -> None:
    browser = desk.browser("P-officer")
    session = browser.cookies["session"]
    browser.post("/sign-out", data={})
    assert desk.office.people.sessions.find(session) is not None


def test_another_site_sends_no_form_even_with_the_right_token(desk: Desk) -> None:
    for path in BY_ROLE:
        role = next(role for role in ROLES if may(ROWS["POST", path][0], role))
        browser = desk.browser(f"P-{role}")
        answer = browser.post(desk.address(path), data={"form": FORM} | FORMS.get(path, {}), headers={"Origin": "https://evil.example"})
        assert answer.status_code == 403, path


@pytest.mark.parametrize("path", PROGRAMS)
def test_a_browsers_session_opens_nothing_that_is_for_programs(desk: Desk, path: str) -> None:
    if ROWS["POST", path][0].strip() != "everyone":
        assert desk.browser("P-officer").post(desk.address(path), content=BODIES.get(path, b"{}")).status_code == 401


@pytest.mark.parametrize("path", [path for path in PAGES if "that of" in ROWS["POST", path][1]])
def test_a_role_at_another_office_is_refused(desk: Desk, path: str) -> None:
    before = desk.office.store.last_seq()
    for role in ROLES:
        if may(ROWS["POST", path][0], role):
            assert desk.sent(path, f"F-{role}").status_code == 403, role
    assert desk.office.store.last_seq() == before


@pytest.mark.parametrize(("offices", "status"), [("XA01", 403), ("", 403), ("XA99 XA01", 403), ("XA99", 303)])
def test_an_administrator_of_some_offices_gives_roles_at_these_only(desk: Desk, offices: str, status: int) -> None:
    NUMBERS["act"] = "grant"
    try:
        sent = desk.sent("/people/of/{person}/{act}", "F-admin", role="officer", offices=offices)
    finally:
        NUMBERS["act"] = "lock"
    assert sent.status_code == status


def test_nobody_signed_in_is_led_to_the_door(desk: Desk) -> None:
    for path in BY_ROLE:
        client = TestClient(desk.app, base_url=HERE, follow_redirects=False)
        answer = client.post(desk.address(path), data=FORMS.get(path, {}))
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in"), path
