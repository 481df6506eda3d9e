"""An auditor's day: who decided what, who was shown personal data, whose pseudonyms, draws and books; he changes nothing."""

from __future__ import annotations

import pytest

from clearlane.model.facts import Lodged
from tests.days.conftest import Days, case
from tests.days.keys import enter, to
from tests.office.ledgers import SIGNER

pytestmark = pytest.mark.browser
PAGES = {
    "overview": "/desk/work/overview",
    "meetings": "/desk/assignment/meetings",
    "payments": "/desk/payments",
    "release-times": "/desk/release-times",
    "draws": "/desk/risk/draws",
    "estimates": "/desk/risk/estimates",
    "selection": "/desk/risk/selection",
    "people": "/people",
    "lots": "/lots",
}


def test_an_auditor_follows_a_case_and_everyone_who_looked(day: Days) -> None:
    auditor = day("auditor")
    office, page = auditor.place.office, auditor.page
    number = case(auditor.place, f"AUDIT-{auditor.language}")
    auditor.comes("auditor-1", f"/declarations/{number}")
    auditor.looks("declaration")
    auditor.goes("/reads")
    auditor.looks("reads")
    to(page, "[name=number]")
    page.keyboard.type(number)
    enter(page)
    assert number in page.locator("main").inner_text()
    auditor.goes("/desk/assignment")
    to(page, "[name=officers]", 200)
    page.keyboard.type("OFFICER-1")
    to(page, "form[action$=names] button")
    enter(page)
    auditor.looks("pseudonyms")
    for what, path in PAGES.items():
        auditor.goes(path)
        auditor.looks(what)
    office.ledger.checkpoint(SIGNER)
    auditor.goes(f"/ledger?number={number}")
    auditor.looks("ledger")
    assert page.locator("a[href$='.tlog-proof']").count() == len(office.facts(number))
    assert isinstance(office.facts(number)[0].fact, Lodged)
