"""What must be so for a condition to be true: the few values a field may have, proven from the tree. The index is built of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Compare,
    Condition,
    FieldOf,
    Flag,
    Holds,
    InList,
    Not,
    OneOf,
    Operand,
    StartsWith,
    Words,
)
from clearlane.risk.language.evaluate import Lists


class Key(msgspec.Struct, frozen=True):
    """A condition is false wherever this field is present and has none of these values, or beginnings.

    Attributes:
      field: The field.
      values: The values it must have one of, or where ``begins``, must begin with one of.
      begins: Whether the values are beginnings.
    """

    field: str
    values: frozenset[str | bool]
    begins: bool = False


def keys_of(condition: Condition, lists: Lists) -> list[Key]:
    """Return what the condition cannot be true without; empty where nothing is proven."""
    match condition:
        case AllOf(parts):
            return [key for part in parts for key in keys_of(part, lists)]
        case AnyOf(parts):
            return _common([keys_of(part, lists) for part in parts])
        case StartsWith(FieldOf(name), beginnings, False):
            return [Key(name, frozenset(beginnings), begins=True)]
        case _:
            values = _values_of(condition, lists)
            return [] if values is None else [Key(*values)]


def _values_of(condition: Condition, lists: Lists) -> tuple[str, frozenset[str | bool]] | None:
    """Return the field that must have one of some values, and these; None where nothing is proven."""
    match condition:
        case OneOf(FieldOf(name), values, False) if all(isinstance(one, Words) for one in values):
            return name, frozenset(one.value for one in values if isinstance(one, Words))
        case InList(FieldOf(name), kept, False):
            return name, frozenset(lists[kept])
        case Compare("==", FieldOf(name), Words(value) | Flag(value)) | Compare("==", Words(value) | Flag(value), FieldOf(name)):
            return name, frozenset((value,))
        case Holds(FieldOf(name)):
            return name, frozenset((True,))
        case Not(Holds(FieldOf(name))):
            return name, frozenset((False,))
        case _:
            return None


def _common(alternatives: list[list[Key]]) -> list[Key]:
    """Return what every alternative needs, with the values of all."""
    if not alternatives:
        return []
    first, *rest = ({(key.field, key.begins): key.values for key in reversed(keys)} for keys in alternatives)
    shared = [which for which in first if all(which in other for other in rest)]
    return [Key(name, first[name, begins].union(*(other[name, begins] for other in rest)), begins) for name, begins in shared]


def fields_of(condition: Condition) -> frozenset[str]:
    """Return the names of the fields a condition asks of."""
    return frozenset(_fields(condition))


def _fields(node: Condition | Operand) -> Iterator[str]:
    match node:
        case FieldOf(name):
            yield name
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _fields(part)
        case Not(part):
            yield from _fields(part)
        case Compare(_, left, right) | Arithmetic(_, left, right):
            yield from (*_fields(left), *_fields(right))
        case Between(of, low, high):
            yield from (*_fields(of), *_fields(low), *_fields(high))
        case _ if hasattr(node, "of"):
            yield from _fields(node.of)
        case _:
            return
