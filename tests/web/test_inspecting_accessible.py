"""What stays open after an inspection, shared visits and tasks of practice, without barriers on desktop and phone, in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from clearlane.api.app import create_app
from clearlane.model.inspection import ItemResult
from clearlane.model.person import Grant, Person
from clearlane.office.inspecting_acts import Begin, Conclude, InspectorAct, Made, Sample
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.web.conftest import serving
from tests.web.declarations import XA, Clock, coded, example
from tests.web.test_accessible import READ_IN, overflow, violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ViewportSize

pytestmark = pytest.mark.browser
Quay = tuple[str, dict[str, list[str]], str]


def visited(office: Office) -> str:
    """A declaration inspected together with another agency, whose sample is at the laboratory."""
    number, desk = office.lodge(example("RED-1", coded("240110"))).case.number, office.inspections
    desk.order(number, "Quay 4", office.clock(), "physical", by="S-1")
    desk.share(number, desk.agencies[0].en, by="S-1")
    fine = Conclude(satisfied=True, results=(ItemResult(1, conform=True),))
    acts: tuple[InspectorAct, ...] = (Begin(), Sample("M-1", 1, Decimal(1), "KGM", "Laboratory 1"), fine)
    for key, act in enumerate(acts):
        assert desk.take(number, Made(f"key-{key}", act, "INSPECTOR-1", office.clock(), office.store.last_of(number))).refused is None
    return number


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Quay]:
    folder = tmp_path_factory.mktemp("later")
    with Office.open(profile=XA, store=f"sqlite:///{folder}/office.db", clock=Clock()) as office:
        number, rights = visited(office), office.people.rights
        rights.register(Person("V-1"), by="A-0")
        rights.grant("V-1", Grant(0, "partner", date(2026, 1, 1), party=office.inspections.agencies[0].en), by="A-9")
        app = create_app(Settings(tokens=str(folder / "t.toml"), practice=f"sqlite:///{folder}/practice.db"), office, open_demo=True)
        tasks = app.state.practice.tasks
        tasks.begin("CASHIER-1", "suspense", 1)
        (first,) = tasks.tasks("CASHIER-1")
        tasks.answer("CASHIER-1", first.given.task, ["none"] * 3, 80)
        tasks.begin("CASHIER-1", "statement", 1)
        paths = [f"/practice/tasks/{one.given.task}" for one in tasks.tasks("CASHIER-1")]
        shown = {"officer-1": [f"/desk/inspections/{number}"], "cashier-1": ["/practice/", *paths], "V-1": ["/visits"]}
        with office.store.work() as work:
            session = office.people.sessions.begin(work, "V-1")
        with serving(app) as address:
            yield address, shown, session


@READ_IN
def test_what_stays_open_after_an_inspection_has_no_barrier(browser: Browser, quay: Quay, size: ViewportSize, language: str) -> None:
    address, shown, session = quay
    for person, paths in shown.items():
        with browser.new_context(viewport=size, locale=language) as context:
            cookie = {"name": "session", "value": session} if person == "V-1" else {"name": "as", "value": person}
            context.add_cookies([{**cookie, "url": address}])  # type: ignore[typeddict-item]
            page = context.new_page()
            for path in paths:
                page.goto(address + path)
                assert page.url == address + path
                assert page.locator("main form, main table").count() > 0, path
                assert (violations(page), overflow(page)) == ([], 0), path
