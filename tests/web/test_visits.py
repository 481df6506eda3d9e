"""Visits shared with another agency: its people see one appointment and no party, and say what they found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from clearlane.clearance.situation import situation
from clearlane.model.person import Grant, Person
from clearlane.office.masking import party_words
from clearlane.office.office import Office
from tests.web.declarations import XA, Clock
from tests.web.test_rights import FORM, Desk

if TYPE_CHECKING:
    from pathlib import Path


class Shared(Desk):
    """An office with a visit that it shares, and people of two agencies."""

    def __init__(self, office: Office, folder: Path) -> None:
        super().__init__(office, folder)
        self.agency = office.inspections.agencies[0].en
        rights = office.people.rights
        for person, agency in (("V-1", self.agency), ("V-2", "Ministry of Tea")):
            rights.register(Person(person), by="A-0")
            rights.grant(person, Grant(0, "partner", date(2026, 1, 1), party=agency), by="A-9")
        office.inspections.order(self.number, "Quay 4", office.clock(), "physical", by="S-1")
        office.inspections.share(self.number, self.agency, by="S-1")

    def says(self, person: str, says: str, why: str = "") -> int:
        data = {"form": FORM, "says": says, "why": why, "agency": self.agency, "expect": str(self.office.store.last_of(self.number))}
        return int(self.browser(person).post(f"/visits/{self.number}", data=data).status_code)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Shared]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        desk = Shared(office, tmp_path)
        yield desk
        desk.app.state.desk.close()


def test_an_agencys_people_see_place_time_and_goods_and_no_party(desk: Shared) -> None:
    page = desk.browser("V-1").get("/visits?lang=en").text
    case = desk.office.store.case(desk.number)
    assert case is not None
    assert [words in page for words in (desk.number, "Quay 4", "240220")] == [True, True, True]
    assert [word for word in party_words(desk.office, case) if len(word) > 3 and word in page] == []
    assert "Your agency takes part in no visit now." in desk.browser("V-2").get("/visits?lang=en").text


def test_goods_wait_for_what_the_agency_itself_says_and_another_agency_says_nothing(desk: Shared) -> None:
    assert [desk.says("V-2", "yes"), desk.says("V-1", ""), desk.says("V-1", "no")] == [404, 400, 400]
    assert desk.says("V-1", "no", "No certificate shown.") == 303
    assert "No certificate shown." in desk.browser("V-1").get("/visits?lang=en").text
    assert situation(desk.office.facts(desk.number)).agencies == (desk.agency,)
    assert [desk.says("V-1", "yes"), desk.says("V-1", "yes")] == [303, 404]
    assert situation(desk.office.facts(desk.number)).agencies == ()
