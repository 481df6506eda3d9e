"""Goods items by the million as columns: texts as numbers of a sorted dictionary, numbers as binary64, flags as bytes.

Rows stand in the order of their commodity code, so that a heading is one stretch of rows. A missing number is kept as NaN, which no row
may hold; a missing text has the code 0; a missing flag is ``NO_FLAG``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from clearlane.model.risk_field import Catalogue, Row, Value

Codes = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.int8]
Places = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Selection = slice | npt.NDArray[np.integer[Any]]
"""Rows being looked at: a stretch of them, or their places."""

NO_FLAG = 2
CLUSTERED_BY = "hs"
EPOCH = date(1970, 1, 1)


class UnreadableColumn(ValueError):
    """A column holds what a row may not: a number that is not finite, or values of another kind."""


class TextColumn:
    """Texts as codes: 0 where missing, else one more than the text's place among the sorted uniques.

    Args:
      codes: The code of each row.
      uniques: The texts, sorted by their code points, none twice.
    """

    def __init__(self, codes: Codes, uniques: Sequence[str]) -> None:
        self.codes, self.uniques = codes, uniques

    @classmethod
    def of(cls, values: Sequence[Value]) -> TextColumn:
        """Return a column of texts, None where missing."""
        uniques = sorted({str(value) for value in values if value is not None})
        code_of: dict[Value, int] = {text: code for code, text in enumerate(uniques, 1)}
        return cls(np.fromiter((code_of.get(value, 0) for value in values), np.int32, len(values)), uniques)

    @classmethod
    def coded(cls, codes: npt.NDArray[np.integer[Any]], words: Sequence[str]) -> TextColumn:
        """Return a column whose rows name their text by its place among some words, -1 where missing; sorts the words."""
        uniques = sorted(set(words))
        code_of = {text: code for code, text in enumerate(uniques, 1)}
        table = np.fromiter((*(code_of[word] for word in words), 0), np.int32, len(words) + 1)
        return cls(table[codes], uniques)

    @cached_property
    def code_of(self) -> Mapping[str, int]:
        """The code of each text."""
        return {text: code for code, text in enumerate(self.uniques, 1)}

    @cached_property
    def counts(self) -> Places:
        """How many rows have each code."""
        return np.bincount(self.codes, minlength=len(self.uniques) + 1).astype(np.int64)

    @cached_property
    def starts(self) -> Places:
        """Where the rows of each code begin in ``postings``, and at last their end."""
        return np.concatenate(([0], np.cumsum(self.counts)))

    @cached_property
    def postings(self) -> Codes:
        """The rows, by their code and then in order: where each text is found."""
        return np.argsort(self.codes, kind="stable").astype(np.int32)

    def beginning(self, beginning: str) -> range:
        """Return the codes of the texts that begin so: one stretch, for they are sorted."""
        length = len(beginning)
        return range(
            bisect_left(self.uniques, beginning) + 1,
            bisect_right(self.uniques, beginning, key=lambda text: text[:length]) + 1,
        )

    def reordered(self, order: Places) -> TextColumn:
        """Return the column with its rows in another order."""
        return TextColumn(self.codes[order], self.uniques)


Column = TextColumn | Numbers | Flags


class Columns:
    """Goods items, field by field, in the order of their commodity code.

    Args:
      fields: The columns by field.
      days: The day of each row, in days since 1970.
      original: For each row, its place in what the columns were made of.
    """

    def __init__(self, fields: Mapping[str, Column], days: Codes, original: Places) -> None:
        self.fields, self.days, self.original = dict(fields), days, original

    def __len__(self) -> int:
        return len(self.days)

    def text(self, field: str) -> TextColumn:
        """Return a column of texts."""
        column = self.fields[field]
        if not isinstance(column, TextColumn):
            raise UnreadableColumn(field)
        return column

    def number(self, field: str) -> npt.NDArray[Any]:
        """Return a column of numbers, or of flags."""
        column = self.fields[field]
        if isinstance(column, TextColumn):
            raise UnreadableColumn(field)
        return column


def columns_of(fields: Mapping[str, Column], days: npt.NDArray[Any]) -> Columns:
    """Put columns in the order of their commodity code.

    Args:
      fields: The columns by field, in any common order of rows.
      days: The day of each row: days since 1970, or ``datetime64``.
    """
    since = np.asarray(days).astype("datetime64[D]").astype(np.int32)
    leading = fields.get(CLUSTERED_BY)
    if not isinstance(leading, TextColumn):
        return Columns(fields, since, np.arange(len(since)))
    order = np.argsort(leading.codes, kind="stable")
    sorted_fields = {name: one.reordered(order) if isinstance(one, TextColumn) else one[order] for name, one in fields.items()}
    return Columns(sorted_fields, since[order], order)


def columns_of_rows(rows: Sequence[Row], days: Iterable[date], catalogue: Catalogue) -> Columns:
    """Return rows in the catalogue's order as columns."""
    by_field = zip(*rows, strict=True) if rows else ((),) * len(catalogue)
    fields = {field.name: column_of(field.kind, values) for field, values in zip(catalogue, by_field, strict=True)}
    return columns_of(fields, np.array([(day - EPOCH).days for day in days], np.int32))


def column_of(kind: str, values: Sequence[Value]) -> Column:
    """Return values of one kind, None where missing, as a column."""
    if kind == "text":
        return TextColumn.of(values)
    if kind == "flag":
        return np.array([NO_FLAG if value is None else int(bool(value)) for value in values], np.int8)
    return numbers_of(np.array([0.0 if value is None else value for value in values], np.float64), [value is None for value in values])


def numbers_of(values: npt.NDArray[Any], missing: npt.ArrayLike) -> Numbers:
    """Return numbers as a column, NaN where they are missing.

    Args:
      values: The numbers; what stands where one is missing is not looked at.
      missing: For each, whether it is missing.

    Raises:
      UnreadableColumn: A number that is not missing is not finite either.
    """
    column = np.where(np.asarray(missing, bool), np.nan, values.astype(np.float64))
    if np.isinf(column).any() or np.isnan(column).sum() != np.count_nonzero(missing):
        raise UnreadableColumn("A number is not finite.")
    return column
