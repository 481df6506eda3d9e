"""Texts become numbers by what was known before, and by nothing later."""

from __future__ import annotations

from dataclasses import replace
from math import log1p

import numpy as np

from clearlane.learning.encode import frozen, grouped, key, ordered
from clearlane.learning.past import past_sums
from clearlane.learning.table import TrainingTable
from tests.learning.goods import goods

KEYS = (key("importer.id"), key(("hs", 4), "origin"))


def with_a_shuffled_future(table: TrainingTable, day: float) -> TrainingTable:
    later = np.flatnonzero(table.known >= day)
    found = table.found.copy()
    found[later] = np.random.default_rng(5).permutation(found[later])
    assert (found != table.found).sum() > 100
    return replace(table, found=found)


def test_shuffled_future_labels_change_no_value_of_earlier_goods() -> None:
    table = goods()
    before = table.at <= 120
    values = ordered(table, KEYS, 20.0)[before]
    assert np.array_equal(values, ordered(with_a_shuffled_future(table, 120), KEYS, 20.0)[before])


def test_a_result_counts_from_the_moment_after_it_is_known() -> None:
    group = np.zeros(3, dtype=np.int32)
    at = np.array([1.0, 2.0, 3.0])
    assert past_sums(group, at, group[:1], np.array([2.0]), np.array([1.0])).tolist() == [0.0, 0.0, 1.0]


def test_sums_of_one_group_hold_nothing_of_another() -> None:
    chance = np.random.default_rng(3)
    group, at = chance.integers(0, 9, 500).astype(np.int32), chance.integers(0, 50, 500).astype(float)
    amounts = chance.integers(0, 5, 500).astype(float)
    plain = [amounts[(group == one) & (at < moment)].sum() for one, moment in zip(group, at, strict=True)]
    assert past_sums(group, at, group, at, amounts).tolist() == plain


def test_a_value_never_seen_has_the_rate_of_all_goods() -> None:
    encoder = frozen(goods(), KEYS[:1], 20.0)
    stranger = replace(goods(1), texts={"importer.id": goods(1).importer.__class__.of(["T999"])})
    assert encoder.encoded(stranger).tolist() == [[encoder.prior, 0.0]]


def test_a_rate_leans_on_the_rate_of_all_goods() -> None:
    table = goods()
    encoder = frozen(table, KEYS[:1], 20.0)
    mine = np.array([table.importer.values[code] == "T007" for code in table.importer.codes])
    rate = (table.found[mine].sum() + 20 * encoder.prior) / (mine.sum() + 20)
    assert encoder.tables[0].known["T007"] == (rate, log1p(mine.sum()))


def test_a_key_of_two_fields_is_missing_where_one_is() -> None:
    table = goods(50)
    codes = table.texts["origin"].codes.copy()
    codes[7] = -1
    origin = table.texts["origin"].__class__(codes, table.texts["origin"].values)
    group = grouped(replace(table, texts={**table.texts, "origin": origin}), KEYS[1])
    assert np.flatnonzero(group.codes < 0).tolist() == [7]
