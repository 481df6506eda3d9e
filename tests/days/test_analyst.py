"""An analyst's day: a profile written and tried, approved by another, a list kept, what inspections say; and a manager's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.days.conftest import CHEAP, Days
from tests.days.keys import enter, to

if TYPE_CHECKING:
    from tests.days.day import Day

pytestmark = pytest.mark.browser
LIST = {"owner": "risk-unit", "source": "Annex 3", "entries": "XA2045183361"}
PAGES = ("retirement", "models", "draws", "estimates", "selection")


def written(analyst: Day, code: str) -> None:
    """Write a profile in text with a fault, mend it, keep it and back-test it."""
    page = analyst.page
    analyst.goes("/desk/risk/write")
    text = page.locator("textarea[name=text]")
    text.fill(CHEAP.replace("CHEAP", code).replace("price_per_kg <", "price_per_kgs <"))
    expect(page.locator("#faults")).to_contain_text("price_per_kg?")
    analyst.looks("fault")
    text.fill(CHEAP.replace("CHEAP", code))
    expect(page.locator("#would .chart")).to_be_visible()
    analyst.looks("written")
    page.locator("button[value=keep]").focus()
    enter(page)
    page.wait_for_url(f"**/profiles/{code}/1")
    page.locator("#backtest [name=days]").fill("60")
    page.locator("#backtest button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/*")
    analyst.looks("report")


def test_one_analyst_writes_and_tries_and_another_approves_by_keyboard(day: Days) -> None:
    analyst = day("analyst")
    page, code = analyst.page, f"DAY-{analyst.language}".upper()
    analyst.comes("analyst-1", "/desk/risk")
    analyst.looks("profiles")
    written(analyst, code)
    assert page.locator("#approve form").count() == 0
    page.goto(f"{page.url}?as=analyst-2")
    page.locator("#approve button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/profiles/{code}/1")
    analyst.looks("approved")
    stands = analyst.place.office.risk.profiles.version(code)
    assert (stands.state, stands.written_by, stands.approved_by) == ("live", "ANALYST-1", "ANALYST-2")
    analyst.goes(f"/desk/risk/form?code={code}")
    analyst.looks("form")
    analyst.goes("/desk/risk/lists")
    for field, words in {"name": f"trusted_{analyst.language}", **LIST}.items():
        to(page, f"#keep [name={field}]", 200)
        page.keyboard.type(words)
    to(page, "#keep button")
    enter(page)
    analyst.looks("list")
    for path in PAGES:
        analyst.goes(f"/desk/risk/{path}")
        analyst.looks(path)


def test_a_manager_signs_what_a_capacity_gives_up_by_keyboard(day: Days) -> None:
    manager = day("manager")
    page, capacities = manager.page, manager.place.office.risk.capacities
    manager.comes("manager-1", "/desk/risk/selection")
    manager.looks("selection")
    to(page, "[name=inspections]", 200)
    page.keyboard.press("Control+a")
    page.keyboard.type("3")
    enter(page)
    page.wait_for_url("**/proposal?**")
    manager.looks("proposal")
    to(page, "form[action$=sign] button", 200)
    enter(page)
    page.wait_for_url("**/selection?**")
    manager.looks("signed")
    assert any((found := capacities.capacity(*one)) and found.by == "MANAGER-1" for one in capacities.offices())
