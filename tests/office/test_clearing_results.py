"""A result entered by itself is an act as every other: a large amount waits for a second officer, whichever door it came by."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from clearlane.model.control_facts import CountersignatureAsked
from clearlane.model.inspection import ItemResult
from clearlane.model.refusals import Conflict, NotAllowed
from clearlane.model.risk_facts import Examined
from tests.office.risk_office import office, trade

if TYPE_CHECKING:
    from clearlane.office.office import Office

LARGE = ItemResult(1, conform=False, category="value", revenue=Decimal(15000))


def lodged(desk: Office) -> str:
    return next(iter(desk.lodge_many(trade(1)))).case.number  # type: ignore[union-attr]


def results(desk: Office, number: str) -> list[Examined]:
    return [record.fact for record in desk.facts(number) if isinstance(record.fact, Examined)]


def test_a_large_result_is_nothing_until_another_officer_signs_it() -> None:
    desk = office()
    number = lodged(desk)
    asked = desk.risk.results.record(number, "physical", [LARGE], by="I-1")
    assert isinstance(asked.fact, CountersignatureAsked)
    assert (results(desk, number), desk.store.chosen(number).found) == ([], None)  # type: ignore[union-attr]
    with pytest.raises(NotAllowed, match="another officer"):
        desk.clearance.countersign(number, asked.seq, granted=True, by="i-1 ")
    desk.clearance.countersign(number, asked.seq, granted=True, by="I-2")
    assert results(desk, number) == [Examined("physical", (LARGE,), "I-1")]
    assert desk.store.chosen(number).found is True  # type: ignore[union-attr]


def test_nothing_is_recorded_beside_an_act_that_waits_for_its_second_signature() -> None:
    desk = office()
    number = lodged(desk)
    desk.risk.results.record(number, "physical", [LARGE], by="I-1")
    with pytest.raises(Conflict, match="second officer"):
        desk.risk.results.record(number, "physical", [ItemResult(1, conform=True)], by="I-1")


def test_a_result_decided_upon_an_older_view_is_refused_with_who_was_first() -> None:
    desk = office()
    number = lodged(desk)
    seen = desk.store.last_of(number)
    desk.risk.results.record(number, "physical", [ItemResult(1, conform=True)], by="I-1")
    with pytest.raises(Conflict, match="by I-1: a result was recorded"):
        desk.risk.results.record(number, "physical", [ItemResult(1, conform=True)], by="I-2", expect=seen)
