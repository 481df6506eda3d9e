"""Cases are given by lot: kept by whoever got them, overridden only with a reason, and checked by anyone when the day is over."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from clearlane.model.lottery import OnDuty
from clearlane.model.refusals import Closed, Conflict, NotAllowed, NotFound
from clearlane.office.office import Office
from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock

DOCUMENTS = [OnDuty(f"D-{n}", "documents", ("value",)) for n in range(1, 5)]
DAY = "2026-02-10"


def staffed(count: int = 30, officers: list[OnDuty] | None = None) -> tuple[Office, list[str]]:
    """An office in whose every place the same officers are on duty, with a lottery in force; and its declarations."""
    desk = office(clock=Clock(MORNING))
    list(desk.lodge_many(trade(count)))
    desk.assignment.commit(DAY, MORNING + timedelta(minutes=1), MORNING + timedelta(hours=12))
    for place, shift in desk.risk.capacities.offices():
        desk.assignment.keep_rota(place, shift, officers or DOCUMENTS, by="S-1")
    later(desk, minutes=2)
    chosen = desk.store.chosen_from(MORNING - timedelta(days=1))
    return desk, [one.number for one in chosen]


def later(desk: Office, **span: float) -> None:
    clock = desk.clock
    assert isinstance(clock, Clock)
    clock.now += timedelta(**span)


def test_a_day_of_lots_is_checked_by_anyone_when_its_seed_is_published() -> None:
    desk, numbers = staffed()
    given = [desk.assignment.give(number, "documents", ("value",)).officer for number in numbers]
    assert set(given) == {"D-1", "D-2", "D-3", "D-4"}
    assert desk.assignment.checked(DAY) is None
    later(desk, hours=13)
    assert desk.assignment.open(DAY).lots == len(numbers)
    assert desk.assignment.checked(DAY) == []
    assert desk.assignment.open(DAY) == desk.assignment.open(DAY)


def test_lots_and_facts_name_neither_officer_nor_declaration_where_everyone_reads() -> None:
    desk, numbers = staffed(5)
    for number in numbers:
        desk.assignment.give(number, "documents")
    said = repr(desk.assignment.lots(DAY)) + repr(desk.store.facts_of(f"lots {DAY}"))
    assert not any(name in said for name in [*numbers, "D-1", "D-2", "D-3", "D-4"])


def test_whoever_has_a_case_keeps_it() -> None:
    desk, numbers = staffed(3)
    first = desk.assignment.give(numbers[0], "documents")
    assert desk.assignment.give(numbers[0], "documents", barred=[first.officer]) == first
    assert desk.store.case(numbers[0]) is not None


def test_the_seed_stays_secret_until_its_period_is_over() -> None:
    desk, _ = staffed(1)
    with pytest.raises(Closed):
        desk.assignment.open(DAY)


def test_nobody_is_given_a_case_of_a_party_he_declared_a_conflict_with() -> None:
    desk, numbers = staffed()
    case = desk.store.case(numbers[0])
    assert case is not None
    own = [OnDuty("D-1", "documents", conflicts=(case.declarant,)), OnDuty("D-2", "documents")]
    for place, shift in desk.risk.capacities.offices():
        desk.assignment.keep_rota(place, shift, own, by="S-1")
    assert desk.assignment.give(numbers[0], "documents").officer == "D-2"


def test_full_officers_get_no_more_while_another_has_room() -> None:
    desk, numbers = staffed(12, [OnDuty("D-1", "documents", most=2), OnDuty("D-2", "documents")])
    counted = Counter(desk.assignment.give(number, "documents").officer for number in numbers)
    assert counted["D-1"] <= 2
    assert counted["D-2"] >= len(numbers) - 2


def test_a_person_sets_the_lot_aside_with_a_reason_and_not_for_himself() -> None:
    desk, numbers = staffed(2)
    desk.assignment.give(numbers[0], "documents")
    with pytest.raises(Conflict):
        desk.assignment.assign(numbers[0], "D-4", by="S-1", why=" ")
    with pytest.raises(NotAllowed):
        desk.assignment.assign(numbers[0], "S-1", by=" s-1", why="I know the goods")
    with pytest.raises(NotAllowed):
        desk.assignment.assign(numbers[0], "D-4", by="", why="ill")
    moved = desk.assignment.assign(numbers[0], "D-9", by="S-1", why="The officer fell ill")
    assert (moved.officer, moved.by, moved.section) == ("D-9", "S-1", "documents")
    assert desk.assignment.held(numbers[0]) == moved
    assert any(one.officer == "D-9" and one.by_person == 1 for one in desk.assignment.meetings(MORNING))


def test_a_case_back_in_the_pool_is_drawn_anew() -> None:
    desk, numbers = staffed(1)
    first = desk.assignment.give(numbers[0], "documents")
    desk.assignment.assign(numbers[0], "", by="S-1", why="The officer left")
    again = desk.assignment.give(numbers[0], "documents", barred=[first.officer])
    assert again.officer not in ("", first.officer)
    assert len(desk.assignment.lots(DAY)) == 2


def test_the_auditor_learns_whose_pseudonyms_they_are_and_that_is_recorded() -> None:
    desk, numbers = staffed(1)
    given = desk.assignment.give(numbers[0], "documents")
    shown = desk.assignment.names(DAY, ["D-1", "D-2", "D-3", "D-4"], numbers, auditor="A-1")
    lot = desk.assignment.lots(DAY)[0]
    assert (shown[lot.chosen], shown[lot.case]) == (given.officer, numbers[0])
    assert desk.store.facts_of("assignment")[-1].fact.by == "A-1"  # type: ignore[union-attr]


def test_without_lottery_rota_or_declaration_nothing_is_given() -> None:
    desk = office(clock=Clock(MORNING))
    list(desk.lodge_many(trade(1)))
    number = desk.store.chosen_from(MORNING - timedelta(days=1))[0].number
    with pytest.raises(Conflict):
        desk.assignment.give(number, "documents")
    desk.assignment.commit(DAY, MORNING + timedelta(minutes=1), MORNING + timedelta(hours=1))
    later(desk, minutes=2)
    with pytest.raises(Conflict):
        desk.assignment.give(number, "documents")
    with pytest.raises(NotFound):
        desk.assignment.give("26XA00000000000000", "documents")
    assert desk.assignment.lots(DAY) == []


@pytest.mark.parametrize(("begins", "ends"), [(-1, 5), (5, 5), (5, 4), (3, 9), (0, 2)])
def test_a_period_in_the_past_or_across_another_is_refused(begins: int, ends: int) -> None:
    desk = office(clock=Clock(MORNING))
    desk.assignment.commit("first", MORNING + timedelta(hours=1), MORNING + timedelta(hours=4))
    with pytest.raises(Conflict):
        desk.assignment.commit("other", MORNING + timedelta(hours=begins), MORNING + timedelta(hours=ends))


@pytest.mark.parametrize("officers", [[], [OnDuty("D-1", "documents"), OnDuty(" d-1", "quay")]])
def test_a_rota_names_each_officer_once(officers: list[OnDuty]) -> None:
    with pytest.raises(Conflict):
        office().assignment.keep_rota("XAPOR001", "2026-02-10 day", officers, by="S-1")
