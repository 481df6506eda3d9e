"""Profiles tried on trade that is over: as in the log, while they are typed, before they are approved."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from random import Random

import pytest

from clearlane.model.facts import Scored
from clearlane.model.inspection import ItemResult
from clearlane.model.refusals import Closed, NotAllowed, Unavailable
from clearlane.office.office import Office
from clearlane.office.wiring import store_from
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.columnar_run import ColumnarRun
from tests.office.risk_office import CHEAP as SELDOM
from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock

BEGIN = MORNING - timedelta(days=1)
CHEAP = SELDOM.replace("< 60", "> 0")
WHOLE = 'profile WHOLE "Many goods" scope declaration, import when items >= 3 and importer.first_time then lane yellow'
COSTLY = CHEAP.replace("CHEAP", "COSTLY").replace("price_per_kg > 0", "ref.price_median > 0 or price_per_kg > 60")


def lodged(*profiles: str, count: int = 300, clock: Clock | None = None) -> Office:
    desk = office(risk_profiles=profiles, clock=clock or Clock(MORNING))
    list(desk.lodge_many(trade(count)))
    return desk


@cache
def quiet() -> Office:
    """An office without profiles, for those who change nothing."""
    return lodged()


def live_hits(desk: Office) -> set[tuple[str, int, str]]:
    """Every hit as the log has it: declaration, goods item, profile."""
    scored = [record for record in desk.store.facts_after(0, 10**6) if isinstance(record.fact, Scored)]
    return {(record.subject, hit.item, hit.profile) for record in scored for hit in record.fact.hits}  # type: ignore[union-attr]


def tried_hits(desk: Office) -> set[tuple[str, int, str]]:
    """Every hit as columns of what was recorded have it."""
    goods, _ = desk.risk.trials.goods(BEGIN)
    today = desk.profile.day(MORNING)
    run = ColumnarRun(desk.risk.trials.columns(BEGIN), catalogue(), desk.risk.keeping.lists(today))
    found = set()
    for entry in desk.risk.keeping.book(today).entries:
        of_items = entry.profile.level == "item"
        for place in run.hits(entry.profile).tolist():
            found.add((goods.number(place), int(goods.items[place]) if of_items else 0, entry.code))
    return found


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_trial_gives_the_very_hits_of_the_live_path(kind: str, request: pytest.FixtureRequest) -> None:
    address = "sqlite:///:memory:" if kind == "sqlite" else request.getfixturevalue("postgres_database")
    law = office().profile.risk_profiles
    desk = office(store_from(address), risk_profiles=(*law, CHEAP, WHOLE, COSTLY))
    list(desk.lodge_many(trade(300)))
    assert tried_hits(desk) == live_hits(desk)
    assert {code for _, _, code in live_hits(desk)} >= {"CHEAP", "WHOLE"}
    desk.close()


def test_what_was_read_grows_with_the_log_and_is_as_if_read_at_once() -> None:
    clock = Clock(MORNING)
    desk = lodged(CHEAP, count=100, clock=clock)
    first = len(desk.risk.trials.columns(BEGIN))
    clock.now += timedelta(minutes=3)
    list(desk.lodge_many(trade(300)[100:]))
    grown, _ = desk.risk.trials.goods(BEGIN)
    anew, _ = Office(desk.profile, desk.store, clock=clock, randomness=Random(7).randbytes).risk.trials.goods(BEGIN)
    assert 0 < first < len(grown) == len(anew)
    assert [grown.row(place, catalogue()) for place in range(len(grown))] == [anew.row(place, catalogue()) for place in range(len(anew))]
    assert [grown.number(place) for place in range(len(grown))] == [anew.number(place) for place in range(len(anew))]


def test_goods_before_a_moment_and_after_another_are_left_out() -> None:
    clock = Clock(MORNING)
    desk = lodged(count=50, clock=clock)
    clock.now += timedelta(hours=1)
    list(desk.lodge_many(trade(100)[50:]))
    every = len(desk.risk.trials.columns(BEGIN))
    late = len(desk.risk.trials.columns(MORNING + timedelta(minutes=30)))
    early = len(desk.risk.trials.columns(BEGIN, MORNING + timedelta(minutes=30)))
    assert 0 < late < every
    assert early == every - late


def test_what_was_erased_is_in_no_answer_once_it_is_forgotten() -> None:
    desk = lodged(CHEAP)
    number = desk.risk.trials.preview(CHEAP).examples[0].number
    with desk.store.work() as work:
        work.erase_seen(number)
    desk.risk.trials.forget()
    assert number not in {one.number for one in desk.risk.trials.preview(CHEAP).examples}
    goods, _ = desk.risk.trials.goods(BEGIN)
    assert number not in goods.names


def test_a_row_read_back_is_the_row_that_was_recorded() -> None:
    desk = quiet()
    goods, _ = desk.risk.trials.goods(BEGIN)
    for place in range(0, len(goods), 40):
        recorded = next(one for one in desk.store.risk_rows_of(goods.number(place)) if one.item == goods.items[place])
        assert tuple(goods.row(place, catalogue())) == recorded.values


def test_while_typing_faults_are_told_with_their_place() -> None:
    shown = quiet().risk.trials.preview('profile X "x" scope item when unit_prise < 5 then lane red')
    assert [(one.line, one.column > 1) for one in shown.faults] == [(1, True)]
    assert "unit_price" in shown.faults[0].suggestion.en  # type: ignore[union-attr]
    assert (shown.stopped, shown.examples) == (0, ())


def test_while_typing_it_is_told_what_would_be_stopped_where_and_when() -> None:
    desk = lodged(CHEAP)
    shown = desk.risk.trials.preview(CHEAP)
    stopped = {number for number, _, _ in live_hits(desk)}
    looked = sum(isinstance(record.fact, Scored) for record in desk.store.facts_after(0, 10**6))
    assert (shown.faults, shown.stopped, shown.declarations) == ((), len(stopped), looked)
    assert shown.share == len(stopped) / looked
    assert (len(shown.by_day), shown.by_day[-1]) == (30, len(stopped))
    assert sum(sum(of) for of in shown.by_office.values()) == len(stopped)
    assert 0 < len(shown.examples) <= 20
    assert {one.number for one in shown.examples} <= stopped
    assert {value.field for value in shown.examples[0].values} == {"hs", "price_per_kg"}


def test_while_typing_what_is_unknown_is_counted_with_its_cause() -> None:
    shown = quiet().risk.trials.preview(COSTLY.replace(" or price_per_kg > 60", ""))
    assert shown.hits == 0
    assert shown.unknown > 0
    assert [(one.field, one.goods) for one in shown.causes] == [("ref.price_median", shown.unknown)]


def test_before_anything_was_lodged_nothing_would_be_stopped() -> None:
    shown = office(risk_profiles=()).risk.trials.preview(WHOLE)
    assert (shown.faults, shown.goods, shown.share, shown.by_office, len(shown.by_day)) == ((), 0, 0.0, {}, 30)


def test_an_example_that_fails_is_told_beside_the_hits() -> None:
    shown = quiet().risk.trials.preview(CHEAP + '\ntest hit {hs: "8517"}')
    assert [one.line for one in shown.faults] == [0]
    assert shown.stopped > 0


def test_a_back_test_counts_what_was_found_and_never_what_nobody_looked_at() -> None:
    desk = lodged(CHEAP)
    desk.risk.profiles.write(CHEAP.replace("CHEAP", "MINE"), by="A-1")
    looked = sorted(number for number, _, _ in live_hits(desk))[:3]
    for place, number in enumerate(looked):
        wrong = ItemResult(0, conform=False, category="value") if place == 0 else ItemResult(0, conform=True)
        desk.risk.results.record(number, "physical", [wrong], by="I-1")
    digest, made = desk.risk.trials.backtest("MINE", 1, BEGIN, MORNING + timedelta(days=1), by="A-1")
    items = {(number, item) for number, item, _ in live_hits(desk)}
    assert made.line.hits == len(items)
    assert made.line.inspected == len([one for one in items if one[0] in looked])
    assert made.line.findings == len([one for one in items if one[0] == looked[0]])
    assert (made.line.unique, made.line.overlaps) == (0, (("CHEAP", len(items)),))
    assert len(made.line.warnings) == 1
    assert desk.risk.trials.report(digest) == made


def test_with_its_back_test_a_second_person_approves_and_the_forecast_stands() -> None:
    desk = lodged()
    desk.risk.profiles.write(CHEAP, by="A-1")
    digest, made = desk.risk.trials.backtest("CHEAP", 1, BEGIN, MORNING + timedelta(days=1), by="A-1")
    assert desk.risk.profiles.approve("CHEAP", 1, by="A-2", backtest=digest).state == "live"
    standing = desk.risk.keeping.timeline().profiles["CHEAP", 1].approved()
    assert standing is not None
    assert (standing.backtest, standing.forecast) == (digest, made.forecast)


def test_the_report_of_another_text_approves_nothing() -> None:
    desk = lodged(count=20)
    desk.risk.profiles.write(CHEAP, by="A-1")
    digest, _ = desk.risk.trials.backtest("CHEAP", 1, BEGIN, MORNING + timedelta(days=1), by="A-1")
    desk.risk.profiles.write(CHEAP.replace("> 0", "> 1"), by="A-1")
    with pytest.raises(Closed, match="back-tested"):
        desk.risk.profiles.approve("CHEAP", 2, by="A-2", backtest=digest)


def test_a_report_nobody_made_is_told_and_nobody_tries_without_a_name() -> None:
    desk = lodged(count=1)
    desk.risk.profiles.write(CHEAP, by="A-1")
    with pytest.raises(Unavailable):
        desk.risk.trials.report("0" * 64)
    with pytest.raises(NotAllowed):
        desk.risk.trials.backtest("CHEAP", 1, BEGIN, MORNING, by=" ")


def test_a_profile_that_hits_nothing_for_long_is_proposed_for_retirement() -> None:
    clock = Clock(MORNING)
    never = 'profile NEVER "Nobody" scope item when items > 1000000 then lane red'
    desk = lodged(CHEAP, never, clock=clock)
    assert desk.risk.trials.retirement() == []
    clock.now += timedelta(days=91)
    assert [code for code, _ in desk.risk.trials.retirement()] == ["CHEAP", "NEVER"]
    list(desk.lodge_many(trade(600)[300:]))
    assert [code for code, _ in desk.risk.trials.retirement()] == ["NEVER"]
