"""Letters typed at a case are letters within a field; and of two officers at one case one is told of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.days.keys import enter, key, to
from tests.web.conftest import Served
from tests.web.declarations import coded, example

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def case(served: Served, reference: str) -> str:
    """A case whose goods an officer is to look at."""
    return served.office.lodge(example(reference, coded("240110"))).case.number


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
