"""A declaration whose tariff was taken back says so to officers, and nothing to its trader."""

from __future__ import annotations

from clearlane.office.office import Office
from tests.office.tariffs import LAW, Clock, live, message
from tests.web.declarations import DECLARANT
from tests.web.test_roles import Desk


def test_officers_see_the_task_and_the_trader_does_not() -> None:
    with Office.open(profile=LAW, clock=Clock()) as office:
        desk = Desk(office)
        live(office)
        number = office.lodge(message("R-1")).case.number
        live(office, "12 %")
        before = desk.trader.get(f"/declarations/{number}").text
        office.tariff.roll_back(by="T-17", version="XA-2026-1")
        assert "Duty to be looked at again" in desk.officer.get(f"/declarations/{number}").text
        after = desk.trader.get(f"/declarations/{number}")
        assert (after.status_code, office.case(number).declarant) == (200, DECLARANT)
        assert "withdrawn" not in after.text
        assert before.count("R-1") == after.text.count("R-1")
