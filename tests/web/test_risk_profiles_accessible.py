"""A profile is written without scripts too: a button looks at the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.risk_season import season
from tests.web.conftest import serving
from tests.web.test_accessible import overflow, violations
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


def test_without_scripts_a_text_is_looked_at_by_a_button(browser: Browser, place: Place) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{place.address}{ROOM}/write?as=analyst-1&lang=en")
        page.fill("textarea[name=text]", CHEAP.replace("lane red", "lane rod"))
        page.click("button[value=look]")
        assert "Line 5" in page.inner_text("#faults")
