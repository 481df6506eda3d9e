"""Every page in both languages, at a desk and on a phone, in light and dark, meets WCAG 2.2 AA as far as a program can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ViewportSize

from tests.web.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SIZES: dict[str, ViewportSize] = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
SEEN_IN = pytest.mark.parametrize(
    ("size", "language", "scheme"),
    [pytest.param(SIZES["desk"], "en", "light", id="desk-en-light"), pytest.param(SIZES["phone"], "vi", "dark", id="phone-vi-dark")],
)
"""Every language, theme and width is looked at; a page that is right at a desk in one and on a phone in the other is right in both."""
READ_IN = pytest.mark.parametrize(
    ("size", "language"), [pytest.param(SIZES["desk"], "en", id="desk-en"), pytest.param(SIZES["phone"], "vi", id="phone-vi")]
)
PATHS = ["/?q=none-such", "/lookup?name=none-such", "/no/such/page"]
KINDS = ["pre-lodged red", "rejected", "unpriced", "amended"]
"""What the days of tests/days do not come to."""
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@SEEN_IN
def test_no_page_has_a_barrier_or_is_wider_than_its_window(
    browser: Browser, served: Served, size: ViewportSize, language: str, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(viewport=size, color_scheme=scheme, locale=language) as context:
        page = context.new_page()
        for address in [*(served.address + path for path in PATHS), *(served.declaration(kind) + "?wco=1" for kind in KINDS)]:
            page.goto(address)
            assert page.locator("html").get_attribute("lang") == language
            page.evaluate("[...document.querySelectorAll('details')].slice(0, 8).forEach((one) => { one.open = true; })")
            assert violations(page) == [], address
            assert overflow(page) <= 0, address


def test_the_traders_view_has_no_barrier(page: Page, served: Served) -> None:
    page.goto(served.declaration("released") + "?as=trader&declarant=XA2045183361")
    assert violations(page) == []
    page.goto(served.address)
    assert violations(page) == []


def test_many_items_fit_a_phone(browser: Browser, served: Served) -> None:
    with browser.new_context(viewport=SIZES["phone"], locale="vi") as context:
        page = context.new_page()
        page.goto(served.declaration("many items"))
        assert overflow(page) <= 0


def test_every_table_has_a_caption(page: Page, served: Served) -> None:
    for address in (served.address, served.declaration("many items")):
        page.goto(address)
        assert page.locator("table").count() > 0
        assert page.locator("table:not(:has(> caption))").count() == 0
