"""A thousand profiles on one goods item, and on ten million: beside zen-engine, a plain loop, and DuckDB, with the very same hits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from statistics import fmean, median, quantiles
from typing import TYPE_CHECKING, Any

import numpy as np

from bench import risk_profiles
from bench.figure import Figure
from bench.risk_profiles import CATALOGUE, KINDS
from bench.risk_zen import zen_words
from clearlane.analytics.duck import DuckAnalytics
from clearlane.model.risk_field import Row
from clearlane.risk.language.closures import compile_all
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.language.rule_set import RuleSet
from clearlane.risk.language.sql import profile_sql
from clearlane.risk.language.sql_words import list_table

if TYPE_CHECKING:
    from clearlane.model.risk_profile import RiskProfile
    from clearlane.risk.language.columns import Column, Places

PROFILES, ITEMS, LIVE, FEW = 1_000, 10_000_000, 20_000, 200
IN_DUCKDB, ASKED_OF_DUCKDB = 1_000_000, 50
DAY = date(2026, 2, 16)


def figures() -> Iterator[Figure]:
    """Yield how long a thousand profiles take on one item, and how long a new set takes to stand."""
    profiles, lists = risk_profiles.profiles(PROFILES), risk_profiles.lists()
    rows = risk_profiles.rows_of(risk_profiles.columns(LIVE), range(LIVE))
    whole = [row for row in rows if None not in row][:FEW]
    closures = compile_all([one.condition for one in profiles], CATALOGUE, lists)
    rules = RuleSet(profiles, CATALOGUE, lists)
    taken = sorted(_microseconds(lambda row: rules.hits(row, DAY, None, None, None), rows))
    few = median(_microseconds(lambda row: rules.hits(row, DAY, None, None, None), whole))
    loop = _microseconds(lambda row: [place for place, closure in enumerate(closures) if closure(row)], rows[:1_000])
    yield Figure("1,000 profiles on one item, median", median(taken), "µs", "a plain loop of their functions", median(loop), "20")
    yield Figure(
        "1,000 profiles on one item, 99th percentile", quantiles(taken, n=100)[98], "µs", "the same loop", quantiles(loop, n=100)[98], "100"
    )
    begun = time.perf_counter()
    asked = _zen(profiles, lists)
    zen_built = time.perf_counter() - begun
    zen = median(_microseconds(asked, whole))
    yield Figure("1,000 profiles on one item, nothing missing", few, "µs", "zen-engine, one array of expressions", zen, "20")
    built = [_seconds(lambda: RuleSet(profiles, CATALOGUE, lists)) for _ in range(5)]
    yield Figure("a new set of 1,000 profiles", min(built) * 1e3, "ms", "zen-engine reading its own", zen_built * 1e3, "300")


def backtest_figures() -> Iterator[Figure]:
    """Yield how long a thousand profiles take over ten million items, once the columns stand and were asked before."""
    profiles, lists = risk_profiles.profiles(PROFILES), risk_profiles.lists()
    columns = risk_profiles.columns(ITEMS)
    run, rules = ColumnarRun(columns, CATALOGUE, lists), RuleSet(profiles, CATALOGUE, lists)
    hits = run.hits_of_all(profiles)
    taken = min(_seconds(lambda: run.hits_of_all(profiles)) for _ in range(2))
    live: list[list[int]] = []
    rows = risk_profiles.rows_of(columns, range(LIVE))
    each = _microseconds(lambda row: live.append(rules.hits(row, DAY, None, None, None)), rows)
    _same([place[place < LIVE] for place in hits], live)
    yield Figure(
        "10 M items x 1,000 profiles, the live path's hits", taken, "s", "the live path, from 20,000 items", fmean(each) * ITEMS / 1e6, "10"
    )
    yield _beside_duckdb(profiles[:ASKED_OF_DUCKDB], lists)


def _beside_duckdb(profiles: Sequence[RiskProfile], lists: dict[str, frozenset[str]]) -> Figure:
    columns = risk_profiles.columns(IN_DUCKDB)
    run = ColumnarRun(columns, CATALOGUE, lists)
    hits = run.hits_of_all(profiles)
    statements = [profile_sql(one, CATALOGUE, "items") for one in profiles]
    with DuckAnalytics(threads=2) as analytics:
        analytics.columns("items", {"position": columns.original, **{name: _plain(columns.fields[name]) for name in KINDS}})
        for name, values in lists.items():
            analytics.listed(list_table(name), values)
        begun = time.perf_counter()
        found = [[place for (place,) in analytics.rows(statement)] for statement in statements]
        reference = time.perf_counter() - begun
    if found != [places.tolist() for places in hits]:
        raise AssertionError("SQL and columns differ in their hits.")
    taken = min(_seconds(lambda: run.hits_of_all(profiles)) for _ in range(3))
    return Figure("1 M items x 50 profiles", taken * 1e3, "ms", "DuckDB, a statement each, items in order of their code", reference * 1e3)


def _plain(column: Column) -> np.ndarray[Any, Any]:
    """Return a column as DuckDB reads it."""
    if isinstance(column, np.ndarray):
        return column.astype(bool) if column.dtype == np.int8 else column
    return np.array([None, *column.uniques], object)[column.codes]


def _same(hits: Sequence[Places], live: Sequence[Sequence[int]]) -> None:
    expected: list[list[int]] = [[] for _ in hits]
    for row, found in enumerate(live):
        for position in found:
            expected[position].append(row)
    if expected != [places.tolist() for places in hits]:
        raise AssertionError("Columns and the live path differ in their hits.")


def _zen(profiles: Sequence[RiskProfile], lists: dict[str, frozenset[str]]) -> Callable[[Row], object]:
    """Return the profiles as one array of ZEN's expressions, to be held against a row."""
    import zen  # noqa: PLC0415 - for comparison only

    expression = zen.compile_expression("[" + ", ".join(zen_words(one.condition, lists) for one in profiles) + "]")
    names = [name.replace(".", "_") for name in KINDS]
    return lambda row: expression.evaluate(dict(zip(names, row, strict=True)))


def _microseconds(work: Callable[[Row], object], rows: Sequence[Row]) -> list[float]:
    return [_seconds(lambda row=row: work(row)) * 1e6 for row in rows]  # type: ignore[misc]


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
