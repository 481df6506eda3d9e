"""A file of declarations is read as it stands, or refused in words."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from clearlane.learning.benchmark.full import evaluate_full
from clearlane.learning.benchmark.inputs import inputs_of
from clearlane.learning.benchmark.selective import evaluate_selective
from clearlane.learning.benchmark.table import Season, read_csv, season
from clearlane.model.refusals import Unavailable, Unreadable
from clearlane.office.risk_benchmark import read_world


@pytest.fixture
def written(columns: Mapping[str, tuple[Any, ...]], tmp_path: Path) -> Path:
    path = tmp_path / "world.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
    return path


def test_a_compressed_file_reads_like_a_plain_one(written: Path, small: Season) -> None:
    packed = written.with_suffix(".gz")
    packed.write_bytes(gzip.compress(written.read_bytes()))
    for path in (written, packed):
        np.testing.assert_array_equal(read_csv(path).value, small.value)


def test_a_parquet_file_reads_like_csv(written: Path, small: Season, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "world.parquet"
    duckdb.execute(f"copy (select * from read_csv('{written}')) to '{path}' (format parquet)")
    read = read_world(path)
    np.testing.assert_array_equal(read.revenue, small.revenue)
    np.testing.assert_array_equal(read.importer, read_csv(written).importer)


def test_declarations_come_in_the_order_of_weeks(columns: Mapping[str, tuple[Any, ...]]) -> None:
    mixed = season({name: column[::-1] for name, column in columns.items()})
    assert (np.diff(mixed.week) >= 0).all()


def test_parties_may_be_named_by_words(columns: Mapping[str, tuple[Any, ...]], small: Season) -> None:
    named = season({**columns, "importer": [f"firm {one}" for one in columns["importer"]]})
    assert len(np.unique(named.importer)) == len(np.unique(small.importer))


def test_a_missing_column_is_named(columns: Mapping[str, tuple[Any, ...]]) -> None:
    with pytest.raises(Unreadable, match='"broker" is missing'):
        season({name: column for name, column in columns.items() if name != "broker"})


def test_a_word_among_numbers_is_refused_with_its_column(columns: Mapping[str, tuple[Any, ...]]) -> None:
    with pytest.raises(Unreadable) as refused:
        season({**columns, "kg": ["much", *columns["kg"][1:]]})
    assert refused.value.fields == {"column": "kg"}


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "nothing.csv").write_text("")
    with pytest.raises(Unreadable):
        read_csv(tmp_path / "nothing.csv")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        read_world(tmp_path / "nowhere.csv")


def test_a_season_of_few_weeks_is_refused_with_how_many_it_needs(columns: Mapping[str, tuple[Any, ...]]) -> None:
    short = [place for place, week in enumerate(columns["week"]) if week < 10]
    few = season({name: [column[place] for place in short] for name, column in columns.items()})
    with pytest.raises(Unreadable, match="needs 13 at least"):
        evaluate_selective(few, inputs_of(few), 0.05, 1)
    with pytest.raises(Unreadable, match="needs 20 at least"):
        evaluate_full(few, inputs_of(few), 0.05, 1)
