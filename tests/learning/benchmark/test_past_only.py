"""Nothing of the future, and no truth that nobody looked for, reaches an input, a score or a choice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from clearlane.learning.benchmark.full import evaluate_full, parts_of, with_all_results
from clearlane.learning.benchmark.inputs import Inputs, inputs_of
from clearlane.learning.benchmark.selective import START, evaluate_selective
from clearlane.learning.benchmark.table import Season

TODAY = 25


def lied_about(season: Season, places: np.ndarray) -> Season:
    """The season with the truth of some declarations shuffled among them."""
    mixed = np.random.default_rng(1).permutation(places)
    illicit, revenue = season.illicit.copy(), season.revenue.copy()
    illicit[places], revenue[places] = 1 - season.illicit[mixed], season.revenue[mixed] + 1
    return replace(season, illicit=illicit, revenue=revenue)


def test_later_declarations_change_no_input_of_earlier_ones(small: Season, inputs: Inputs) -> None:
    later = small.week > TODAY
    changed = inputs_of(replace(small, value=np.where(later, small.value * 7, small.value), rate=np.where(later, 99.0, small.rate)))
    np.testing.assert_array_equal(changed.values[~later], inputs.values[~later])
    assert not np.array_equal(changed.values[later], inputs.values[later], equal_nan=True)


def test_later_results_change_nothing_known_before(small: Season, inputs: Inputs) -> None:
    later = np.flatnonzero(small.week >= TODAY)
    known, changed = with_all_results(small, inputs), with_all_results(lied_about(small, later), inputs)
    same = small.week <= TODAY
    np.testing.assert_array_equal(changed.found[same], known.found[same])
    assert not np.array_equal(changed.found[~same], known.found[~same])


def test_the_truth_is_no_input(small: Season, inputs: Inputs) -> None:
    lied = lied_about(small, np.arange(small.count))
    np.testing.assert_array_equal(inputs_of(replace(lied, ring=1 - small.ring)).values, inputs.values)


def test_what_nobody_inspected_has_no_effect_on_what_is_inspected(small: Season, inputs: Inputs) -> None:
    pytest.importorskip("lightgbm")
    watched = evaluate_selective(small, inputs, 0.05, 2)
    lied = lied_about(small, np.flatnonzero(~watched.chosen))
    again = evaluate_selective(lied, inputs, 0.05, 2)
    np.testing.assert_array_equal(again.chosen, watched.chosen)
    np.testing.assert_array_equal(again.score, watched.score)


def test_later_results_change_no_earlier_choice(small: Season, inputs: Inputs) -> None:
    pytest.importorskip("lightgbm")
    watched = evaluate_selective(small, inputs, 0.05, 2)
    again = evaluate_selective(lied_about(small, np.flatnonzero(small.week >= TODAY)), inputs, 0.05, 2)
    same = small.week <= TODAY
    np.testing.assert_array_equal(again.score[same], watched.score[same])


def test_the_parts_of_a_season_follow_each_other(small: Season) -> None:
    parts = parts_of(small)
    assert small.week[parts.learn].max() < small.week[parts.tune].min()
    assert small.week[parts.tune].max() < small.week[parts.test].min()
    assert parts.test[-1] == small.count - 1


def test_the_first_weeks_are_inspected_at_random_and_the_rest_within_the_budget(small: Season, inputs: Inputs) -> None:
    pytest.importorskip("lightgbm")
    chosen = evaluate_selective(small, inputs, 0.05, 2).chosen
    for week, rows in enumerate(small.by_week()):
        assert chosen[rows].sum() == round((0.1 if week < START else 0.05) * len(rows))


def test_the_same_seed_gives_the_same_measures(small: Season, inputs: Inputs) -> None:
    pytest.importorskip("lightgbm")
    assert evaluate_full(small, inputs, 0.05, 4) == evaluate_full(small, inputs, 0.05, 4)
