"""A condition over columns: where it is true, and where it is false, each asked by itself. What is neither is unknown.

Asked so, Kleene's logic needs no third value: a conjunction is true where every part is, false where one is, and a comparison with a
missing number, kept as NaN, is neither. Duplicate questions of one column's texts are answered once for all profiles.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import eq, ge, gt, le, lt
from typing import Any

import numpy as np

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
from clearlane.model.risk_field import Catalogue
from clearlane.risk.language.columnar_texts import Texts
from clearlane.risk.language.columns import NO_FLAG, Columns, Mask, Selection
from clearlane.risk.language.evaluate import Lists, evaluate

_OPPOSITE: dict[Comparison, Comparison] = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}
_COMPARED: dict[Comparison, Callable[[Any, Any], Any]] = {"<": lt, ">": gt, "<=": le, ">=": ge, "==": eq}


def size_of(rows: Selection) -> int:
    """Return how many rows are looked at."""
    return rows.stop - rows.start if isinstance(rows, slice) else len(rows)


class Columnar:
    """Conditions held against columns.

    Args:
      columns: The goods items.
      catalogue: The fields.
      lists: The values of each list.
    """

    def __init__(self, columns: Columns, catalogue: Catalogue, lists: Lists) -> None:
        self.columns, self._catalogue, self._lists = columns, catalogue, lists
        self.texts = Texts(columns, lists)

    def where(self, condition: Condition, wanted: bool, rows: Selection) -> Mask:
        """Say for each row looked at whether the condition is true (``wanted``), or whether it is false (not ``wanted``)."""
        match condition:
            case Not(part):
                return self.where(part, not wanted, rows)
            case AllOf(parts):
                return self._every(parts, wanted, rows) if wanted else self._some(parts, wanted, rows)
            case AnyOf(parts):
                return self._some(parts, wanted, rows) if wanted else self._every(parts, wanted, rows)
            case Between(of, low, high):
                return self.where(AllOf((Compare(">=", of, low), Compare("<=", of, high))), wanted, rows)
            case Missing(of, negated):
                return self._where_missing(of, wanted is not negated, rows)
            case Holds(of):
                return np.asarray(self.columns.number(of.name)[rows] == int(wanted))
            case Compare():
                return self._compared(condition, wanted, rows)
            case _:
                return self._asked(condition, wanted, rows)

    def _every(self, parts: tuple[Condition, ...], wanted: bool, rows: Selection) -> Mask:
        found = np.ones(size_of(rows), bool)
        for part in parts:
            found &= self.where(part, wanted, rows)
        return found

    def _some(self, parts: tuple[Condition, ...], wanted: bool, rows: Selection) -> Mask:
        found = np.zeros(size_of(rows), bool)
        for part in parts:
            found |= self.where(part, wanted, rows)
        return found

    def _asked(self, condition: StartsWith | Contains | OneOf | InList, wanted: bool, rows: Selection) -> Mask:
        """Answer a question about one value by a table of its texts, or by comparing a number."""
        positive = wanted is not condition.negated
        if isinstance(condition.of, Words):
            return self._constant(condition, wanted, rows)
        if self._is_text(condition.of):
            assert isinstance(condition.of, FieldOf)  # noqa: S101 - the only other text
            return self.texts.rows_where(condition, condition.of.name, positive, rows)
        assert isinstance(condition, OneOf)  # noqa: S101 - the only question of a number
        same = tuple(Compare("==", condition.of, value) for value in condition.values)
        if not same:
            return np.zeros(size_of(rows), bool) if positive else self._where_missing(condition.of, False, rows)
        return self.where(AnyOf(same), positive, rows)

    def _compared(self, condition: Compare, wanted: bool, rows: Selection) -> Mask:
        comparison = condition.comparison if wanted else _OPPOSITE[condition.comparison]
        if self._is_text(condition.left):
            if isinstance(condition.left, Words) and isinstance(condition.right, Words):
                return self._constant(condition, wanted, rows)
            return self.texts.rows_compared(comparison, condition.left, condition.right, rows)
        left, right = self._numbers(condition.left, rows), self._numbers(condition.right, rows)
        if comparison == "!=":
            return np.broadcast_to((left < right) | (left > right), size_of(rows))
        return np.broadcast_to(np.asarray(_COMPARED[comparison](left, right)), size_of(rows))

    def _constant(self, condition: Condition, wanted: bool, rows: Selection) -> Mask:
        """Answer a condition that asks of no field."""
        return np.full(size_of(rows), evaluate(condition, (), self._lists, self._catalogue) is wanted)

    def _where_missing(self, of: Operand, missing: bool, rows: Selection) -> Mask:
        if isinstance(of, Words):
            return np.full(size_of(rows), not missing)
        if isinstance(of, FieldOf) and self._is_text(of):
            return np.asarray((self.columns.text(of.name).codes[rows] == 0) == missing)
        return np.broadcast_to(np.isnan(self._numbers(of, rows)) == missing, size_of(rows))

    def _is_text(self, of: Operand) -> bool:
        return isinstance(of, Words) or (isinstance(of, FieldOf) and self._catalogue[of.name].kind == "text")

    def _numbers(self, of: Operand, rows: Selection) -> Any:
        """Return the numbers an operand has, NaN where it is missing; flags as 1 and 0."""
        match of:
            case Number(value) | Flag(value):
                return np.float64(value)
            case FieldOf(name):
                column = self.columns.number(name)[rows]
                return column if column.dtype == np.float64 else np.where(column == NO_FLAG, np.nan, column.astype(np.float64))
            case Arithmetic(operator, left, right):
                return _computed(operator, self._numbers(left, rows), self._numbers(right, rows))
        raise TypeError(of)


def _computed(operator: str, left: Any, right: Any) -> Any:
    """Return numbers added, subtracted, multiplied or divided; NaN where the result is missing, or no finite number."""
    with np.errstate(all="ignore"):
        if operator == "/":
            result = left / right
        elif operator == "*":
            result = left * right
        else:
            result = left + right if operator == "+" else left - right
    if np.ndim(result):
        result[np.isinf(result)] = np.nan
        return result
    return result if np.isfinite(result) else np.float64(np.nan)
