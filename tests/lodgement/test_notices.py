"""What a trader is told, and what never: notices from the facts of a declaration."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import etree

from clearlane.lodgement.notice_parts import taxed_goods
from clearlane.lodgement.notices import notices
from clearlane.lodgement.respond import write_notices
from clearlane.model.assessment import TaxLine
from clearlane.model.facts import Accepted, Assessed
from clearlane.model.notice import Notice
from clearlane_xa import profile
from tests.lodgement.facts import COURSES, LODGED, NUMBER, SECRET, demanded, records, routed
from tests.secrets_of_risk import codes

XA = profile()


def only(course: str, code: str) -> Notice:
    """The one notice of a kind on a course."""
    (found,) = [notice for notice in notices(COURSES[course], XA) if notice.function_code == code]
    return found


def built(part: object) -> Any:
    """A part of a response as it reads in JSON."""
    return msgspec.json.decode(msgspec.json.encode(part))


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ("rejected", "03"),
        ("green", "01 13 09"),
        ("yellow", "01 13 05 06 09"),
        ("red", "01 13 05 08"),
        ("pre-lodged", "02 13"),
        ("presented", "02 13 02 01 13 05 06 09"),
        ("amended", "01 13 05 07 13 09"),
        ("amendment rejected", "01 13 11"),
        ("cancelled", "01 13 05 10"),
    ],
)
def test_each_course_is_told_in_the_order_it_happened(course: str, expected: str) -> None:
    assert " ".join(notice.function_code for notice in notices(COURSES[course], XA)) == expected


@pytest.mark.parametrize("course", COURSES)
def test_no_reason_of_risk_reaches_the_trader(course: str) -> None:
    told = notices(COURSES[course], XA)
    everything = write_notices(told, XA) + msgspec.json.encode(told)
    assert SECRET.encode() in msgspec.json.encode(COURSES[course]) or course in ("rejected", "amendment rejected")
    assert SECRET.encode() not in everything
    assert not [code for code in codes(XA) if code.encode() in everything]


def test_a_pre_lodged_declaration_is_told_the_same_whatever_its_lane() -> None:
    red = COURSES["pre-lodged"]
    green = [*red[:4], msgspec.structs.replace(red[4], fact=routed("green"))]
    assert notices(red, XA) == notices(green, XA)


def test_a_lane_given_before_the_goods_came_is_never_told() -> None:
    control = only("presented", "05")
    assert XA.lanes.control_notice["yellow"].en in control.words.en
    assert [one.statement_code for one in control.response.additional_information] == ["yellow"]


def test_a_demand_made_before_acceptance_is_told_with_it() -> None:
    told = notices(records(LODGED, demanded(), Accepted()), XA)
    assert [(notice.function_code, notice.seq) for notice in told] == [("01", 43), ("06", 43)]


@pytest.mark.parametrize("course", COURSES)
def test_a_fact_more_changes_nothing_told_before(course: str) -> None:
    told = notices(COURSES[course], XA)
    for length in range(len(COURSES[course])):
        so_far = notices(COURSES[course][:length], XA)
        assert told[: len(so_far)] == so_far


def test_a_rejection_gives_every_finding_with_code_words_and_place() -> None:
    first, second = only("rejected", "03").response.error
    assert (first.validation_code, second.validation_code) == ("XA-301", "XALO0042")
    assert first.description == "XA-301. No such code. Give one, such as 0901.21."
    assert second.description == "Warning: XA-LONG-RULE-0042. No such code. Give one, such as 0901.21."
    steps = [(p.document_section_code, p.sequence_numeric, p.tag_id) for p in first.pointer]
    assert steps == [("42A", None, None), ("67A", None, None), ("68A", "2", None), ("23A", None, None), ("21A", "1", "145")]


def test_the_tax_statement_gives_each_tax_by_item_and_the_total() -> None:
    declaration = only("green", "13").response.declaration
    assert declaration is not None
    assert declaration.goods_shipment is not None
    assert built(declaration.duty_tax_fee) == [{"Payment": {"PaymentAmount": {"value": "75.00", "currencyID": "ARD"}}}]
    first = declaration.goods_shipment.government_agency_goods_item[0].commodity
    assert built(first) == {
        "DutyTaxFee": [
            {
                "AdValoremTaxBaseAmount": {"value": "1000.00", "currencyID": "ARD"},
                "TaxRateNumeric": "7.5",
                "TypeCode": "A00",
                "Payment": {
                    "TaxAssessedAmount": {"value": "75.00", "currencyID": "ARD"},
                    "PaymentAmount": {"value": "75.00", "currencyID": "ARD"},
                },
            }
        ]
    }


def test_what_is_not_priced_is_told_in_words_and_never_as_zero() -> None:
    notice = only("red", "13")
    declaration = notice.response.declaration
    assert declaration is not None
    assert declaration.goods_shipment is not None
    assert declaration.duty_tax_fee == ()
    unpriced = declaration.goods_shipment.government_agency_goods_item[1].commodity
    assert built(unpriced)["DutyTaxFee"][1] == {"TypeCode": "A00"}
    said = {one.statement_code: one.statement_description for one in notice.response.additional_information}
    assert said == {"suspended": "B00. Not charged under 51.", "unpriced": "A00. No rate is loaded."}
    assert "No rate is loaded. You will be told when it is. Computed so far: Import duty 75.00 ARD." in notice.words.en
    assert " 75,00 ARD." in notice.words.vi


def test_a_demand_names_documents_and_deadline() -> None:
    notice = only("yellow", "06")
    asked = [(one.statement_description, one.limit_date_time) for one in notice.response.additional_information]
    assert [(words, limit.value) for words, limit in asked if limit] == [
        ("Invoice", "20260307080000Z"),
        ("Certificate of origin", "20260307080000Z"),
    ]
    assert "08:00 UTC on 7 March 2026" in notice.words.en


def test_an_amendment_tells_the_places_changed_and_the_version() -> None:
    response = only("amended", "07").response
    assert [p.document_section_code for p in response.amendment[0].pointer] == ["42A", "67A", "68A", "23A", "21A"]
    assert response.amendment[0].pointer[-1].tag_id == "145"
    assert response.declaration is not None
    assert response.declaration.version_id == "2"


def test_notices_of_a_declaration_are_counted_in_their_references() -> None:
    references = [notice.response.functional_reference_id for notice in notices(COURSES["green"], XA)]
    assert references == [f"{NUMBER}-1", f"{NUMBER}-2", f"{NUMBER}-3"]


@pytest.mark.parametrize("course", COURSES)
def test_every_notification_is_valid_against_the_published_schema(course: str, shared_data: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared_data / "wcodm" / "schemas" / "wco" / "notification" / "_driver.xsd"))
    schema.assertValid(etree.fromstring(write_notices(notices(COURSES[course], XA), XA)))


def test_words_no_message_can_carry_are_left_out_of_it() -> None:
    lodged = msgspec.structs.replace(LODGED, reference="REF\x01" + "9" * 40)
    message = etree.fromstring(write_notices(notices(records(lodged, Accepted()), XA), XA))
    assert message.findtext(".//{*}Declaration/{*}FunctionalReferenceID") == "REF" + "9" * 31 + "…"


def test_a_message_without_a_notice_is_not_written() -> None:
    with pytest.raises(ValueError, match="at least one"):
        write_notices((), XA)


def test_the_tax_statement_names_the_claim_and_the_quantity_a_line_was_computed_on() -> None:
    line = TaxLine(
        1, "A00", "priced", Decimal("35.10"), rate="35.10 GBP / 100 kg", claim="100", quantity=Decimal("100.000"), unit="KGM:drained"
    )
    goods = taxed_goods(
        Assessed("GBP", datetime(2026, 11, 20, tzinfo=UTC), (), (line, TaxLine(1, "B00", "conditional", missing=("document:U110",))), None)
    )
    assert goods is not None
    specific, waiting = built(goods.government_agency_goods_item[0].commodity)["DutyTaxFee"]
    assert specific["DutyRegimeCode"] == "100"
    assert specific["SpecificTaxBaseQuantity"] == {"value": "100.000", "unitCode": "KGM"}
    assert "TaxRateNumeric" not in specific
    assert waiting == {"TypeCode": "B00"}
