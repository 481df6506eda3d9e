"""Days of those outside customs who sign in: an agent with a mandate, somebody of another agency, and anyone at all."""

from __future__ import annotations

import pytest

from tests.days.conftest import Days
from tests.office.people_office import PASSWORD, with_password
from tests.web.conftest import Served
from tests.web.declarations import example, set_to

pytestmark = pytest.mark.browser
AGENT = set_to(Agent={"ID": "XA1234567897", "FunctionCode": "2"})


def test_a_broker_signs_in_and_lodges_for_whom_he_has_a_mandate(day: Days, door: Served) -> None:
    broker = day("broker", door)
    page, office = broker.page, door.office
    with_password(office, "B-1")
    broker.goes("/sign-in")
    broker.looks("sign-in")
    page.fill("input[name=person]", "B-1")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    broker.looks("own")
    broker.goes("/lodge")
    broker.looks("lodge")
    lodged = example(f"BROKER-{broker.language}", AGENT)
    page.set_input_files("input[type=file]", {"name": "d.json", "mimeType": "application/json", "buffer": lodged})
    page.locator("form.lodge button").click()
    page.wait_for_url("**/declarations/**")
    broker.looks("computed")
    page.locator("form[action$=bind] button").first.click()
    page.locator(".own-reference").wait_for()
    broker.looks("to-pay")
    broker.goes("/account")
    broker.looks("account")


def test_another_agency_sees_its_account_and_no_declaration(day: Days, door: Served) -> None:
    partner = day("partner", door)
    with_password(door.office, "G-1")
    partner.goes("/sign-in")
    partner.page.fill("input[name=person]", "G-1")
    partner.page.fill("input[name=password]", PASSWORD)
    partner.page.keyboard.press("Enter")
    partner.page.wait_for_url(lambda url: "/sign-in" not in url)
    partner.looks("home")
    partner.goes("/account")
    partner.looks("account")


def test_anyone_looks_up_a_rate_and_the_draws(day: Days, door: Served) -> None:
    anyone = day("anyone", door)
    for path, what in (
        ("/tariff", "tariff"),
        ("/tariff?q=coffee", "search"),
        ("/lots", "lots"),
        ("/risk/draws", "draws"),
        ("/sign-in/first", "first"),
    ):
        anyone.goes(path)
        anyone.looks(what)
