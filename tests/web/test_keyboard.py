"""The border page is worked by keyboard alone, and says aloud what arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Served
from tests.web.declarations import example

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
FOCUS = "document.activeElement.dataset.number || document.activeElement.id"


def into_the_list(page: Page) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#list') !== null"):
            return
    raise AssertionError("The list cannot be reached by Tab.")


def numbers(page: Page) -> list[str]:
    return [row.get_attribute("data-number") or "" for row in page.locator("#list tbody tr").all()]


def test_the_list_is_one_tab_stop_walked_with_j_and_k(page: Page, served: Served) -> None:
    page.goto(served.address)
    listed = numbers(page)
    into_the_list(page)
    assert page.evaluate(FOCUS) == listed[0]
    for key, place in (("j", 1), ("ArrowDown", 2), ("k", 1), ("ArrowUp", 0), ("End", -1), ("Home", 0)):
        page.keyboard.press(key)
        assert page.evaluate(FOCUS) == listed[place], key
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#list') === null")


def test_enter_opens_a_declaration_and_back_returns_to_its_row(page: Page, served: Served) -> None:
    page.goto(served.address)
    listed = numbers(page)
    into_the_list(page)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/declarations/{listed[1]}")
    page.keyboard.press("Escape")
    page.wait_for_url(f"{served.address}/")
    page.wait_for_function(f"{FOCUS} === {listed[1]!r}")


def test_escape_leaves_the_list(page: Page, served: Served) -> None:
    page.goto(served.address)
    into_the_list(page)
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUS) == "content"


def test_the_focus_is_always_seen(page: Page, served: Served) -> None:
    page.goto(served.address)
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate("(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))")
        assert style == ["solid", "3px"], page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_the_skip_link_leads_past_the_header(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == "content"


def test_a_declaration_that_comes_in_appears_and_is_told_without_a_reload(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.evaluate("window.unchanged = true")
    receipt = served.office.lodge(example("LIVE-1"))
    page.locator(f"#list tr[data-number='{receipt.case.number}']").wait_for()
    assert page.evaluate("window.unchanged")
    page.wait_for_function("document.getElementById('news').textContent.includes('1')")
    assert page.locator("#news").get_attribute("role") == "status"


def test_while_paused_nothing_moves_until_it_is_resumed(page: Page, served: Served) -> None:
    page.clock.install()
    page.goto(served.address)
    page.get_by_role("button", name="Pause updates").click()
    receipt = served.office.lodge(example("LIVE-2"))
    row = page.locator(f"#list tr[data-number='{receipt.case.number}']")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.run_for(10_000)
    assert (asked, row.count()) == ([], 0)
    page.get_by_role("button", name="Resume updates").click()
    page.clock.run_for(4_000)
    row.wait_for()
