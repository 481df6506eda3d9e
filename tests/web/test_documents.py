"""Documents on the page of a declaration: put there by those who may, saved and never run, refused in words beside the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.test_documents import PDF, PNG, XML
from tests.web.declarations import DECLARANT, XA, Clock, coded, example

if TYPE_CHECKING:
    from pathlib import Path


FORM = "f" * 43


class Desk:
    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        self.number = office.lodge(example("DOC-1", coded("240220"))).case.number
        self.app = create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)
        self.at = f"/declarations/{self.number}/documents"

    def as_(self, who: str) -> TestClient:
        client = TestClient(self.app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000), follow_redirects=False)
        client.cookies.update({"as": who, "form": FORM})
        return client

    def put(self, who: str, data: bytes, form: str = FORM, **more: str) -> tuple[int, str]:
        answer = self.as_(who).post(self.at, data={"form": form, **more}, files={"file": ("../../x.html", data)})
        return answer.status_code, answer.text


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        made = Desk(office, tmp_path)
        yield made
        made.app.state.desk.close()


def test_a_document_the_trader_put_is_saved_by_an_officer_and_nothing_of_it_runs(desk: Desk) -> None:
    assert desk.put(f"trader.{DECLARANT}", PDF, **{"for": "N935", "item": "1"})[0] == 303
    (one,) = desk.office.documents.of(desk.number)
    assert (one.document.subject, one.document.item, one.document.by) == ("N935", 1, "")
    officer = desk.as_("officer-1")
    answer = officer.get(f"{desk.at}/{one.document.digest}")
    assert answer.content == PDF
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["content-disposition"].startswith("attachment")
    page = officer.get(f"/declarations/{desk.number}").text
    assert "N935" in page
    assert "Trader" in page


def test_another_traders_documents_are_not_there(desk: Desk) -> None:
    desk.put("officer-1", PDF)
    (one,) = desk.office.documents.of(desk.number)
    assert one.document.by == "OFFICER-1"
    stranger = desk.as_("trader.XA000000000X")
    assert stranger.get(f"{desk.at}/{one.document.digest}").status_code == 404
    assert desk.put("trader.XA000000000X", PDF)[0] == 404
    assert "OFFICER-1" not in desk.as_(f"trader.{DECLARANT}").get(f"/declarations/{desk.number}").text


@pytest.mark.parametrize(("data", "said"), [(b"MZ a program", "neither a PDF"), (PDF[:-8], "breaks off"), (b"", "No file came")])
def test_what_is_no_document_is_refused_beside_the_form(desk: Desk, data: bytes, said: str) -> None:
    status, page = desk.put("officer-1", data)
    assert (status, said in page) == (400, True)
    assert desk.office.documents.of(desk.number) == []


def test_a_document_larger_than_is_taken_is_refused_in_words(desk: Desk) -> None:
    status, page = desk.put("officer-1", b"%PDF" + bytes(51 * 1024 * 1024))
    assert (status, "larger than 50 MB" in page) == (413, True)


@pytest.mark.parametrize("who", ["analyst-1", "tariff-1", "auditor-1"])
def test_who_controls_nothing_puts_no_document(desk: Desk, who: str) -> None:
    assert desk.put(who, PDF)[0] == 403


def test_a_form_of_another_page_puts_nothing(desk: Desk) -> None:
    assert desk.put("officer-1", PDF, form="g" * 43)[0] == 403
    assert desk.office.documents.of(desk.number) == []


def test_a_picture_is_shown_to_officers_only_and_nothing_else_is(desk: Desk) -> None:
    for data in (PNG, PDF):
        desk.put("officer-1", data)
    picture, paper = (one.document.digest for one in desk.office.documents.of(desk.number))
    assert desk.as_("officer-1").get(f"{desk.at}/{picture}/preview").headers["content-type"] == "image/png"
    assert desk.as_("officer-1").get(f"{desk.at}/{paper}/preview").status_code == 404
    assert desk.as_(f"trader.{DECLARANT}").get(f"{desk.at}/{picture}/preview").status_code == 404


def test_two_documents_lie_beside_each_other_and_their_text_stays_text(desk: Desk) -> None:
    desk.put("officer-1", XML.replace(b"Invoice", b"script"))
    desk.put("officer-1", PNG)
    one, other = (one.document.digest for one in desk.office.documents.of(desk.number))
    page = desk.as_("officer-1").get(f"{desk.at}?one={one}&beside={other}").text
    assert "&lt;script&gt;" in page
    assert f"{other}/preview" in page
    assert desk.as_("officer-1").get(f"{desk.at}?one=%3Cb%3E&beside=..").status_code == 200
