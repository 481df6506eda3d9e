"""One walk over a declaration that notices every fault of structure and format."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from clearlane.lodgement.rules.positions import (
    AMOUNT,
    ELSEWHERE,
    GROUP,
    GROUPS,
    MATCHED,
    MOMENT,
    MOMENT_102,
    MOMENT_304,
    QUANTITY,
    UNPLACED,
    WORDS,
    Position,
    position,
    written,
)
from clearlane.model.declaration import Declaration
from clearlane.model.group import Group
from clearlane.model.structure import Place
from clearlane.model.values import DateTime, Quantity

CURRENCY = re.compile(r"[A-Z]{3}")
UNIT = re.compile(r"[A-Z0-9]{2,3}(?:#[A-Z0-9]+)?")
_SHORT_NAMES = frozenset({"ID", "Name", "TypeCode", "CountryCode", "ModeCode", "SequenceNumeric", "QuantityQuantity", "Line"})
_102, _304 = MOMENT_102.fullmatch, MOMENT_304.fullmatch


class Notice(NamedTuple):
    """Something seen on the walk that may be a fault.

    Attributes:
      here: The position of the class it was seen in.
      at: Which occurrence of each class on the way, 0 where there is only one.
      kind: The kind of test that was not passed.
      place: The attribute or class; None for what has no place.
      value: What was there; None where something is missing.
      group: The class itself.
    """

    here: Position
    at: tuple[int, ...]
    kind: int
    place: Place | None
    value: Any
    group: Group

    @property
    def path(self) -> str:
        """The place in plain element names below ``/Declaration``."""
        above = written(self.here.names, self.at)
        return f"{above}/{self.place.name}" if self.place and above else self.place.name if self.place else above

    @property
    def label(self) -> str:
        """What to call the attribute in a sentence: with its class where its name alone says little."""
        name = self.place.name if self.place else ""
        return f"{self.here.names[-1]}/{name}" if name in _SHORT_NAMES and self.here.names else name


def walk(declaration: Declaration) -> list[Notice]:
    """Return whatever is out of the ordinary, in the order of the schema; for most declarations nothing."""
    seen: list[Notice] = []
    _walk(declaration, position(), (), seen)
    return seen


def _walk(group: Group, here: Position, at: tuple[int, ...], seen: list[Notice]) -> None:
    values = here.values(group)
    for value, (kind, test, below) in zip(values, here.rows, strict=True):
        if value is None or value == ():
            continue
        if kind == GROUP:
            _walk(value, below, (*at, 0), seen)
        elif kind == GROUPS:
            for count, one in enumerate(value, 1):
                _walk(one, below, (*at, count), seen)
            if len(value) > test:
                seen.append(Notice(below, (*at, test + 1), kind, None, len(value), group))
        elif not _USUAL[kind](value, test):
            seen.append(Notice(here, at, kind, below, value, group))
    for number, place in here.required:
        if values[number] is None:
            seen.append(Notice(here, at, ELSEWHERE, place, None, group))


def _usual_quantity(value: Quantity, test: Any) -> bool:
    return bool(test(value.value)) and (value.unit_code is None or UNIT.fullmatch(value.unit_code) is not None)


def _usual_moment(value: DateTime, _: Any) -> bool:
    return (value.format_code == "304" and _304(value.value) is not None) or (value.format_code == "102" and _102(value.value) is not None)


def _never(value: Any, _: Any) -> bool:
    return False


_USUAL: dict[int, Callable[[Any, Any], bool]] = {
    WORDS: lambda value, most: 0 < len(value) <= most,
    MATCHED: lambda value, test: bool(test(value)),
    AMOUNT: lambda value, test: bool(test(value.value) and CURRENCY.fullmatch(value.currency_id or "")),
    QUANTITY: _usual_quantity,
    MOMENT: _usual_moment,
    ELSEWHERE: _never,
    UNPLACED: _never,
}
