"""A compiled condition, run by DuckDB, must answer what its plain reading answers, on every edge value."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from clearlane.analytics.duck import DuckAnalytics
from clearlane.model.risk_condition import AllOf, Arithmetic, Compare, FieldOf, Number, Operand, Operator
from clearlane.model.risk_field import Row
from clearlane.risk.language.closures import compile_all
from clearlane.risk.language.index import in_scope
from clearlane.risk.language.limits import DEEPEST
from clearlane.risk.language.sql import profile_sql, to_sql
from clearlane.risk.language.sql_words import list_table
from tests.risk.language import at_random
from tests.risk.language.at_random import CATALOGUE, KINDS, LISTS

CHANCE = random.Random(7)
ROWS, DAYS = at_random.rows(CHANCE, 200), at_random.days(CHANCE, 200)


def table_of(rows: list[Row], days: list[date]) -> dict[str, Any]:
    columns: dict[str, Any] = {"position": np.arange(len(rows)), "day": np.array(days, "datetime64[s]")}
    for place, (name, kind) in enumerate(KINDS.items()):
        values = [row[place] for row in rows]
        columns[name] = np.array(values, np.float64 if kind == "number" else object)
    return columns


@pytest.fixture(scope="module")
def duck() -> DuckAnalytics:
    analytics = DuckAnalytics()
    analytics.columns("items", table_of(list(ROWS), DAYS))
    for name, values in LISTS.items():
        analytics.listed(list_table(name), values)
    return analytics


@pytest.mark.parametrize("seed", range(4))
def test_sql_answers_what_a_function_answers(duck: DuckAnalytics, seed: int) -> None:
    chance = random.Random(seed)
    conditions = [at_random.condition(chance) for _ in range(250)]
    for condition, closure in zip(conditions, compile_all(conditions, CATALOGUE, LISTS), strict=True):
        statement = f'select {to_sql(condition, CATALOGUE)} from items order by "position"'
        assert [answer for (answer,) in duck.rows(statement)] == [closure(row) for row in ROWS], condition


def test_a_profile_in_sql_hits_the_same_rows_in_scope(duck: DuckAnalytics) -> None:
    for profile in [at_random.profile(CHANCE) for _ in range(250)]:
        assert [place for (place,) in duck.rows(profile_sql(profile, CATALOGUE, "items"))] == hits(profile), profile


@pytest.mark.parametrize("operator", ["+", "-", "*", "/"])
def test_arithmetic_as_deep_as_may_be_runs(duck: DuckAnalytics, operator: Operator) -> None:
    operand: Operand = FieldOf("net")
    for _ in range(DEEPEST):
        operand = Arithmetic(operator, FieldOf("value"), operand)
    condition = AllOf((Compare(">", operand, Number(0.5)),) * 20)
    (closure,) = compile_all([condition], CATALOGUE, LISTS)
    statement = f'select {to_sql(condition, CATALOGUE)} from items order by "position"'
    assert [answer for (answer,) in duck.rows(statement)] == [closure(row) for row in ROWS]


def hits(profile: Any) -> list[int]:
    (closure,) = compile_all([profile.condition], CATALOGUE, LISTS)
    held = zip(ROWS, DAYS, strict=True)
    return [place for place, (row, day) in enumerate(held) if in_scope(profile, day, *at_random.scope_of(row)) and closure(row)]


def test_profiles_run_over_parquet_files_as_over_columns(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {"position": range(200), "day": DAYS} | {name: [row[place] for row in ROWS] for place, name in enumerate(KINDS)}, strict=False
    )
    for month in (1, 2):
        frame.filter(pl.col("day").dt.month() == month).write_parquet(tmp_path / f"2026-0{month}.parquet")
    with DuckAnalytics() as analytics:
        analytics.files("items", sorted(tmp_path.glob("*.parquet")))
        for name, values in LISTS.items():
            analytics.listed(list_table(name), values)
        for profile in [at_random.profile(CHANCE) for _ in range(60)]:
            assert [place for (place,) in analytics.rows(profile_sql(profile, CATALOGUE, "items"))] == hits(profile), profile
