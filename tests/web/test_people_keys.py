"""A person sets up two security keys in a real browser, signs in with one, takes the other away, and signs out everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from clearlane.api.app import create_app
from clearlane.office.office import Office, system_clock
from clearlane.office.people_keys_checks import Party
from clearlane.office.settings import Settings
from tests.office.people_office import PASSWORD, XA, peopled, with_password
from tests.web.conftest import serving
from tests.web.test_accessible import SIZES, overflow, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PLUGGED = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasResidentKey": False,
    "hasUserVerification": False,
    "isUserVerified": False,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, str]]:
    folder = tmp_path_factory.mktemp("keys")
    with Office.open(profile=XA, store=f"sqlite:///{folder}/office.db", clock=system_clock) as office:
        peopled(office)
        with_password(office, "T-1")
        with serving(create_app(Settings(tokens=str(folder / "tokens.toml")), office)) as address:
            here = address.replace("127.0.0.1", "localhost")
            office.people.keys.party = Party(here, "localhost")
            yield office, here


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.fill("input[name=person]", "T-1")
    page.fill("input[name=password]", PASSWORD)
    page.click("main form.lodge button")


def set_up(page: Page, name: str, password: str = "") -> None:
    page.fill("#keys input[name=name]", name)
    if password:
        page.fill("form[action='/account/keys'] input[name=old]", password)
    page.click("form[action='/account/keys'] button")


@pytest.mark.parametrize(("size", "language"), [("desk", "en"), ("phone", "vi")])
def test_a_key_is_set_up_used_and_taken_away(browser: Browser, desk: tuple[Office, str], size: str, language: str) -> None:
    office, address = desk
    with_password(office, "T-1")
    with browser.new_context(viewport=SIZES[size], locale=language) as context:
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("WebAuthn.enable")
        first = wire.send("WebAuthn.addVirtualAuthenticator", {"options": PLUGGED})["authenticatorId"]
        sign_in(page, address)
        page.wait_for_url("**/account")
        set_up(page, "blue")
        page.wait_for_selector(".codes li")
        page.click("main a.button")
        wire.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": first})
        wire.send("WebAuthn.addVirtualAuthenticator", {"options": PLUGGED})
        page.goto(f"{address}/account")
        set_up(page, "spare", PASSWORD)
        page.wait_for_selector(".keys li:nth-child(2)")
        assert (violations(page), overflow(page)) == ([], 0)
        page.click("form[action='/account/end-all'] button")
        page.wait_for_url("**/sign-in")
        sign_in(page, address)
        page.wait_for_selector(".who:has-text('T-1')")
        page.goto(f"{address}/account")
        page.fill(".keys li:first-child input[name=old]", PASSWORD)
        page.click(".keys li:first-child button")
        page.wait_for_selector(".keys li:nth-child(2)", state="detached")
        assert "spare" in page.inner_text(".keys")


def test_a_key_that_is_not_known_signs_nobody_in_and_the_page_says_so(browser: Browser, desk: tuple[Office, str]) -> None:
    office, address = desk
    with_password(office, "T-1")
    with browser.new_context(viewport=SIZES["desk"], locale="en") as context:
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("WebAuthn.enable")
        known = wire.send("WebAuthn.addVirtualAuthenticator", {"options": PLUGGED})["authenticatorId"]
        sign_in(page, address)
        set_up(page, "blue")
        page.wait_for_selector(".codes li")
        wire.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": known})
        wire.send("WebAuthn.addVirtualAuthenticator", {"options": PLUGGED})
        context.clear_cookies()
        sign_in(page, address)
        page.wait_for_selector("#key-failed:not([hidden])")
        assert (violations(page), overflow(page)) == ([], 0)
        page.click("main .other a")
        assert page.locator("input[name=code]").count() == 1
