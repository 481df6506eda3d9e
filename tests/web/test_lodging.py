"""Lodging by file: the receipt says everything, and no other site can lodge in someone's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from clearlane.office.office import Office
from clearlane.web.pages import pages
from tests.web.declarations import DECLARANT, XA, Clock, coded, example, nowhere

HERE = "http://127.0.0.1"


class Desk:
    """Pages of an office tried out, and the form's token."""

    def __init__(self, office: Office) -> None:
        app = FastAPI()
        app.include_router(pages(office, open_demo=True))
        self.office = office
        self.client = TestClient(app, base_url=HERE, client=("127.0.0.1", 50000))
        self.form = self.client.get("/lodge").cookies["form"]

    def lodge(self, data: bytes, **headers: str) -> tuple[int, str]:
        answer = self.client.post("/lodge", data={"form": self.form}, files={"file": ("a.json", data)}, headers=headers)
        return answer.status_code, answer.text


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Office.open(profile=XA, store=f"sqlite:///{tmp_path}/office.db", clock=Clock()) as office:
        yield Desk(office)


def test_a_declaration_in_order_is_taken_with_its_exact_bytes(desk: Desk) -> None:
    data = example("FILE-1").replace(b",", b",\r\n", 3)
    status, said = desk.lodge(data)
    case = desk.office.case("FILE-1")
    assert status == 200
    assert "The declaration was taken." in said
    assert case.number in said
    assert desk.office.message(case) == data
    assert desk.client.get(f"/declarations/{case.number}/message").content == data


def test_a_declaration_with_faults_shows_every_finding_with_its_remedy(desk: Desk) -> None:
    _, said = desk.lodge(example("FILE-2", nowhere, coded("999999")))
    findings = desk.office.findings(desk.office.case("FILE-2").number)
    assert "The declaration was rejected." in said
    assert said.count('class="finding ') == len(findings) >= 3
    assert said.count("What to do") == len(findings)


def test_the_same_file_again_gives_the_same_receipt_and_records_nothing(desk: Desk) -> None:
    desk.lodge(example("FILE-3"))
    before = desk.office.store.last_seq()
    _, said = desk.lodge(example("FILE-3"))
    assert "nothing was recorded again" in said
    assert desk.office.store.last_seq() == before


def test_a_pasted_message_is_taken(desk: Desk) -> None:
    answer = desk.client.post("/lodge", data={"form": desk.form, "text": example("PASTE-1").decode()})
    assert "The declaration was taken." in answer.text


def test_what_cannot_be_read_is_refused_with_line_and_column(desk: Desk) -> None:
    status, said = desk.lodge(b"<Declaration>\n<open>")
    assert status == 400
    assert "Line 2, column" in said


def test_an_empty_form_is_answered_in_words(desk: Desk) -> None:
    assert desk.lodge(b"") == (400, desk.client.post("/lodge", data={"form": desk.form}).text)


def test_a_form_of_another_site_lodges_nothing(desk: Desk) -> None:
    assert desk.lodge(example("CSRF-1"), Origin="http://evil.example")[0] == 403
    desk.form = "x" * 43
    assert desk.lodge(example("CSRF-1"))[0] == 403
    assert desk.office.store.last_seq() == 0


def test_a_trader_cannot_lodge_in_anothers_name(desk: Desk) -> None:
    desk.client.get("/?as=trader&declarant=XA1234567897")
    status, _ = desk.lodge(example("THEIRS-1"))
    assert status == 403
    desk.client.get(f"/?as=trader&declarant={DECLARANT}")
    assert desk.lodge(example("OWN-1"))[0] == 200


def test_a_file_too_large_is_refused_before_it_is_kept(desk: Desk) -> None:
    assert desk.lodge(b" " * (11 * 1024 * 1024))[0] == 413
