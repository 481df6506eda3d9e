"""A trader's day in a browser: he lodges, sees what is computed, declares, pays, answers and contests; desk and phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from playwright.sync_api import expect

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.cashier import paid
from tests.office.test_documents import PDF
from tests.web.conftest import Served, serving
from tests.web.declarations import DECLARANT, XA, Clock, coded, example
from tests.web.test_accessible import SIZES, overflow, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LAW = replace(XA, clearance=msgspec.structs.replace(XA.clearance, release_on="payment", two_phase=("IMA",)))
SAID = {
    "en": ("I declare", "Nothing is left to pay.", "Send the answer", "Contest a decision", "Contest it", "decides on your dispute"),
    "vi": ("Tôi đăng ký chính thức", "Không còn khoản nào phải nộp.", "Gửi trả lời", "Khiếu nại quyết định", "Gửi khiếu nại",
           "giải quyết khiếu nại"),
}  # fmt: skip


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("till")
    settings = Settings(tokens=str(folder / "tokens.toml"))
    with (
        Office.open(profile=LAW, store=f"sqlite:///{folder}/office.db", clock=Clock()) as office,
        serving(create_app(settings, office, open_demo=True)) as address,
    ):
        yield Served(office, address, {})


def sound(page: Page, folder: Path, name: str) -> None:
    """Nothing on the page is a barrier or wider than its window; it is kept as a picture."""
    page.screenshot(path=folder / f"{name}.png", full_page=True)
    assert violations(page) == []
    assert overflow(page) <= 0


@pytest.mark.parametrize(("language", "size"), [("en", "desk"), ("vi", "phone")])
def test_a_traders_day(browser: Browser, till: Served, tmp_path: Path, language: str, size: str) -> None:
    declare, settled, answer, contest, contest_it, decides = SAID[language]
    with browser.new_context(viewport=SIZES[size], locale=language) as context:
        page = context.new_page()
        page.goto(f"{till.address}/lodge?as=trader&declarant={DECLARANT}")
        page.locator("input[type=file]").set_input_files(
            {"name": "d.json", "mimeType": "application/json", "buffer": example(f"A-{language}")}
        )
        page.locator("form.lodge button").click()
        expect(page.locator("#own")).to_contain_text(declare)
        sound(page, tmp_path, "1-computed")
        page.get_by_role("button", name=declare).click()
        number = page.url.split("/")[-1].partition("#")[0]
        expect(page.locator(".own-reference")).to_contain_text("RF")
        sound(page, tmp_path, "2-to-pay")
        paid(till.office, number, till.office.case(number).duty, f"B-{language}")
        expect(page.locator("#own")).to_contain_text(settled, timeout=10_000)
        assert page.locator(".papers a[href$='release.pdf']").count() == 1
        sound(page, tmp_path, "3-released")
        page.locator("#own summary", has_text=contest).click()
        page.locator("textarea[name=ground]").fill("Sai thuế suất.")
        page.get_by_role("button", name=contest_it).click()
        expect(page.locator(".own-move")).to_contain_text(decides)
        red = till.office.lodge(example(f"R-{language}", coded("240220"))).case.number
        till.office.bind(red)
        page.goto(f"{till.address}/declarations/{red}")
        page.locator("input[name=file-0]").set_input_files({"name": "i.pdf", "mimeType": "application/pdf", "buffer": PDF})
        sound(page, tmp_path, "4-asked")
        page.get_by_role("button", name=answer).click()
        expect(page.locator(".own-customs")).to_be_visible()
        assert len(till.office.documents.of(red)) == 1
        sound(page, tmp_path, "5-answered")
