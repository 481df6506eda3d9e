"""An office with people, behind its pages, and browsers in which they sign in."""

from __future__ import annotations

import re
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from pyotp import TOTP

from clearlane.office.office import Office
from clearlane.web.pages import pages
from tests.office.people_office import PASSWORD, add, peopled, with_device, with_password

HERE = "https://office.example"


class Browser:
    """A browser at the office."""

    def __init__(self, app: FastAPI) -> None:
        self.client = TestClient(app, base_url=HERE, raise_server_exceptions=False)
        self.client.get("/sign-in")

    def get(self, path: str) -> Any:
        return self.client.get(path, follow_redirects=False)

    def post(self, path: str, **form: Any) -> Any:
        return self.client.post(path, data={"form": self.client.cookies["form"], **form}, follow_redirects=False)

    def sign_in(self, person: str, code: str = "", password: str = PASSWORD) -> Any:
        return self.post("/sign-in", person=person, password=password, code=code)


class Desk:
    """The pages of an office with two administrators, an officer, an auditor and a trader who all can sign in."""

    def __init__(self, office: Office) -> None:
        self.office = peopled(office)
        add(office, "U-1", "auditor")
        add(office, "B-1", "trader", party="XA2045183361")
        with_password(office, "B-1")
        self.devices: dict[str, TOTP] = {number: with_device(office, number) for number in ("A-1", "A-2", "T-1", "U-1")}
        self.app = FastAPI()
        self.app.include_router(pages(office))

    def browser(self) -> Browser:
        return Browser(self.app)

    def signed_in(self, person: str) -> Browser:
        browser, clock = self.browser(), self.office.clock
        clock.pass_by(seconds=30)  # type: ignore[attr-defined]
        code = self.devices[person].at(clock()) if person in self.devices else ""
        assert browser.sign_in(person, code).status_code == 303
        return browser


def once_shown(page: str) -> str:
    """The one-time words on a page."""
    found = re.search(r'class="once"><code>([A-Z2-7-]+)<', page)
    assert found
    return found[1]
