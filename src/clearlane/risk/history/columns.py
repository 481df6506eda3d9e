"""What was learned, and what is asked, as columns: a year of either at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from clearlane.model.risk_history import Amount, Entity, Happening, HistoryEvent
from clearlane.risk.history.definitions import SCALES, micros, parts

Times = NDArray[np.int64]
Codes = NDArray[np.int64]
Kind = tuple[Entity, Happening]
ENTITIES: tuple[Entity, ...] = get_args(Entity)
HAPPENINGS: tuple[Happening, ...] = get_args(Happening)
NO_KEY = -1
"""Stands for a missing key."""


@dataclass(frozen=True)
class Learned:
    """Events as columns, in the order of the log.

    Attributes:
      happening: 0 for what was declared, 1 for results.
      declared: When the goods were declared, in microseconds since 1970.
      known: When it was learned; made never to run back.
      sign: 1, or -1 for what takes an earlier event back.
      keys: The key of each entity as a whole number from 0; ``NO_KEY`` where it is missing.
      amounts: Amounts in whole parts (``SCALES``), already with that sign.
      books: Which text each number stands for, where the columns were made from texts.
    """

    happening: NDArray[np.int8]
    declared: Times
    known: Times
    sign: NDArray[np.int64]
    keys: Mapping[Entity, Codes]
    amounts: Mapping[Amount, NDArray[np.int64]]
    books: Mapping[Entity, dict[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if bool((self.known < self.declared).any()):
            raise ValueError("Nothing is known of goods before they are declared.")
        object.__setattr__(self, "known", np.maximum.accumulate(self.known) if len(self.known) else self.known)

    def __len__(self) -> int:
        return len(self.known)

    @classmethod
    def of(cls, events: Sequence[HistoryEvent]) -> Learned:
        """Return events as columns; they are put into the order of the log."""
        ordered = sorted(events, key=lambda event: event.seq)
        books: dict[Entity, dict[str, int]] = {entity: {} for entity in ENTITIES}
        return cls(
            np.array([HAPPENINGS.index(event.happening) for event in ordered], np.int8),
            np.array([micros(event.event_at) for event in ordered], np.int64),
            np.array([micros(event.known_at) for event in ordered], np.int64),
            np.array([event.sign for event in ordered], np.int64),
            {entity: _coded([event.keys.get(entity) for event in ordered], book) for entity, book in books.items()},
            {name: np.array([e.sign * parts(name, e.amounts.get(name, 0.0)) for e in ordered], np.int64) for name in SCALES},
            books,
        )

    def asked(self, keys: Sequence[Mapping[Entity, str]], at: Sequence[int]) -> Asked:
        """Return questions as columns, their keys by the same numbers; a key never learned of gets the next free number."""
        return Asked(np.array(at, np.int64), {e: _coded([one.get(e) for one in keys], dict(self.books[e])) for e in ENTITIES})


@dataclass(frozen=True)
class Asked:
    """Questions as columns.

    Attributes:
      at: The moment of each, in microseconds since 1970.
      keys: Whose histories, numbered as in ``Learned``; ``NO_KEY`` where missing.
    """

    at: Times
    keys: Mapping[Entity, Codes]

    def __len__(self) -> int:
        return len(self.at)


def _coded(texts: Sequence[str | None], book: dict[str, int]) -> Codes:
    return np.array([NO_KEY if text is None else book.setdefault(text, len(book)) for text in texts], np.int64)
