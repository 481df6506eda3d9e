"""On a small country the learned choice beats chance and hand rules; where nothing was ever found, it still chooses."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from clearlane.learning.benchmark.full import evaluate_full
from clearlane.learning.benchmark.inputs import Inputs
from clearlane.learning.benchmark.measures import measured, ranked_before, within_weeks
from clearlane.learning.benchmark.rules import rule_score
from clearlane.learning.benchmark.selective import METHODS, Policy, evaluate_selective
from clearlane.learning.benchmark.table import Season

pytest.importorskip("lightgbm")


def test_with_all_results_the_ranking_beats_what_it_must_beat(small: Season, inputs: Inputs) -> None:
    made = evaluate_full(small, inputs, 0.05, 1)
    for other in ("rules", "history", "random"):
        assert made["ranked"].revenue > made[other].revenue
        assert made["ranked"].auc > made[other].auc


@pytest.mark.parametrize("method", METHODS)
def test_each_method_runs_on_its_own_inspections(small: Season, inputs: Inputs, method: str) -> None:
    one = evaluate_selective(small, inputs, 0.05, 1, Policy(method)).measures
    assert 0 <= one.precision <= 1
    assert 0 <= one.ring <= 1
    assert set(one.kinds) == {"misclass", "origin", "underval"}


def test_with_selective_results_the_layer_beats_chance(small: Season, inputs: Inputs) -> None:
    layer, chance = (evaluate_selective(small, inputs, 0.05, 1, Policy(name)).measures for name in ("layer", "random"))
    assert layer.precision > 2 * chance.precision
    assert layer.revenue > 2 * chance.revenue


def test_a_country_where_nothing_was_ever_wrong_is_still_ranked(small: Season, inputs: Inputs) -> None:
    nothing = np.zeros(small.count)
    clean = replace(small, illicit=nothing, revenue=nothing, ring=nothing, ftype=np.full(small.count, "none"))
    one = evaluate_selective(clean, inputs, 0.05, 1)
    assert np.isfinite(one.score).all()
    assert (one.measures.precision, one.measures.ring, one.measures.ring_size) == (0.0, 0.0, 0)


def test_hand_rules_alone_rank_wrong_declarations_first(small: Season, inputs: Inputs) -> None:
    assert ranked_before(rule_score(inputs), small.illicit) > 0.65


def test_measures_count_what_was_chosen(small: Season) -> None:
    everything, nothing = np.ones(small.count, np.bool_), np.zeros(small.count, np.bool_)
    assert measured(small, everything, everything, 0.5).recall == 1
    assert measured(small, everything, nothing, 0.5).precision == 0


def test_a_budget_reaches_the_highest_scores_of_each_week() -> None:
    weeks = [np.arange(0, 10), np.arange(10, 30)]
    chosen = within_weeks(np.arange(30.0), weeks, 0.1)
    assert np.flatnonzero(chosen).tolist() == [9, 28, 29]
