"""A supervisor's day: clocks and workload, a rota, a case given by lot, the lot set aside with a reason, times of release."""

from __future__ import annotations

import pytest

from clearlane.model.case import Query
from tests.days.conftest import Days, case
from tests.days.keys import enter, to

pytestmark = pytest.mark.browser


def test_a_supervisor_sees_to_clocks_and_sets_a_lot_aside_by_keyboard(day: Days) -> None:
    chief = day("supervisor")
    office, page = chief.place.office, chief.page
    number = case(chief.place, f"CHIEF-{chief.language}")
    chief.comes("supervisor-1", "/desk/work/overview")
    chief.looks("overview")
    chief.goes("/desk/assignment")
    chief.looks("assignment")
    to(page, "form[action$=assign] [name=number]", 200)
    page.keyboard.type(number)
    to(page, "form[action$=assign] [name=officer]")
    page.keyboard.type("OFFICER-2")
    to(page, "form[action$=assign] [name=why]")
    page.keyboard.type("Biết tiếng Nhật")
    enter(page)
    held = office.assignment.held(number)
    assert held is not None
    assert (held.officer, held.by) == ("OFFICER-2", "SUPERVISOR-1")
    chief.looks("assigned")
    for path, what in (("/desk/assignment/meetings", "meetings"), ("/desk/release-times", "release-times"), ("/desk/payments", "payments")):
        chief.goes(path)
        chief.looks(what)
    chief.goes("/desk/inspections")
    chief.looks("inspections")
    chief.goes("/practice/record")
    chief.looks("practice-record")
    assert number in [one.number for one in office.cases(Query(by_due=True, officer="OFFICER-2", limit=100))]
