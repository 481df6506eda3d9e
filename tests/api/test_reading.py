"""Reading what became of declarations over HTTP."""

from __future__ import annotations

import pytest
from lxml import etree

from clearlane.lodgement.read import read
from tests.api.desk import Counter, message, request

LODGE = "/v1/declarations"
NEW_OFFICE = """<DeclarationOfficeID>XAPOR002</DeclarationOfficeID>
    <AdditionalInformation><StatementDescription>A slip</StatementDescription><StatementTypeCode>AES</StatementTypeCode>
    <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>42A</DocumentSectionCode></Pointer>
    <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>06A</DocumentSectionCode></Pointer></AdditionalInformation>
    <Amendment><ChangeReasonCode>28</ChangeReasonCode>
    <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>42A</DocumentSectionCode><TagID>065</TagID></Pointer></Amendment>"""


@pytest.fixture
def crowded(at: Counter) -> Counter:
    """Seven declarations, five of which came at the same instant."""
    at.trader.post(LODGE, content=message("R-1"))
    at.trader.post(LODGE, content=b"[" + b",".join(message(f"R-{n}") for n in range(2, 7)) + b"]")
    at.trader.post(LODGE, content=message("R-7"))
    return at


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_pages_hold_every_declaration_once_latest_first(crowded: Counter, size: int) -> None:
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = crowded.trader.get(LODGE, params={"limit": size, "cursor": cursor}).json()
        assert len(page["declarations"]) <= size
        found += [one["reference"] for one in page["declarations"]]
        cursor = page["next"]
    assert found == [f"R-{n}" for n in range(7, 0, -1)]


def test_a_filter_holds_on_every_page(crowded: Counter) -> None:
    crowded.trader.post(LODGE, content=message("R-8", TypeCode="ZZZ"))
    page = crowded.trader.get(LODGE, params={"state": "rejected"}).json()
    assert ([one["reference"] for one in page["declarations"]], page["next"]) == (["R-8"], None)


def test_a_reference_is_matched_whole_and_words_from_the_beginning(crowded: Counter) -> None:
    crowded.trader.post(LODGE, content=message("R-10"))
    exact = crowded.trader.get(LODGE, params={"reference": "R-1"}).json()["declarations"]
    begun = crowded.trader.get(LODGE, params={"words": "R-1"}).json()["declarations"]
    assert ([one["reference"] for one in exact], len(begun)) == (["R-1"], 2)


@pytest.mark.parametrize("cursor", ["x", "MjAyNg==", "MjAyNi0wMS0wMSAx", "OTk5OS0xMi0zMVQyMzo1OTo1OS45OTk5OTktMjM6MDAgMQ=="])
def test_a_cursor_never_given_out_is_refused_as_invalid(at: Counter, cursor: str) -> None:
    answer = at.trader.get(LODGE, params={"cursor": cursor})
    assert (answer.status_code, answer.json()["errors"][0]["where"]) == (422, "query.cursor")


def test_a_declaration_is_found_by_its_reference_too(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message("REF 1")).json()["number"]
    assert at.trader.get(f"{LODGE}/REF%201").json()["number"] == number


def test_notices_come_as_a_message_of_the_wco_to_who_asks_for_xml(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message()).json()["number"]
    answer = at.trader.get(f"{LODGE}/{number}/notices", headers={"Accept": "application/xml"})
    codes = [code.text for code in etree.fromstring(answer.content).iterfind(".//{*}Response/{*}FunctionCode")]
    assert (answer.headers["Content-Type"], codes) == ("application/xml", ["01", "13", "09"])
    assert [notice["function_code"] for notice in at.trader.get(f"{LODGE}/{number}/notices").json()] == codes


def test_a_declaration_reads_back_as_it_was_lodged_in_both_forms(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message()).json()["number"]
    for form in ("application/json", "application/xml"):
        answer = at.trader.get(f"{LODGE}/{number}/generations/1", headers={"Accept": form})
        assert answer.headers["Content-Type"] == form
        assert read(answer.content).declaration == read(message()).declaration


def test_the_message_first_lodged_comes_back_byte_for_byte(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message()).json()["number"]
    assert at.trader.get(f"{LODGE}/{number}/message").content == message()


def test_a_generation_that_never_was_is_not_found(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message()).json()["number"]
    assert at.trader.get(f"{LODGE}/{number}/generations/2").status_code == 404


def test_an_amendment_shows_as_the_difference_of_two_generations(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message(TypeCode="IMD")).json()["number"]
    answer = at.trader.post(LODGE, content=request(number, "COR", NEW_OFFICE)).json()
    assert (answer["message"], answer["taken"], [one["rule"] for one in answer["findings"]]) == ("amendment", True, ["CL-504"])
    changed = at.trader.get(f"{LODGE}/{number}/differences", params={"from": 1, "to": 2}).json()
    assert changed == [{"path": "/Declaration/DeclarationOfficeID", "kind": "changed", "before": "XAPOR001", "after": "XAPOR002"}]


def test_an_explanation_gives_officers_the_grounds_of_the_lane_and_traders_none(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message()).json()["number"]
    shown, told = (client.get(f"{LODGE}/{number}/explanation").json() for client in (at.officer, at.trader))
    assert (shown["control"]["lane"], told["control"]) == ("green", None)
    assert told["taxes"] == shown["taxes"] != []


def test_words_come_in_the_language_asked_for(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message(TypeCode="ZZZ")).json()["number"]
    said = {language: at.trader.get(f"{LODGE}/{number}/findings", headers={"Accept-Language": language}) for language in ("en", "vi")}
    assert said["en"].json()[0]["message"] != said["vi"].json()[0]["message"]
    assert said["vi"].headers["Content-Language"] == "vi"


def test_the_schema_of_messages_and_the_health_need_no_token(at: Counter) -> None:
    assert at.stranger.get("/v1/schema").json()["title"] == "Message"
    assert at.stranger.get("/v1/health").json()["status"] == "well"
