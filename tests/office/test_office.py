"""A declaration goes from message to lane, and comes back the same when it is sent again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import msgspec
import pytest

from clearlane.lodgement.json_form import read_json, write_json
from clearlane.lodgement.write import write
from clearlane.model.facts import Lodged, Scored
from clearlane.model.receipt import Lodgement, Receipt
from clearlane.model.refusals import Closed, Conflict, NotAllowed, NotFound, Refusal, Unreadable
from clearlane.office.office import Office
from clearlane.office.wiring import profile_named
from tests.office.memory_store import MemoryStore

XA = profile_named("xa")
EXAMPLE = XA.examples["import"]
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = AT

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def office(store: MemoryStore) -> Office:
    return Office(XA, store, clock=Clock())


def message(**fields: object) -> bytes:
    """The example import with some attributes of the declaration changed."""
    plain = msgspec.json.decode(EXAMPLE)
    plain["Declaration"].update(fields)
    return msgspec.json.encode(plain)


def request(case_number: str, type_code: str, inside: str = "", reference: str = "REQ-1") -> bytes:
    return f"""<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>13</FunctionCode>
        <FunctionalReferenceID>{reference}</FunctionalReferenceID><ID>{case_number}</ID><TypeCode>{type_code}</TypeCode>
        {inside}</Declaration>""".encode()


REASON = """<AdditionalInformation><StatementDescription>A slip</StatementDescription><StatementTypeCode>AES</StatementTypeCode>
    <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>42A</DocumentSectionCode></Pointer>
    <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>06A</DocumentSectionCode></Pointer></AdditionalInformation>"""
CANCEL = REASON + "<Amendment><ChangeReasonCode>1</ChangeReasonCode></Amendment>"


def new_price(price: str) -> str:
    return f"""<TotalGrossMassMeasure unitCode="KGM">{price}</TotalGrossMassMeasure>{REASON}
        <Amendment><ChangeReasonCode>28</ChangeReasonCode>
        <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>42A</DocumentSectionCode><TagID>131</TagID></Pointer></Amendment>"""


def test_a_good_declaration_gets_number_duty_and_lane(office: Office) -> None:
    receipt = office.lodge(EXAMPLE)
    assert (receipt.new, receipt.taken, receipt.case.lane, receipt.case.state) == (True, True, "green", "released")
    assert receipt.case.duty is not None
    assert receipt.case.duty > Decimal(0)


def test_xml_and_json_of_one_message_are_the_same_message(office: Office) -> None:
    first = office.lodge(EXAMPLE)
    again = office.lodge(write(read_json(EXAMPLE)))
    assert (again.case, again.new) == (first.case, False)


def test_the_same_message_again_gives_the_same_receipt_and_no_new_fact(office: Office, store: MemoryStore) -> None:
    first, facts = office.lodge(EXAMPLE), store.last_seq()
    again = office.lodge(EXAMPLE)
    assert (again.case, again.findings, again.taken, store.last_seq()) == (first.case, first.findings, first.taken, facts)


def test_a_receipt_given_again_is_as_it_was_then(office: Office) -> None:
    waiting = office.lodge(message(TypeCode="IMD"))
    office.lodge(request(waiting.case.number, "GPR"))
    assert office.lodge(message(TypeCode="IMD")).case == waiting.case


def test_another_message_under_a_taken_reference_is_a_conflict(office: Office, store: MemoryStore) -> None:
    number, facts = office.lodge(EXAMPLE).case.number, store.last_seq()
    with pytest.raises(Conflict, match=number):
        office.lodge(message(IssueLocationID="XAAAA"))
    assert store.last_seq() == facts


def test_after_a_rejection_another_message_is_a_new_attempt(office: Office) -> None:
    bad = office.lodge(message(TypeCode="ZZZ"))
    good = office.lodge(EXAMPLE)
    assert (bad.taken, good.taken) == (False, True)
    assert bad.case.number != good.case.number
    assert office.lodge(message(TypeCode="ZZZ")).case == bad.case


def test_a_reference_may_be_used_anew_after_its_window(store: MemoryStore) -> None:
    clock = Clock()
    office = Office(XA, store, clock=clock)
    office.lodge(EXAMPLE)
    clock.now += XA.reference_window
    assert office.lodge(message(IssueLocationID="XAAAA")).taken


def test_a_batch_gives_each_message_its_answer_in_order(office: Office) -> None:
    outcomes = office.lodge_group(
        [Lodgement(m) for m in (EXAMPLE, b"<broken", EXAMPLE, message(IssueLocationID="XAAAA"), message(FunctionalReferenceID="R-2"))]
    )
    assert [type(o) for o in outcomes] == [Receipt, Unreadable, Receipt, Conflict, Receipt]
    first, _, again, _, other = outcomes
    assert isinstance(first, Receipt)
    assert isinstance(again, Receipt)
    assert isinstance(other, Receipt)
    assert (again.case, again.new) == (first.case, False)
    assert other.case.number != first.case.number


def test_nothing_is_recorded_of_the_unreadable(office: Office, store: MemoryStore) -> None:
    with pytest.raises(Unreadable):
        office.lodge(b"<broken")
    assert (store.last_seq(), store.read_models()) == (0, ({}, [], {}))


def test_goods_presented_turn_a_waiting_declaration_into_an_accepted_one(office: Office) -> None:
    waiting = office.lodge(message(TypeCode="IMD"))
    assert (waiting.case.state, waiting.case.told) == ("pre-lodged", False)
    here = office.lodge(request(waiting.case.number, "GPR"))
    assert (here.case.state, here.case.told, here.message) == ("released", True, "presentation")


def test_the_remark_that_goods_are_awaited_ends_with_their_arrival(office: Office) -> None:
    number = office.lodge(message(TypeCode="IMD", TotalPackageQuantity={"value": "99"})).case.number
    before = [finding.rule for finding in office.findings(number)]
    office.lodge(request(number, "GPR"))
    after = [finding.rule for finding in office.findings(number)]
    assert before == [*after, "CL-504"]
    assert after


def test_an_amendment_carries_the_remarks_on_the_new_generation(office: Office) -> None:
    number = office.lodge(message(TypeCode="IMD")).case.number
    quantity = (
        new_price("2500").replace("TotalGrossMassMeasure", "TotalPackageQuantity").replace("131", "146").replace(' unitCode="KGM"', "")
    )
    receipt = office.lodge(request(number, "COR", quantity))
    assert receipt.taken
    assert [finding.rule for finding in receipt.findings] == [finding.rule for finding in office.findings(number)] == ["CL-304", "CL-504"]


def test_an_amendment_makes_a_generation_and_both_stay_readable(office: Office) -> None:
    number = office.lodge(message(TypeCode="IMD")).case.number
    receipt = office.lodge(request(number, "COR", new_price("2500")))
    assert (receipt.taken, receipt.case.generation) == (True, 2)
    masses = [office.declaration(receipt.case, which).total_gross_mass_measure for which in (1, 2)]
    assert [m.value for m in masses if m] == ["2430.5", "2500"]


def test_the_same_amendment_again_makes_no_third_generation(office: Office) -> None:
    number = office.lodge(message(TypeCode="IMD")).case.number
    first = office.lodge(request(number, "COR", new_price("2500")))
    again = office.lodge(request(number, "COR", new_price("2500")))
    assert (again.case, again.new) == (first.case, False)


def test_an_amendment_that_spoils_the_declaration_is_rejected_and_changes_nothing(office: Office) -> None:
    number = office.lodge(message(TypeCode="IMD")).case.number
    receipt = office.lodge(request(number, "COR", new_price("many")))
    assert (receipt.taken, receipt.case.generation) == (False, 1)
    assert any(f.path == "/Declaration/TotalGrossMassMeasure" for f in receipt.findings)


@pytest.mark.parametrize("tail", ["<TagID>D026</TagID>", "<TagID>D014</TagID>", "DECLARANT", "DECLARANT<TagID>R123</TagID>"])
def test_an_amendment_cannot_give_a_declaration_to_another(office: Office, tail: str) -> None:
    number = office.lodge(message(TypeCode="IMD")).case.number
    below = tail.replace("DECLARANT", "</Pointer><Pointer><DocumentSectionCode>57B</DocumentSectionCode>")
    pointing = f"<Amendment><Pointer><DocumentSectionCode>42A</DocumentSectionCode>{below}</Pointer></Amendment>"
    receipt = office.lodge(request(number, "COR", f"{pointing}<Declarant><ID>XA1234567897</ID></Declarant>"))
    assert (receipt.taken, receipt.case.generation) == (False, 1)
    assert [finding.rule for finding in receipt.findings] == ["CL-407"]


def test_an_amendment_may_name_a_number_recorded_from_outside(office: Office) -> None:
    office.lodge(Lodgement(message(TypeCode="IMD"), outside_number="26XB0000000000WW11"))
    assert office.lodge(request("26XB0000000000WW11", "COR", new_price("2500"))).case.generation == 2


@pytest.mark.parametrize("type_code", ["COR", "INV", "GPR"])
def test_a_request_about_an_unknown_declaration_is_refused(office: Office, type_code: str) -> None:
    with pytest.raises(NotFound):
        office.lodge(request("26XA00000000000000", type_code, CANCEL))


def test_a_waiting_declaration_can_be_cancelled_and_then_nothing_more(office: Office) -> None:
    number = office.lodge(message(TypeCode="IMD")).case.number
    assert office.lodge(request(number, "INV", CANCEL)).case.state == "cancelled"
    with pytest.raises(Closed, match="cancelled"):
        office.lodge(request(number, "GPR"))


def test_cancelling_what_was_released_is_a_request_that_an_officer_decides(office: Office) -> None:
    number = office.lodge(EXAMPLE).case.number
    receipt = office.lodge(request(number, "INV", CANCEL))
    assert (receipt.taken, receipt.waits, receipt.case.state) == (True, True, "released")


def test_an_amendment_after_release_computes_the_duty_anew_and_keeps_the_release(office: Office) -> None:
    number = office.lodge(EXAMPLE).case.number
    receipt = office.lodge(request(number, "COR", new_price("2500")))
    assert (receipt.case.generation, receipt.case.state) == (2, "released")


def test_another_party_who_would_change_a_declaration_is_not_told_that_it_exists(office: Office) -> None:
    number = office.lodge(message(TypeCode="IMD")).case.number
    with pytest.raises(NotFound):
        office.lodge(Lodgement(request(number, "GPR"), lodger="XA9999999999"))


def test_a_number_from_outside_claimed_by_two_means_each_ones_own(office: Office) -> None:
    mine = office.lodge(Lodgement(message(TypeCode="IMD"), outside_number="MRN-1")).case
    office.lodge(Lodgement(message(Declarant={"ID": "XA1234567897"}), outside_number="MRN-1"))
    assert office.case("MRN-1", mine.declarant).number == mine.number
    assert office.lodge(Lodgement(request("MRN-1", "GPR"), lodger=mine.declarant)).case.number == mine.number


def test_a_party_may_not_lodge_in_the_name_of_another(office: Office, store: MemoryStore) -> None:
    with pytest.raises(NotAllowed):
        office.lodge(Lodgement(EXAMPLE, lodger="XA9999999999"))
    assert store.last_seq() == 0


def test_an_appointed_agent_may_lodge_and_present_what_names_it(office: Office) -> None:
    lodged = msgspec.json.decode(message(TypeCode="IMD"))
    lodged["Declaration"]["Agent"] = {"ID": "XA1234567897", "FunctionCode": "2"}
    agent, principals = "XA1234567897", ("XA2045183361",)
    number = office.lodge(Lodgement(msgspec.json.encode(lodged), lodger=agent, acts_for=principals)).case.number
    assert office.lodge(Lodgement(request(number, "GPR"), lodger=agent, acts_for=principals)).case.told


def test_rebuilding_gives_the_same_read_models(office: Office, store: MemoryStore) -> None:
    number = office.lodge(message(TypeCode="IMD")).case.number
    for lodged in (message(TypeCode="ZZZ", FunctionalReferenceID="R-3"), request(number, "COR", new_price("2500")), request(number, "GPR")):
        office.lodge(lodged)
    before = store.read_models()
    assert office.rebuild() == store.last_seq()
    assert store.read_models() == before


def test_an_erased_message_is_not_found_and_the_log_stands(office: Office, store: MemoryStore) -> None:
    case = office.lodge(EXAMPLE).case
    store.erase(case.message)
    with pytest.raises(NotFound, match="erased"):
        office.declaration(case)
    assert isinstance(office.facts(case.number)[0].fact, Lodged)


@pytest.mark.parametrize(
    ("prefix", "state", "lane"),
    [
        ("SBX-REJECT-", "rejected", None),
        ("SBX-QUERY-", "under-control", "yellow"),
        ("SBX-YELLOW-", "under-control", "yellow"),
        ("SBX-RED-", "under-control", "red"),
        ("SBX-GREEN-", "released", "green"),
        ("PLAIN-", "released", "green"),
    ],
)
def test_in_a_practice_office_the_reference_forces_the_outcome(prefix: str, state: str, lane: str | None) -> None:
    office = Office(XA, MemoryStore(), sandbox=True, clock=Clock())
    case = office.lodge(message(FunctionalReferenceID=prefix + "1")).case
    assert (case.state, case.lane, case.sandbox) == (state, lane, True)
    assert not any(isinstance(record.fact, Scored) for record in office.facts(case.number))


def test_a_practice_query_demands_documents_by_a_day() -> None:
    office = Office(XA, MemoryStore(), sandbox=True, clock=Clock())
    number = office.lodge(message(FunctionalReferenceID="SBX-QUERY-1")).case.number
    assert "06" in [notice.function_code for notice in office.notices(number)]


def test_in_earnest_the_prefixes_force_nothing(office: Office) -> None:
    assert office.lodge(message(FunctionalReferenceID="SBX-RED-1")).case.lane == "green"


def test_refusals_are_all_of_one_family() -> None:
    assert all(issubclass(kind, Refusal) for kind in (Unreadable, NotFound, Conflict, NotAllowed, Closed))


def test_a_message_survives_its_json_form(office: Office) -> None:
    case = office.lodge(EXAMPLE).case
    assert write_json(read_json(office.message(case))) == write_json(read_json(EXAMPLE))
