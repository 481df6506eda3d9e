"""Someone new comes in, on a phone and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import ViewportSize
from pyotp import TOTP

from clearlane.api.app import create_app
from clearlane.office.office import Office, system_clock
from clearlane.office.settings import Settings
from tests.office.people_office import PASSWORD, XA, add, peopled
from tests.web.conftest import serving
from tests.web.declarations import example
from tests.web.test_accessible import SIZES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
PAGES = {
    "": ["/sign-in", "/sign-in/first"],
    "A-2": ["/people", "/people/of/T-1", "/people/of/B-1", "/people/of/A-2", "/account"],
    "U-1": ["/reads", "/reads?number=none", "/people"],
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, str]]:
    folder = tmp_path_factory.mktemp("people")
    with Office.open(profile=XA, store=f"sqlite:///{folder}/office.db", clock=system_clock) as office:
        peopled(office)
        add(office, "U-1", "auditor", name="Kiểm Toán")
        add(office, "B-1", "broker", party="XA2045183361", acts_for=("XA1234567897", "XA2900117451"))
        day = office.clock().date()
        office.people.rights.find_fit("T-1", "value-uplift", day, day, by="A-1")
        asker = office.people.asker("T-1")
        assert asker is not None
        office.people.reads.note(asker, "message", office.lodge(example("READ-1")).case.number, "the invoice")
        with serving(create_app(Settings(tokens=str(folder / "tokens.toml")), office)) as address:
            yield office, address


def test_someone_new_sets_a_password_and_a_device_and_comes_in(browser: Browser, desk: tuple[Office, str]) -> None:
    office, address = desk
    words = office.people.accounts.invite("T-1", by="A-1")
    with browser.new_context(viewport=SIZES["phone"], locale="vi", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/sign-in/first")
        for name, value in (("person", "t-1"), ("words", words.lower()), ("password", PASSWORD), ("again", PASSWORD)):
            page.fill(f"input[name={name}]", value)
        page.click("form[action='/sign-in/first'] button")
        page.goto(f"{address}/sign-in")
        page.fill("input[name=person]", "T-1")
        page.fill("input[name=password]", PASSWORD)
        page.click("main form.lodge button")
        page.wait_for_url("**/account")
        secret = page.inner_text(".secret")
        page.fill("input[name=code]", TOTP(secret).at(office.clock()))
        page.click("form[action='/account/device'] button")
        assert page.locator(".codes li").count() == 10
        page.click("main a.button")
        assert "T-1" in page.inner_text(".who")
        assert overflow_without_script(page.viewport_size, page.locator("main").bounding_box())


def overflow_without_script(window: ViewportSize | None, box: object) -> bool:
    """Whether what is shown fits the window, asked where pages run no script."""
    return window is not None and isinstance(box, dict) and box["x"] + box["width"] <= window["width"]
