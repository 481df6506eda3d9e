"""An officer's day on one screen, by keyboard alone, in both languages, at a desk and on a phone; and two officers at one case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import ViewportSize

from tests.web.conftest import Served
from tests.web.declarations import coded, example
from tests.web.test_accessible import overflow, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SIZES: dict[str, ViewportSize] = {"en": {"width": 1280, "height": 900}, "vi": {"width": 390, "height": 844}}


def case(served: Served, reference: str) -> str:
    """A case whose goods an officer is to look at."""
    return served.office.lodge(example(reference, coded("240110"))).case.number


def to(page: Page, field: str) -> None:
    """Go on by Tab until a field is reached."""
    for _ in range(30):
        if page.evaluate(f"document.activeElement.matches({field!r})"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{field} cannot be reached by Tab.")


def key(page: Page, letter: str, *, sends: bool = False) -> None:
    """Press the letter of an act; where it sends at once, wait for the page that follows."""
    if not sends:
        page.keyboard.press(letter)
        return
    with page.expect_navigation():
        page.keyboard.press(letter)


def enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def shot(page: Page, tmp: Path, name: str) -> None:
    page.screenshot(path=tmp / f"{name}.png")


@pytest.mark.parametrize("language", SIZES)
def test_a_case_is_asked_about_checked_and_released_by_keyboard(browser: Browser, served: Served, tmp_path: Path, language: str) -> None:
    number = case(served, f"DAY-{language}")
    with browser.new_context(viewport=SIZES[language], locale=language) as context:
        page = context.new_page()
        page.goto(f"{served.address}/declarations/{number}?as=officer-1&lang={language}")
        key(page, "c", sends=True)
        key(page, "q")
        shot(page, tmp_path, "query")
        assert violations(page) == []
        assert overflow(page) <= 0
        to(page, "[name=words-0]")
        page.keyboard.type("Nhà máy nào sản xuất?")
        enter(page)
        served.office.clearance.answer(number, 1, "Nhà máy số 4.")
        page.reload()
        assert page.locator(".acts-query").inner_text().count("Nhà máy số 4.") == 1
        key(page, "s")
        to(page, "button")
        enter(page)
        key(page, "e")
        to(page, "[name=rest]")
        page.keyboard.press("ArrowDown")
        to(page, "[name=satisfied]")
        page.keyboard.press("Space")
        assert violations(page) == []
        shot(page, tmp_path, "result")
        to(page, "details[open] form button[type=submit]")
        enter(page)
        key(page, "r")
        enter(page)
        assert page.locator(".head .state-released, .head .state-cleared").count() == 1
        shot(page, tmp_path, "released")
    assert served.office.case(number).state in ("released", "cleared")


def test_a_letter_within_a_field_is_a_letter_and_escape_keeps_what_is_typed(page: Page, served: Served) -> None:
    number = case(served, "LETTERS")
    page.goto(f"{served.address}/declarations/{number}?as=officer-1&lang=en")
    key(page, "q")
    to(page, "[name=words-0]")
    page.keyboard.type("reference")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert page.locator("[name=words-0]").input_value() == "reference"
    page.keyboard.press("Escape")
    page.wait_for_url(f"{served.address}/")
    assert served.office.clearance.situation(number).queries == ()


def test_of_two_officers_at_one_case_one_wins_and_the_other_is_told_what_happened(browser: Browser, served: Served) -> None:
    number = case(served, "TWO")
    with browser.new_context(locale="en") as one, browser.new_context(locale="en") as two:
        first, second = one.new_page(), two.new_page()
        for page, who in ((first, "officer-1"), (second, "officer-2")):
            page.goto(f"{served.address}/declarations/{number}?as={who}&lang=en")
        key(second, "q")
        to(second, "[name=words-0]")
        second.keyboard.type("Where is the seal?")
        key(first, "c", sends=True)
        enter(second)
        told = second.locator("[role=alert]").inner_text()
        assert "by OFFICER-1: a check began" in told
        assert second.locator("[name=words-0]").input_value() == "Where is the seal?"
        assert first.locator("#acts [data-key=e]").count() == 1
        to(second, "[name=words-0]")
        enter(second)  # having read it, he asks all the same
    assert [one.by for one in served.office.clearance.situation(number).queries] == ["OFFICER-2"]
