"""The time release study of an office reads only its own log, of any days."""

from __future__ import annotations

from datetime import timedelta

from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock


def test_what_was_released_in_the_period_is_studied_and_nothing_else() -> None:
    clock = Clock(MORNING)
    desk = office(clock=clock)
    list(desk.lodge_many(trade(60)))
    clock.now += timedelta(days=2)
    list(desk.lodge_many(trade(120)[60:]))
    first = list(desk.release_times.journeys(MORNING, MORNING + timedelta(days=1)))
    both = list(desk.release_times.journeys(MORNING, MORNING + timedelta(days=3)))
    released = [case.number for case in (desk.store.case(one.number) for one in both) if case and case.state == "released"]
    assert 0 < len(first) < len(both) == len(released)
    assert {one.office for one in both} >= {"XAPOR001"}
    made = desk.release_times.study(MORNING + timedelta(days=1), MORNING + timedelta(days=3))
    assert made.whole is not None
    assert made.whole.count == len(both) - len(first)
    assert desk.release_times.study(MORNING - timedelta(days=9), MORNING - timedelta(days=8)).whole is None


def test_an_office_without_facts_has_nothing_to_study() -> None:
    assert office().release_times.study(MORNING, MORNING + timedelta(days=1)).whole is None
