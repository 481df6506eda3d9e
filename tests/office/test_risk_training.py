"""Training on what was recorded, by one command: with a card, beside the model in force, again where it is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

import numpy as np
import pytest

from clearlane.learning.train import TooFewResults
from clearlane.model.refusals import NotAllowed, NotFound, Unavailable
from clearlane.model.risk_facts import ReferencesKept, RiskTask
from clearlane.model.risk_profile import ListEntry, RiskList
from clearlane.office.office import Office
from clearlane.office.routine import TRAINER, Routine
from tests.office.risk_office import MORNING, office, trade
from tests.office.risk_season import BEGIN, season
from tests.office.tariffs import Clock

CHEAP = 'profile CHEAP "Cheap garments / May mặc giá thấp" scope item when hs starts with ("61", "62") and price_per_kg > 0 then lane red'


@cache
def past() -> Office:
    """A season, for those who change nothing."""
    return season(profiles=(CHEAP,))


def trained(desk: Office, **how: object) -> str:
    version = desk.risk.training.train(BEGIN, desk.clock(), by="T-1", **how).kept.version  # type: ignore[arg-type]
    desk.risk.models.promote(version, by="T-2")
    return version


@cache
def scored() -> tuple[Office, str]:
    """A season of its own with a model in force."""
    desk = season(profiles=(CHEAP,))
    return desk, trained(desk)


def test_what_nobody_looked_at_has_no_label_and_what_was_looked_at_has_its_own() -> None:
    desk = past()
    table = desk.risk.training.table(BEGIN)
    goods, _ = desk.risk.trials.goods(BEGIN)
    for place in range(0, len(table), 17):
        chosen = desk.store.chosen(goods.number(place))
        assert chosen is not None
        label = table.found[place]
        assert (None if np.isnan(label) else bool(label)) is chosen.found
        assert table.propensity[place] == chosen.propensity
        assert np.isnan(table.known[place]) == (chosen.found is None)
    assert 0.3 < table.labelled.mean() < 0.7


def test_training_keeps_a_model_with_a_card_that_scores_nothing_yet() -> None:
    desk = season()
    told: list[str] = []
    made = desk.risk.training.train(BEGIN, desk.clock(), by="T-1", report=lambda what, done, whole: told.append(what))
    card = desk.risk.models.card(made.kept.version)
    assert (made.state, made.kept.by, made.kept.cause) == ("kept", "T-1", "asked")
    assert card.trained_on[1] <= card.tested_on[0]
    assert card.rows > card.labelled > card.findings > 30
    assert set(card.references) >= {"random", "importer history"}
    assert {burden.by for burden in card.burdens} == {"size", "office", "origin"}
    assert card.measured[0].auc > 0.9
    assert set(told) >= {"reading", "calibration", "finding"}
    assert desk.risk.models.champion() is None


def test_a_second_model_is_set_beside_the_first_on_the_same_goods() -> None:
    desk, first = scored()
    made = desk.risk.training.train(BEGIN, desk.clock(), by="T-1", seed=2)
    card = desk.risk.models.card(made.kept.version)
    assert made.kept.version != first
    assert [one.rows for one in card.before] == [one.rows for one in card.measured]
    assert "hand rules" in card.references


def test_a_model_is_evaluated_on_a_period_beside_the_one_in_force() -> None:
    desk, version = scored()
    found = desk.risk.training.evaluate(version, MORNING + timedelta(days=8))
    assert found.comparison is None
    assert found.days == (date(2026, 2, 18), date(2026, 2, 25))
    assert 0 < found.labelled < found.rows
    assert found.measured[2].precision > found.references["random"][2].precision


def test_with_too_few_results_nothing_is_kept() -> None:
    desk = office()
    list(desk.lodge_many(trade(40)))
    with pytest.raises(TooFewResults):
        desk.risk.training.train(BEGIN, desk.clock(), by="T-1")
    with pytest.raises(NotAllowed):
        desk.risk.training.train(BEGIN, desk.clock(), by="")
    with pytest.raises(Unavailable):
        desk.risk.training.train(BEGIN, desk.clock(), by="T-1", work="nowhere:")
    assert desk.risk.models.versions() == []


def test_a_declaration_is_scored_as_it_was_recorded() -> None:
    desk, version = scored()
    list(desk.lodge_many(trade(900)[800:]))
    chosen = next(one for one in desk.store.chosen_from(desk.clock() - timedelta(hours=1)) if one.scores)
    assert desk.risk.scoring.score(chosen.number) == chosen.scores
    assert {one.model for one in chosen.scores} == {version}


def test_reasons_are_at_most_five_lines_with_the_conditions_first() -> None:
    desk, _ = scored()
    hit = next(one for one in desk.store.chosen_from(BEGIN) if one.hits)
    lines = desk.risk.scoring.reasons(hit.number)
    assert 1 < len(lines) <= 5
    assert lines[0].en.startswith("Cheap garments: ")
    assert lines[0].vi.startswith("May mặc giá thấp: ")
    assert not any(hit.importer in line.en for line in lines)


def test_of_a_declaration_never_selected_nothing_is_said() -> None:
    with pytest.raises(NotFound):
        past().risk.scoring.reasons("26XA0")


def test_references_are_built_once_a_week_from_what_was_known_before_it() -> None:
    desk = season(count=400)
    first = desk.risk.training.references(datetime(2026, 2, 17, 5, tzinfo=UTC))
    assert (first.week, first.groups > 0) == (date(2026, 2, 16), True)
    assert desk.risk.training.references(datetime(2026, 2, 20, tzinfo=UTC)) == first
    assert sum(isinstance(one.fact, ReferencesKept) for one in desk.store.facts_of("risk")) == 1
    again = season(count=400).risk.training.references(datetime(2026, 2, 17, 5, tzinfo=UTC))
    assert again.digest == first.digest


def test_a_model_is_due_when_none_is_there_when_it_is_old_and_when_something_drifted() -> None:
    desk = season()
    training, now = desk.risk.training, desk.clock()
    made = training.retrain_if_due(now, 30, by="T-1")
    assert made is not None
    assert made.kept.cause == "scheduled"
    assert training.retrain_if_due(now + timedelta(days=1), 30, by="T-1") is None
    assert training.due(now + timedelta(days=31), 30) == "scheduled"
    with desk.store.work() as work:
        work.append(desk.clock(), [("risk", RiskTask("input-drift", "origin", 0.5, 0.25))])
    assert training.due(now + timedelta(days=1), 30) == "drift"


def test_the_daily_work_trains_a_model_where_one_is_due_and_a_person_promotes_it() -> None:
    desk = season()
    assert "retrain" not in Routine(desk)()
    daily = Routine(desk, retrain=30)
    assert daily() == ("retrain",)
    assert [one.kept.by for one in desk.risk.models.versions()] == [TRAINER]
    assert desk.risk.models.champion() is None
    assert daily() == ()


def test_a_refreshed_model_keeps_its_trees_and_knows_what_was_found_since() -> None:
    desk = season()
    version = trained(desk)
    before = desk.risk.models.champion()
    fact = desk.risk.training.refresh()
    after = desk.risk.models.champion()
    assert before is not None
    assert after is not None
    assert (fact.version, after.model.finding) == (version, before.model.finding)
    assert after.model.encoder != before.model.encoder


def test_trade_of_another_kind_raises_an_alarm_once_a_week() -> None:
    desk = season()
    version = trained(desk)
    clock = desk.clock
    assert isinstance(clock, Clock)
    clock.now += timedelta(days=40)
    list(desk.lodge_many(trade(1500, seed=99)[:500]))
    found = desk.risk.watching.drift()
    assert found[0].alarm
    raised = [record.fact for record in desk.store.facts_of("risk") if isinstance(record.fact, RiskTask)]
    inputs = [(one.about, one.measured) for one in found if one.kind == "input" and one.alarm]
    (task,) = [one for one in raised if one.kind == "input-drift"]
    assert len(inputs) > 1
    assert (task.about, task.worst, task.count) == (version, tuple(inputs[:5]), len(inputs))
    assert len({one.kind for one in raised}) == len(raised) <= 3
    assert desk.risk.watching.all() == ()
    clock.now += timedelta(days=7)
    assert desk.risk.watching.all() != ()


def test_a_list_that_ran_out_becomes_a_task() -> None:
    desk = office()
    desk.risk.lists.keep(RiskList("watched", "traders", "unit", "letter", (ListEntry("XA1"),), date(2026, 2, 9)), by="A-1")
    assert desk.risk.watching.all() == (RiskTask("list-expired", "watched", 1.0, 0.0),)
    assert desk.risk.watching.all() == ()
