"""A tariff officer's day: one loads an edition and tries it, another puts it in force, and takes it back; by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.store.sqlite import SqliteStore
from tests.days.conftest import Days
from tests.days.keys import to
from tests.office.tariffs import LAW, Clock, live, message, tariff
from tests.web.conftest import Served, serving
from tests.web.test_tariff_desk import packed

if TYPE_CHECKING:
    from tests.days.day import Day

pytestmark = pytest.mark.browser
EDITIONS = {"en": "2028", "vi": "2029"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An office with a tariff in force, one taken back with a task, and two waiting."""
    folder = tmp_path_factory.mktemp("tariff")
    with Office(LAW, SqliteStore(f"sqlite:///{folder}/office.db"), clock=Clock()) as office:
        live(office)
        live(office, "20 %", edition="2027")
        office.lodge(message("A-1"))
        office.tariff.roll_back(by="T-18", why="A wrong rate")
        office.lodge(message("A-2"))
        for edition in EDITIONS.values():
            office.tariff.load(tariff("12 %", edition=edition), by="TARIFF-1")
        with serving(create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)) as address:
            yield Served(office, address, {})


def sent(officer: Day, form: str) -> None:
    """Send a form by keyboard, and wait until what it began is over."""
    to(officer.page, f"form[action$={form}] button", 200)
    officer.page.keyboard.press("Enter")
    officer.page.wait_for_selector("main:not(:has(progress))")


def test_one_loads_and_another_tries_and_puts_in_force_by_keyboard(day: Days, desk: Served) -> None:
    officer = day("tariff-officer", desk)
    page, version = officer.page, f"XA-{EDITIONS[officer.language]}-1"
    officer.comes("tariff-1", "/desk/tariff")
    officer.looks("desk")
    page.set_input_files("input[type=file]", {"name": "t.zip", "mimeType": "application/zip", "buffer": packed("10 percentages")})
    sent(officer, "load")
    page.wait_for_selector("main :text('measures.csv')")
    officer.looks("refused")
    officer.comes("tariff-2", f"/desk/tariff/{version}")
    officer.looks("version")
    sent(officer, "simulate")
    page.wait_for_selector(".pair-bars")
    officer.looks("tried")
    officer.goes(f"/desk/tariff/{version}/difference?with=XA-2026-1")
    officer.looks("difference")
    officer.goes(f"/desk/tariff/{version}")
    to(page, "form[action$=activate] button", 200)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/tariff")
    assert version in page.locator(".big").inner_text()
    officer.looks("in-force")
