"""The tariff desk has no barrier, fits its window and is worked by keyboard, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import ViewportSize

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.store.sqlite import SqliteStore
from tests.office.tariffs import LAW, Clock, live, message, tariff
from tests.web.conftest import serving
from tests.web.test_accessible import READ_IN, SIZES, overflow, violations
from tests.web.test_tariff_desk import packed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An office with a tariff in force, one taken back with a task, and one waiting; its address."""
    folder = tmp_path_factory.mktemp("desk")
    with Office(LAW, SqliteStore(f"sqlite:///{folder}/office.db"), clock=Clock()) as office:
        live(office)
        live(office, "20 %", edition="2027")
        office.lodge(message("A-1"))
        office.tariff.roll_back(by="T-18", why="A wrong rate")
        office.lodge(message("A-2"))
        office.tariff.load(tariff("12 %", edition="2028"), by="TARIFF-1")
        with serving(create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)) as address:
            yield address


def settled(page: Page) -> None:
    """Wait until work begun on a page is over."""
    page.wait_for_selector("main:not(:has(progress))")


@READ_IN
def test_no_page_of_the_desk_has_a_barrier_or_is_too_wide(browser: Browser, desk: str, size: ViewportSize, language: str) -> None:
    with browser.new_context(viewport=size, locale=language) as context:
        page = context.new_page()
        page.goto(f"{desk}/desk/tariff?as=tariff-2")
        addresses = ["/desk/tariff", "/desk/tariff/XA-2028-1", "/desk/tariff/XA-2026-1", "/desk/tariff/XA-2028-1/difference?with=XA-2026-1"]
        for address in addresses:
            page.goto(desk + address)
            assert (violations(page), overflow(page)) == ([], 0), address
        page.goto(f"{desk}/desk/tariff/XA-2028-1")
        page.locator("form[action$=simulate] button").click()
        settled(page)
        assert page.locator(".pair-bars").count() >= 3
        assert (violations(page), overflow(page)) == ([], 0)
        page.goto(f"{desk}/desk/tariff")
        page.set_input_files("input[type=file]", {"name": "t.zip", "mimeType": "application/zip", "buffer": packed("10 percentages")})
        page.locator("form[action$=load] button").click()
        settled(page)
        assert "measures.csv" in page.inner_text("main")
        assert (violations(page), overflow(page)) == ([], 0)


def test_a_second_officer_puts_a_tariff_in_force_by_keyboard(browser: Browser, desk: str) -> None:
    with browser.new_context(viewport=SIZES["desk"], locale="en-GB") as context:
        page = context.new_page()
        page.goto(f"{desk}/desk/tariff?as=tariff-2")
        page.locator("#versions a", has_text="XA-2028-1").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("form[action$=activate]")
        page.locator("form[action$=activate] input[name=since]").focus()
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.tagName") == "BUTTON":
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk/tariff")
        assert "XA-2028-1" in page.locator(".big").inner_text()
