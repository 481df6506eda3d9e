"""The fields a risk profile may ask of: each declared once, with what it is, where it comes from, and what it can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

import msgspec

from clearlane.model.text import Text

FieldKind = Literal["text", "number", "flag"]
FieldLevel = Literal["item", "declaration"]
FieldSource = Literal["declared", "assessed", "history", "reference"]
Value = str | float | bool | None
"""What a field can hold: text (NFC), a finite binary64 number, a flag, or None where it is missing."""
Row = Sequence[Value]
"""The values of one goods item, with those of its declaration, in the order of the catalogue."""


class RiskField(msgspec.Struct, frozen=True):
    """One field.

    Attributes:
      name: How a profile names it, such as ``origin`` or ``importer.count_90d``.
      kind: Text, number or flag.
      level: Whether each goods item has its own, or the declaration one.
      source: Whether it is declared, computed by the assessment, a history of what was known, or a reference of like goods.
      words: What it is, in an officer's words.
      unit: The unit of a number, such as ``kg`` or ``VND/kg``; empty for a plain number.
      path: The WCO path it is read from, where it is declared.
      absent: Why it may be missing, in an officer's words.
    """

    name: str
    kind: FieldKind
    level: FieldLevel
    source: FieldSource
    words: Text
    unit: str = ""
    path: str = ""
    absent: Text | None = None


class Catalogue:
    """All fields, in their order, which is the order of values in a ``Row``. New fields are added at the end.

    Args:
      fields: The fields; no name twice.
    """

    def __init__(self, fields: Sequence[RiskField]) -> None:
        self.fields = tuple(fields)
        self._places = {one.name: place for place, one in enumerate(self.fields)}
        if len(self._places) != len(self.fields):
            raise AssertionError("Two fields of the catalogue have one name.")

    def __iter__(self) -> Iterator[RiskField]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __getitem__(self, name: str) -> RiskField:
        return self.fields[self._places[name]]

    def place(self, name: str) -> int:
        """Return where a field's value stands in a ``Row``."""
        return self._places[name]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in their order."""
        return tuple(one.name for one in self.fields)
