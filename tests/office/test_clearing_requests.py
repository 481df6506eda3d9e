"""After the cut-off the trader asks and an officer decides; what is granted is carried out, and the control stays."""

from __future__ import annotations

from decimal import Decimal

import pytest

from clearlane.model.clearance_facts import Cleared, Paid
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.payment_facts import Booked
from clearlane.model.refusals import Closed, Conflict
from clearlane.office.clearing import settled
from clearlane.office.office import Office
from tests.office.cashier import paid
from tests.office.clearing_office import GROUND, kinds, lodged, opened
from tests.office.memory_store import MemoryStore
from tests.office.test_office import CANCEL, new_price, request


def asked(office: Office, number: str, type_code: str, inside: str) -> int:
    """Send a request; return the place in the log where it was made."""
    office.lodge(request(number, type_code, inside))
    return office.clearance.situation(number).requests[0].request


def test_an_amendment_under_control_waits_and_changes_nothing_until_it_is_decided() -> None:
    office = opened()
    number = lodged(office)
    receipt = office.lodge(request(number, "COR", new_price("2500")))
    assert (receipt.taken, receipt.waits, receipt.case.generation) == (True, True, 1)
    assert office.lodge(request(number, "COR", new_price("2500"))).waits


def test_a_granted_amendment_makes_a_generation_and_the_control_stays() -> None:
    office = opened()
    number = lodged(office, "RED")
    place = asked(office, number, "COR", new_price("2500"))
    office.clearance.decide_request(number, place, granted=True, why=GROUND, by="O-1")
    case = office.case(number)
    assert (case.generation, case.lane, case.state) == (2, "red", "under-control")
    assert kinds(office, number)[-3:] == ["request-decided", "amended", "assessed"]
    mass = office.declaration(case).total_gross_mass_measure
    assert mass is not None
    assert mass.value == "2500"


def test_a_refused_amendment_leaves_the_declaration_as_it_was() -> None:
    office = opened()
    number = lodged(office)
    place = asked(office, number, "COR", new_price("2500"))
    office.clearance.decide_request(number, place, granted=False, why=GROUND, by="O-1")
    assert (office.case(number).generation, office.clearance.situation(number).requests) == (1, ())


def test_a_cancellation_under_control_is_granted_by_an_officer() -> None:
    office = opened()
    number = lodged(office)
    office.clearance.decide_request(number, asked(office, number, "INV", CANCEL), granted=True, why=GROUND, by="O-1")
    assert office.case(number).state == "cancelled"


def test_goods_that_left_are_not_cancelled() -> None:
    office = opened()
    number = lodged(office, "GREEN")
    place = asked(office, number, "INV", CANCEL)
    office.clearance.pass_gate(number, "Gate 1", by="O-1")
    with pytest.raises(Closed, match="gone from the supervised area"):
        office.clearance.decide_request(number, place, granted=True, why=GROUND, by="O-1")


def test_a_second_request_of_the_kind_waits_for_the_first() -> None:
    office = opened()
    number = lodged(office)
    asked(office, number, "INV", CANCEL)
    with pytest.raises(Conflict, match="waits for a decision already"):
        office.lodge(request(number, "INV", CANCEL, reference="REQ-2").replace(b"A slip", b"Another slip"))


def test_goods_are_not_released_over_a_request_that_waits() -> None:
    office = opened()
    number = lodged(office)
    asked(office, number, "INV", CANCEL)
    office.clearance.begin_check(number, "documents", by="O-1")
    office.clearance.end_check(number, "documents", satisfied=True, by="O-1", why="Nothing to find.")
    with pytest.raises(Conflict, match="request of the trader waits"):
        office.clearance.release(number, by="O-1")


def test_where_checking_is_the_cut_off_the_trader_amends_freely_until_it_begins() -> None:
    office = opened(ClearanceLaw(cut_off="begun"))
    number = lodged(office)
    assert office.lodge(request(number, "COR", new_price("2500"))).case.generation == 2
    office.clearance.begin_check(number, "documents", by="O-1")
    assert office.lodge(request(number, "COR", new_price("2600"), reference="REQ-2")).waits


def test_rebuilding_keeps_requests_and_what_was_granted() -> None:
    store = MemoryStore()
    office = opened(store=store)
    number = lodged(office)
    place = asked(office, number, "COR", new_price("2500"))
    office.clearance.decide_request(number, place, granted=True, why=GROUND, by="O-1")
    office.lodge(request(number, "INV", CANCEL))
    before = store.read_models()
    office.rebuild()
    assert store.read_models() == before


def test_money_that_covers_what_is_owed_releases_and_clears_in_its_own_transaction() -> None:
    office = opened(ClearanceLaw(release_on="payment"))
    number = lodged(office, "GREEN")
    owed = office.case(number).duty or Decimal(0)
    for amount in (owed - 1, Decimal(1)):
        with office.store.work() as work:
            work.append(office.clock(), [(number, Paid(amount, "ARD", "E1"))])
            done = settled(work, number, office.clock(), office.profile.clearance)
    assert [record.fact.__struct_config__.tag for record in done] == ["released", "cleared"]
    assert done[-1].fact == Cleared(owed, "ARD")
    assert office.case(number).state == "cleared"


def test_what_was_paid_is_paid_back_as_soon_as_a_cancellation_is_granted() -> None:
    office = opened()
    number = lodged(office)
    owed = office.case(number).duty
    assert owed
    paid(office, number, owed)
    assert office.payments.statement(number).to_pay_back == 0
    office.clearance.decide_request(number, asked(office, number, "INV", CANCEL), granted=True, why=GROUND, by="O-1")
    booked = [record.fact.entry.kind for record in office.facts(number) if isinstance(record.fact, Booked)]
    assert booked[-1] == "excess"
    assert office.payments.statement(number).to_pay_back == owed
