"""``clearlane show``: a declaration, its generations, its notices."""

from __future__ import annotations

import json

from tests.cli.conftest import Clearlane
from tests.cli.messages import RISKY, file, message, request

HEAVIER = """<TotalGrossMassMeasure unitCode="KGM">2500</TotalGrossMassMeasure>
    <AdditionalInformation><StatementDescription>The mass was mistyped</StatementDescription>
    <StatementTypeCode>AES</StatementTypeCode>
    <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>42A</DocumentSectionCode></Pointer>
    <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>06A</DocumentSectionCode></Pointer></AdditionalInformation>
    <Amendment><ChangeReasonCode>32</ChangeReasonCode>
    <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>42A</DocumentSectionCode><TagID>131</TagID></Pointer></Amendment>"""


def lodged(clearlane: Clearlane, **fields: object) -> str:
    answers = clearlane("lodge", "--json", file("a.json", message("A-1", **fields))).answers  # type: ignore[arg-type]
    return str(answers[0]["number"])


def test_a_declaration_is_shown_by_number_and_by_reference(clearlane: Clearlane) -> None:
    number = lodged(clearlane)
    assert clearlane("show", number).out == clearlane("show", "A-1").out
    assert "  state: released, lane: Green\n" in clearlane("show", number).out


def test_a_rejected_declaration_is_shown_with_its_findings(clearlane: Clearlane) -> None:
    lodged(clearlane, DeclarationOfficeID="NOWHERE")
    assert "/Declaration/DeclarationOfficeID" in clearlane("show", "A-1").out


def test_the_declaration_is_written_in_json_as_it_was_lodged(clearlane: Clearlane) -> None:
    lodged(clearlane)
    shown = json.loads(clearlane("show", "A-1", "--json").out)
    assert shown["Declaration"] == json.loads(message("A-1"))["Declaration"]


def test_the_declaration_is_written_in_xml(clearlane: Clearlane) -> None:
    lodged(clearlane)
    assert "<FunctionalReferenceID>A-1</FunctionalReferenceID>" in clearlane("show", "A-1", "--xml").out


def test_a_generation_that_never_was_is_refused(clearlane: Clearlane) -> None:
    lodged(clearlane)
    for words in ((), ("--xml",), ("--diff",)):
        said = clearlane("show", "A-1", "--generation", "2", *words)
        assert said.code == 2
        assert said.err.endswith("has no generation 2; the latest is 1.\n")


def test_notices_are_shown_in_words_and_as_one_message(clearlane: Clearlane) -> None:
    number = lodged(clearlane)
    assert f"Declaration {number} (A-1) was accepted" in clearlane("show", "A-1", "--notices").out
    assert "<WCOTypeName>RES</WCOTypeName>" in clearlane("show", "A-1", "--res").out


def test_an_unchanged_declaration_has_nothing_to_compare(clearlane: Clearlane) -> None:
    lodged(clearlane)
    assert clearlane("show", "A-1", "--diff").code == 2


def test_an_amended_declaration_shows_what_was_changed(clearlane: Clearlane) -> None:
    number = lodged(clearlane, TypeCode="IMD")
    answer = clearlane("lodge", "--json", file("b.xml", request(number, "COR", HEAVIER))).answers[0]
    assert (answer["message"], answer["taken"], answer["generation"]) == ("amendment", True, 2)
    assert clearlane("show", number, "--diff").out == "~ /Declaration/TotalGrossMassMeasure: 2430.5 KGM → 2500 KGM\n"


def test_an_officer_is_shown_the_lane_that_the_trader_is_not(clearlane: Clearlane) -> None:
    lodged(clearlane, TypeCode="IMD", commodity=RISKY)
    assert "Red" in clearlane("show", "A-1", "--as", "officer").out
    assert "Red" not in clearlane("show", "A-1").out
