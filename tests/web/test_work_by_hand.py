"""The worklist in a browser: by keyboard alone from the list to the case and the next one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.office.working import next_case
from tests.web.conftest import serving
from tests.web.test_work import busy, mine

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Place = tuple[Office, str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with busy() as office:
        next_case(office, "OFFICER-1")
        tokens = Path(tmp_path_factory.mktemp("work")) / "tokens.toml"
        with serving(create_app(Settings(tokens=str(tokens)), office, open_demo=True)) as address:
            yield office, address


@pytest.mark.browser
def test_an_officer_moves_opens_and_takes_the_next_case_by_keyboard(browser: Browser, place: Place) -> None:
    office, address = place
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/desk/work?as=officer-1&tab=office")
        page.locator("#list tbody tr").first.focus()
        page.keyboard.press("j")
        wanted = page.locator("#list tbody tr").nth(1).get_attribute("data-number")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/declarations/{wanted}")
        page.goto(f"{address}/desk/work")
        page.keyboard.press("n")
        page.wait_for_url(f"**/declarations/{mine(office)[0]}")
