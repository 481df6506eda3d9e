"""Selection, and risk on a declaration's page, have no barrier, fit their window and are worked by keyboard, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import msgspec
import pytest
from playwright.sync_api import ViewportSize

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.web.conftest import serving
from tests.web.risk_seen import hit_and_scored, kept, latest, practised
from tests.web.test_accessible import SEEN_IN, SIZES, overflow, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


class Seen:
    """An office with a queue, served: its address, its busiest customs office and shift, and a declaration that was scored."""

    def __init__(self, office: Office, address: str) -> None:
        self.office, self.address = office, address
        where = Counter(one.office for one in latest(office)).most_common(1)[0][0]
        self.shift = office.risk.capacities.shift()
        self.where = where
        self.query = f"office={where}&shift={self.shift.replace(' ', '+')}"
        self.number = hit_and_scored(office).number


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    folder = tmp_path_factory.mktemp("seen")
    with practised(kept(folder)) as made:
        law = replace(made.profile, selection=msgspec.structs.replace(made.profile.selection, expected={"red": 0.2}, hide_score=True))
        with Office(law, made.store, clock=made.clock, randomness=Random(7).randbytes) as office:
            settings = Settings(tokens=str(folder / "tokens.toml"))
            with serving(create_app(settings, office, open_demo=True)) as address:
                yield Seen(office, address)


def opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('#risk details, #results details, #cuts details').forEach((one) => { one.open = true; })")


@SEEN_IN
def test_no_page_has_a_barrier_or_is_too_wide(browser: Browser, seen: Seen, size: ViewportSize, language: str, scheme: str) -> None:
    with browser.new_context(viewport=size, locale=language, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{seen.address}/desk/risk/selection?as=manager-1")
        refused = f"/desk/risk/selection/proposal?{seen.query}&inspections=many"
        for address in (f"/desk/risk/selection?{seen.query}&over=week", refused, f"/declarations/{seen.number}?score=opened&as=officer"):
            page.goto(seen.address + address)
            opened(page)
            assert (violations(page), overflow(page)) == ([], 0), address
        page.locator("a[href$='#risk']").first.click()


def test_an_officer_opens_the_score_and_enters_a_result_by_keyboard(browser: Browser, seen: Seen) -> None:
    with browser.new_context(viewport=SIZES["phone"], locale="en-GB") as context:
        page = context.new_page()
        page.goto(f"{seen.address}/?as=officer")
        page.goto(f"{seen.address}/declarations/{seen.number}")
        assert page.locator("#risk .meter").count() == 0
        page.locator("#risk a.button").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**?score=opened#risk")
        assert page.locator("#risk .meter").count() == 1
        opened(page)
        page.locator("#results select").first.focus()
        if page.locator("#rest").count():
            page.locator("#rest").focus()
            page.keyboard.type("As")
        else:
            page.keyboard.type("As")
        page.locator("input[name=kind]").nth(1).focus()
        page.keyboard.press("Space")
        page.locator("#results-by").focus()
        page.keyboard.press("Enter")
        assert seen.office.store.chosen(seen.number).intensity is None  # type: ignore[union-attr]
        page.keyboard.type("I-9")
        page.keyboard.press("Enter")
        page.wait_for_url("**?score=opened#results")
        assert "Goods examined" in page.locator("#results").inner_text()
        assert seen.office.store.chosen(seen.number).intensity == "physical"  # type: ignore[union-attr]
