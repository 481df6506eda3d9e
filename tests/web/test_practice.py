"""A trainee's case on the same screens, in a store of its own: how sure he is, decided, set against the truth; the office is untouched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.model.inspection import ItemResult
from clearlane.model.person import Person
from clearlane.office.clearing_control import Looked
from clearlane.office.office import Office
from clearlane.office.practice import Practice
from clearlane.office.practice_evidence import kept
from clearlane.office.settings import Misconfigured, Settings
from tests.web.declarations import XA, Clock

if TYPE_CHECKING:
    from pathlib import Path

FORM = "f" * 43


class Desk:
    """An office with practice beside it."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        self.app = create_app(Settings(tokens=str(folder / "tokens.toml"), practice="sqlite:///:memory:"), office, open_demo=True)
        self.practice: Practice = self.app.state.practice

    def as_(self, who: str) -> TestClient:
        client = TestClient(self.app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000), follow_redirects=False)
        client.cookies.update({"as": who, "form": FORM})
        return client


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        yield Desk(office, tmp_path)


def test_a_trainee_works_a_case_on_the_same_screens_and_nothing_reaches_the_office(desk: Desk) -> None:
    before, officer = desk.office.store.last_seq(), desk.as_("officer-1")
    begun = officer.post("/practice/begin", data={"form": FORM, "kind": "value", "size": "1"})
    assert (begun.status_code, begun.headers["location"]) == (303, "/practice/")
    (case,) = desk.practice.cases("OFFICER-1")
    at = f"/practice/declarations/{case.opened.number}"
    page = officer.get(f"{at}?lang=vi").text
    assert "Cơ quan thực hành" in page
    assert f'action="{at}/acts/begin-check"' in page
    seen = desk.practice.office.store.last_of
    checking = {"form": FORM, "check": "documents", "expect": str(seen(case.opened.number))}
    assert officer.post(f"{at}/acts/begin-check", data=checking).headers["location"].startswith(at)
    codes = {"code-0": "conform"}
    ending = checking | codes | {"satisfied": "yes", "why": "As declared", "expect": str(seen(case.opened.number))}
    assert "First say how sure you are" in officer.post(f"{at}/acts/end-check?lang=en", data=ending).text
    assert officer.post(f"/practice/sure/{case.opened.number}", data={"form": FORM, "percent": "90"}).status_code == 303
    answer = officer.post(f"{at}/acts/end-check?lang=en", data=ending)
    assert answer.status_code == 303
    (case,) = desk.practice.cases("OFFICER-1")
    assert case.outcome is not None
    shown = officer.get(f"{at}?lang=en").text
    assert ("Your decision was right." if case.outcome.answer.right else "The sign you missed") in shown
    assert desk.office.store.last_seq() == before


def test_a_record_is_for_oneself_and_for_supervisors(desk: Desk) -> None:
    desk.practice.begin("OFFICER-1", "origin", 1)
    asked = {who: desk.as_(who).get("/practice/record?person=OFFICER-1").status_code for who in ("officer-1", "supervisor-1", "officer-2")}
    assert asked == {"officer-1": 200, "supervisor-1": 200, "officer-2": 403}


def test_a_trader_does_not_practise(desk: Desk) -> None:
    assert desk.as_("trader").get("/practice/").status_code == 403


def test_practice_in_the_store_of_the_office_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured):
        create_app(Settings(tokens=str(tmp_path / "t.toml"), store="sqlite:///x.db", practice="sqlite:///x.db"), desk.office)


