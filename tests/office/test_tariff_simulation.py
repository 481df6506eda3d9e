"""A tariff is tried on what was recorded: revenue by chapter, lanes, and nothing written down."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest

from clearlane.model.edition import Effect, Simulation
from clearlane.model.refusals import NotFound
from clearlane.office.office import Office
from tests.office.memory_store import MemoryStore
from tests.office.tariffs import LAW, Clock, live, message, office, tariff

ZERO = Decimal(0)


def some_days(number: int = 4) -> tuple[Office, Clock]:
    """An office where a declaration came in on each of some days, under a tariff of 10 % on coffee and 20 % on shirts."""
    clock = Clock()
    desk = office(MemoryStore(), clock)
    live(desk)
    for day in range(number):
        desk.lodge(message(f"R-{day}"))
        clock.now += timedelta(days=1)
    return desk, clock


def tried(desk: Office, coffee: str = "12 %", since: date | None = None, until: date | None = None) -> Simulation:
    version = desk.tariff.load(tariff(coffee), by="T-17").version
    assert version is not None
    return desk.tariff.simulate(version.version, since, until)


def test_revenue_before_and_after_adds_up_by_chapter() -> None:
    desk, _ = some_days()
    made = tried(desk)
    found = [desk.explain(desk.case(f"R-{day}"), officer=True).assessed for day in range(4)]
    values = [[value.value or ZERO for value in one.values] for one in found if one is not None]
    assert (made.declarations, made.currency, made.version) == (4, "ARD", "XA-2026-2")
    assert made.before == sum((one.total or ZERO for one in found if one is not None), ZERO)
    assert [(chapter.chapter, chapter.items, chapter.before, chapter.after) for chapter in made.chapters] == [
        ("09", 4, duty(values, 0, 10), duty(values, 0, 12)),
        ("62", 4, duty(values, 1, 20), duty(values, 1, 20)),
    ]
    assert made.after == sum(chapter.after for chapter in made.chapters)


def duty(values: list[list[Decimal]], item: int, percent: int) -> Decimal:
    return sum(((one[item] * percent / 100).quantize(Decimal("0.01"), ROUND_HALF_UP) for one in values), ZERO)


def test_nothing_is_recorded_of_it() -> None:
    desk, _ = some_days()
    desk.tariff.load(tariff("12 %"), by="T-17")
    before = desk.store.last_seq()
    desk.tariff.simulate("XA-2026-2")
    assert desk.store.last_seq() == before


def test_the_tariff_in_force_itself_changes_nothing() -> None:
    desk, _ = some_days()
    made = desk.tariff.simulate("XA-2026-1")
    assert (made.after, made.effects, made.lanes_after) == (made.before, (), made.lanes_before)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [(None, None, 4), (date(2026, 11, 21), date(2026, 11, 22), 2), (date(2026, 11, 23), None, 1), (date(2027, 1, 1), None, 0)],
)
def test_only_declarations_lodged_on_the_days_asked_for_are_tried(since: date | None, until: date | None, found: int) -> None:
    desk, _ = some_days()
    assert tried(desk, since=since, until=until).declarations == found


def test_rejected_and_cancelled_declarations_do_not_count_and_erased_ones_are_told() -> None:
    desk, _ = some_days()
    desk.lodge(message("R-9").replace(b"XA1234567897", b"XA1234567890", 1))
    with desk.store.work() as work:
        work.erase(desk.case("R-1").message)
    made = tried(desk)
    assert (desk.case("R-9").state, made.declarations, made.erased) == ("rejected", 3, 1)


def test_goods_without_a_rate_under_it_are_open_and_not_counted_as_nothing() -> None:
    desk, _ = some_days(1)
    version = desk.tariff.load(tariff() | {"measures.csv": b"id,code,type,duty\n1,62,103,20 %\n"}, by="T-17").version
    assert version is not None
    made = desk.tariff.simulate(version.version)
    coffee, shirts = made.chapters
    assert (coffee.open_before, coffee.open_after, coffee.before, coffee.after) == (0, 1, ZERO, ZERO)
    assert (shirts.open_after, shirts.before == shirts.after, made.before, made.after) == (0, True, ZERO, ZERO)
    assert [(effect.after, effect.before is None) for effect in made.effects] == [(None, False)]


def test_declarations_no_longer_priced_and_newly_priced_are_counted_beside_the_sums() -> None:
    desk, clock = some_days(2)
    poor = tariff(edition="2027") | {"measures.csv": b"id,code,type,duty\n1,62,103,20 %\n"}
    version = desk.tariff.load(poor, by="T-17").version
    assert version is not None
    lost = desk.tariff.simulate(version.version)
    assert (lost.declarations, lost.no_longer_priced, lost.newly_priced, lost.before) == (2, 2, 0, ZERO)
    desk.tariff.activate(version.version, by="T-18")
    clock.now += timedelta(days=1)
    desk.lodge(message("R-7"))
    gained = desk.tariff.simulate("XA-2026-1")
    assert (gained.declarations, gained.no_longer_priced, gained.newly_priced) == (3, 0, 1)


def test_the_greatest_difference_comes_first() -> None:
    desk, _ = some_days(2)
    desk.lodge(message("R-8").replace(b'"1000', b'"9000'))
    effects = tried(desk).effects
    assert [abs((one.after or ZERO) - (one.before or ZERO)) for one in effects] == sorted(
        (abs((one.after or ZERO) - (one.before or ZERO)) for one in effects), reverse=True
    )
    assert len(effects) == 3


def test_lanes_are_given_as_selection_would_give_them() -> None:
    law = dataclasses.replace(LAW, risk_profiles=('profile COFFEE "Coffee" scope item when hs starts with "09" then lane red',))
    desk = Office(law, MemoryStore(), clock=Clock())
    desk.lodge(message("R-0"))
    version = desk.tariff.load(tariff(), by="T-17").version
    assert version is not None
    made = desk.tariff.simulate(version.version)
    assert made.lanes_before == made.lanes_after == {"red": 1}


def test_a_tariff_of_tomorrow_is_tried_as_of_its_first_day() -> None:
    desk, _ = some_days(1)
    coming = tariff("12 %") | {
        "tariff.csv": b"country,edition,title,currency,dialect,since\nXA,2027,Tariff,ARD,taric,2027-01-01\n",
        "measures.csv": b"id,code,type,duty,since\n1,09,103,12 %,2027-01-01\n2,62,103,20 %,2027-01-01\n",
    }
    desk.tariff.load(coming, by="T-17")
    made = desk.tariff.simulate("XA-2027-1")
    assert [chapter.open_after for chapter in made.chapters] == [0, 0]
    assert made.after > made.before


def test_how_far_it_has_come_is_told() -> None:
    desk, _ = some_days(1)
    for number in range(120):
        desk.lodge(message(f"S-{number}"))
    told: list[int] = []
    desk.tariff.simulate("XA-2026-1", report=told.append)
    assert told == [50, 100, 121]


def test_a_tariff_that_was_not_loaded_cannot_be_tried() -> None:
    desk, _ = some_days(0)
    with pytest.raises(NotFound, match="XA-2030-1"):
        desk.tariff.simulate("XA-2030-1", datetime(2026, 1, 1, tzinfo=UTC).date())


def test_an_effect_names_the_declaration_with_its_duty_and_lane_before_and_after() -> None:
    desk, _ = some_days(1)
    (effect,) = tried(desk).effects
    case = desk.case("R-0")
    assert effect == Effect(case.number, case.duty, effect.after, "green", "green")
