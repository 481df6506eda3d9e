"""Another sign-in service says who someone is, over OpenID Connect; it gives no right, and what it says is checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2 as http
import pytest
from fastapi import FastAPI
from joserfc.jwk import RSAKey

from clearlane.model.person import Person
from clearlane.office.office import Office, system_clock
from clearlane.office.people_outside import service_of
from clearlane.office.people_outside_checks import Service
from clearlane.office.settings import Misconfigured, Settings
from clearlane.web.pages import pages
from tests.office.people_office import XA, add, peopled
from tests.office.sign_in_service import CLIENT, SECRET, SignInService
from tests.web.conftest import serving
from tests.web.people_desk import Browser


@pytest.fixture(scope="module")
def running() -> Iterator[SignInService]:
    service = SignInService()
    with serving(service.app) as address:
        service.address = address
        yield service


@pytest.fixture
def service(running: SignInService) -> SignInService:
    running.subject, running.claims, running.key = "lan@customs.example", {"amr": ["pwd", "otp"]}, running.published
    return running


@pytest.fixture(scope="module")
def app(running: SignInService) -> Iterator[FastAPI]:
    with Office.open(profile=XA, clock=system_clock) as office:
        peopled(office)
        today = office.clock().date()
        for number, outside in (("T-20", "lan@customs.example"), ("T-21", "minh@customs.example")):
            add(office, number, "officer", outside=outside, since=today)
        office.people.rights.register(Person("T-22", outside="new@customs.example"), by="A-1")
        office.people.outside.service = Service(running.address, CLIENT, SECRET)
        app = FastAPI()
        app.include_router(pages(office))
        yield app


def sent(app: FastAPI) -> tuple[Browser, str]:
    """A browser at the office, and the address of the service to which it was led."""
    browser = Browser(app)
    page = browser.post("/sign-in/outside")
    where = page.text.partition('class="button" href="')[2].partition('"')[0].replace("&amp;", "&")
    return browser, where


def came_back(browser: Browser, where: str) -> Any:
    """What the office answers to what the service sent back."""
    back = http.get(where, follow_redirects=False).headers["location"]
    return browser.get(back)


def test_whom_the_service_knows_and_the_office_registered_is_signed_in(app: FastAPI, service: SignInService) -> None:
    browser, where = sent(app)
    page = came_back(browser, where)
    assert "You are signed in" in page.text
    assert "Customs officer · T-20" in browser.get("/").text


@pytest.mark.parametrize("subject", ["stranger@customs.example", "new@customs.example", ""])
def test_the_service_gives_no_right_to_whom_the_office_gave_none(app: FastAPI, service: SignInService, subject: str) -> None:
    service.subject = subject
    browser, where = sent(app)
    assert came_back(browser, where).status_code == 403
    assert browser.get("/").status_code == 303


def test_an_officer_without_a_second_factor_seen_by_the_service_is_not_signed_in(app: FastAPI, service: SignInService) -> None:
    service.claims = {"amr": ["pwd"]}
    browser, where = sent(app)
    assert came_back(browser, where).status_code == 403
    assert browser.get("/").headers["location"] == "/sign-in"


@pytest.mark.parametrize(
    "claims",
    [{"aud": "another"}, {"iss": "https://evil.example"}, {"exp": 1_000_000_000}, {"nonce": "another"}, {"azp": "another"}],
    ids=str,
)
def test_an_identity_token_meant_otherwise_signs_nobody_in(app: FastAPI, service: SignInService, claims: dict[str, Any]) -> None:
    service.claims |= claims
    browser, where = sent(app)
    assert came_back(browser, where).status_code == 403
    assert browser.get("/").status_code == 303


def test_a_token_signed_with_another_key_signs_nobody_in(app: FastAPI, service: SignInService) -> None:
    service.key = RSAKey.generate_key(2048, {"kid": "1"})
    browser, where = sent(app)
    assert came_back(browser, where).status_code == 403


def test_what_comes_back_counts_once_and_in_the_browser_in_which_it_was_begun(app: FastAPI, service: SignInService) -> None:
    browser, where = sent(app)
    back = http.get(where, follow_redirects=False).headers["location"]
    assert Browser(app).get(back).status_code == 403
    assert browser.get(back).status_code == 200
    browser.client.cookies.set("sign-in", parse_qs(urlsplit(back).query)["state"][0], domain="office.example")
    assert browser.get(back).status_code == 403


def test_what_is_kept_or_said_of_a_sign_in_is_no_secret_of_the_service(app: FastAPI, service: SignInService) -> None:
    _, where = sent(app)
    asked = parse_qs(urlsplit(where).query)
    assert set(asked) == {
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
    }


def test_a_service_that_cannot_be_reached_is_told_in_words_and_the_password_still_works() -> None:
    with Office.open(profile=XA) as office:
        office.people.outside.service = Service("http://127.0.0.1:9", CLIENT)
        app = FastAPI()
        app.include_router(pages(office))
        answer = Browser(app).post("/sign-in/outside")
    assert answer.status_code == 503
    assert "cannot be reached" in answer.text
    assert 'name="password"' in answer.text


def test_a_service_is_never_asked_in_the_clear_over_a_network() -> None:
    with Office.open(profile=XA) as office:
        office.people.outside.service = Service("http://sign-in.example", CLIENT)
        app = FastAPI()
        app.include_router(pages(office))
        assert Browser(app).post("/sign-in/outside").status_code == 503


@pytest.mark.parametrize("missing", [{}, {"oidc_client": "c", "oidc_secret": "/none"}])
def test_settings_that_name_half_a_service_are_refused(missing: dict[str, Any]) -> None:
    with pytest.raises(Misconfigured):
        service_of(Settings(oidc_issuer="https://a.example", **missing))
    assert service_of(Settings()) is None
