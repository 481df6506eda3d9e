"""A document officer's day, by keyboard alone: the next case by lot, one question, papers beside each other, a result, a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.days.conftest import Days, case
from tests.days.keys import enter, key, to
from tests.office.cashier import paid
from tests.office.test_documents import PDF, PNG

if TYPE_CHECKING:
    from tests.days.day import Day

pytestmark = pytest.mark.browser


def asked(officer: Day) -> None:
    page = officer.page
    key(page, "c", sends=True)
    key(page, "q")
    officer.looks("query")
    to(page, "[name=words-0]")
    page.keyboard.type("Nhà máy nào sản xuất?")
    enter(page)


def concluded(officer: Day) -> None:
    page = officer.page
    key(page, "s")
    to(page, "button")
    enter(page)
    key(page, "e")
    to(page, "[name=rest]")
    page.keyboard.press("ArrowDown")
    to(page, "[name=satisfied]")
    page.keyboard.press("Space")
    officer.looks("result")
    to(page, "details[open] form button[type=submit]")
    enter(page)


def test_an_officer_takes_the_next_case_asks_checks_and_releases_by_keyboard(day: Days) -> None:
    officer = day("officer")
    office, page = officer.place.office, officer.page
    number = case(officer.place, f"OFFICER-{officer.language}")
    paid(office, number, office.case(number).duty, f"O-{officer.language}")
    officer.comes("officer-1", "/")
    officer.looks("border")
    officer.goes("/desk/work?tab=office")
    officer.looks("worklist")
    key(page, "n", sends=True)
    page.wait_for_url("**/declarations/*")
    officer.looks("next-case")
    officer.goes(f"/declarations/{number}")
    asked(officer)
    for data in (PDF, PNG):
        office.documents.supply(number, data, "N935")
    office.clearance.answer(number, 1, "Nhà máy số 4.")
    page.reload()
    assert page.locator(".acts-query").inner_text().count("Nhà máy số 4.") == 1
    officer.looks("answered")
    one, other = (found.document.digest for found in office.documents.of(number))
    officer.goes(f"/declarations/{number}/documents?one={one}&beside={other}")
    officer.looks("documents")
    officer.goes(f"/declarations/{number}")
    concluded(officer)
    if office.case(number).state == "under-control":
        key(page, "r")
        enter(page)
    assert page.locator(".head .state-released, .head .state-cleared").count() == 1
    officer.looks("released")
    officer.goes(f"/declarations/{number}/importer")
    officer.looks("importer")
    officer.goes("/practice/")
    officer.looks("practice")
