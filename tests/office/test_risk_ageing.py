"""What waits too long in yellow goes on in blue, unless a mandatory profile or the draw took it."""

from __future__ import annotations

from datetime import timedelta

from clearlane.model.facts import Released
from clearlane.office.office import Office
from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock

YELLOW = 'profile Y "Papers" scope declaration when items >= 1 then lane yellow at 50%, inspect documents'
SURE = 'profile S "Garments" scope item when hs starts with ("61", "62") then lane yellow, inspect documents'


def waited(days: int, *profiles: str) -> tuple[Office, list[str]]:
    clock = Clock(MORNING)
    desk = office(clock=clock, risk_profiles=profiles, yellow_days=3)
    list(desk.lodge_many(trade(150)))
    clock.now += timedelta(days=days)
    return desk, desk.risk.age()


def test_after_the_policys_days_it_is_released_in_blue() -> None:
    desk, gone = waited(3, YELLOW)
    assert gone
    assert {(desk.case(number).lane, desk.store.chosen(number).lane) for number in gone} == {("blue", "blue")}  # type: ignore[union-attr]
    priced = [number for number in gone if desk.case(number).duty is not None]
    assert {desk.case(number).state for number in priced} == {"released"}
    assert all(isinstance(desk.facts(number)[-1].fact, Released) for number in priced)


def test_before_them_it_waits() -> None:
    assert waited(2, YELLOW)[1] == []


def test_what_a_mandatory_profile_took_waits_on() -> None:
    desk, gone = waited(30, SURE)
    assert desk.tally().lanes["yellow"] > 0
    assert gone == []


def test_a_policy_that_names_no_days_sends_nothing_on() -> None:
    desk = office(risk_profiles=(YELLOW,))
    list(desk.lodge_many(trade(20)))
    assert desk.risk.age() == []
