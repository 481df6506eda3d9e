"""An inspector's day at the quay in a browser: no network, nothing lost, everything sent once, and what changed meanwhile is listed."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from clearlane.api.app import create_app
from clearlane.model.control_facts import CheckBegun, CheckEnded
from clearlane.model.inspection_facts import ActReceived, PhotoTaken, SealHandled, StepTaken
from clearlane.model.risk_facts import Examined
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.days.conftest import Days
from tests.office.test_documents import JPEG, PDF
from tests.web.conftest import Served, serving
from tests.web.declarations import XA, Clock, coded, example
from tests.web.test_accessible import SIZES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SAID = {
    "en": ("Kept on this phone, not sent: #", "Everything is sent.", "kept on this phone", "a document came", "Concluded"),
    "vi": ("Lưu trên điện thoại, chưa gửi: #", "Đã gửi hết.", "lưu trên điện thoại", "có chứng từ mới", "Đã kết thúc"),
}


class Twice:
    """A network that delivers whatever a phone replays twice, as one that loses the first answer does."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if not (scope["type"] == "http" and scope["path"].endswith("/replay")):
            await self.app(scope, receive, send)
            return
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        for sent in (_lost, send):
            parts = iter([{"type": "http.request", "body": body, "more_body": False}])
            await self.app(dict(scope), lambda parts=parts: _given(parts, receive), sent)


async def _lost(message: Any) -> None:
    """An answer that never arrives."""


async def _given(parts: Iterator[Any], receive: Any) -> Any:
    return next(parts, None) or await receive()


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("quay")
    with Office.open(profile=XA, store=f"sqlite:///{folder}/office.db", clock=Clock()) as office:
        app = create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)
        app.add_middleware(Twice)
        with serving(app) as address:
            yield Served(office, address, {})


def opened(page: Page, quay: Served, number: str) -> None:
    """Open the order from the inspector's list; it is kept for when there is no network."""
    page.goto(f"{quay.address}/desk/inspections?as=inspector-1")
    page.locator(".inspect-list a", has_text=number).click()
    page.wait_for_selector("#inspection")
    page.wait_for_selector("html[data-kept]")


def inspected(page: Page) -> None:
    """Begin, do two steps, photograph, break a seal, conclude: all without a network."""
    page.locator(".inspect-begin button").click()
    page.locator("#steps button[value=yes]").first.click()
    page.locator("#steps summary").nth(1).click()
    page.locator("#remark-2").fill("40 kiện")
    page.locator("#steps button[value=no]").nth(1).click()
    page.locator("#photo-file").set_input_files({"name": "p.jpg", "mimeType": "image/jpeg", "buffer": JPEG})
    page.locator("form[data-act=photo] button").click()
    page.locator("#seal-number").fill("VN-77")
    page.locator("form[data-act=seal] button[value=broken]").click()


def concluded(page: Page) -> None:
    page.locator("#end-rest").select_option("conform")
    page.locator("input[name=satisfied][value=yes]").check()
    page.locator("form[data-act=conclude] button").click()


def test_an_inspection_without_a_network_is_sent_once_and_what_changed_is_listed(day: Days, quay: Served) -> None:
    inspector = day("inspector", quay)
    kept, sent, here, changed, done = SAID[inspector.language]
    inspector.unsent = "ERR_INTERNET_DISCONNECTED"
    page, context, office = inspector.page, inspector.context, quay.office
    number = office.lodge(example(f"RED-{inspector.language}", coded("240110"))).case.number
    inspector.comes("inspector-1", "/desk/inspections")
    inspector.looks("list")
    page.locator("#phone-keep").click()
    expect(page.locator("#phone-kept")).to_contain_text(re.compile(r"\d\d:\d\d.*: (\d+) / \1 "))
    context.set_offline(True)
    page.reload()
    expect(page.locator("#phone-kept")).to_contain_text(re.compile(r"\d\d:\d\d"))
    page.locator(".inspect-list a", has_text=number).click()
    page.wait_for_selector("#inspection")
    inspector.looks("order")
    inspected(page)
    expect(page.locator("#phone-count")).to_have_text(kept.replace("#", "5"))
    page.reload()
    expect(page.locator("[data-step='2']")).to_contain_text(here)
    inspector.looks("no-network")
    concluded(page)
    expect(page.locator("#phone-count")).to_have_text(kept.replace("#", "6"))
    office.documents.supply(number, PDF, "N935")
    context.set_offline(False)
    expect(page.locator("#untaken")).to_contain_text(changed, timeout=20_000)
    expect(page.locator("#phone-count")).to_have_text(sent)
    once(office, number)
    inspector.looks("conflict")
    concluded(page)
    expect(page.locator(".note-good")).to_contain_text(done)
    assert sum(isinstance(record.fact, Examined) for record in office.facts(number)) == 1
    inspector.looks("concluded")


def once(office: Office, number: str) -> None:
    """Everything the phone sent is there once, though the network delivered it twice."""
    facts = [record.fact for record in office.facts(number)]
    counts = [sum(isinstance(one, kind) for one in facts) for kind in (CheckBegun, StepTaken, PhotoTaken, SealHandled, CheckEnded)]
    assert counts == [1, 2, 1, 1, 0]
    assert sum(isinstance(one, ActReceived) for one in facts) == 6
    (photo,) = [one for one in facts if isinstance(one, PhotoTaken)]
    assert photo.digest == sha256(JPEG).hexdigest()
    assert office.inspections.picture(number, photo.digest)[1] == JPEG


def test_acts_of_one_person_are_not_sent_by_the_next_and_pages_go_with_the_sign_out(browser: Browser, quay: Served) -> None:
    number = quay.office.lodge(example("RED-3", coded("240110"))).case.number
    with browser.new_context(viewport=SIZES["phone"], locale="en") as context:
        page = context.new_page()
        opened(page, quay, number)
        context.set_offline(True)
        page.locator(".inspect-begin button").click()
        expect(page.locator("#phone-count")).to_contain_text("1")
        context.clear_cookies()
        context.add_cookies([{"name": "as", "value": "officer-2", "url": quay.address}])
        context.set_offline(False)
        page.reload()
        expect(page.locator("#phone-state")).to_contain_text("another person")
        assert not any(isinstance(record.fact, CheckBegun) for record in quay.office.facts(number))
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<form method=post action=/sign-out><button id=out>x</button></form>')"
        )
        page.locator("#out").click()
        page.wait_for_url("**/sign-in")
        assert page.evaluate("caches.keys()") == []
