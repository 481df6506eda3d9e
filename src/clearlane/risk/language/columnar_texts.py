"""Questions of texts over columns: asked once of each distinct text, then read off by its code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable
from typing import Any

import numpy as np
import numpy.typing as npt

from clearlane.model.risk_condition import Comparison, Contains, FieldOf, InList, OneOf, Operand, StartsWith, Words
from clearlane.risk.language.columns import Columns, Mask, Selection, TextColumn
from clearlane.risk.language.evaluate import Lists

Question = StartsWith | Contains | OneOf | InList
_MIRRORED: dict[Comparison, Comparison] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}


class Texts:
    """The texts of some columns.

    Args:
      columns: The goods items.
      lists: The values of each list.
    """

    def __init__(self, columns: Columns, lists: Lists) -> None:
        self._columns, self._lists = columns, lists
        self._tables: dict[Hashable, Mask] = {}
        self._ranks: dict[tuple[str, str], tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]] = {}

    def rows_where(self, question: Question, field: str, positive: bool, rows: Selection) -> Mask:
        """Say for each row whether its text is there and answers the question so; a negation in the question is the caller's."""
        return self.table(question, field, positive)[self._columns.text(field).codes[rows]]

    def table(self, question: Question, field: str, positive: bool) -> Mask:
        """Say for each code of a column whether its text answers the question so; a missing one never does."""
        key = (field, _asked(question), positive)
        table = self._tables.get(key)
        if table is None:
            column = self._columns.text(field)
            table = np.zeros(len(column.uniques) + 1, bool)
            self._mark(question, column, table)
            if not positive:
                np.logical_not(table, out=table)
                table[0] = False
            self._tables[key] = table
        return table

    def _mark(self, question: Question, column: TextColumn, table: Mask) -> None:
        match question:
            case StartsWith(_, beginnings):
                for beginning in beginnings:
                    stretch = column.beginning(beginning)
                    table[stretch.start : stretch.stop] = True
            case Contains(_, words):
                table[1:] = [any(word in text for word in words) for text in column.uniques]
            case OneOf(_, values):
                table[[column.code_of.get(str(one.value), 0) for one in values]] = True
            case InList(_, kept):
                table[[column.code_of.get(value, 0) for value in self._lists[kept]]] = True
        table[0] = False

    def rows_compared(self, comparison: Comparison, left: Operand, right: Operand, rows: Selection) -> Mask:
        """Say for each row whether two texts are there and stand so to each other; one of them at least is a field."""
        if isinstance(left, Words):
            return self.rows_compared(_MIRRORED[comparison], right, left, rows)
        assert isinstance(left, FieldOf)  # noqa: S101 - texts are fields or words
        codes = self._columns.text(left.name).codes
        if isinstance(right, Words):
            return self.compared_table(comparison, left.name, right.value)[codes[rows]]
        assert isinstance(right, FieldOf)  # noqa: S101 - texts are fields or words
        ranks, others = self._common_ranks(left.name, right.name)
        own, other = ranks[codes[rows]], others[self._columns.text(right.name).codes[rows]]
        return _stands(comparison, own, other) & (own > 0) & (other > 0)

    def compared_table(self, comparison: Comparison, field: str, value: str) -> Mask:
        """Say for each code of a column whether its text stands so to a written one; a missing one never does."""
        uniques = self._columns.text(field).uniques
        codes = np.arange(len(uniques) + 1)
        below, above = bisect_left(uniques, value), bisect_right(uniques, value) + 1
        place = np.where(codes <= below, -1, np.where(codes >= above, 1, 0))
        return _stands(comparison, place, np.zeros((), np.int64)) & (codes > 0)

    def _common_ranks(self, left: str, right: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return for each code of two columns its rank among the texts of both; 0 where missing."""
        if (left, right) not in self._ranks:
            own, other = self._columns.text(left).uniques, self._columns.text(right).uniques
            rank = {text: place for place, text in enumerate(sorted({*own, *other}), 1)}
            self._ranks[left, right] = (np.array([0, *(rank[text] for text in own)]), np.array([0, *(rank[text] for text in other)]))
        return self._ranks[left, right]


def _asked(question: Question) -> Hashable:
    """Return what a question asks, whatever it asks it of."""
    match question:
        case StartsWith(_, asked) | Contains(_, asked):
            return type(question), asked
        case OneOf(_, values):
            return OneOf, values
        case InList(_, kept):
            return InList, kept


def _stands(comparison: Comparison, left: npt.NDArray[Any], right: npt.NDArray[Any]) -> Mask:
    match comparison:
        case "<":
            return np.asarray(left < right)
        case ">":
            return np.asarray(left > right)
        case "<=":
            return np.asarray(left <= right)
        case ">=":
            return np.asarray(left >= right)
        case "==":
            return np.asarray(left == right)
        case "!=":
            return np.asarray(left != right)
