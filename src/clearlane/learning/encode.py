"""Texts of many values as numbers, without leakage: how often something was found there before, and how often it was seen.

In training each row sees only the results known before it was declared, leaning on the rate of all goods known by then. For scoring
the table is frozen at the end of training; a value never seen then has the rate of all goods, and a count of nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p

import msgspec
import numpy as np
import numpy.typing as npt

from clearlane.learning.past import past_counts, past_sums
from clearlane.learning.table import Floats, Texts, TrainingTable

SEPARATOR = "\x1f"
DOUBT = 0.05
"""The rate before anything is known, with the weight of one inspection."""


class Key(msgspec.Struct, frozen=True):
    """What goods are grouped by: one text field, its first characters, or several fields together.

    Attributes:
      parts: Each field with the number of first characters; 0 for the whole text.
    """

    parts: tuple[tuple[str, int], ...]

    @property
    def name(self) -> str:
        """Its name, such as ``hs[4] x origin``."""
        return " x ".join(f"{field}[{length}]" if length else field for field, length in self.parts)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it is made of."""
        return tuple(field for field, _ in self.parts)


def key(*parts: str | tuple[str, int]) -> Key:
    """Return a key of fields, or of fields with the number of their first characters.

    >>> key(("hs", 4), "origin").name
    'hs[4] x origin'
    """
    return Key(tuple((part, 0) if isinstance(part, str) else part for part in parts))


class KeyTable(msgspec.Struct, frozen=True):
    """What is known of the values of one key at the end of training.

    Attributes:
      key: The key.
      known: For each value the shrunk rate of findings, and the logarithm of one more than how often it was seen.
    """

    key: Key
    known: dict[str, tuple[float, float]]


class Encoder(msgspec.Struct, frozen=True):
    """The frozen tables of all keys.

    Attributes:
      prior: The rate of findings over all labelled goods.
      tables: One table for each key.
    """

    prior: float
    tables: tuple[KeyTable, ...]

    def encoded(self, table: TrainingTable) -> Floats:
        """Return two columns for each key, as scoring one row at a time would give them."""
        columns = np.empty((len(table), 2 * len(self.tables)))
        unseen = (self.prior, 0.0)
        for place, one in enumerate(self.tables):
            group = grouped(table, one.key)
            known = np.array([*(one.known.get(value, unseen) for value in group.values), (np.nan, np.nan)]).reshape(-1, 2)
            columns[:, 2 * place : 2 * place + 2] = known[group.codes]
        return columns


def grouped(table: TrainingTable, one: Key) -> Texts:
    """Return the value of a key for each row; missing where one of its fields is."""
    columns = [table.texts[field].beginnings(length) if length else table.texts[field] for field, length in one.parts]
    if len(columns) == 1:
        return columns[0]
    codes, missing = np.zeros(len(table), dtype=np.int64), np.zeros(len(table), dtype=bool)
    for column in columns:
        codes = codes * (len(column.values) + 1) + column.codes + 1
        missing |= column.codes < 0
    different, places = np.unique(codes, return_inverse=True)
    values = [SEPARATOR.join(_unpacked(int(code), columns)) for code in different]
    return Texts(np.where(missing, -1, places).astype(np.int32), tuple(values))


def _unpacked(code: int, columns: Sequence[Texts]) -> list[str]:
    parts: list[str] = []
    for column in reversed(columns):
        code, place = divmod(code, len(column.values) + 1)
        parts.append(column.values[place - 1] if place else "")
    return parts[::-1]


def ordered(table: TrainingTable, keys: Sequence[Key], strength: float) -> Floats:
    """Return two columns for each key, each row seeing only what was known before it was declared.

    Args:
      table: The goods.
      keys: What they are grouped by.
      strength: The weight of the rate of all goods, in inspections.
    """
    looked = table.labelled
    known, found = table.known[looked], table.found[looked]
    ones, all_rows, all_known = np.ones(len(known)), np.zeros(len(table), dtype=np.int32), np.zeros(len(known), dtype=np.int32)
    hits = past_sums(all_rows, table.at, all_known, known, found)
    tries = past_sums(all_rows, table.at, all_known, known, ones)
    prior = (hits + DOUBT) / (tries + 1.0)
    columns = np.empty((len(table), 2 * len(keys)))
    for place, one in enumerate(keys):
        group = grouped(table, one).codes
        hits = past_sums(group, table.at, group[looked], known, found)
        tries = past_sums(group, table.at, group[looked], known, ones)
        gone = group < 0
        columns[:, 2 * place] = np.where(gone, np.nan, (hits + strength * prior) / (tries + strength))
        columns[:, 2 * place + 1] = np.where(gone, np.nan, np.log1p(past_counts(group, table.at)))
    return columns


def frozen(table: TrainingTable, keys: Sequence[Key], strength: float) -> Encoder:
    """Return what is known of every value at the end of training."""
    looked = table.labelled
    found = table.found[looked]
    prior = float((found.sum() + DOUBT) / (len(found) + 1.0))
    return Encoder(prior, tuple(KeyTable(one, _known(grouped(table, one), looked, found, strength, prior)) for one in keys))


def _known(group: Texts, looked: npt.NDArray[np.bool_], found: Floats, strength: float, prior: float) -> dict[str, tuple[float, float]]:
    labelled = group.codes[looked]
    there = labelled >= 0
    hits = np.bincount(labelled[there], found[there], len(group.values))
    tries = np.bincount(labelled[there], minlength=len(group.values))
    rates = ((hits + strength * prior) / (tries + strength)).tolist()
    counts = np.bincount(group.codes[group.codes >= 0], minlength=len(group.values)).tolist()
    return {value: (rate, log1p(count)) for value, rate, count in zip(group.values, rates, counts, strict=True) if count}


def usual_keys(texts: Sequence[str], codes: Sequence[str] = ("hs",), crosses: Sequence[tuple[str, str]] = ()) -> tuple[Key, ...]:
    """Return a key for each text field, the heading and chapter of each commodity code, and the pairs asked for."""
    single = [key(name) for name in texts]
    beginnings = [key((name, length)) for name in texts if name in codes for length in (2, 4, 6)]
    return (*single, *beginnings, *(key(*pair) for pair in crosses if set(pair) <= set(texts)))
