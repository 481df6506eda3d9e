"""Drift is seen where the world moved, and not where it stayed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from clearlane.learning.drift import Recent, difference_of_rates, drift, spread_of_numbers, spread_of_texts, stability, surprises
from clearlane.learning.model_file import Model
from clearlane.learning.scoring import score_table
from clearlane.learning.settings import Settings
from clearlane.learning.table import Texts, TrainingTable
from clearlane.learning.train import train
from tests.learning.goods import goods


@pytest.fixture(scope="module")
def model() -> Model:
    return train(goods(), "m1", Settings(rounds=40))


def alarms(model: Model, table: TrainingTable) -> set[tuple[str, str]]:
    recent = Recent(table, score_table(model, table).probability)
    return {(one.kind, one.about) for one in drift(model.head.baseline, recent, "m1") if one.alarm}


def test_goods_like_before_raise_no_alarm(model: Model) -> None:
    assert alarms(model, goods(3000, seed=8)) == set()


def test_falling_prices_raise_the_alarm_of_their_input_and_of_the_score(model: Model) -> None:
    assert {("input", "unit_price"), ("score", "m1")} <= alarms(model, goods(3000, seed=8, shift=-0.8))


def test_a_new_scheme_raises_the_alarm_of_hits_alone(model: Model) -> None:
    table = goods(3000, seed=8)
    more = np.where(np.random.default_rng(1).random(3000) < 0.1, 1.0, table.found)
    assert alarms(model, replace(table, found=more)) == {("hits", "m1")}


def test_without_inspections_the_hit_rate_is_not_judged(model: Model) -> None:
    table = goods(3000, seed=8)
    assert alarms(model, replace(table, found=np.full(3000, np.nan))) == set()


def test_values_that_begin_to_be_missing_count() -> None:
    column = np.random.default_rng(1).normal(size=1000)
    gone = np.where(np.arange(1000) % 2, np.nan, column)
    assert stability(spread_of_numbers("x", column), column) == 0.0
    assert stability(spread_of_numbers("x", column), gone) > 1.0


def test_a_new_origin_counts_among_all_others() -> None:
    before = spread_of_texts("origin", Texts.of(["QA", "QB"] * 50))
    assert stability(before, Texts.of(["QB", "QA"] * 50)) == 0.0
    assert stability(before, Texts.of(["QA", "QX"] * 50)) > 0.25


def test_rates_are_compared_in_standard_errors() -> None:
    assert difference_of_rates((0.1, 0.2), (100, 100)) == pytest.approx(1.98, abs=0.01)
    assert difference_of_rates((0.0, 0.0), (100, 100)) == 0.0


def test_a_new_scheme_surprises_where_it_is_before_any_input_moves(model: Model) -> None:
    table = goods(1500, seed=8)
    said = score_table(model, table).probability
    origins = {"origin": table.texts["origin"]}
    assert not any(one.alarm for one in surprises(Recent(table, said), origins))
    there = table.texts["origin"].codes == table.texts["origin"].values.index("QB")
    planted = np.where(there & (np.random.default_rng(1).random(1500) < 0.4), 1.0, table.found)
    first, *others = surprises(Recent(replace(table, found=planted), said), origins)
    assert (first.about, first.alarm) == ("origin QB", True)
    assert not any(one.alarm for one in others)
    assert {kind for kind, _ in alarms(model, replace(table, found=planted))} <= {"hits"}
