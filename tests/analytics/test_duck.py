"""What the analytics plug refuses, and how it reads what lies in files."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from clearlane.analytics.duck import AnalyticsMissing, DuckAnalytics, NoData, StatementFailed


def test_no_file_to_ask_is_refused() -> None:
    with DuckAnalytics() as analytics, pytest.raises(NoData):
        analytics.files("items", [])


def test_a_statement_over_what_is_not_there_is_refused() -> None:
    with DuckAnalytics() as analytics, pytest.raises(StatementFailed):
        analytics.rows('select * from "nowhere"')


def test_a_number_in_a_file_that_is_not_finite_is_missing(tmp_path: Path) -> None:
    pl.DataFrame({"value": [1.0, float("nan"), float("inf"), None]}).write_parquet(tmp_path / "one.parquet")
    with DuckAnalytics() as analytics:
        analytics.files("items", [tmp_path / "one.parquet"])
        assert analytics.rows("select value from items") == [(1.0,), (None,), (None,), (None,)]


def test_names_with_quotation_marks_stay_names() -> None:
    with DuckAnalytics() as analytics:
        analytics.columns('odd "table"', {'odd "field"': np.array([1.5, np.nan])})
        assert analytics.rows('select "odd ""field""" from "odd ""table"""') == [(1.5,), (None,)]


def test_without_duckdb_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(AnalyticsMissing, match="pip install"):
        DuckAnalytics()
