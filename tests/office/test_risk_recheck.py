"""What was logged with a decision is found again from the log, as of the decision's time."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from clearlane.model.risk_profile import ListEntry, RiskList
from clearlane.office.office import Office
from tests.office.risk_office import trade
from tests.office.risk_season import BEGIN, inspected, season
from tests.office.tariffs import Clock

CHEAP = 'profile CHEAP "Cheap" scope item when hs starts with ("61", "62") and price_per_kg > 0 then lane red'


def numbers(desk: Office) -> list[str]:
    return [one.number for one in desk.store.chosen_from(BEGIN, limit=10**6)]


def test_values_logged_with_decisions_are_those_recomputed_as_of_their_time() -> None:
    desk = season(count=400)
    clock = desk.clock
    assert isinstance(clock, Clock)
    desk.risk.training.references()
    list(desk.lodge_many(trade(500)[400:]))
    for number in numbers(desk)[1::2]:  # learned later, and must not reach what was decided before
        inspected(desk, number)
    known = [row.values for number in numbers(desk)[-50:] for row in desk.store.risk_rows_of(number)]
    assert any(value is not None for row in known for value in row[-8:])
    assert desk.risk.rechecking.recheck(numbers(desk)) == ()


def test_a_sample_lies_evenly_over_its_period() -> None:
    desk = season(count=64)
    every, some = numbers(desk), desk.risk.rechecking.sample(BEGIN, desk.clock(), most=10)
    assert desk.risk.rechecking.sample(BEGIN, desk.clock()) == every
    assert len(some) <= 10
    assert some == every[:: len(every) // 10 + 1]


def test_a_value_that_was_altered_is_told() -> None:
    desk = season(count=64)
    number = numbers(desk)[-1]
    record = next(one for one in desk.store.risk_rows_of(number))
    with desk.store.work() as work:
        work.put_happenings([replace(one, keys={}) for one in desk.store.happenings_after(0, 10**6)])
    told = desk.risk.rechecking.recheck([number])
    assert {one.number for one in told} == {number}
    assert any(one.item == record.item and one.logged != one.found for one in told)


def test_profiles_in_columns_say_what_was_logged_and_a_difference_is_told() -> None:
    desk = season(count=320, profiles=(CHEAP,))
    begin, end = BEGIN, desk.clock() + timedelta(days=1)
    assert desk.risk.rechecking.replay(begin, end) == ()
    hit = next(one for one in desk.store.chosen_from(BEGIN) if one.hits)
    with desk.store.work() as work:
        work.put_chosen([replace(hit, hits=hit.hits[1:])])
    assert [(one.number, one.item, one.logged, one.found) for one in desk.risk.rechecking.replay(begin, end)] == [
        (hit.number, hit.hits[0].item, False, True)
    ]


def test_a_profile_whose_list_changed_meanwhile_is_not_held_against_what_was_before() -> None:
    desk = season(count=64)
    importers = tuple(ListEntry(name) for name in {one.importer for one in desk.store.chosen_from(BEGIN)} if name)
    listed = RiskList("watched", "traders", "unit", "letter", importers)
    desk.risk.lists.keep(replace(listed, entries=()), by="A-1")
    desk.risk.profiles.write('profile WATCH "Watched" scope item when not (importer.id not in list watched) then lane red', by="A-1")
    desk.risk.profiles.shadow("WATCH", 1, by="A-1")
    begin = desk.clock()
    list(desk.lodge_many(trade(100)[64:]))
    assert desk.risk.rechecking.replay(begin, desk.clock()) == ()
    desk.risk.lists.keep(listed, by="A-1")
    assert desk.risk.rechecking.replay(begin, desk.clock()) == ()
    later = desk.clock()
    list(desk.lodge_many(trade(200)[100:]))
    assert any(one.hits for one in desk.store.chosen_from(later))
    assert desk.risk.rechecking.replay(later, desk.clock()) == ()
