"""The pages of inspections: what is listed, what a form and a phone may send, once, and what is refused."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.model.inspection_facts import ActReceived, PhotoTaken
from clearlane.model.risk_facts import Examined
from clearlane.office.access import Asker
from clearlane.office.inspecting_papers import sheet
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.test_documents import JPEG, PDF
from tests.web.declarations import XA, Clock, coded, example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORM = "f" * 43
OFFICER = Asker("officer")
CONCLUDES = {"satisfied": "yes", "code-1": "conform", "code-2": "conform"}


class Quay:
    """An office with goods to inspect."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        self.app = create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)
        self.number = office.lodge(example("RED-1", coded("240110"))).case.number

    def as_(self, who: str) -> TestClient:
        client = TestClient(self.app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000), follow_redirects=False)
        client.cookies.update({"as": who, "form": FORM})
        return client

    def page(self, path: str = "", who: str = "inspector-1") -> Any:
        return self.as_(who).get(f"/desk/inspections{path}?lang=en")

    def sends(self, act: str, key: str, *, to: str = "replay", photo: Any = b"", **fields: Any) -> Any:
        seen = str(self.office.store.last_of(self.number))
        data = {"form": FORM, "act": act, "key": f"key-{key:0>8}", "expect": seen} | fields
        files = {"file": ("p.jpg", photo)} if photo else {"nothing": b""}
        return self.as_("inspector-1").post(f"/desk/inspections/{self.number}/{to}?lang=en", data=data, files=files)

    def facts(self, kind: type) -> list[Any]:
        return [one.fact for one in self.office.facts(self.number) if isinstance(one.fact, kind)]


@pytest.fixture
def quay(tmp_path: Path) -> Iterator[Quay]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        made = Quay(office, tmp_path)
        yield made
        made.app.state.desk.close()


def test_goods_to_inspect_are_listed_with_place_and_time_once_ordered(quay: Quay) -> None:
    assert "No place and time set yet." in quay.page().text
    order = {"form": FORM, "place": "Quay 4", "due": "2026-11-20T13:30", "intensity": "physical"}
    order["expect"] = str(quay.office.store.last_of(quay.number))
    assert quay.as_("supervisor-1").post(f"/desk/inspections/{quay.number}/order", data=order).status_code == 303
    listed = quay.page().text
    assert "Quay 4" in listed
    assert quay.number in listed


def test_the_page_of_the_declaration_leads_to_its_inspection(quay: Quay) -> None:
    assert f'href="/desk/inspections/{quay.number}"' in quay.as_("inspector-1").get(f"/declarations/{quay.number}").text


def test_opening_an_order_is_noted_and_traders_are_refused(quay: Quay) -> None:
    assert quay.page(f"/{quay.number}").status_code == 200
    ((_, noted),) = quay.office.people.reads.list("INSPECTOR-1", quay.number)
    assert noted.what == "inspection"
    assert {quay.page(path, "trader").status_code for path in ("", f"/{quay.number}")} <= {403, 404}


def test_an_inspection_is_carried_out_by_forms_alone(quay: Quay) -> None:
    for key, (act, fields) in enumerate({
        "begin": {}, "step": {"step": "1", "done": "yes"}, "seal": {"seal": "VN-1", "how": "broken"},
        "sample": {"sample": "M-1", "item": "1", "quantity": "0,5", "unit": "kgm", "laboratory": "Lab 1"}, "conclude": CONCLUDES,
    }.items()):  # fmt: skip
        assert quay.sends(act, str(key), to="acts", **fields).status_code == 303, act
    assert len(quay.facts(Examined)) == 1
    page = quay.page(f"/{quay.number}").text
    for words in ("VN-1", "0.5 KGM", "Concluded", "Lab 1"):
        assert words in page


def test_what_a_phone_sends_twice_is_done_once_and_the_photograph_is_the_one_it_took(quay: Quay) -> None:
    quay.sends("begin", "1")
    digest = sha256(JPEG).hexdigest()
    for _ in range(2):
        sent = quay.sends("photo", "2", photo=JPEG, digest=digest, latitude="20.8612345", longitude="106.68")
        assert sent.json() == {"outcome": "taken"}
    (fact,) = quay.facts(PhotoTaken)
    assert (fact.digest, fact.latitude, fact.longitude) == (digest, 20.86123, 106.68)
    shown = quay.page(f"/{quay.number}/photos/{digest}")
    assert (sha256(shown.content).hexdigest(), shown.headers["content-type"]) == (digest, "image/jpeg")
    assert quay.page(f"/{quay.number}/photos/{'0' * 64}").status_code == 404


@pytest.mark.parametrize(("photo", "digest"), [(PDF, ""), (b"<html>", ""), (JPEG, "0" * 64), (b"", "")])
def test_what_is_no_picture_or_was_changed_on_the_way_stays_on_the_phone(quay: Quay, photo: bytes, digest: str) -> None:
    quay.sends("begin", "1")
    answer = quay.sends("photo", "2", photo=photo, digest=digest)
    assert (answer.status_code, answer.json()["outcome"]) == (400, "refused")
    assert len(quay.facts(ActReceived)) == 1


