"""Explain how a condition came to its verdict: its tree with the values that were read, and why a value was missing."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from clearlane.model.risk_condition import AllOf, AnyOf, Arithmetic, Between, Compare, Condition, FieldOf, Not, Operand
from clearlane.model.risk_field import Catalogue, Row, Value
from clearlane.model.text import Text
from clearlane.risk.language.evaluate import Lists, Verdict, evaluate, value_of
from clearlane.risk.language.words import in_words

_ALL = Text(en="All of these:", vi="Tất cả các điều kiện sau:")
_ANY = Text(en="At least one of these:", vi="Ít nhất một trong các điều kiện sau:")
_NOT = Text(en="Not this:", vi="Không có điều sau:")
NOT_GIVEN = Text(en="not given", vi="không có giá trị")
NO_RESULT = Text(en="the computation has no result, such as a division by zero", vi="phép tính không có kết quả, như chia cho 0")


class ValueRead(msgspec.Struct, frozen=True):
    """A value that a condition read.

    Attributes:
      field: The field's name.
      words: What the field is.
      value: Its value; None where it is missing.
      cause: Why it is missing; None where it is there.
    """

    field: str
    words: Text
    value: Value
    cause: Text | None = None


class Explained(msgspec.Struct, frozen=True):
    """One part of a condition.

    Attributes:
      depth: How deep it stands, from 0.
      words: What it asks.
      verdict: True, false, or None for unknown.
      values: What was read for it; nothing where it joins others.
      causes: Why it is unknown; nothing where it is not, or where it joins others.
    """

    depth: int
    words: Text
    verdict: Verdict
    values: tuple[ValueRead, ...] = ()
    causes: tuple[Text, ...] = ()


def explain(condition: Condition, row: Row, lists: Lists, catalogue: Catalogue) -> tuple[Explained, ...]:
    """Return every part of a condition with its verdict, each before the parts within it."""
    return tuple(_walked(condition, 0, row, lists, catalogue))


def _walked(condition: Condition, depth: int, row: Row, lists: Lists, catalogue: Catalogue) -> Iterator[Explained]:
    verdict = evaluate(condition, row, lists, catalogue)
    match condition:
        case AllOf(parts) | AnyOf(parts):
            yield Explained(depth, _ALL if isinstance(condition, AllOf) else _ANY, verdict)
        case Not(part) if isinstance(part, AllOf | AnyOf | Not):
            yield Explained(depth, _NOT, verdict)
            parts = (part,)
        case _:
            yield _question(condition, depth, verdict, row, catalogue)
            return
    for one in parts:
        yield from _walked(one, depth + 1, row, lists, catalogue)


def _question(condition: Condition, depth: int, verdict: Verdict, row: Row, catalogue: Catalogue) -> Explained:
    operands = tuple(_operands(condition))
    values = tuple(_read(name, row, catalogue) for name in dict.fromkeys(name for one in operands for name in _fields(one)))
    causes: tuple[Text, ...] = ()
    if verdict is None:
        causes = tuple(one.cause for one in values if one.cause)
        lost = any(
            value_of(one, row, catalogue) is None and all(_read(n, row, catalogue).cause is None for n in _fields(one)) for one in operands
        )
        causes += (NO_RESULT,) if lost else ()
    return Explained(depth, in_words(condition, catalogue), verdict, values, causes)


def _read(name: str, row: Row, catalogue: Catalogue) -> ValueRead:
    field, value = catalogue[name], row[catalogue.place(name)]
    return ValueRead(name, field.words, value, (field.absent or NOT_GIVEN) if value is None else None)


def _operands(condition: Condition) -> Iterator[Operand]:
    match condition:
        case Not(part):
            yield from _operands(part)
        case Compare(_, left, right):
            yield from (left, right)
        case Between(of, low, high):
            yield from (of, low, high)
        case AllOf() | AnyOf():
            return
        case _:
            yield condition.of


def _fields(operand: Operand) -> Iterator[str]:
    """Return the names of the fields an operand reads, from left to right."""
    if isinstance(operand, FieldOf):
        yield operand.name
    elif isinstance(operand, Arithmetic):
        yield from _fields(operand.left)
        yield from _fields(operand.right)
