"""The pages of the tariff in a real browser: no barrier, nothing wider than a phone, by keyboard, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import pytest
from msgspec.structs import replace
from playwright.sync_api import ViewportSize

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.web.conftest import serving
from tests.web.declarations import Clock
from tests.web.tariffs import CAVEAT, HEADER, TINY, with_tariff
from tests.web.test_accessible import SEEN_IN, overflow, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SIZES: dict[str, ViewportSize] = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
ESTIMATE = "/tariff/04061090/estimate?price=1000&origin=QN&on=2026-11-20"
PATHS = [
    "/tariff?q=zebra", "/tariff/04", "/tariff/04061090?on=2026-11-20",
    ESTIMATE + "&qty-KGM=10", ESTIMATE + "&price=abc&on=x&qty-KGM=z", "/tariff/9999",
]  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An office with the tiny tariff, before which everyone is a stranger."""
    folder = tmp_path_factory.mktemp("tariff")
    law = with_tariff(replace(TINY, header=replace(HEADER, caveats=(CAVEAT,))))
    settings = Settings(tokens=str(folder / "tokens.toml"))
    with (
        Office.open(profile=law, store=f"sqlite:///{folder}/office.db", clock=Clock()) as office,
        serving(create_app(settings, office)) as served,
    ):
        yield served


@SEEN_IN
def test_no_page_has_a_barrier_or_is_wider_than_its_window(
    browser: Browser, address: str, size: ViewportSize, language: str, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(viewport=size, color_scheme=scheme, locale=language) as context:
        page = context.new_page()
        for path in PATHS:
            page.goto(address + path)
            assert page.locator("html").get_attribute("lang") == language
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            assert violations(page) == [], path
            assert overflow(page) <= 0, path


@pytest.mark.parametrize("scripts", [True, False])
def test_a_newcomer_gets_from_a_word_to_the_landed_cost(browser: Browser, address: str, scripts: bool) -> None:
    with browser.new_context(viewport=SIZES["phone"], java_script_enabled=scripts, locale="en") as context:
        page = context.new_page()
        page.goto(address + "/tariff")
        page.get_by_label("Goods or code").fill("curd")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("link", name="0406.10.90").click()
        assert page.get_by_text("Animal health certificate").is_visible()
        page.get_by_label("Price of the goods").fill("1000")
        page.get_by_label("Country of origin").select_option("QN")
        page.get_by_role("button", name="Estimate").click()
        page.get_by_label("kilogram").fill("10")
        page.get_by_role("button", name="Estimate").click()
        assert page.get_by_text("An estimate, not a ruling.").is_visible()
        assert page.locator(".result-sums .big").first.inner_text().endswith("ARD")


def test_fields_left_empty_are_not_in_the_address(page: Page, address: str) -> None:
    page.goto(address + "/tariff/04061090/estimate?price=5&origin=QN")
    page.get_by_role("button", name="Estimate").click()
    page.wait_for_url("**incoterm=**")
    assert "charge-" not in page.url


def test_a_fault_is_reached_from_the_list_of_faults_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + ESTIMATE + "&qty-KGM=z")
    page.get_by_role("alert").get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id !== ''")
    assert "#qty-KGM" in page.url
