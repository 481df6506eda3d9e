"""Faceless work: officers see no party until they open it, which is noted with the reason; traders never see who the officer is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from clearlane.model.case import Query
from clearlane.model.control_facts import Ask
from clearlane.model.text import Text
from clearlane.office.exchange_rates import law_of
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.web.declarations import XA, Clock, example
from tests.web.test_risk_draws import client

FORM = "f" * 43
LAW = law_of(Settings(faceless="on"))


@pytest.fixture
def desk() -> Iterator[Office]:
    with Office.open(profile=LAW, store="sqlite:///:memory:", clock=Clock()) as office:
        office.lodge(example("RED-1"))
        yield office


def as_(office: Office, who: str) -> TestClient:
    made = client(office)
    made.cookies.update({"as": who, "form": FORM})
    return made


def number(office: Office) -> str:
    return office.cases(Query(limit=1))[0].number


def named(office: Office) -> set[str]:
    """What the declaration says of who its parties are."""
    declared = office.declaration(office.cases(Query(limit=1))[0])
    shipment = declared.goods_shipment
    found = [declared.declarant, declared.exporter, shipment.importer if shipment else None]
    return {one for party in found if party for one in (party.name, party.id) if one}


def test_parties_stand_nowhere_on_the_page_until_they_are_opened_with_a_reason(desk: Office) -> None:
    where, words = f"/declarations/{number(desk)}", named(desk)
    assert words
    page = as_(desk, "officer-1").get(where).text
    assert [word for word in words if word in page] == []
    assert "The parties are hidden." in page
    assert as_(desk, "officer-1").post(f"{where}/parties", data={"form": FORM, "why": " "}).status_code == 400
    opened = as_(desk, "officer-1").post(f"{where}/parties", data={"form": FORM, "why": "Value looks low"}).text
    assert [word for word in words if word not in opened] == []
    noted = desk.people.reads.list("OFFICER-1", number(desk))
    assert [one.why for _, one in noted if one.what == "parties"] == ["Value looks low"]
    assert "Value looks low" in as_(desk, "auditor-1").get("/reads").text
    past = as_(desk, "officer-2").get(f"{where}/importer")
    assert (past.status_code, [word for word in words if word in past.text]) == (200, [])
    other = as_(desk, "officer-2").get(where).text
    assert [word for word in words if word in other] == []


def test_files_that_name_the_parties_are_refused_until_they_are_opened(desk: Office) -> None:
    where = f"/declarations/{number(desk)}"
    assert [as_(desk, "officer-1").get(f"{where}/{file}").status_code for file in ("message", "assessment.pdf")] == [403, 403]
    as_(desk, "officer-1").post(f"{where}/parties", data={"form": FORM, "why": "Value"})
    assert as_(desk, "officer-1").get(f"{where}/message").status_code == 200


def test_what_was_opened_is_masked_again_after_a_day(desk: Office) -> None:
    where = f"/declarations/{number(desk)}"
    as_(desk, "officer-1").post(f"{where}/parties", data={"form": FORM, "why": "Value"})
    desk.clock.now = desk.clock().replace(year=2030)  # type: ignore[attr-defined]
    assert "The parties are hidden." in as_(desk, "officer-1").get(where).text


def test_the_worklist_hides_traders_and_the_auditor_sees_them(desk: Office) -> None:
    words = named(desk)
    page = as_(desk, "officer-1").get("/desk/work?tab=office&waits=gate").text
    assert number(desk) in page
    assert [word for word in words if word in page] == []
    shown = as_(desk, "auditor-1").get(f"/declarations/{number(desk)}").text
    assert [word for word in words if word not in shown] == []


def test_traders_see_themselves_and_never_an_officer(desk: Office) -> None:
    one = desk.cases(Query(limit=1))[0]
    desk.clearance.query(one.number, [Ask("question", Text(en="Why so cheap?", vi="Vì sao giá thấp?"))], by="OFFICER-77")
    made = as_(desk, f"trader.{one.declarant}")
    page = made.get(f"/declarations/{one.number}").text
    assert one.declarant in page
    assert "Why so cheap?" in page
    assert "OFFICER-77" not in page
    assert "OFFICER-77" not in made.get("/").text


def test_without_faceless_work_nothing_is_masked() -> None:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        office.lodge(example("RED-1"))
        page = as_(office, "officer-1").get(f"/declarations/{number(office)}").text
        assert "The parties are hidden." not in page
        assert [word for word in named(office) if word not in page] == []
