"""What risk work derives from the log is made anew from it, and is as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from clearlane.model.facts import Amended, Cancelled, Presented
from clearlane.model.inspection import ItemResult
from clearlane.office.machine_key import KeyInMemory
from clearlane.office.office import Office
from clearlane.office.ports import Store
from clearlane.office.wiring import store_from
from tests.office.risk_office import MORNING, committed, office, trade
from tests.office.tariffs import Clock
from tests.office.test_office import CANCEL, message, new_price, request

PROFILES = (
    'profile SHARED "A share" scope declaration when items >= 1 then lane red at 90%',
    'profile CHEAP "Cheap" scope item when hs starts with ("61", "62") then lane yellow',
)


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    address = "sqlite:///:memory:" if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    found = store_from(address)
    yield found
    found.close()


def read_models(desk: Office) -> tuple[Any, ...]:
    store, begin = desk.store, MORNING - timedelta(days=9)
    return (
        store.happenings_after(0, 10**6),
        store.risk_rows_from(begin, limit=10**6),
        store.chosen_from(begin, limit=10**6),
        store.tally(),
    )


def worked(store: Store, key: KeyInMemory | None = None) -> Office:
    """An office where declarations were drawn, amended, presented, inspected and given up."""
    clock = Clock(MORNING)
    law = office(risk_profiles=PROFILES).profile
    desk = Office(law, store, clock=clock, key=key, randomness=Random(7).randbytes)
    committed(desk, 0.2)
    list(desk.lodge_many(trade(150)))
    every = desk.store.chosen_from(MORNING)
    for where in sorted({one.office for one in every}):
        desk.risk.capacities.set(where, desk.risk.capacities.shift(), 0, by="M-1")
    clock.now += timedelta(hours=5)
    for place, one in enumerate(every[:40]):
        result = ItemResult(1, conform=False, category="value") if place % 3 == 0 else ItemResult(0, conform=True)
        desk.risk.results.record(one.number, "physical", [result], by="I-1")
    list(desk.lodge_many(trade(220)[150:]))
    changed(desk)
    return desk


def changed(desk: Office) -> None:
    """Lodge goods still to come; amend them, refuse an amendment, present them, cancel another."""
    first = desk.lodge(message(TypeCode="IMD")).case.number
    unknown = message(TypeCode="ZZZ", FunctionalReferenceID="R-3")
    for asked in (request(first, "COR", new_price("2500")), request(first, "COR"), request(first, "GPR"), unknown):
        desk.lodge(asked)
    second = desk.lodge(message(TypeCode="IMD", FunctionalReferenceID="R-9")).case.number
    desk.lodge(request(second, "INV", CANCEL))


def test_rebuilding_gives_the_same_read_models_of_risk_work(store: Store) -> None:
    desk = worked(store)
    before = read_models(desk)
    assert all(before)
    assert any(one.fallen for one in before[2])
    assert {Amended, Presented, Cancelled} <= {type(record.fact) for record in store.facts()}
    assert any(event.happening == "result" for event in before[0])
    assert desk.rebuild() == desk.store.last_seq()
    assert read_models(desk) == before


def test_what_comes_after_a_rebuilding_is_as_without_it() -> None:
    key = KeyInMemory()
    offices = [worked(store_from("sqlite:///:memory:"), key) for _ in range(2)]
    offices[0].rebuild()
    anew = [Office(desk.profile, desk.store, clock=desk.clock, key=key, randomness=Random(7).randbytes) for desk in offices]
    rows = []
    for desk in anew:
        since = desk.clock()
        list(desk.lodge_many(trade(300)[220:]))
        rows.append([row.values for row in desk.store.risk_rows_from(since, limit=10**6)])
    assert rows[0]
    assert rows[0] == rows[1]


def test_what_was_erased_is_counted_and_known_no_more() -> None:
    desk = worked(store_from("sqlite:///:memory:"))
    before = read_models(desk)
    number = before[2][3].number
    with desk.store.work() as work:
        work.erase(desk.case(number).message)
    told: list[str] = []
    desk.rebuild(erased=told.append)
    happenings, rows, chosen, _ = read_models(desk)
    assert told == [number]
    assert happenings == [one for one in before[0] if one.number != number]
    assert rows == [one for one in before[1] if one.number != number]
    assert chosen == [one for one in before[2] if one.number != number]
