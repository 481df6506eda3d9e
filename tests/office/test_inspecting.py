"""Inspections: ordered, carried out step by step, each act once; what came too late is kept and says why."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from clearlane.model.control_facts import CheckBegun, CountersignatureAsked, DocumentSupplied
from clearlane.model.inspection import ItemResult
from clearlane.model.inspection_facts import PhotoTaken, StepTaken
from clearlane.model.refusals import Conflict, Unreadable
from clearlane.office.inspecting_acts import Begin, Conclude, InspectorAct, Made, Outcome, Photo, Sample, Seal, Step
from clearlane.office.rebuild import rebuild
from tests.office.clearing_office import kinds, lodged, opened
from tests.office.test_documents import JPEG, PDF

if TYPE_CHECKING:
    from clearlane.office.office import Office

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DIGEST = sha256(JPEG).hexdigest()
FINE = Conclude(satisfied=True, results=(ItemResult(1, conform=True),))


def does(desk: Office, number: str, key: str, act: InspectorAct, by: str = "I-1", expect: int = 0, photo: bytes = b"") -> Outcome:
    return desk.inspections.take(number, Made(key, act, by, NOON, expect or desk.store.last_of(number)), photo)


def begun(desk: Office) -> str:
    number = lodged(desk, "RED")
    assert does(desk, number, "k-begin", Begin()).refused is None
    return number


def test_an_inspection_begins_with_a_checklist_that_names_no_criterion() -> None:
    desk = opened()
    number = begun(desk)
    (fact,) = [one.fact for one in desk.facts(number) if isinstance(one.fact, CheckBegun)]
    assert [step.en for step in fact.steps][:2] == [
        "Seals: compare each number with those declared; photograph any that is broken.",
        "Item 1: count packages and pieces.",
    ]


def test_an_order_names_place_time_and_how_closely() -> None:
    desk = opened()
    number = lodged(desk, "RED")
    desk.inspections.order(number, " Quay 4 ", NOON, "physical", by="S-1")
    order = desk.inspections.ordered(number)
    assert order is not None
    assert (order.place, order.due, order.intensity, order.by) == ("Quay 4", NOON, "physical", "S-1")
    with pytest.raises(Conflict, match="Say where"):
        desk.inspections.order(number, " ", NOON, "physical", by="S-1")


def test_each_act_is_a_fact_once_however_often_it_is_sent() -> None:
    desk = opened()
    number = begun(desk)
    acts: dict[str, InspectorAct] = {
        "a": Step(2, done=False, remark="Hàng xếp sát vách."),
        "b": Photo(DIGEST, 1, 20.86, 106.68),
        "c": Sample("M-1", 1, Decimal("0.5"), "KGM", "Chi cục Kiểm định 1"),
        "d": Seal("VN123", "broken"),
        "e": FINE,
    }
    for key, act in acts.items():
        for _ in range(2):
            assert does(desk, number, key, act, photo=JPEG).refused is None
    every = kinds(desk, number)
    new = every[every.index("act-received") :]
    assert [one for one in new if one != "act-received"] == [
        "check-begun", "step-taken", "photo-taken", "sample-drawn", "seal-handled", "examined", "check-ended",
    ]  # fmt: skip
    assert new.count("act-received") == 6
    seen = desk.inspections.seen(number)
    assert (seen.steps[1].done, seen.steps[1].remark, seen.untaken) == (False, "Hàng xếp sát vách.", ())
    assert desk.inspections.picture(number, DIGEST) == ("image/jpeg", JPEG)


def test_a_photograph_is_what_its_bytes_are_and_carries_time_and_place() -> None:
    desk = opened()
    number = begun(desk)
    does(desk, number, "b", Photo(DIGEST, 1, 20.86, 106.68), photo=JPEG)
    (fact,) = [one.fact for one in desk.facts(number) if isinstance(one.fact, PhotoTaken)]
    assert fact == PhotoTaken(DIGEST, "image/jpeg", len(JPEG), NOON, "I-1", 1, 20.86, 106.68)
    for data in (PDF, JPEG + b"more", JPEG[:-2]):
        with pytest.raises(Unreadable):
            does(desk, number, "c", Photo(DIGEST), photo=data)


def test_a_conclusion_upon_an_older_view_is_kept_and_says_what_changed() -> None:
    desk = opened()
    number = begun(desk)
    seen = desk.store.last_of(number)
    desk.documents.supply(number, PDF, "N935")
    late = does(desk, number, "e", FINE, expect=seen)
    assert late.refused is not None
    assert "a document came" in late.refused.en
    assert does(desk, number, "e", FINE).refused == late.refused
    (untaken,) = desk.inspections.seen(number).untaken
    assert untaken.act == FINE
    assert "goods" in desk.inspections.seen(number).now.ongoing
    assert does(desk, number, "f", FINE).refused is None


def test_what_was_noticed_stands_though_a_document_came_and_is_kept_when_another_concluded() -> None:
    desk = opened()
    number = begun(desk)
    seen = desk.store.last_of(number)
    desk.documents.supply(number, PDF, "N935")
    assert does(desk, number, "a", Step(1, done=True), expect=seen).refused is None
    does(desk, number, "x", FINE, by="I-2")
    late = does(desk, number, "b", Photo(DIGEST), expect=seen, photo=JPEG)
    assert late.refused is not None
    assert "by I-2" in late.refused.en
    assert desk.inspections.picture(number, DIGEST) == ("image/jpeg", JPEG)
    assert sum(isinstance(one.fact, StepTaken) for one in desk.facts(number)) == 1


def test_a_large_result_waits_for_the_second_officer_and_is_put_to_him_once() -> None:
    desk = opened()
    number = begun(desk)
    large = Conclude(satisfied=False, results=(ItemResult(1, conform=False, category="value", revenue=Decimal(1500)),))
    assert [does(desk, number, "e", large).refused for _ in range(2)] == [None, None]
    assert sum(isinstance(one.fact, CountersignatureAsked) for one in desk.facts(number)) == 1
    assert not any(isinstance(one.fact, DocumentSupplied) for one in desk.facts(number))


def test_the_case_is_the_same_when_it_is_rebuilt_from_its_facts() -> None:
    desk = opened()
    number = begun(desk)
    does(desk, number, "a", Step(1, done=True))
    does(desk, number, "b", Begin(), by="I-2")
    before = desk.store.case(number)
    rebuild(desk.store, desk.profile)
    assert desk.store.case(number) == before
