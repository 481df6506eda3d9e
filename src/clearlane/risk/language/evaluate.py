"""Hold a condition against one row by walking its tree: slow and plain, the meaning that the other executions must agree with.

Logic is Kleene's. A comparison with a missing value is unknown; a division by zero, or a result beyond binary64, is missing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from operator import eq, ge, gt, le, lt, ne
from typing import Any

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
    Holds,
    InList,
    Missing,
    Not,
    OneOf,
    Operand,
    StartsWith,
)
from clearlane.model.risk_field import Catalogue, Row, Value

Lists = Mapping[str, frozenset[str]]
"""The lists of the day, by name."""
Verdict = bool | None
"""True, false, or unknown; only what is true hits."""
_COMPARED: dict[Comparison, Callable[[Any, Any], bool]] = {"<": lt, ">": gt, "<=": le, ">=": ge, "==": eq, "!=": ne}


def evaluate(condition: Condition, row: Row, lists: Lists, catalogue: Catalogue) -> Verdict:
    """Return whether a condition holds for a row.

    Raises:
      KeyError: A field stands not in the catalogue, or a list not among the lists; reading the text would have refused it.
    """
    match condition:
        case AllOf(parts):
            return both(evaluate(part, row, lists, catalogue) for part in parts)
        case AnyOf(parts):
            return opposite(both(opposite(evaluate(part, row, lists, catalogue)) for part in parts))
        case Not(part):
            return opposite(evaluate(part, row, lists, catalogue))
        case Compare(comparison, left, right):
            return compared(comparison, value_of(left, row, catalogue), value_of(right, row, catalogue))
        case Between(of, low, high):
            value = value_of(of, row, catalogue)
            bounds = (">=", value_of(low, row, catalogue)), ("<=", value_of(high, row, catalogue))
            return both(compared(comparison, value, bound) for comparison, bound in bounds)  # type: ignore[arg-type]
        case _:
            return _asked(condition, value_of(condition.of, row, catalogue), lists)


def _asked(
    condition: StartsWith | Contains | OneOf | InList | Missing | Holds, value: Value, lists: Mapping[str, frozenset[str]]
) -> Verdict:
    """Return the answer to a question about one value."""
    if isinstance(condition, Missing):
        return (value is None) is not condition.negated
    if value is None:
        return None
    if isinstance(condition, Holds):
        return value is True
    if isinstance(condition, InList):
        found = value in lists[condition.list]
    elif isinstance(condition, OneOf):
        found = any(value == one.value for one in condition.values)
    elif isinstance(condition, StartsWith):
        found = str(value).startswith(condition.beginnings)
    else:
        found = any(one in str(value) for one in condition.words)
    return found is not condition.negated


def value_of(operand: Operand, row: Row, catalogue: Catalogue) -> Value:
    """Return the value of an operand for a row; None where it is missing."""
    if isinstance(operand, FieldOf):
        return row[catalogue.place(operand.name)]
    if not isinstance(operand, Arithmetic):
        return operand.value
    left, right = value_of(operand.left, row, catalogue), value_of(operand.right, row, catalogue)
    if left is None or right is None:
        return None
    return computed(operand.operator, float(left), float(right))


def computed(operator: str, left: float, right: float) -> float | None:
    """Return two numbers added, subtracted, multiplied or divided; None where the result is no finite number.

    >>> computed("/", 1.0, 0.0) is None
    True
    """
    if operator == "/":
        result = left / right if right else math.inf
    elif operator == "*":
        result = left * right
    else:
        result = left + right if operator == "+" else left - right
    return result if math.isfinite(result) else None


def compared(comparison: Comparison, left: Value, right: Value) -> Verdict:
    """Return whether two values stand so to each other; unknown where one is missing."""
    return None if left is None or right is None else _COMPARED[comparison](left, right)


def both(verdicts: Iterable[Verdict]) -> Verdict:
    """Return false where one is false, else unknown where one is unknown, else true.

    >>> both([None, False]), both([None, True]), both([True, True])
    (False, None, True)
    """
    seen = set(verdicts)
    return False if False in seen else None if None in seen else True


def opposite(verdict: Verdict) -> Verdict:
    """Return the opposite; of what is unknown, unknown."""
    return None if verdict is None else not verdict
