"""The daily work of an office is done once a day, however often it is asked for and by however many processes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest

from clearlane.model.lottery import LotteryCommitted, LotteryOpened
from clearlane.model.risk_facts import ReferencesKept
from clearlane.office.machine_key import KeyInMemory
from clearlane.office.office import Office
from clearlane.office.routine import AGAIN_AFTER, Routine
from clearlane.office.wiring import profile_named, store_from
from tests.office.risk_office import MORNING
from tests.office.tariffs import Clock

DAILY = ("references", "refresh", "watch")
KEY = KeyInMemory()


@pytest.fixture(params=["sqlite", "postgres"])
def desks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Office, Clock]]:
    """Two processes of one office, with one clock."""
    folder = tmp_path_factory.mktemp("routine")
    address = f"sqlite:///{folder}/office.db" if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    clock, law = Clock(MORNING), profile_named("xa")
    first, second = (Office(law, store_from(address), clock=clock, key=KEY, randomness=Random(7).randbytes) for _ in range(2))
    yield first, second, clock
    first.close()
    second.close()


def count(desk: Office, kind: type) -> int:
    return sum(isinstance(record.fact, kind) for record in desk.store.facts())


def test_two_processes_do_the_work_of_a_day_once(desks: tuple[Office, Office, Clock]) -> None:
    first, second, clock = desks
    assert (Routine(first)(), Routine(second)(), Routine(first)()) == (DAILY, (), ())
    assert (count(first, LotteryCommitted), count(first, ReferencesKept)) == (2, 1)
    clock.now += timedelta(days=1)
    assert (Routine(second)(), Routine(first)()) == (DAILY, ())
    assert (count(first, LotteryCommitted), count(first, ReferencesKept)) == (3, 1)


def test_the_seed_of_a_day_is_published_once_that_day_is_over(desks: tuple[Office, Office, Clock]) -> None:
    first, second, clock = desks
    Routine(first)()
    assert count(first, LotteryOpened) == 0
    clock.now += timedelta(days=1)
    Routine(second)()
    Routine(first)()
    assert [record.fact.period for record in first.store.facts() if isinstance(record.fact, LotteryOpened)] == ["2026-02-10"]
    assert first.assignment.checked("2026-02-10") == []
    assert first.assignment.checked("2026-02-11") is None


def test_at_every_moment_after_the_first_minute_a_lottery_holds(desks: tuple[Office, Office, Clock]) -> None:
    first, _, clock = desks
    begun = clock.now + timedelta(minutes=2)
    for _ in range(4):
        Routine(first)()
        clock.now += timedelta(hours=20)
    periods = sorted(first.assignment.periods(), key=lambda one: one.since)
    assert periods[0].since < begun
    assert all(one.until == after.since for one, after in pairwise(periods))


def test_what_a_process_began_and_did_not_end_another_does_later() -> None:
    clock = Clock(MORNING)
    desk = Office(profile_named("xa"), store_from("sqlite:///:memory:"), clock=clock, key=KEY)
    stopped = Routine(desk)
    stopped._daily["watch"] = fail
    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert Routine(desk)() == ()
    clock.now += AGAIN_AFTER
    assert Routine(desk)() == ("watch",)
    desk.close()


def fail() -> None:
    raise KeyboardInterrupt
