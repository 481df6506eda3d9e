"""An analyst writes and tries a profile and another approves it, in a browser; no page has a barrier or is too wide, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import ViewportSize, expect

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.risk_season import season
from tests.web.conftest import serving
from tests.web.test_accessible import SEEN_IN, SIZES, overflow, violations
from tests.web.test_risk_profiles import CHEAP

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
ROOM = "/desk/risk"


class Place:
    """An office behind an address."""

    def __init__(self, office: Office, address: str) -> None:
        self.office, self.address = office, address


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """An office after a season, with two versions of a profile and one the law ships."""
    folder = tmp_path_factory.mktemp("risk")
    with season(count=160, days=8, profiles=(CHEAP.replace("CHEAP", "SHIPPED"),)) as office:
        for text in (CHEAP, CHEAP.replace("80%", "50%")):
            office.risk.profiles.write(text, by="ANALYST-1")
        with serving(create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)) as address:
            yield Place(office, address)


def clean(page: Page) -> bool:
    """Whether the page has no barrier and fits its window; what it has is told."""
    assert (violations(page), overflow(page)) == ([], 0), page.url
    return True


@SEEN_IN
def test_no_page_of_profiles_has_a_barrier_or_is_too_wide(
    browser: Browser, place: Place, size: ViewportSize, language: str, scheme: Literal["light", "dark"]
) -> None:
    paths = ["", "/retirement", "/profiles/CHEAP/2", "/profiles/SHIPPED/0", "/write", "/write?code=CHEAP", "/form?code=CHEAP"]
    with browser.new_context(viewport=size, locale=language, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{place.address}{ROOM}?as=analyst-2")
        for path in paths:
            page.goto(place.address + ROOM + path)
            page.evaluate("document.querySelectorAll('details.panel').forEach((one) => { one.open = true; })")
            assert clean(page)
        page.fill("[name='when.0.of']", "no_such_field")
        page.click(".acts-row button[value=keep]")
        assert page.locator("[aria-invalid=true]").count() == 1
        assert clean(page)


def written(page: Page, address: str, code: str) -> str:
    """Write a profile in text, look at the live preview, mend a fault, keep it and back-test it; return the address of the report."""
    page.goto(f"{address}{ROOM}/write?as=analyst-1")
    text = page.locator("textarea[name=text]")
    text.fill(CHEAP.replace("CHEAP", code).replace("price_per_kg <", "price_per_kgs <"))
    expect(page.locator("#faults")).to_contain_text("price_per_kg?")
    expect(page.locator("#news")).not_to_be_empty()
    page.locator("#faults a").first.click()
    assert page.evaluate("document.activeElement.value.slice(document.activeElement.selectionStart).startsWith('price_per_kgs')")
    text.fill(CHEAP.replace("CHEAP", code))
    expect(page.locator("#would .chart")).to_be_visible()
    assert page.locator("#sample a").count() > 0
    assert clean(page)
    page.click("button[value=keep]")
    page.wait_for_url(f"**/profiles/{code}/1")
    page.fill("#backtest [name=days]", "60")
    page.click("#backtest button")
    page.wait_for_url("**/reports/*")
    return page.url


@pytest.mark.parametrize(("size", "language", "code"), [("desk", "en", "NEW-EN"), ("phone", "vi", "NEW-VI")])
def test_one_analyst_writes_and_tries_and_another_approves(browser: Browser, place: Place, size: str, language: str, code: str) -> None:
    with browser.new_context(viewport=SIZES[size], locale=language) as context:
        page = context.new_page()
        report = written(page, place.address, code)
        assert page.locator("#approve form").count() == 0
        assert clean(page)
        page.goto(f"{report}?as=analyst-2")
        assert page.locator("#weeks .chart .bar").count() > 0
        assert clean(page)
        page.locator("#approve button").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/profiles/{code}/1")
        assert clean(page)
    stands = place.office.risk.profiles.version(code)
    assert (stands.state, stands.written_by, stands.approved_by) == ("live", "ANALYST-1", "ANALYST-2")


def test_without_scripts_a_text_is_looked_at_by_a_button(browser: Browser, place: Place) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{place.address}{ROOM}/write?as=analyst-1&lang=en")
        page.fill("textarea[name=text]", CHEAP.replace("lane red", "lane rod"))
        page.click("button[value=look]")
        assert "Line 5" in page.inner_text("#faults")
