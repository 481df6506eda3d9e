"""A thousand profiles as officers write them, and goods items to hold against them: invented, from a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from math import isnan

import numpy as np

from clearlane.model.risk_condition import AllOf, AnyOf, Arithmetic, Compare, Condition, FieldOf, InList, Number, OneOf, StartsWith, Words
from clearlane.model.risk_field import Catalogue, FieldKind, RiskField, Row
from clearlane.model.risk_profile import RiskAction, RiskProfile
from clearlane.model.text import Text
from clearlane.risk.language.columns import Column, Columns, TextColumn, columns_of

KINDS: dict[str, FieldKind] = {
    "hs": "text", "origin": "text", "importer.id": "text", "unit_price": "number", "net": "number", "gross": "number", "value": "number",
    "importer.hits_90d": "number", "importer.count_90d": "number", "importer.first_time": "flag",
}  # fmt: skip
CATALOGUE = Catalogue([RiskField(name, kind, "item", "declared", Text(name, name)) for name, kind in KINDS.items()])
SEED, IMPORTERS, LISTS = 4, 20_000, 200
_MISSING, _BY_CODE, _BY_IMPORTER = 0.02, 0.72, 0.23
_chance = np.random.default_rng(SEED)
_CHAPTERS, _REST = _chance.integers(1, 98, 6000).tolist(), _chance.integers(0, 10**6, 6000).tolist()
CODES = sorted({f"{chapter:02d}{rest:06d}" for chapter, rest in zip(_CHAPTERS, _REST, strict=True)})
ORIGINS = [f"{first}{second}" for first in "ABCDEFGHKM" for second in "ACEIMRTX"]
NAMES = [f"T{number:05d}" for number in range(IMPORTERS)]


def lists() -> dict[str, frozenset[str]]:
    """Return lists of 20 to 500 importers each."""
    chance = random.Random(SEED)
    return {f"watch{number}": frozenset(chance.sample(NAMES, chance.randint(20, 500))) for number in range(LISTS)}


def profiles(count: int) -> list[RiskProfile]:
    """Return profiles of two to six conditions; most ask for a heading or a list of importers, one in twenty for neither."""
    chance = random.Random(SEED + 1)
    return [RiskProfile(f"P-{number}", "", "item", AllOf(tuple(_conditions(chance))), RiskAction("red")) for number in range(count)]


def _conditions(chance: random.Random) -> Iterator[Condition]:
    count = chance.randint(2, 6)
    dice = chance.random()
    if dice < _BY_CODE:
        length = chance.choice((2, 4, 4, 4, 6, 6, 8))
        yield StartsWith(FieldOf("hs"), tuple({chance.choice(CODES)[:length] for _ in range(chance.randint(1, 3))}))
    elif dice < _BY_CODE + _BY_IMPORTER:
        yield InList(FieldOf("importer.id"), f"watch{chance.randrange(LISTS)}")
    else:
        yield _condition(chance, chance.randrange(6))
    for kind in chance.sample(range(6), count - 1):
        yield _condition(chance, kind)


def _condition(chance: random.Random, kind: int) -> Condition:
    """Return one more condition: origin, trusted importers, price, share of weight, history, or the one or the other."""
    if kind == 0:
        return OneOf(FieldOf("origin"), tuple(Words(one) for one in chance.sample(ORIGINS, chance.randint(1, 5))))
    if kind == 1:
        return InList(FieldOf("importer.id"), f"watch{chance.randrange(LISTS)}", negated=True)
    if kind == 2:
        return Compare("<", FieldOf("unit_price"), Number(round(chance.lognormvariate(2, 1), 2)))
    if kind == 3:
        return Compare("<", Arithmetic("/", FieldOf("net"), FieldOf("gross")), Number(round(chance.uniform(0.5, 0.9), 2)))
    if kind == 4:
        return Compare(">=", FieldOf("importer.hits_90d"), Number(float(chance.randint(1, 4))))
    few = Compare("<", FieldOf("importer.count_90d"), Number(float(chance.randint(1, 9))))
    return AnyOf((few, Compare(">", FieldOf("value"), Number(round(chance.lognormvariate(9, 1), 2)))))


def columns(count: int) -> Columns:
    """Return goods items, some codes and importers far more frequent; two in a hundred numbers and origins are missing, never a code."""
    chance = np.random.default_rng(SEED + 2)
    fields: dict[str, Column] = {
        name: _texts(chance, words, count, missing)
        for name, words, missing in (("hs", CODES, 0.0), ("origin", ORIGINS, _MISSING), ("importer.id", NAMES, _MISSING / 4))
    }
    gross = np.round(chance.lognormal(5, 2, count), 2) + 0.01
    numbers = {
        "unit_price": np.round(chance.lognormal(2.5, 1.2, count), 2),
        "net": np.round(gross * chance.uniform(0.6, 1.0, count), 2),
        "gross": gross,
        "value": np.round(chance.lognormal(8, 1.5, count), 2),
        "importer.hits_90d": chance.poisson(0.4, count).astype(np.float64),
        "importer.count_90d": chance.poisson(12, count).astype(np.float64),
    }
    for name, values in numbers.items():
        values[chance.random(count) < _MISSING] = np.nan
        fields[name] = values
    fields["importer.first_time"] = (chance.random(count) < 0.05).astype(np.int8)
    return columns_of(fields, np.full(count, 20_500))


def _texts(chance: np.random.Generator, words: list[str], count: int, missing: float) -> TextColumn:
    """Return texts of which some are far more frequent than others."""
    places = (len(words) * chance.random(count) ** 2).astype(np.int32)
    shuffled = chance.permutation(len(words))[places].astype(np.int32) + 1
    shuffled[chance.random(count) < missing] = 0
    return TextColumn(shuffled, words)


def rows_of(columns: Columns, places: range) -> list[Row]:
    """Return some rows of columns, in the order they were made in."""
    at = np.argsort(columns.original)[places.start : places.stop]
    by_field = [_values(columns.fields[name], at) for name in KINDS]
    return list(zip(*by_field, strict=True))


def _values(column: Column, at: np.ndarray) -> list[str | float | bool | None]:
    if isinstance(column, TextColumn):
        return [column.uniques[code - 1] if code else None for code in column.codes[at].tolist()]
    if column.dtype == np.int8:
        return [bool(value) for value in column[at].tolist()]
    return [None if isnan(value) else value for value in column[at].tolist()]
