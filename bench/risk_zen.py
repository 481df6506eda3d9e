"""The conditions of the invented profiles in the words of zen-engine, to be measured beside it; nothing else uses them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from clearlane.model.risk_condition import AllOf, AnyOf, Arithmetic, Compare, Condition, FieldOf, InList, Number, OneOf, Operand, StartsWith


def zen_words(condition: Condition, lists: Mapping[str, frozenset[str]]) -> str:
    """Return a condition as an expression of ZEN, lists written out."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            word = " and " if isinstance(condition, AllOf) else " or "
            return "(" + word.join(zen_words(part, lists) for part in parts) + ")"
        case StartsWith(of, beginnings):
            return "(" + " or ".join(f"startsWith({_operand(of)}, {json.dumps(one)})" for one in beginnings) + ")"
        case OneOf(of, values):
            return _among(of, (str(one.value) for one in values))
        case InList(of, kept, negated):
            return f"not({_among(of, lists[kept])})" if negated else _among(of, lists[kept])
        case Compare(comparison, left, right):
            return f"({_operand(left)} {comparison} {_operand(right)})"
        case _:
            raise TypeError(condition)


def _among(of: Operand, values: Iterable[str]) -> str:
    return f"({_operand(of)} in {json.dumps(sorted(values))})"


def _operand(of: Operand) -> str:
    match of:
        case FieldOf(name):
            return name.replace(".", "_")
        case Number(value):
            return repr(value)
        case Arithmetic(operator, left, right):
            return f"({_operand(left)} {operator} {_operand(right)})"
        case _:
            raise TypeError(of)