def test_a_competence_is_given_upon_the_record_of_practice_which_stays_as_it_was(desk: Desk) -> None:
    people = desk.office.people.rights
    people.register(Person("O-9"), by="A-0")
    admin = desk.as_("admin-1")
    (given,) = desk.practice.begin("O-9", "value", 1)
    desk.practice.say_how_sure("O-9", given.number, 80)
    clearance = desk.practice.office.clearance
    clearance.begin_check(given.number, "documents", by="O-9")
    looked = Looked("documents", (ItemResult(1, False, "prohibited"),))
    clearance.end_check(given.number, "documents", satisfied=False, by="O-9", found=looked, why="So it seems")
    page = admin.get("/people/of/O-9?lang=en").text
    assert "0 of 1 (0 %)" in page
    assert "20 cases, 80 % right: <b>not reached</b>" in page
    sent = admin.post("/people/of/O-9/fit", data={"form": FORM, "competence": "value-uplift", "until": "2027-01-01"})
    assert sent.status_code == 303
    (held,) = people.standing("O-9").competences
    record = kept(desk.office.store, held.evidence)
    assert (record.numbers, record.enough) == ((given.number,), False)
    assert record.score
    assert (record.score.count, record.score.right, record.score.false) == (1, 0, 1)
    assert "given upon practice, 0 of 1 right" in admin.get("/people/of/O-9?lang=en").text


def test_an_analyst_writes_a_profile_upon_one_week_and_the_next_judges_it(desk: Desk) -> None:
    analyst = desk.as_("analyst-1")
    assert "What the past week showed" in analyst.get("/practice/profile?lang=en").text
    text = 'profile ALL "All / Tất cả" scope item\nwhen value >= 0\nthen lane red, inspect physical, reason VAL-01, owner risk-unit\n'
    refused = analyst.post("/practice/profile?lang=en", data={"form": FORM, "text": "profile", "percent": "80"})
    assert (refused.status_code, ">profile</textarea>" in refused.text) == (400, True)
    assert analyst.post("/practice/profile", data={"form": FORM, "text": text, "percent": "80"}).status_code == 303
    page = analyst.get("/practice/profile?lang=en").text
    assert "Wrong · 80 % sure" in page
    assert "100 %" in page
    assert desk.as_("officer-1").get("/practice/profile").status_code == 403


def test_a_supervisor_practises_the_second_signature_on_the_page_of_the_declaration(desk: Desk) -> None:
    supervisor = desk.as_("supervisor-1")
    assert supervisor.post("/practice/begin", data={"form": FORM, "kind": "signature", "size": "1"}).status_code == 303
    (case,) = desk.practice.cases("SUPERVISOR-1")
    number, at = case.opened.number, f"/practice/declarations/{case.opened.number}"
    page = supervisor.get(f"{at}?lang=en").text
    assert f'action="{at}/acts/countersign"' in page
    assert desk.practice.cases("SUPERVISOR-1")[0].outcome is None
    supervisor.post(f"/practice/sure/{number}", data={"form": FORM, "percent": "70"})
    ((asked, _),) = desk.practice.office.clearance.situation(number).countersign
    signing = {"form": FORM, "number": str(asked), "granted": "yes", "expect": str(desk.practice.office.store.last_of(number))}
    assert supervisor.post(f"{at}/acts/countersign", data=signing).status_code == 303
    (case,) = desk.practice.cases("SUPERVISOR-1")
    assert case.outcome is not None
    shown = supervisor.get(f"{at}?lang=en").text
    assert "Your decision was right." in shown or "Your decision was wrong." in shown


def test_a_cashier_answers_a_task_and_is_shown_what_was_missed(desk: Desk) -> None:
    cashier = desk.as_("cashier-1")
    assert cashier.post("/practice/begin", data={"form": FORM, "kind": "suspense", "size": "1"}).status_code == 303
    at = cashier.get("/practice/next").headers["location"]
    assert at.startswith("/practice/tasks/")
    assert "Credits in suspense" in cashier.get(f"{at}?lang=en").text
    assert desk.as_("officer-1").get(at).status_code == 404
    assert cashier.post(f"{at}?lang=en", data={"form": FORM, "percent": "80", "answer-0": "none"}).status_code == 400
    answers = {f"answer-{place}": "none" for place in range(3)}
    assert cashier.post(at, data={"form": FORM, "percent": "80"} | answers).status_code == 303
    page = cashier.get(f"{at}?lang=en").text
    for words in ("Your decision was wrong.", "The sign you missed", "changed places"):
        assert words in page
    assert "0 of 1" in cashier.get("/practice/record?lang=en").text
