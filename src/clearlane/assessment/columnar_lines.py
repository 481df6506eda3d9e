"""Lines of goods as columns: facts that recur as numbers into a list of values, amounts as whole numbers of a fixed unit."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np

from clearlane.assessment.columnar_round import EXACT, Whole

DENSE = 1 << 24
"""The largest table that is laid out whole to number combinations; beyond it they are sorted."""


@dataclass(frozen=True)
class Coded:
    """A fact of every line.

    Attributes:
      codes: For each line the place of its value.
      values: The values, each once.
    """

    codes: Whole
    values: tuple[Hashable, ...]

    @classmethod
    def of(cls, facts: Sequence[Hashable]) -> Coded:
        """Number the facts of lines."""
        places: dict[Hashable, int] = {}
        codes = np.fromiter((places.setdefault(one, len(places)) for one in facts), dtype=np.int32, count=len(facts))
        return cls(codes, tuple(places))

    def merged(self, alike: Callable[[Any], Hashable]) -> Merged:
        """Return the column with values that are alike taken for one."""
        places: dict[Hashable, int] = {}
        remap = [places.setdefault(alike(one), len(places)) for one in self.values]
        if len(places) == len(self.values):
            return Merged(self.codes, tuple(places), self.values)
        first: dict[int, Hashable] = {}
        for place, value in zip(remap, self.values, strict=True):
            first.setdefault(place, value)
        return Merged(np.take(np.array(remap, dtype=np.int32), self.codes, mode="clip"), tuple(places), tuple(first.values()))


class Merged(NamedTuple):
    """A fact of every line, values that are alike taken for one.

    Attributes:
      codes: For each line the place of its value.
      keys: What stands for each value and all that are like it.
      values: The first of them.
    """

    codes: Whole
    keys: tuple[Hashable, ...]
    values: tuple[Hashable, ...]


@dataclass(frozen=True)
class Figures:
    """An amount or a quantity of every line.

    Attributes:
      units: In whole units of ``10 ** -places``; 0 where there is none.
      places: Decimal places.
    """

    units: Whole
    places: int = 0

    @classmethod
    def of(cls, figures: Sequence[Decimal | None], places: int = 0) -> Figures:
        """Write figures in the largest unit that holds every one of them exactly, at least of so many places."""
        known = [one for one in figures if one is not None]
        places = max((-int(one.normalize().as_tuple().exponent) for one in known), default=0) if known else places
        places = max(places, 0)
        units = [0 if one is None else int(one.scaleb(places)) for one in figures]
        fits = max(map(abs, units), default=0) < EXACT
        return cls(np.array(units, dtype=np.int64 if fits else object), places)


@dataclass(frozen=True)
class Lines:
    """Lines of goods.

    Attributes:
      facts: Everything a rate can depend on but amounts, by name.
      value: The customs value, in the currency of account.
      quantities: Quantities and values stated beside, by key as in ``Measurement.key``. Which of them a line has is one of its facts.
      declaration: The number of the declaration each line belongs to; lines of one stand together. None where each stands alone.
    """

    facts: Mapping[str, Coded]
    value: Figures
    quantities: Mapping[str, Figures] = field(default_factory=dict)
    declaration: Whole | None = None

    def __len__(self) -> int:
        return len(self.value.units)


def combined(columns: Sequence[Merged]) -> tuple[Whole, Whole]:
    """Number the combinations that occur.

    Returns:
      For each line its combination, and for each combination the first line that has it.
    """
    count = len(columns[0].codes)
    if not count:
        return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64)
    current, known = np.zeros(count, dtype=np.int32), 1
    for column in columns:
        if (size := len(column.values)) < 2:
            continue
        if known == 1:
            current, known = column.codes, size
        elif known * size <= DENSE:
            current, known = _dense(current * np.int32(size) + column.codes, known * size)
        else:
            met, inverse = np.unique(current.astype(np.int64) * size + column.codes, return_inverse=True)
            current, known = inverse.astype(np.int32), len(met)
    first = np.full(known, -1, dtype=np.int64)
    first[current[::-1]] = np.arange(count - 1, -1, -1)
    return current, first


def _dense(keys: Whole, space: int) -> tuple[Whole, int]:
    """Number keys below ``space`` in order, without gaps."""
    met = np.zeros(space, dtype=np.bool_)
    met[keys] = True
    places = np.flatnonzero(met)
    numbers = np.zeros(space, dtype=np.int32)
    numbers[places] = np.arange(len(places), dtype=np.int32)
    return np.take(numbers, keys, mode="clip"), len(places)
