"""A model learns from what was found, only from that, and the same from the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from clearlane.learning.model_file import Model
from clearlane.learning.scoring import Scorer, score_as_known, score_table
from clearlane.learning.settings import Settings
from clearlane.learning.table import Outcome, Texts, table_of_rows
from clearlane.learning.train import TooFewResults, refreshed, train, weights_of
from clearlane.model.refusals import Conflict, Unreadable
from clearlane.model.risk_field import Catalogue
from tests.learning.goods import CATALOGUE, goods, rows_of
from tests.learning.test_encode import with_a_shuffled_future

QUICK = Settings(rounds=40)


@pytest.fixture(scope="module")
def model() -> Model:
    return train(goods(), "m1", QUICK)


def test_the_same_goods_and_seed_give_the_same_bytes(model: Model) -> None:
    assert train(goods(), "m1", QUICK).digest == model.digest


def test_a_model_reads_back_as_it_was_written(model: Model) -> None:
    assert Model.load(model.dump()) == model


@pytest.mark.parametrize("broken", [b"", b"CLEARLANE MODEL 1\n", b"CLEARLANE MODEL 1\n1 1 0 0 0\n{}", b"CLEARLANE MODEL 9\n0 0 0 0 0\n"])
def test_bytes_that_are_no_model_are_refused(broken: bytes) -> None:
    with pytest.raises(Unreadable):
        Model.load(broken)


def test_one_row_and_a_table_score_alike_to_the_last_bit(model: Model) -> None:
    later = goods(300, seed=9)
    many = score_table(model, later, threads=2)
    scorer = Scorer(model, CATALOGUE)
    one = [scorer.score(row) for row in rows_of(later)]
    assert [said.probability for said in one] == many.probability.tolist()
    assert [said.revenue for said in one] == many.revenue.tolist()


def test_shuffled_future_results_change_no_score(model: Model) -> None:
    table = goods()
    known = train(table.before(120), "m", QUICK)
    shuffled = train(with_a_shuffled_future(table, 120).before(120), "m", QUICK)
    assert known.dump() == shuffled.dump()
    assert known.head.rows < model.head.rows


def test_what_nobody_looked_at_is_not_taken_for_clean() -> None:
    table = goods(8000, looked=0.5)
    said = score_table(train(table, "m", QUICK), goods(4000, seed=3)).probability.mean()
    truth = goods(8000).found.mean()
    assert abs(said - truth) < 0.25 * truth
    assert train(table, "m", QUICK).head.labelled == int(table.labelled.sum())


def test_probabilities_and_revenue_hold_on_later_goods() -> None:
    later = goods(6000, seed=4)
    said = score_table(train(goods(20_000), "m", QUICK), later)
    assert abs(said.probability.mean() - later.found.mean()) < 0.02
    assert 0.7 < (said.probability * said.revenue).sum() / later.revenue.sum() < 1.4


def test_an_inspection_stands_for_those_that_were_not_made() -> None:
    weights = weights_of(np.array([1.0, 0.1, 0.0001, np.nan]), least=0.05)
    assert (weights / weights[0]).round(9).tolist() == [1.0, 10.0, 20.0, 1.0]


def test_too_few_results_are_refused_with_how_many_there_are() -> None:
    table = goods(100)
    with pytest.raises(TooFewResults) as refused:
        train(replace(table, found=np.zeros(100)), "m", QUICK)
    assert (refused.value.fields["findings"], refused.value.fields["clean"]) == (0, 100)


def test_a_model_of_a_field_that_the_catalogue_has_not_is_refused(model: Model) -> None:
    with pytest.raises(Conflict, match="unit_price"):
        Scorer(model, Catalogue([field for field in CATALOGUE if field.name != "unit_price"]))


def test_categories_are_told_apart(model: Model) -> None:
    scorer, table = Scorer(model, CATALOGUE), goods(500, seed=2)
    cheap, dear = (rows_of(table)[int(np.argmin(sign * table.numbers[:, 0]))] for sign in (1, -1))
    assert scorer.categories(cheap)["value"] > 0.5 > scorer.categories(dear)["value"]


def test_contributions_name_fields_with_their_values(model: Model) -> None:
    row = rows_of(goods(5))[0]
    strongest = Scorer(model, CATALOGUE).contributions(row, most=2)
    assert [one.value for one in strongest] == [row[CATALOGUE.place(one.field)] for one in strongest]
    assert abs(strongest[0].added) >= abs(strongest[1].added) > 0


@pytest.mark.parametrize("calibration", ["platt", "isotonic"])
def test_progress_is_told_of_every_tree(calibration: str) -> None:
    told: list[tuple[str, int, int]] = []
    train(goods(), "m", Settings(rounds=5, calibration=calibration), progress=lambda *one: told.append(one))  # type: ignore[arg-type]
    assert told[:5] == [("calibration", done, 5) for done in range(1, 6)]
    assert {what for what, _, _ in told} == {"calibration", "finding", "revenue", "category"}


def test_a_table_of_rows_keeps_what_is_missing() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    outcomes = [Outcome(now), Outcome(now, "T1", found=True, known=now + timedelta(2), revenue=7.0, category="value", propensity=0.1)]
    rows = [(None, 2.0, None, "850000", "QA", "T1"), (None, None, 3.0, None, "QB", "T1")]
    table = table_of_rows(CATALOGUE, rows, outcomes, fields=["unit_price", "hs"])
    assert np.isnan(table.found).tolist() == [True, False]
    assert np.isnan(table.numbers[:, 0]).tolist() == [False, True]
    assert table.texts["hs"].codes.tolist() == [0, -1]
    assert (table.known[1] - table.at[1], table.revenue[1], table.importer.codes.tolist()) == (2.0, 7.0, [-1, 0])


def test_a_refreshed_model_scores_with_all_that_was_known_just_before(model: Model) -> None:
    table = goods()
    day = float(table.at[2500])
    live = score_as_known(model, table)
    now = score_table(refreshed(model, table.before(day)), table.chosen(table.at == day))
    assert (live.probability[2500], live.revenue[2500]) == (now.probability[0], now.revenue[0])


def test_refreshing_leaves_the_trees_and_learns_of_new_traders(model: Model) -> None:
    table = goods(2000, seed=6)
    table = replace(table, texts={**table.texts, "importer.id": replace_values(table.importer)})
    fresh = refreshed(model, table)
    assert fresh.finding == model.finding
    assert "N007" in fresh.encoder.tables[2].known
    assert "N007" not in model.encoder.tables[2].known


def replace_values(importer: Texts) -> Texts:
    return Texts(importer.codes, tuple(f"N{value[1:]}" for value in importer.values))
