"""The circuit breaker: what hits far more than was forecast goes on in shadow, at once, and an analyst is told."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import msgspec

from clearlane.model.facts import Scored
from clearlane.model.risk_facts import ProfileStanding, RiskTask
from clearlane.office.office import Office
from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock

EVERY = 'profile EVERY "Every item" scope item when items >= 1 then lane red at 1%, reason VAL-01, owner risk-unit'


def live(forecast: float, clock: Clock | None = None) -> Office:
    """An office in which a profile that hits everything is in force, with a forecast."""
    desk = office(risk_profiles=(), clock=clock or Clock(MORNING))
    desk.risk.profiles.write(EVERY, by="A-1")
    digest, _ = desk.risk.trials.backtest("EVERY", 1, MORNING - timedelta(days=9), MORNING, by="A-1")
    desk.risk.profiles.approve("EVERY", 1, by="A-2", backtest=digest, forecast=forecast)
    return desk


def tasks(desk: Office) -> list[RiskTask]:
    return [record.fact for record in desk.store.facts_of("risk") if isinstance(record.fact, RiskTask)]


def shadows(desk: Office) -> list[bool]:
    scored = [record.fact for record in desk.store.facts_after(0, 10**6) if isinstance(record.fact, Scored)]
    return [hit.shadow for fact in scored for hit in fact.hits]


def test_a_profile_far_above_its_forecast_is_stopped_by_the_system_and_counted_on() -> None:
    desk = live(forecast=5.0)
    list(desk.lodge_many(trade(60)))
    stood = desk.risk.profiles.version("EVERY", 1)
    assert (stood.state, tasks(desk)[0].kind, tasks(desk)[0].about, tasks(desk)[0].bound) == ("stopped", "profile-stopped", "EVERY", 15.0)
    by = [one.fact.by for one in desk.store.facts_of("risk") if isinstance(one.fact, ProfileStanding)]
    assert by == ["A-2", "system"]
    list(desk.lodge_many(trade(90)[60:]))
    assert (shadows(desk)[0], shadows(desk)[-1]) == (False, True)
    assert len(tasks(desk)) == 1


def test_a_profile_within_its_forecast_goes_on() -> None:
    desk = live(forecast=100.0)
    list(desk.lodge_many(trade(60)))
    assert desk.risk.profiles.version("EVERY", 1).state == "live"
    assert desk.risk.watching.all() == ()


def test_the_hits_of_another_process_count_when_it_is_watched() -> None:
    clock = Clock(MORNING)
    desk = live(forecast=30.0, clock=clock)
    for part in range(0, 60, 5):  # each message is taken by another process
        list(Office(desk.profile, desk.store, clock=clock, randomness=Random(7).randbytes).lodge_many(trade(60)[part : part + 5]))
    assert desk.risk.profiles.version("EVERY", 1).state == "live"
    assert [task.about for task in desk.risk.watching.all()] == ["EVERY"]
    assert desk.risk.profiles.version("EVERY", 1).state == "stopped"


def test_the_hits_of_yesterday_do_not_stop_a_profile_today() -> None:
    clock = Clock(MORNING)
    desk = live(forecast=30.0, clock=clock)
    list(desk.lodge_many(trade(25)))
    clock.now += timedelta(days=1)
    list(desk.lodge_many(trade(50)[25:]))
    assert desk.risk.profiles.version("EVERY", 1).state == "live"


def test_a_back_test_on_no_trade_at_all_forecasts_nothing() -> None:
    desk = office(risk_profiles=())
    desk.risk.profiles.write(EVERY, by="A-1")
    digest, _ = desk.risk.trials.backtest("EVERY", 1, MORNING - timedelta(days=9), MORNING, by="A-1")
    desk.risk.profiles.approve("EVERY", 1, by="A-2", backtest=digest)
    list(desk.lodge_many(trade(60)))
    assert desk.risk.profiles.version("EVERY", 1).state == "live"


def test_without_a_forecast_nothing_is_stopped() -> None:
    desk = office(risk_profiles=(EVERY,))
    list(desk.lodge_many(trade(60)))
    assert desk.risk.profiles.version("EVERY").state == "live"
    assert msgspec.json.encode(tasks(desk)) == b"[]"


def test_a_new_version_takes_the_place_of_one_that_was_stopped() -> None:
    desk = live(forecast=5.0)
    list(desk.lodge_many(trade(60)))
    desk.risk.profiles.write(EVERY.replace(">= 1 ", ">= 90 "), by="A-1")
    digest, made = desk.risk.trials.backtest("EVERY", 2, MORNING - timedelta(days=9), desk.clock(), by="A-1")
    desk.risk.profiles.approve("EVERY", 2, by="A-2", backtest=digest)
    assert made.forecast == 0.0
    assert [desk.risk.profiles.version("EVERY", version).state for version in (1, 2)] == ["retired", "live"]
