"""A faceless office in which officers with telling numbers and names did everything there is to do, and ways to fetch all that one may."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.model.control_facts import Ask
from clearlane.model.inspection import ItemResult
from clearlane.model.lottery import OnDuty
from clearlane.model.person import Grant, Person, PersonRole
from clearlane.model.text import Text
from clearlane.office.access import new_token
from clearlane.office.clearing_control import Looked
from clearlane.office.inspecting_acts import Begin, Conclude, InspectorAct, Made, Photo
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.office.tokens import keep_token
from tests.office.test_documents import JPEG, PDF, XML
from tests.web.declarations import DECLARANT, XA, Clock, example

HERE = "https://office.example"
FORM = "f" * 43
STAFF: dict[str, tuple[PersonRole, str]] = {
    "QX-7741": ("officer", "Quirinus Probeworth"),
    "QX-7742": ("inspector", "Ottokar Quaysider"),
    "QX-7743": ("supervisor", "Seraphine Overseer"),
    "QX-7744": ("officer", "Balthasar Seconder"),
}
TOLD = [*STAFF, *(name for _, name in STAFF.values())]
GROUND = Text(en="Under article 7.", vi="Theo Điều 7.")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
_SEEN = 3
"""With how many different queries an address is asked."""
_PUBLIC = re.compile("/static/|/tariff/|/v1/openapi.json$")
"""What is the same for everyone and knows nothing of declarations; an example in the description of the interface has parties in it."""
FINE = (ItemResult(1, conform=True),)


class Desk:
    """The whole application, its people and its declarations."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, tokens = office, folder / "tokens.toml"
        rights = office.people.rights
        for number, (role, name) in [*STAFF.items(), ("B-1", ("trader", "")), ("U-1", ("auditor", ""))]:
            rights.register(Person(number, name), by="A-0")
            rights.grant(number, Grant(0, role, date(2026, 1, 1), party=DECLARANT if role == "trader" else ""), by="A-9")
        self.token: dict[PersonRole, str] = {}
        roles: tuple[PersonRole, ...] = ("trader", "officer", "inspector", "auditor", "admin")
        for role in roles:
            self.token[role], kept = new_token(role, DECLARANT if role == "trader" else f"K-{role}")
            keep_token(tokens, kept)
        self.heard: list[bytes] = []
        office.webhooks.anywhere = True
        office.webhooks.subscribe("http://127.0.0.1:9/", DECLARANT)
        self.numbers = [yellow(office), red(office), contested(office)]
        office.webhooks.deliver(self._hear, at_once=True)
        self.app: FastAPI = create_app(
            Settings(tokens=str(tokens), certificate_key=str(folder / "certificate.key"), requests_per_minute=0), office
        )

    def _hear(self, address: str, headers: dict[str, str], body: bytes) -> str:
        self.heard.append(body)
        return ""

    def browser(self, person: str) -> TestClient:
        client = TestClient(self.app, base_url=HERE, raise_server_exceptions=False)
        with self.office.store.work() as work:
            client.cookies.set("session", self.office.people.sessions.begin(work, person), domain="office.example")
        client.cookies.set("form", FORM, domain="office.example")
        return client

    def program(self, role: PersonRole) -> TestClient:
        headers = {"Authorization": f"Bearer {self.token[role]}"}
        return TestClient(self.app, base_url=HERE, headers=headers, raise_server_exceptions=False)

    def fetched(self, client: TestClient) -> Iterator[tuple[str, bytes]]:
        """Everything that a client is given: from every address of the application, and from every link of what it is given."""
        waits, seen = list(self.addresses()), Counter[str]()
        while waits and len(seen) < 1500:
            path = waits.pop()
            plain = path.partition("?")[0]
            if seen[path] or seen[plain] >= _SEEN or re.match(_PUBLIC, plain):
                continue
            seen.update({path, plain})
            answer = client.get(path)
            yield path, answer.content + repr(answer.headers).encode()
            if "html" in answer.headers.get("content-type", ""):
                waits += [link.replace("&amp;", "&") for link in re.findall(r'(?:href|src)="(/[^"#]*)', answer.text)]

    def addresses(self) -> Iterator[str]:
        """Every address of the application that is asked with GET, for every declaration."""
        for path in sorted({route for route in routes(self.app.routes) if "{path" not in route}):
            for number in self.numbers if "{n" in path else [""]:
                filled = {"number": number, "name": number, "generation": "1", "kind": "release", "digest": self._digest(number)}
                yield re.sub(r"{(\w+)(?::\w+)?}", lambda found, filled=filled: filled.get(found[1], "1"), path)  # type: ignore[misc]

    def _digest(self, number: str) -> str:
        return next((one.document.digest for one in self.office.documents.of(number)), "0" * 64) if number else "0" * 64


def routes(every: Any) -> Iterator[str]:
    for route in every:
        if hasattr(route, "original_router"):
            yield from routes(route.original_router.routes)
        if "GET" in (getattr(route, "methods", None) or ()):
            yield route.path


def yellow(office: Office) -> str:
    """Asked, answered, checked, released, and out by the gate."""
    number, desk = office.lodge(example("SBX-YELLOW-1")).case.number, office.clearance
    office.assignment.keep_rota("XA01", "day", [OnDuty("QX-7741", "documents")], by="QX-7743")
    office.assignment.assign(number, "QX-7741", by="QX-7743", why="He knows the goods.", section="documents")
    desk.query(number, [Ask("question", Text(en="Why so cheap?", vi="Vì sao giá thấp?"))], by="QX-7741")
    office.documents.supply(number, PDF, "N935")
    office.documents.supply(number, XML, "N380", by="QX-7741")
    desk.answer(number, 1, "A season's end.")
    desk.settle(number, 1, by="QX-7744", why="That is plain.")
    desk.begin_check(number, "documents", by="QX-7741")
    desk.end_check(number, "documents", satisfied=True, by="QX-7741", found=Looked("documents", FINE))
    if office.case(number).state != "released":
        desk.release(number, by="QX-7741", provisional=True)
    return number


def red(office: Office) -> str:
    """Inspected at the quay, and held by two."""
    number = office.lodge(example("SBX-RED-1")).case.number
    office.inspections.order(number, "Quay 4", NOON, "physical", by="QX-7743")
    acts: list[tuple[InspectorAct, bytes]] = [
        (Begin(), b""),
        (Photo(sha256(JPEG).hexdigest()), JPEG),
        (Conclude(satisfied=True, results=FINE), b""),
    ]
    for place, (act, photo) in enumerate(acts):
        office.inspections.take(number, Made(f"k-{place}", act, "QX-7742", NOON, office.store.last_of(number)), photo)
    asked = office.clearance.dispose(number, "detained", GROUND, by="QX-7744")[0].seq
    office.clearance.countersign(number, asked, granted=True, by="QX-7743")
    return number


def contested(office: Office) -> str:
    """Found wanting, and disputed."""
    number, desk = office.lodge(example("SBX-YELLOW-2")).case.number, office.clearance
    desk.begin_check(number, "documents", by="QX-7744")
    desk.end_check(number, "documents", satisfied=False, by="QX-7744", why="No invoice.")
    desk.dispute(number, "There is one.", {})
    return number


@contextmanager
def faceless(folder: Path) -> Iterator[Desk]:
    law = replace(XA, clearance=msgspec.structs.replace(XA.clearance, faceless=True, review_share=0.0))
    with Office.open(profile=law, store=f"sqlite:///{folder}/office.db", sandbox=True, clock=Clock()) as office:
        desk = Desk(office, folder)
        yield desk
        desk.app.state.desk.close()
