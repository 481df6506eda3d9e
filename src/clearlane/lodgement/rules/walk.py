"""One walk over a declaration that notices every fault of structure and format."""

from __future__ import annotations

import re
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
    WORDS,
    Position,
    position,
    written,
)
from clearlane.model.declaration import Declaration
from clearlane.model.group import Group
from clearlane.model.structure import Place

CURRENCY = re.compile(r"[A-Z]{3}")
UNIT = re.compile(r"[A-Z0-9]{2,3}(?:#[A-Z0-9]+)?")
_CURRENCY, _UNIT = CURRENCY.fullmatch, UNIT.fullmatch
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


def _walk(group: Group, here: Position, at: tuple[int, ...], seen: list[Notice]) -> None:  # noqa: C901, PLR0912 - one branch for each kind of test
    values = here.values(group)
    for value, row in zip(values, here.rows, strict=True):
        if not value:
            if value == "":
                seen.append(Notice(here, at, row[0], row[2], value, group))
            continue
        kind, test, below = row
        if kind == WORDS:
            if len(value) > test:
                seen.append(Notice(here, at, kind, below, value, group))
        elif kind == GROUPS:
            count = 0
            for one in value:
                count += 1
                _walk(one, below, (*at, count), seen)
            if count > test:
                seen.append(Notice(below, (*at, test + 1), kind, None, count, group))
        elif kind == GROUP:
            _walk(value, below, (*at, 0), seen)
        elif kind == MATCHED:
            if test(value) is None:
                seen.append(Notice(here, at, kind, below, value, group))
        elif kind == QUANTITY:
            if test(value.value) is None or (value.unit_code is not None and _UNIT(value.unit_code) is None):
                seen.append(Notice(here, at, kind, below, value, group))
        elif kind == AMOUNT:
            if test(value.value) is None or _CURRENCY(value.currency_id or "") is None:
                seen.append(Notice(here, at, kind, below, value, group))
        elif kind == MOMENT:
            if (_304 if value.format_code == "304" else _102)(value.value) is None or value.format_code is None:
                seen.append(Notice(here, at, kind, below, value, group))
        else:
            seen.append(Notice(here, at, kind, below, value, group))
    for number, place in here.required:
        if values[number] is None:
            seen.append(Notice(here, at, ELSEWHERE, place, None, group))
