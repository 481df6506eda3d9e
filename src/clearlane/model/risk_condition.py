"""The typed tree of a risk profile's condition: what its text says, and what its form shows. Nothing else gives it meaning.

Logic is Kleene's: a comparison with a missing value is neither true nor false but unknown, and only what is true hits.
A division by zero, and a result beyond binary64, is missing.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Operator = Literal["+", "-", "*", "/"]
Comparison = Literal["<", ">", "<=", ">=", "==", "!="]


class FieldOf(msgspec.Struct, frozen=True, gc=False, tag="field"):
    """The value of a field of the catalogue."""

    name: str


class Number(msgspec.Struct, frozen=True, gc=False, tag="number"):
    """A number as written: ``60%`` has the value 0.6 and keeps its writing."""

    value: float
    written: str = ""


class Words(msgspec.Struct, frozen=True, gc=False, tag="words"):
    """A text in quotation marks, NFC."""

    value: str


class Flag(msgspec.Struct, frozen=True, gc=False, tag="flag"):
    """``true`` or ``false``."""

    value: bool


class Arithmetic(msgspec.Struct, frozen=True, gc=False, tag="arithmetic"):
    """Two numbers added, subtracted, multiplied or divided."""

    operator: Operator
    left: Operand
    right: Operand


Operand = FieldOf | Number | Words | Flag | Arithmetic


class Compare(msgspec.Struct, frozen=True, gc=False, tag="compare"):
    """Two values of one kind compared; texts by their code points."""

    comparison: Comparison
    left: Operand
    right: Operand


class Between(msgspec.Struct, frozen=True, gc=False, tag="between"):
    """A value within two bounds, both included."""

    of: Operand
    low: Operand
    high: Operand


class StartsWith(msgspec.Struct, frozen=True, gc=False, tag="starts-with"):
    """A text that begins, or (``negated``) does not begin, with one of some beginnings."""

    of: Operand
    beginnings: tuple[str, ...]
    negated: bool = False


class Contains(msgspec.Struct, frozen=True, gc=False, tag="contains"):
    """A text within which one of some words stands, or (``negated``) none does; by code points, so fields for it are case-folded."""

    of: Operand
    words: tuple[str, ...]
    negated: bool = False


class OneOf(msgspec.Struct, frozen=True, gc=False, tag="one-of"):
    """A value among some written ones, or not among them."""

    of: Operand
    values: tuple[Number | Words, ...]
    negated: bool = False


class InList(msgspec.Struct, frozen=True, gc=False, tag="in-list"):
    """A text that stands, or does not stand, in a list kept apart."""

    of: Operand
    list: str
    negated: bool = False


class Missing(msgspec.Struct, frozen=True, gc=False, tag="missing"):
    """A value that is missing, or is not. Never unknown."""

    of: Operand
    negated: bool = False


class Holds(msgspec.Struct, frozen=True, gc=False, tag="holds"):
    """A flag by itself."""

    of: FieldOf


class Not(msgspec.Struct, frozen=True, gc=False, tag="not"):
    """What is true where the part is false; unknown where it is unknown."""

    part: Condition


class AllOf(msgspec.Struct, frozen=True, gc=False, tag="all"):
    """True where every part is; false where one is."""

    parts: tuple[Condition, ...]


class AnyOf(msgspec.Struct, frozen=True, gc=False, tag="any"):
    """True where one part is; false where every one is."""

    parts: tuple[Condition, ...]


Condition = Compare | Between | StartsWith | Contains | OneOf | InList | Missing | Holds | Not | AllOf | AnyOf
