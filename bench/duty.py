"""A million lines of three taxes on one another, exact to the cent; beside bare NumPy, Polars with a join, and Decimal row by row."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from bench.figure import Figure
from clearlane.assessment.columnar import assess_lines, plan_for
from clearlane.assessment.columnar_facts import FACTS, goods_at, lines_of
from clearlane.assessment.columnar_lines import Coded, Figures, Lines
from clearlane.assessment.columnar_round import Whole
from clearlane.model.duty import percentage
from clearlane.model.measure import Area, Measure, MeasureType
from clearlane.model.money import Rounding
from clearlane.model.nomenclature import TariffLine
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff, TariffContent, TariffHeader
from clearlane.model.tax import VALUE, Claim, Tax
from clearlane.model.text import Text
from clearlane.office.wiring import profile_named

NUMBER = 1_000_000
FEW = 20_000
CODES, ORIGINS, DAYS = 5_000, 60, 28
TARGET = "5 M lines/s, or 0.25"
_WORDS = Text(en="Tax", vi="Thuế")
_CENT = Rounding("half-up", 2)


class Case(NamedTuple):
    """Lines with the law, and the rates that everyone else is given ready: by code and claim, in hundredths of a per cent."""

    lines: Lines
    profile: Profile
    duty: Any
    excise: Any
    vat: Any


def figures() -> Iterator[Figure]:
    """Yield lines a second, the columns being there already; and what making them costs."""
    case = _case()
    unit, plan = "M lines/s", plan_for(case.lines, case.profile)
    start = time.perf_counter()
    found = assess_lines(case.lines, case.profile, plan)
    first = _speed(time.perf_counter() - start)
    sums = [int(column.sum()) for column in found.amounts]
    bare, joined, rows = _bare(case, sums), _joined(case, sums), _row_by_row(case, found.amounts)
    one = _best(lambda: assess_lines(case.lines, case.profile, plan))
    cores = os.cpu_count() or 1
    many = _best(lambda: assess_lines(case.lines, case.profile, plan, threads=cores))
    yield Figure("1 M lines, three taxes, one thread", one, unit, "bare int64 NumPy, rates given", bare, TARGET)
    yield Figure(f"the same, {cores} threads", many, unit, "likewise, one thread", bare, TARGET)
    yield Figure("the same, one thread", one, unit, f"Polars with a join, {cores} threads", joined)
    yield Figure("the same, one thread", one, unit, "Decimal row by row", rows)
    yield Figure("the first time, the law asked for each combination", first, unit, "once it is known", one)
    yield Figure("making columns of goods", _encoding(case), unit, "computing them", one)


def _case() -> Case:
    """Return random lines under a law of an import duty with a preference, an excise and a value added tax."""
    chance = np.random.default_rng(7)
    tables = [chance.integers(0, 2500, CODES), chance.integers(0, 6000, CODES), chance.choice([500, 2000], CODES)]
    codes = tuple(f"{10_000_000 + place * 17}" for place in range(CODES))
    measures = [
        Measure(f"{series}{place}", code, series, percentage(Decimal(int(rates[place])).scaleb(-2)))
        for series, rates in zip(("third-country", "excise", "vat"), tables, strict=True)
        for place, code in enumerate(codes)
    ]
    half = percentage(Decimal("1.5"))
    measures += [Measure(f"preference{place}", code, "preference", half, area="2000") for place, code in enumerate(codes)]
    origins = tuple(f"{chr(65 + place // 26)}{chr(65 + place % 26)}" for place in range(ORIGINS))
    profile = _law(codes, measures, origins[: ORIGINS // 2])
    which, where = chance.integers(0, CODES, NUMBER, dtype=np.int32), chance.integers(0, ORIGINS, NUMBER, dtype=np.int32)
    claimed = ((where < ORIGINS // 2) & (chance.random(NUMBER) < 0.5)).astype(np.int32)
    days = tuple(date(2026, 11, 1) + timedelta(day) for day in range(DAYS))
    varied = {
        "code": Coded(which, codes),
        "origin": Coded(where, origins),
        "claims": Coded(claimed, ((), (("", "300"),))),
        "day": Coded(chance.integers(0, DAYS, NUMBER, dtype=np.int32), days),
    }
    same = {"procedure": "4000", "preferential_origin": "", "mode": "1", "valued": True}
    nothing = np.zeros(NUMBER, dtype=np.int32)
    facts = {name: varied.get(name) or Coded(nothing, (same.get(name, ()),)) for name in FACTS}
    duty = np.where(claimed == 1, 150, tables[0][which])
    return Case(Lines(facts, Figures(chance.integers(100, 10**9, NUMBER), 2)), profile, duty, tables[1][which], tables[2][which])


def _law(codes: tuple[str, ...], measures: list[Measure], members: tuple[str, ...]) -> Profile:
    types = tuple(MeasureType(series, series, _WORDS) for series in ("third-country", "preference", "excise", "vat"))
    lines = tuple(TariffLine(place, code, 8) for place, code in enumerate(codes))
    header = TariffHeader("XX", "1", "A tariff to measure with")
    tariff = Tariff(TariffContent(header, lines, tuple(measures), types, (Area("2000", _WORDS, members),)))
    duty = Tax("A00", _WORDS, (VALUE,), None, _CENT, frozenset(), "Act", series=("third-country",))
    excise = Tax("C00", _WORDS, (VALUE, "A00"), None, _CENT, frozenset(), "Act", series=("excise",))
    vat = Tax("B00", _WORDS, (VALUE, "A00", "C00"), None, _CENT, frozenset(), "Act", series=("vat",))
    claims = {"300": Claim("300", _WORDS, ("preference",))}
    taxes = (duty, excise, vat)
    return replace(profile_named("xa"), currency="GBP", taxes=taxes, tariff=tariff, claims=claims, default_claim="", reliefs=())


def _bare(case: Case, sums: list[int]) -> float:
    """Measure the arithmetic alone, as one would write it by hand."""
    value = case.lines.value.units

    def work() -> list[Whole]:
        duty = (value * case.duty + 5000) // 10_000
        excise = ((value + duty) * case.excise + 5000) // 10_000
        vat = ((value + duty + excise) * case.vat + 5000) // 10_000
        return [duty, excise, vat]

    _same([int(column.sum()) for column in work()], sums)
    return _best(work)


def _joined(case: Case, sums: list[int]) -> float:
    """Measure Polars, the rates joined by code and claim."""
    facts = case.lines.facts
    lines = pl.DataFrame({"code": facts["code"].codes, "claim": facts["claims"].codes, "value": case.lines.value.units})
    given = pl.DataFrame({"code": facts["code"].codes, "claim": facts["claims"].codes, "p": case.duty, "q": case.excise, "r": case.vat})
    rates = given.unique(["code", "claim"])

    def taxed(base: pl.Expr, rate: str) -> pl.Expr:
        return (base * pl.col(rate) + 5000) // 10_000

    def work() -> pl.DataFrame:
        value = pl.col("value")
        query = lines.lazy().join(rates.lazy(), on=["code", "claim"], how="left").with_columns(duty=taxed(value, "p"))
        query = query.with_columns(excise=taxed(value + pl.col("duty"), "q"))
        query = query.with_columns(vat=taxed(value + pl.col("duty") + pl.col("excise"), "r"))
        return query.select("duty", "excise", "vat").collect()

    _same([int(column.sum()) for column in work()], sums)
    return _best(work)


def _row_by_row(case: Case, wanted: list[Any]) -> float:
    """Measure a plain loop in Decimal over the first lines."""
    value: list[Decimal] = [Decimal(one).scaleb(-2) for one in case.lines.value.units[:FEW].tolist()]
    rates = [[Decimal(one).scaleb(-2) for one in column[:FEW].tolist()] for column in (case.duty, case.excise, case.vat)]
    sums = [Decimal(0)] * 3
    start = time.perf_counter()
    for worth, *own in zip(value, *rates, strict=True):
        base = worth
        for place, rate in enumerate(own):
            amount = _CENT.of(base * rate / 100)
            sums[place] += amount
            base += amount
    spent = time.perf_counter() - start
    _same([int(one * 100) for one in sums], [int(column[:FEW].sum()) for column in wanted])
    return FEW / spent / 1e6


def _encoding(case: Case) -> float:
    columns = [case.lines.facts[name] for name in FACTS]
    goods = [goods_at(case.lines, columns, row, 1) for row in range(FEW)]
    start = time.perf_counter()
    lines_of(goods, [date(2026, 11, 1)] * FEW)
    return FEW / (time.perf_counter() - start) / 1e6


def _same(found: list[int], wanted: list[int]) -> None:
    if found != wanted:
        raise AssertionError(f"The sums differ: {found} and {wanted}.")


def _speed(spent: float) -> float:
    return NUMBER / spent / 1e6


def _best(work: Callable[[], object], rounds: int = 7) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return _speed(best)
