"""How a model did is counted within a budget, on labelled goods, beside what it must beat."""

from __future__ import annotations

import numpy as np
import pytest

from clearlane.learning.card import card, split
from clearlane.learning.evaluate import burdens, calibration, chosen, compare, measured, references, sizes
from clearlane.learning.scoring import score_table
from clearlane.learning.settings import Settings
from clearlane.learning.table import Texts
from clearlane.learning.train import train
from tests.learning.goods import goods

NAN = float("nan")


def test_what_nobody_looked_at_counts_neither_way() -> None:
    scores, found, revenue = np.array([9.0, 3, 2, 1, 0]), np.array([NAN, 1, 0, 1, 0]), np.array([NAN, 30.0, 0, 10, 0])
    (one,) = measured(scores, found, revenue, [0.25])
    assert (one.precision, one.recall, one.revenue, one.auc, one.rows) == (1.0, 0.5, 0.75, 0.75, 4)


def test_equal_scores_are_ordered_by_the_seed_and_not_by_place() -> None:
    first = [int(np.flatnonzero(chosen(np.zeros(100), 0.01, seed))[0]) for seed in range(8)]
    assert len(set(first)) > 4


@pytest.mark.parametrize(("rows", "taken"), [(1000, 50), (1001, 51), (1, 1)])
def test_a_budget_is_rounded_up_to_whole_inspections(rows: int, taken: int) -> None:
    assert chosen(np.arange(rows, dtype=float), 0.05).sum() == taken


def test_the_burden_is_told_for_each_group_and_unknown_where_none_was_inspected() -> None:
    office = Texts.of(["A", "A", "A", "B", None])
    taken, found = np.array([True, True, False, False, True]), np.array([1.0, 0, 1, NAN, 1])
    told = [(one.group, one.rows, one.share, one.hits) for one in burdens(taken, found, {"office": office})]
    assert told == [("A", 3, 2 / 3, 0.5), ("B", 1, 0.0, None)]


def test_a_trader_has_the_size_of_his_trade() -> None:
    column = sizes(Texts.of(["big"] * 10 + ["small"] * 9 + [None]))
    assert [column.values[column.codes[place]] for place in (0, 10)] == ["10-99", "1-9"]
    assert column.codes[-1] == -1


def test_calibration_pairs_what_was_said_with_what_was_found() -> None:
    said = np.linspace(0, 1, 1000)
    pairs = calibration(said, (np.random.default_rng(1).random(1000) < said).astype(float))
    assert len(pairs) == 10
    assert all(abs(one - other) < 0.15 for one, other in pairs)


def test_a_better_model_is_seen_beyond_chance_and_an_equal_one_is_not() -> None:
    truth = (np.random.default_rng(1).random(3000) < 0.1).astype(float)
    noise = np.random.default_rng(2).normal(size=(2, 3000))
    better = compare(noise[0], truth + 0.3 * noise[1], truth, truth, seed=1, resamplings=60)
    assert better.precision[0] > 0
    same = compare(noise[0], noise[0], truth, truth, seed=1, resamplings=20)
    assert (same.precision, same.shared) == ((0.0, 0.0), 1.0)


def test_the_importers_history_holds_nothing_of_later_results() -> None:
    table = goods(1000)
    later = table.known > 100
    flipped = table.found.copy()
    flipped[later] = 1 - flipped[later]
    changed = type(table)(**{**vars(table), "found": flipped})
    before = table.at <= 100
    assert np.array_equal(references(table)["importer history"][before], references(changed)["importer history"][before])


def test_a_card_says_how_the_model_did_on_later_goods_beside_its_references() -> None:
    table = goods(6000)
    trained, tested = split(table)
    model = train(trained, "m1", Settings(rounds=40))
    scores = {name: column[table.at >= tested.at.min()] for name, column in references(table).items()}
    said = score_table(model, tested).probability
    told = card(model, trained, tested, said, scores, {"origin": tested.texts["origin"]}, before=said)
    assert told.trained_on[1] <= told.tested_on[0]
    assert told.measured[2].precision > 2 * told.references["random"][2].precision
    assert told.measured[2].auc > told.references["importer history"][2].auc
    assert told.before == told.measured
    assert {one.by for one in told.burdens} == {"size", "origin"}
    assert sum(told.categories.values()) == told.findings


def test_a_split_learns_nothing_that_became_known_later() -> None:
    trained, tested = split(goods(1000))
    assert trained.at.max() < tested.at.min()
    assert np.nanmax(trained.known) < tested.at.min()
