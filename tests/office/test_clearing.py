"""An officer takes a declaration from control to release and beyond; each act is one transaction, and one officer wins."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import Ask
from clearlane.model.facts import Released
from clearlane.model.refusals import Closed, Conflict, NotAllowed
from clearlane.model.text import Text
from tests.office.clearing_office import CONFORM, GROUND, LARGE, LAW, kinds, lodged, opened
from tests.office.memory_store import MemoryStore

INVOICE = Ask("N935", Text(en="The invoice", vi="Hóa đơn"), 1)


def test_documents_checked_with_satisfaction_are_released_by_an_officer() -> None:
    office = opened()
    number = lodged(office)
    office.clearance.begin_check(number, "documents", by="O-1")
    office.clearance.end_check(number, "documents", satisfied=True, by="O-1", found=CONFORM)
    office.clearance.release(number, by="O-1")
    assert office.case(number).state == "released"
    assert kinds(office, number)[-4:] == ["check-begun", "examined", "check-ended", "released"]


def test_goods_under_control_are_not_released_before_the_check_is_concluded() -> None:
    office = opened()
    number = lodged(office, "RED")
    with pytest.raises(Conflict, match="the examination of goods"):
        office.clearance.release(number, by="O-1")
    assert "released" not in kinds(office, number)


def test_of_two_officers_who_decide_at_once_one_wins_and_the_other_is_told_who_did_what() -> None:
    office = opened()
    number = lodged(office)
    seen = office.clearance.situation(number).last
    office.clearance.begin_check(number, "documents", by="O-1", expect=seen)
    with pytest.raises(Conflict, match="by O-1: a check began") as told:
        office.clearance.query(number, [INVOICE], by="O-2", expect=seen)
    assert (told.value.fields["by"], told.value.fields["last"]) == ("O-1", seen + 1)


def test_the_trader_is_asked_once_and_his_answer_is_settled() -> None:
    office = opened()
    number = lodged(office)
    office.clearance.query(number, [INVOICE], by="O-1")
    assert office.case(number).state == "queried"
    with pytest.raises(Conflict, match="not answered"):
        office.clearance.settle(number, 1, by="O-1")
    office.clearance.answer(number, 1, "Here it is.")
    office.clearance.settle(number, 1, by="O-1")
    with pytest.raises(Conflict, match="N935"):
        office.clearance.query(number, [INVOICE], by="O-2")
    assert office.case(number).state == "under-control"


def test_what_the_trader_writes_is_kept_beside_the_log() -> None:
    office = opened()
    number = lodged(office)
    office.clearance.query(number, [INVOICE], by="O-1")
    digest = office.clearance.answer(number, 1, "Here it is.")[0].fact.answer  # type: ignore[union-attr]
    assert office.store.document(digest) == b"Here it is."


def test_a_large_result_waits_for_another_officer_who_is_not_the_first() -> None:
    office = opened()
    number = lodged(office, "RED")
    office.clearance.begin_check(number, "goods", by="O-1")
    asked = office.clearance.end_check(number, "goods", satisfied=True, by="O-1", found=LARGE)[0].seq
    assert kinds(office, number)[-1] == "countersignature-asked"
    with pytest.raises(NotAllowed, match="another officer"):
        office.clearance.countersign(number, asked, granted=True, by=" o-1 ")
    office.clearance.countersign(number, asked, granted=True, by="O-2")
    assert kinds(office, number)[-3:] == ["countersigned", "examined", "check-ended"]


def test_a_second_signature_refused_leaves_everything_as_it_was() -> None:
    office = opened()
    number = lodged(office, "RED")
    office.clearance.begin_check(number, "goods", by="O-1")
    asked = office.clearance.end_check(number, "goods", satisfied=True, by="O-1", found=LARGE)[0].seq
    office.clearance.countersign(number, asked, granted=False, by="O-2")
    assert office.clearance.situation(number).ongoing == ("goods",)


def test_a_kind_of_act_that_the_law_names_always_takes_two() -> None:
    office = opened(ClearanceLaw(two_for=("disposed",)))
    number = lodged(office, "RED")
    asked = office.clearance.dispose(number, "seized", GROUND, by="S-1")[0].seq
    assert office.case(number).state == "under-control"
    office.clearance.countersign(number, asked, granted=True, by="S-2")
    assert office.case(number).state == "seized"


def test_a_check_is_not_waived_without_a_reason() -> None:
    office = opened()
    number = lodged(office)
    office.clearance.begin_check(number, "documents", by="O-1")
    with pytest.raises(Conflict, match="give the reason"):
        office.clearance.end_check(number, "documents", satisfied=True, by="O-1")


def test_goods_may_wait_in_the_owners_storage_and_leave_by_the_gate_after_release() -> None:
    office = opened()
    number = lodged(office)
    office.clearance.store(number, "Shed 4", by="O-1")
    states = [office.case(number).state]
    with pytest.raises(Closed, match="released and still here"):
        office.clearance.pass_gate(number, "Gate 1", by="O-1")
    office.clearance.begin_check(number, "documents", by="O-1")
    office.clearance.end_check(number, "documents", satisfied=True, by="O-1", found=CONFORM)
    office.clearance.release(number, by="O-1", provisional=True)
    states.append(office.case(number).state)
    office.clearance.clear(number, by="O-1")
    states.append(office.case(number).state)
    office.clearance.pass_gate(number, "Gate 1", by="G-1")
    states.append(office.case(number).state)
    assert states == ["stored", "released", "cleared", "left"]


def test_detained_goods_go_on_only_when_freed() -> None:
    office = opened()
    number = lodged(office, "GREEN")
    office.clearance.dispose(number, "detained", GROUND, by="O-1")
    with pytest.raises(Closed, match="detained"):
        office.clearance.pass_gate(number, "Gate 1", by="O-1")
    office.clearance.dispose(number, "freed", GROUND, by="O-1")
    assert office.case(number).state == "released"


def test_a_dispute_is_decided_by_another_than_who_is_contested() -> None:
    office = opened()
    number = lodged(office)
    office.clearance.begin_check(number, "documents", by="O-1")
    office.clearance.end_check(number, "documents", satisfied=False, by="O-1", why="No invoice.")
    office.clearance.dispute(number, "The invoice was there.", {})
    with pytest.raises(NotAllowed, match="Another officer"):
        office.clearance.decide_dispute(number, 1, "upheld", by="O-1")
    office.clearance.decide_dispute(number, 1, "upheld", by="O-2")
    assert office.clearance.situation(number).disputes == ()


def test_nobody_acts_without_saying_who_he_is() -> None:
    office = opened()
    with pytest.raises(NotAllowed):
        office.clearance.release(lodged(office), by="  ")


def test_what_is_possible_is_told_with_what_stands_in_the_way_of_the_rest() -> None:
    office = opened()
    possible = office.clearance.possible(lodged(office))
    assert possible["begin-check"] == ()
    assert [why.en for why in possible["release"]] == ["Not concluded with satisfaction: the check of documents. Conclude it first."]


def test_the_query_and_the_check_are_on_the_clock_each_in_its_time() -> None:
    office = opened()
    number = lodged(office)
    asked = office.clearance.query(number, [INVOICE], by="O-1")[0]
    assert [(one.clock, one.waited_for, one.until - asked.at) for one in office.clearance.due(number)] == [
        ("query", "trader", timedelta(days=10))
    ]
    assert office.case(number).due_at == asked.at + timedelta(days=10)


def test_rebuilding_gives_the_same_cases_and_attempts_after_a_day_of_acts() -> None:
    store = MemoryStore()
    office = opened(LAW, store)
    number = lodged(office, "RED")
    office.clearance.begin_check(number, "goods", by="O-1")
    asked = office.clearance.end_check(number, "goods", satisfied=True, by="O-1", found=LARGE)[0].seq
    office.clearance.countersign(number, asked, granted=True, by="O-2")
    office.clearance.release(number, by="O-1")
    before = store.read_models()
    office.rebuild()
    assert store.read_models() == before


def test_green_waits_for_money_where_payment_releases() -> None:
    office = opened(ClearanceLaw(release_on="payment"))
    number = lodged(office, "GREEN")
    assert office.case(number).state == "accepted"
    assert not any(isinstance(record.fact, Released) for record in office.facts(number))
