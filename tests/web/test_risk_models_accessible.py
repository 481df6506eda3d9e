"""Pages of lists, models, draws and estimates have no barrier and fit their window, in both languages, with much on them and nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import ViewportSize

from clearlane.api.app import create_app
from clearlane.model.risk_profile import ListEntry, RiskList
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.store.sqlite import SqliteStore
from tests.office.risk_office import MORNING, committed, office, trade
from tests.office.risk_season import BEGIN, FINE, WRONG, season
from tests.office.tariffs import Clock
from tests.web.conftest import serving
from tests.web.test_accessible import SEEN_IN, SIZES, overflow, violations
from tests.web.test_risk_models import CHEAP

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LONG = "Circular 7 of the ministry of trade on goods that cross the border, annex 3, as amended"
TRADERS = tuple(ListEntry(f"XA{2_045_183_361 + place}", date(2026, 2, 1) if place % 9 else None, "audited, late") for place in range(40))


def settled(page: Page) -> None:
    page.wait_for_selector("main:not(:has(progress))")


def served(desk: Office, folder: Path) -> Iterator[str]:
    with serving(create_app(Settings(tokens=str(folder / "tokens.toml")), desk, open_demo=True)) as address:
        yield address


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """An office after a season, with lists, a draw, two models and alarms; its address, and the later model."""
    pytest.importorskip("lightgbm")
    folder = tmp_path_factory.mktemp("learned")
    desk = season(SqliteStore(f"sqlite:///{folder}/office.db"), profiles=(CHEAP,))
    desk.risk.lists.keep(RiskList("trusted_traders", "traders", "risk-unit", LONG, TRADERS), by="A-1")
    desk.risk.lists.keep(RiskList("old_codes", "codes", "risk-unit", LONG, (ListEntry("8517"),), until=date(2026, 1, 31)), by="A-1")
    committed(desk, 0.2)
    list(desk.lodge_many(trade(1000)[800:]))
    for place, one in enumerate(desk.store.chosen_from(desk.clock() - timedelta(hours=1), limit=1000)):
        if one.drawn and place % 5:
            desk.risk.results.record(one.number, "physical", [WRONG if one.chapter < "10" else FINE], by="I-1")
    first = desk.risk.training.train(BEGIN, desk.clock(), by="T-1").kept.version
    desk.risk.models.promote(first, by="T-2")
    later = desk.risk.training.train(BEGIN, desk.clock(), by="T-1", seed=2).kept.version
    desk.risk.watching.drift()
    for address in served(desk, folder):
        yield address, later


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An office without any of it."""
    folder = tmp_path_factory.mktemp("bare")
    yield from served(office(SqliteStore(f"sqlite:///{folder}/office.db"), clock=Clock(MORNING)), folder)


@SEEN_IN
def test_no_page_has_a_barrier_or_is_too_wide(
    browser: Browser, full: tuple[str, str], size: ViewportSize, language: str, scheme: str
) -> None:
    address, later = full
    with browser.new_context(viewport=size, locale=language, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}/?as=auditor-1")
        page.goto(f"{address}/desk/risk/draws")
        assert (violations(page), overflow(page)) == ([], 0)
        page.goto(f"{address}/?as=analyst-1")
        desk = f"{address}/desk/risk"
        proof = "&number=26XA&proof=ab&period=2026-02-10"
        for path in ("/lists", "/lists/trusted_traders", "/models", f"/models/{later}", "/estimates"):
            page.goto(desk + path)
            page.evaluate("[...document.querySelectorAll('main details')].forEach((one) => { one.open = true; })")
            assert (violations(page), overflow(page)) == ([], 0), path
        for one in (f"{address}/risk/draws?lang={language}", f"{address}/risk/draws?lang={language}{proof}"):
            page.goto(one)
            assert (violations(page), overflow(page)) == ([], 0), one


@pytest.mark.parametrize("language", ["vi"])
def test_empty_pages_have_no_barrier(browser: Browser, bare: str, language: str) -> None:
    with browser.new_context(viewport=SIZES["phone"], locale=language) as context:
        page = context.new_page()
        page.goto(f"{bare}/?as=analyst-1")
        for path in ("/desk/risk/lists", "/desk/risk/models", "/desk/risk/draws", "/desk/risk/estimates", "/risk/draws"):
            page.goto(bare + path)
            assert (violations(page), overflow(page)) == ([], 0), path


def test_an_analyst_sets_a_model_beside_the_one_in_force_by_keyboard(browser: Browser, full: tuple[str, str]) -> None:
    address, later = full
    with browser.new_context(viewport=SIZES["desk"], locale="en-GB") as context:
        page = context.new_page()
        page.goto(f"{address}/?as=analyst-1")
        page.goto(f"{address}/desk/risk/models")
        page.locator(f"#versions a[href$='{later}']").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#compared form")
        page.locator("#compared button").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#compared table")
        settled(page)
        assert "Both choose the same in" in page.inner_text("#compared")
        assert (violations(page), overflow(page)) == ([], 0)
