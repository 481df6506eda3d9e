"""A trader's day in a browser: he lodges, sees what is computed, declares, pays, answers and contests; desk and phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.days.conftest import Days, case
from tests.office.cashier import paid
from tests.office.test_documents import PDF
from tests.web.declarations import DECLARANT, example

pytestmark = pytest.mark.browser
SAID = {
    "en": ("I declare", "Nothing is left to pay.", "Send the answer", "Contest a decision", "Contest it", "decides on your dispute"),
    "vi": ("Tôi đăng ký chính thức", "Không còn khoản nào phải nộp.", "Gửi trả lời", "Khiếu nại quyết định", "Gửi khiếu nại",
           "giải quyết khiếu nại"),
}  # fmt: skip


def test_a_trader_lodges_declares_pays_contests_and_answers(day: Days) -> None:
    trader = day("trader")
    page, office, word = trader.page, trader.place.office, trader.language
    declare, settled, answer, contest, contest_it, decides = SAID[word]
    trader.goes(f"/lodge?as=trader&declarant={DECLARANT}")
    trader.looks("lodge")
    page.set_input_files("input[type=file]", {"name": "d.json", "mimeType": "application/json", "buffer": example(f"A-{word}")})
    page.locator("form.lodge button").click()
    expect(page.locator("#own")).to_contain_text(declare)
    trader.looks("computed")
    page.get_by_role("button", name=declare).click()
    number = page.url.split("/")[-1].partition("#")[0]
    expect(page.locator(".own-reference")).to_contain_text("RF")
    trader.looks("to-pay")
    paid(office, number, office.case(number).duty, f"B-{word}")
    expect(page.locator("#own")).to_contain_text(settled, timeout=10_000)
    assert page.locator(".papers a[href$='release.pdf']").count() == 1
    trader.looks("released")
    page.locator("#own summary", has_text=contest).click()
    page.locator("textarea[name=ground]").fill("Sai thuế suất.")
    page.get_by_role("button", name=contest_it).click()
    expect(page.locator(".own-move")).to_contain_text(decides)
    red = case(trader.place, f"R-{word}", "240220")
    paid(office, red, office.case(red).duty, f"R-{word}")
    trader.goes(f"/declarations/{red}")
    page.locator("input[name=file-0]").set_input_files({"name": "i.pdf", "mimeType": "application/pdf", "buffer": PDF})
    trader.looks("asked")
    page.get_by_role("button", name=answer).click()
    expect(page.locator(".own-customs")).to_be_visible()
    assert len(office.documents.of(red)) == 1
    trader.looks("answered")
    trader.goes("/")
    trader.looks("own")
