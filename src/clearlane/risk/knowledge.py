"""What is known of a goods item at a moment: its histories and what like goods cost, in the order of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache

from clearlane.model.risk_field import Value
from clearlane.model.risk_history import Entity
from clearlane.risk.catalogue import catalogue
from clearlane.risk.history.compared import compared
from clearlane.risk.history.definitions import micros
from clearlane.risk.history.memory import Memory
from clearlane.risk.history.references import References


class Knowledge:
    """The memory and the references of the week, asked together.

    Args:
      memory: What is remembered.
      references: The snapshot that holds at the moment asked; None where none was built yet.
    """

    def __init__(self, memory: Memory, references: References | None = None) -> None:
        self.memory, self.references = memory, references

    def of(self, row: Sequence[Value], keys: Mapping[Entity, str], at: datetime) -> tuple[Value, ...]:
        """Return the values that stand behind the declared part of a row.

        Args:
          row: The row, or its declared part.
          keys: Whose histories: ``row.keys_of_row``.
          at: The moment.
        """
        hs, origin, unit, price, weight = (row[place] for place in _places())
        found = compared(self.references, _word(hs), _word(origin), _word(unit), _number(price), _number(weight))
        return self.memory.values(keys, micros(at)) + found


@cache
def _places() -> tuple[int, ...]:
    return tuple(map(catalogue().place, ("hs", "origin", "quantity.unit", "unit_price", "unit_weight")))


def _word(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Value) -> float | None:
    return value if isinstance(value, float) else None
