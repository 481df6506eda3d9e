"""Without JavaScript every page works, and a printed declaration holds nothing that is for officers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Served
from tests.web.declarations import example

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def test_without_javascript_one_finds_opens_reads_and_lodges(browser: Browser, served: Served) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served.address)
        page.get_by_label("Number or reference").fill("FREE")
        page.get_by_role("button", name="Show").click()
        page.get_by_role("link", name=served.numbers["released"]).click()
        amount = page.locator("details.amount").nth(1)
        amount.locator("summary").click()
        assert amount.get_by_text("Law", exact=True).is_visible()
        page.get_by_role("link", name="Lodge a file").click()
        page.get_by_label("File").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": example("PLAIN-1")})
        page.get_by_role("button", name="Lodge").click()
        assert page.get_by_text("The declaration was taken.").is_visible()


def test_a_printed_declaration_holds_amounts_in_full_but_nothing_for_officers(page: Page, served: Served) -> None:
    page.goto(served.declaration("pre-lodged red"))
    page.emulate_media(media="print")
    assert page.locator("details.amount dl").first.is_visible()
    assert page.get_by_text("Customs office of Arcadia").is_visible()
    for hidden in (".lane", "#lane", "#course", ".ways", ".who"):
        assert page.locator(hidden).first.is_hidden(), hidden


def test_no_page_loads_anything_from_elsewhere_or_writes_an_error(page: Page, served: Served) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    for address in (served.address, served.declaration("many items"), served.address + "/lodge"):
        page.goto(address, wait_until="networkidle")
    assert [url for url in asked if not url.startswith(served.address)] == []
    assert errors == []
