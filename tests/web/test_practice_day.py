"""A trainee's session in the browser, at a desk and on a phone: a set, how sure, the decision, what was missed, and the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import ViewportSize

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.practice import Practice
from clearlane.office.settings import Settings
from tests.web.conftest import serving
from tests.web.declarations import XA, Clock
from tests.web.test_accessible import overflow, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SIZES: dict[str, ViewportSize] = {"en": {"width": 1280, "height": 900}, "vi": {"width": 390, "height": 844}}
MARK = {"en": "Practice office", "vi": "Cơ quan thực hành"}
RIGHT = {"en": "Your decision was right.", "vi": "Quyết định của bạn là đúng."}
WRONG = {"en": "Your decision was wrong.", "vi": "Quyết định của bạn chưa đúng."}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Practice, Office]]:
    folder = tmp_path_factory.mktemp("practice")
    with Office.open(profile=XA, store=f"sqlite:///{folder}/office.db", clock=Clock()) as office:
        settings = Settings(tokens=str(folder / "tokens.toml"), practice=f"sqlite:///{folder}/practice.db")
        app = create_app(settings, office, open_demo=True)
        with serving(app) as address:
            yield address, app.state.practice, office


def sound(page: Page, language: str, to: Path) -> None:
    """A page is marked as practice, for the eye and in print, holds no fault of access and nothing wider than the screen."""
    page.screenshot(path=to, full_page=True)
    assert MARK[language] in page.locator(".sandbox").inner_text()
    page.emulate_media(media="print")
    assert page.locator(".sandbox").is_visible()
    page.emulate_media(media="screen")
    assert violations(page) == []
    assert overflow(page) <= 0


def go(page: Page, selector: str) -> None:
    with page.expect_navigation():
        page.locator(selector).click()


@pytest.mark.parametrize(("language", "person", "kind"), [("en", "officer-1", "value"), ("vi", "inspector-1", "inspection")])
def test_a_trainee_works_two_cases_and_sees_how_well(
    browser: Browser, place: tuple[str, Practice, Office], tmp_path: Path, language: str, person: str, kind: str
) -> None:
    address, practice, office = place
    before, troubles = office.store.last_seq(), list[str]()
    with browser.new_context(viewport=SIZES[language], locale=language, color_scheme="dark" if language == "vi" else "light") as context:
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("request", lambda sent: troubles.append(sent.url) if not sent.url.startswith((address, "data:", "blob:")) else None)
        page.goto(f"{address}/practice/?as={person}&lang={language}")
        page.locator("[name=kind]").select_option(kind)
        page.locator("[name=size]").fill("2")
        go(page, "form[action='/practice/begin'] button")
        sound(page, language, tmp_path / "1-set.png")
        for place_in_set in (1, 2):
            go(page, "a[href='/practice/next']")
            sound(page, language, tmp_path / f"2-case-{place_in_set}.png")
            page.locator("[name=percent]").select_option("90")
            go(page, "#practice button")
            page.keyboard.press("c")
            page.locator("[data-key=e]").wait_for()
            page.locator("[data-key=e]").click()
            for code in page.locator(".acts [name^=code-]:visible").all():
                code.select_option("conform")
            page.locator(".acts [name=satisfied]:visible").first.check()
            sound(page, language, tmp_path / f"3-deciding-{place_in_set}.png")
            go(page, "details[open] form button[type=submit]")
            sound(page, language, tmp_path / f"4-verdict-{place_in_set}.png")
            case = practice.cases(person.upper())[place_in_set - 1]
            assert case.outcome is not None
            said = page.locator("#practice").inner_text()
            assert (RIGHT if case.outcome.answer.right else WRONG)[language] in said
            assert all(getattr(one, language) in said for one in case.outcome.missed)
        page.goto(f"{address}/practice/record")
        sound(page, language, tmp_path / "5-record.png")
        assert "90 %" in page.locator("main").inner_text()
    assert (troubles, office.store.last_seq()) == ([], before)
