"""Random conditions, profiles and rows, with every value at which executions like to differ."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Compare,
    Comparison,
    Condition,
    Contains,
    FieldOf,
    Flag,
    Holds,
    InList,
    Missing,
    Not,
    Number,
    OneOf,
    Operand,
    StartsWith,
    Words,
)
from clearlane.model.risk_field import Catalogue, FieldKind, RiskField, Row, Value
from clearlane.model.risk_profile import RiskAction, RiskProfile
from clearlane.model.text import Text

KINDS: dict[str, FieldKind] = {
    "hs": "text", "origin": "text", "importer.id": "text", "description": "text", "direction": "text", "procedure": "text",
    "office": "text", "value": "number", "net": "number", "unit_price": "number", "importer.count_90d": "number",
    "importer.first_time": "flag", "urgent": "flag",
}  # fmt: skip
CATALOGUE = Catalogue(
    [
        RiskField(name, kind, "declaration" if name == "importer.id" else "item", "declared", Text(name, name))
        for name, kind in KINDS.items()
    ]
)
NUMBERS = (
    0.0, -0.0, 0.1, 0.2, 0.3, 0.1 + 0.2, 1.0, -3.0, 5.0, 100.5, 1e15, 5e-324, 2.2250738585072014e-308, 1e-200, 1e200,
    1e308, -1e308, 1.7976931348623157e308, -1.7976931348623157e308,
)  # fmt: skip
CODES = ("8517130000", "851713", "0101210000", "8471", "85", "9", "", "0")
WORDS = ("CN", "VN", "US", "", "é", "Đà Nẵng", "\uffff", "𝄞", "𝄞a", "z", "a'b", 'a"b', "a\\b", "%", "\U0010ffff", "\ud7ff")
TEXTS = {
    "hs": CODES,
    "procedure": ("4000", "7100", "40", ""),
    "direction": ("import", "export", "transit"),
    "office": ("01", "02", "03"),
}
LISTS = {
    "watch": frozenset(("CN", "8517130000", "𝄞", "é")),
    "empty": frozenset[str](),
    "odd name; --": frozenset(("", "a'b", "VN", "01")),
}
FIRST = date(2026, 1, 1)
Rows = list[tuple[Value, ...]]


def rows(chance: random.Random, count: int) -> Rows:
    """Rows in the catalogue's order, a sixth of all values missing."""
    return [tuple(_value(chance, name) for name in KINDS) for _ in range(count)]


def scope_of(row: Row) -> tuple[str | None, str | None, str | None]:
    """The direction, procedure and office of a row."""
    direction, procedure, office = (row[CATALOGUE.place(name)] for name in ("direction", "procedure", "office"))
    return cast("tuple[str | None, str | None, str | None]", (direction, procedure, office))


def days(chance: random.Random, count: int) -> list[date]:
    """A day for each row."""
    return [FIRST + timedelta(days=chance.randrange(60)) for _ in range(count)]


def profile(chance: random.Random, code: str = "P-1") -> RiskProfile:
    """A profile with a random condition and, for half of them, a scope."""
    since, until = (FIRST + timedelta(days=chance.randrange(60)) for _ in range(2))
    scoped = chance.random() < 0.5
    return RiskProfile(
        code=code,
        title="",
        level=chance.choice(("item", "item", "declaration")),
        condition=condition(chance),
        action=RiskAction("red"),
        directions=("import",) if scoped and chance.random() < 0.5 else (),
        procedures=chance.choice(((), ("40",), ("4000", "71"), ("",))) if scoped else (),
        offices=chance.choice(((), ("01",), ("01", "02"))) if scoped else (),
        since=chance.choice((None, since)) if scoped else None,
        until=chance.choice((None, until)) if scoped else None,
    )


def condition(chance: random.Random, depth: int = 3) -> Condition:
    """A condition of any shape; the outermost is mostly ``and``, as officers write."""
    dice = chance.random()
    if depth and dice < 0.3 + 0.1 * depth:
        parts = tuple(condition(chance, depth - 1) for _ in range(chance.choice((0, 1, 2, 2, 3, 4))))
        return AllOf(parts) if chance.random() < 0.2 + 0.2 * depth else AnyOf(parts)
    if depth and dice < 0.7:
        return Not(condition(chance, depth - 1))
    return chance.choice(_LEAVES)(chance)


def number(chance: random.Random, depth: int = 2) -> Operand:
    """A number: a field, a written one, or arithmetic."""
    dice = chance.random()
    if depth and dice < 0.4:
        return Arithmetic(chance.choice(("+", "-", "*", "/")), number(chance, depth - 1), number(chance, depth - 1))
    return _field(chance, "number") if dice < 0.75 else Number(chance.choice(NUMBERS))


def _value(chance: random.Random, name: str) -> Value:
    if chance.random() < 1 / 6:
        return None
    if KINDS[name] == "number":
        return chance.choice(NUMBERS)
    return chance.random() < 0.5 if KINDS[name] == "flag" else chance.choice(TEXTS.get(name, WORDS))


def _field(chance: random.Random, kind: FieldKind) -> FieldOf:
    return FieldOf(chance.choice([name for name, own in KINDS.items() if own == kind]))


def _text(chance: random.Random) -> Operand:
    return _field(chance, "text") if chance.random() < 0.9 else Words(chance.choice(WORDS))


def _some(chance: random.Random) -> tuple[str, ...]:
    pool = CODES if chance.random() < 0.5 else WORDS
    return tuple(chance.choice(pool) for _ in range(chance.choice((0, 1, 1, 2, 3))))


def _compare(chance: random.Random) -> Condition:
    comparison: Comparison = chance.choice(("<", ">", "<=", ">=", "==", "!="))
    dice = chance.random()
    if dice < 0.6:
        return Compare(comparison, number(chance), number(chance))
    if dice < 0.9:
        pair = (_field(chance, "text"), Words(chance.choice(CODES + WORDS)) if chance.random() < 0.7 else _text(chance))
        left, right = pair if chance.random() < 0.7 else pair[::-1]
        return Compare(comparison, left, right)
    same: Comparison = chance.choice(("==", "!="))
    return Compare(same, _field(chance, "flag"), chance.choice((Flag(True), Flag(False), _field(chance, "flag"))))


def _one_of(chance: random.Random) -> Condition:
    negated = chance.random() < 0.3
    if chance.random() < 0.5:
        return OneOf(number(chance), tuple(Number(chance.choice(NUMBERS)) for _ in range(chance.choice((0, 1, 3)))), negated)
    return OneOf(_text(chance), tuple(Words(one) for one in _some(chance)), negated)


def _missing(chance: random.Random) -> Condition:
    of = chance.choice((number, _text, lambda own: _field(own, "flag")))(chance)
    return Missing(of, chance.random() < 0.5)


_LEAVES: tuple[Callable[[random.Random], Condition], ...] = (
    _compare,
    _compare,
    _compare,
    _one_of,
    _missing,
    lambda chance: Between(number(chance), number(chance), number(chance)),
    lambda chance: Between(_text(chance), _text(chance), _text(chance)),
    lambda chance: StartsWith(_text(chance), _some(chance), chance.random() < 0.3),
    lambda chance: Contains(_text(chance), _some(chance), chance.random() < 0.3),
    lambda chance: InList(_text(chance), chance.choice(list(LISTS)), chance.random() < 0.3),
    lambda chance: Holds(_field(chance, "flag")),
)
