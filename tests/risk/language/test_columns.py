"""Goods items as columns: read from files they are the rows they were, and what no row may hold is refused."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.language.columns import TextColumn, UnreadableColumn, columns_of_rows, numbers_of
from clearlane.risk.language.columns_parquet import columns_of_files
from tests.risk.language import at_random
from tests.risk.language.at_random import CATALOGUE, KINDS, LISTS


def written(folder: Path, **columns: object) -> list[Path]:
    pl.DataFrame({"day": [at_random.FIRST], **columns}, strict=False).write_parquet(folder / "2026-01.parquet")
    return [folder / "2026-01.parquet"]


def test_files_by_month_give_the_hits_that_their_rows_give(tmp_path: Path) -> None:
    chance = random.Random(11)
    rows, days = at_random.rows(chance, 150), sorted(at_random.days(chance, 150))
    frame = pl.DataFrame({"day": days} | {name: [row[place] for row in rows] for place, name in enumerate(KINDS)}, strict=False)
    for month in (1, 2, 3):
        frame.filter(pl.col("day").dt.month() == month).write_parquet(tmp_path / f"2026-0{month}.parquet")
    read = ColumnarRun(columns_of_files(sorted(tmp_path.glob("*.parquet")), CATALOGUE, KINDS), CATALOGUE, LISTS)
    made = ColumnarRun(columns_of_rows(rows, days, CATALOGUE), CATALOGUE, LISTS)
    for profile in [at_random.profile(chance) for _ in range(200)]:
        assert read.hits(profile).tolist() == made.hits(profile).tolist()


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_in_a_file_that_is_not_finite_is_refused(tmp_path: Path, number: float) -> None:
    with pytest.raises(UnreadableColumn):
        columns_of_files(written(tmp_path, value=[number]), CATALOGUE, ["value"])


def test_a_field_that_the_files_lack_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableColumn, match="unit_price"):
        columns_of_files(written(tmp_path, value=[1.0]), CATALOGUE, ["unit_price"])


def test_a_number_too_great_is_refused() -> None:
    with pytest.raises(UnreadableColumn):
        numbers_of(np.array([1.0, np.inf]), [False, False])


def test_words_in_any_order_become_a_sorted_dictionary() -> None:
    column = TextColumn.coded(np.array([1, 0, -1, 2]), ["z", "a", "z"])
    assert (column.uniques, column.codes.tolist()) == (["a", "z"], [1, 2, 0, 2])


def test_threads_find_what_one_profile_after_the_other_finds() -> None:
    chance = random.Random(12)
    run = ColumnarRun(columns_of_rows(at_random.rows(chance, 100), at_random.days(chance, 100), CATALOGUE), CATALOGUE, LISTS)
    profiles = [at_random.profile(chance) for _ in range(100)]
    assert [found.tolist() for found in run.hits_of_all(profiles)] == [run.hits(one).tolist() for one in profiles]


def test_no_rows_at_all_are_no_hits() -> None:
    run = ColumnarRun(columns_of_rows([], [], CATALOGUE), CATALOGUE, LISTS)
    assert [len(run.hits(at_random.profile(random.Random(seed)))) for seed in range(50)] == [0] * 50
