"""Faceless work: no byte a trader can fetch says who his officer is, and none an officer can fetch says who the trader is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from clearlane.model.control_facts import CheckEnded
from clearlane.office.masking import HIDDEN
from tests.web.faceless_office import FORM, STAFF, TOLD, Desk, faceless
from tests.web.test_masking import named


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with faceless(tmp_path_factory.mktemp("faceless")) as desk:
        yield desk


def test_nothing_that_a_trader_can_fetch_names_an_officer(desk: Desk) -> None:
    assert [one for number in desk.numbers for one in desk.office.facts(number) if isinstance(one.fact, CheckEnded)]
    given = [*desk.fetched(desk.browser("B-1")), *desk.fetched(desk.program("trader")), *(("webhook", body) for body in desk.heard)]
    for number in desk.numbers:
        answers = [desk.program("trader").get(f"/v1/declarations/{number}/notices", headers={"Accept": "application/xml"}).content]
        sheets = [repr(desk.office.printing.sheet(number, "assessment", language, "")).encode() for language in ("en", "vi")]
        given += [(f"paper of {number}", one) for one in (*sheets, *answers)]
    assert len(given) > 150
    assert len(desk.heard) > 5
    assert [(path, word) for path, said in given for word in TOLD if word.encode() in said] == []


def test_what_is_searched_for_is_what_officers_are_shown(desk: Desk) -> None:
    shown = b"".join(said for _, said in desk.fetched(desk.browser("QX-7743")))
    assert [number for number in STAFF if number.encode() not in shown] == []


@pytest.mark.parametrize("person", ["QX-7742", "QX-7743"])
def test_nothing_that_an_officer_can_fetch_names_a_party_before_he_opens_it(desk: Desk, person: str) -> None:
    words = [word.encode() for word in named(desk.office)]
    given = [*desk.fetched(desk.browser(person)), *desk.fetched(desk.program("inspector" if person == "QX-7742" else "admin"))]
    assert words
    assert sum(HIDDEN.encode() in said for _, said in given) > 10
    assert [(path, word) for path, said in given for word in words if word in said] == []


def test_a_document_is_shut_until_it_is_opened_with_a_reason_which_the_auditor_reads(desk: Desk) -> None:
    number = desk.numbers[0]
    (digest, *_) = (one.document.digest for one in desk.office.documents.of(number))
    at, officer = f"/declarations/{number}/documents", desk.browser("QX-7741")
    assert [officer.get(f"{at}/{digest}").status_code, "may name the parties" in officer.get(f"{at}?one={digest}").text] == [403, True]
    assert officer.post(f"{at}/{digest}/open", data={"form": FORM, "why": " "}).status_code == 400
    assert officer.post(f"{at}/{'0' * 64}/open", data={"form": FORM, "why": "The invoice"}).status_code == 404
    assert officer.post(f"{at}/{digest}/open", data={"form": FORM, "why": "The invoice"}).status_code == 200
    assert officer.get(f"{at}/{digest}").content == desk.office.documents.read(number, digest)[1]
    assert desk.browser("QX-7744").get(f"{at}/{digest}").status_code == 403
    assert "The parties are hidden." in officer.get(f"/declarations/{number}").text
    page = desk.browser("U-1").get(f"/reads?number={number}&who=QX-7741").text
    assert "a document, unmasked" in page
    assert "The invoice" in page


def test_a_photograph_is_shut_as_a_document_is_until_it_is_opened_with_a_reason(desk: Desk) -> None:
    number = next(number for number in desk.numbers if desk.office.inspections.pictures(number))
    (digest,) = desk.office.inspections.pictures(number)
    at, officer = f"/desk/inspections/{number}", desk.browser("QX-7741")
    assert officer.get(f"{at}/photos/{digest}").status_code == 403
    assert "Hidden: it may name the parties." in officer.get(at).text
    assert officer.post(f"{at}/photos/{digest}/open", data={"form": FORM, "why": " "}).status_code == 400
    assert officer.post(f"{at}/photos/{'0' * 64}/open", data={"form": FORM, "why": "Marks"}).status_code == 404
    assert officer.post(f"{at}/photos/{digest}/open", data={"form": FORM, "why": "Marks on the boxes"}).status_code == 200
    assert officer.get(f"{at}/photos/{digest}").headers["content-type"] == "image/jpeg"
    assert desk.browser("QX-7744").get(f"{at}/photos/{digest}").status_code == 403
    assert "Marks on the boxes" in desk.browser("U-1").get(f"/reads?number={number}&who=QX-7741").text


def test_a_program_with_an_officers_token_opens_with_a_reason_what_was_masked(desk: Desk) -> None:
    number, program = desk.numbers[1], desk.program("officer")
    at = f"/v1/declarations/{number}"
    words = named(desk.office)
    masked = program.get(f"{at}/generations/latest").json()
    assert HIDDEN in repr(masked)
    assert [program.get(f"{at}/message").status_code, program.get("/v1/declarations?declarant=XA2045183361").status_code] == [403, 403]
    assert program.post(f"{at}/parties", json={"why": " "}).status_code == 422
    assert desk.program("trader").post(f"{at}/parties", json={"why": "Mine"}).status_code == 403
    assert program.post(f"{at}/parties", json={"why": "Value looks low"}).json() == {"number": number, "document": ""}
    shown = program.get(f"{at}/generations/latest").text
    assert [word for word in words if word not in shown] == []
    assert program.get(f"{at}/message").status_code == 200
    assert [one.why for _, one in desk.office.people.reads.list("K-officer", number) if one.what == "parties"] == ["Value looks low"]


def test_the_auditors_program_and_the_traders_own_see_everything(desk: Desk) -> None:
    at, as_xml = f"/v1/declarations/{desk.numbers[2]}/generations/latest", {"Accept": "application/xml"}
    for role in ("auditor", "trader"):
        said = desk.program(role).get(at, headers=as_xml).text
        assert [word for word in named(desk.office) if word not in said] == []
    xml = (
        desk.program("inspector").get(f"/v1/declarations/{desk.numbers[2]}/generations/latest", headers={"Accept": "application/xml"}).text
    )
    assert HIDDEN in xml
    etree.fromstring(xml.encode())