def test_a_conclusion_after_the_case_changed_is_a_conflict_that_the_page_lists(quay: Quay) -> None:
    quay.sends("begin", "1")
    seen = str(quay.office.store.last_of(quay.number))
    quay.office.documents.supply(quay.number, PDF, "N935")
    answer = quay.sends("conclude", "2", expect=seen, why="All as declared.", **CONCLUDES)
    assert answer.json()["outcome"] == "conflict"
    assert "a document came" in answer.json()["words"]
    page = quay.page(f"/{quay.number}").text
    for words in ("Not taken, because the case changed", "All as declared.", "a document came"):
        assert words in page


def test_another_persons_acts_are_not_sent_under_ones_own_name(quay: Quay) -> None:
    answer = quay.sends("begin", "1", person="INSPECTOR-9")
    assert (answer.status_code, quay.facts(ActReceived)) == (403, [])


def test_every_kind_of_act_that_came_too_late_is_listed_with_what_it_said(quay: Quay) -> None:
    quay.sends("begin", "1")
    seen = str(quay.office.store.last_of(quay.number))
    quay.sends("conclude", "2", **CONCLUDES)
    late: dict[str, dict[str, Any]] = {
        "step": {"step": "1", "done": "no", "remark": "Late remark"}, "photo": {"photo": JPEG}, "seal": {"seal": "VN-9", "how": "applied"},
        "sample": {"sample": "M-9", "item": "1", "quantity": "2", "unit": "KGM", "laboratory": "Lab 9"},
    }  # fmt: skip
    for act, fields in late.items():
        assert quay.sends(act, f"late-{act}", expect=seen, **fields).json()["outcome"] == "conflict", act
    page = quay.page(f"/{quay.number}").text
    for words in ("Late remark", sha256(JPEG).hexdigest()[:16], "VN-9", "M-9", "Lab 9", "a check was concluded"):
        assert words in page
    assert quay.page(f"/{quay.number}/photos/{sha256(JPEG).hexdigest()}").content == JPEG


def test_whoever_was_signed_out_meanwhile_is_led_to_sign_in_and_nothing_is_recorded(quay: Quay) -> None:
    away = TestClient(quay.app, base_url="https://office.example", follow_redirects=False)
    for to in ("replay", "acts"):
        answer = away.post(f"/desk/inspections/{quay.number}/{to}", data={"act": "begin", "key": "key-00000001"})
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert quay.facts(ActReceived) == []


def test_the_worker_serves_these_addresses_alone_and_the_phone_learns_who_is_signed_in(quay: Quay) -> None:
    worker = quay.page("/worker.js")
    assert (worker.headers["service-worker-allowed"], worker.headers["content-type"][:15]) == ("/desk/inspections", "text/javascript")
    assert quay.page("/ready").json() == {"person": "INSPECTOR-1", "token": FORM}


def test_order_and_report_are_saved_as_paper_by_officers_alone_and_anyone_checks_one(quay: Quay) -> None:
    assert [quay.page(f"/{quay.number}/{paper}.pdf").status_code for paper in ("order", "report")] == [400, 400]
    quay.office.inspections.order(quay.number, "Quay 4", quay.office.clock(), "physical", by="SUPERVISOR-1")
    order = quay.page(f"/{quay.number}/order.pdf")
    assert (order.content[:5], order.headers["content-disposition"].endswith('order-en.pdf"')) == (b"%PDF-", True)
    assert {quay.page(f"/{quay.number}/order.pdf", who).status_code for who in ("trader", "admin-1")} <= {403, 404}
    assert quay.as_("trader").get(f"/declarations/{quay.number}/inspection-order.pdf").status_code == 404
    code = sheet(quay.office, OFFICER, quay.number, "inspection-order", "en", "").code
    assert "This paper is genuine" in quay.as_("trader").get(f"{code}?lang=en").text
    quay.sends("begin", "1")
    quay.sends("conclude", "2", **CONCLUDES)
    assert quay.page(f"/{quay.number}/report.pdf").content[:5] == b"%PDF-"
    assert "no longer the latest" in quay.as_("trader").get(f"{code}?lang=en").text


def test_what_a_laboratory_and_another_agency_say_later_is_taken_on_the_page(quay: Quay) -> None:
    quay.office.inspections.order(quay.number, "Quay 4", quay.office.clock(), "physical", by="SUPERVISOR-1")
    agency = quay.office.inspections.agencies[0].en

    def sends(to: str, **fields: str) -> int:
        data = {"form": FORM, "expect": str(quay.office.store.last_of(quay.number))} | fields
        return quay.as_("officer-1").post(f"/desk/inspections/{quay.number}/{to}", data=data).status_code

    quay.sends("begin", "1")
    quay.sends("sample", "2", sample="M-1", item="1", quantity="1", unit="KGM", laboratory="Laboratory 1")
    assert [sends("agency", agency="Nobody"), sends("agency", agency=agency), sends("agency", agency=agency)] == [400, 303, 400]
    assert f"Together with <b>{agency}" in quay.page(f"/{quay.number}").text
    assert [sends("agency", agency=agency, says=says, why="Mites.") for says in ("perhaps", "no", "yes")] == [400, 303, 303]
    assert [sends("sample", sample="M-1", says=says, why="Roasted.") for says in ("", "no", "no")] == [400, 303, 400]
    page = quay.page(f"/{quay.number}").text
    for words in ("Differs from what is declared", "Roasted.", "Agrees to release"):
        assert words in page
