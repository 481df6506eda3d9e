"""Goods items as columns, in the order they came: what profiles are tried on, what is learned from, and what is watched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from clearlane.model.profile import Profile
from clearlane.model.risk_field import Catalogue, Value
from clearlane.model.risk_row import RiskRow
from clearlane.risk.history.definitions import micros
from clearlane.risk.language.columns import EPOCH, NO_FLAG, Column, Columns, TextColumn, column_of, columns_of

Places = npt.NDArray[np.int64]
MICROS_A_DAY = 86_400_000_000
"""How many microseconds a day has."""


@dataclass(frozen=True)
class Goods:
    """Goods items, one place in each column for each.

    Attributes:
      names: The numbers of the declarations.
      of: For each item its declaration, as a place in ``names``.
      items: Which goods item it is, from 1.
      at: When it was looked at, in microseconds since 1970.
      seqs: The place in the log of what was known then.
      days: The day of the law, in days since 1970.
      fields: The values, field by field.
    """

    names: Sequence[str]
    of: Places
    items: Places
    at: Places
    seqs: Places
    days: Places
    fields: dict[str, Column]

    def __len__(self) -> int:
        return len(self.of)

    def chosen(self, which: npt.NDArray[Any]) -> Goods:
        """Return some of the goods: a mask, or places in the order wanted."""
        fields = {name: one.reordered(which) if isinstance(one, TextColumn) else one[which] for name, one in self.fields.items()}
        return Goods(self.names, self.of[which], self.items[which], self.at[which], self.seqs[which], self.days[which], fields)

    def columns(self) -> Columns:
        """Return them in the order of their commodity code, to hold profiles against."""
        return columns_of(self.fields, self.days)

    def number(self, place: int) -> str:
        """Return the number of the declaration to which an item belongs."""
        return self.names[int(self.of[place])]

    def row(self, place: int, catalogue: Catalogue) -> list[Value]:
        """Return an item's values in the order of the catalogue."""
        return [value_at(self.fields[name], place) if name in self.fields else None for name in catalogue.names]

    def firsts(self, places: Places) -> Places:
        """Return of some items the first of each declaration, in order."""
        return np.sort(places[np.unique(self.of[places], return_index=True)[1]])


def value_at(column: Column, place: int) -> Value:
    """Return a value as a row holds it."""
    if isinstance(column, TextColumn):
        code = int(column.codes[place])
        return column.uniques[code - 1] if code else None
    if column.dtype == np.int8:
        return None if column[place] == NO_FLAG else bool(column[place])
    return None if np.isnan(column[place]) else float(column[place])


def goods_of(rows: Sequence[RiskRow], catalogue: Catalogue, law: Profile) -> Goods:
    """Return recorded goods items as columns; fields that the catalogue got since are missing."""
    width = len(catalogue)
    names = list(dict.fromkeys(row.number for row in rows))
    place = {name: count for count, name in enumerate(names)}
    values = [row.values if len(row.values) == width else row.values[:width] + (None,) * (width - len(row.values)) for row in rows]
    by_field = zip(*values, strict=True) if rows else ((),) * width
    return Goods(
        names,
        np.array([place[row.number] for row in rows], np.int64),
        np.array([row.item for row in rows], np.int64),
        np.array([micros(row.at) for row in rows], np.int64),
        np.array([row.seq for row in rows], np.int64),
        days_of([row.at for row in rows], law),
        {field.name: column_of(field.kind, column) for field, column in zip(catalogue, by_field, strict=True)},
    )


def days_of(moments: Sequence[datetime], law: Profile) -> Places:
    """Return the day of the law of each moment, in days since 1970; a moment stands for its hour, in which no day ends elsewhere."""
    known: dict[tuple[date, int, int], int] = {}
    found = np.empty(len(moments), np.int64)
    for count, at in enumerate(moments):
        quarter = at.date(), at.hour, at.minute // 15
        day = known.get(quarter)
        if day is None:
            day = known[quarter] = (law.day(at) - EPOCH).days
        found[count] = day
    return found


def together(first: Goods, second: Goods) -> Goods:
    """Return goods with others after them."""
    names = list(first.names)
    place = {name: count for count, name in enumerate(names)}
    for name in second.names:
        if name not in place:
            place[name] = len(names)
            names.append(name)
    renamed = np.array([place[name] for name in second.names], np.int64)
    of = np.concatenate((first.of, renamed[second.of]))
    at, seqs, days = (np.concatenate(pair) for pair in ((first.at, second.at), (first.seqs, second.seqs), (first.days, second.days)))
    fields = {name: _joined(one, second.fields[name]) for name, one in first.fields.items()}
    return Goods(names, of, np.concatenate((first.items, second.items)), at, seqs, days, fields)


def _joined(first: Column, second: Column) -> Column:
    if not isinstance(first, TextColumn) or not isinstance(second, TextColumn):
        return np.concatenate((np.asarray(first), np.asarray(second)))
    uniques = sorted({*first.uniques, *second.uniques})
    code_of = {text: code for code, text in enumerate(uniques, 1)}
    tables = [np.array([0, *(code_of[text] for text in one.uniques)], np.int32) for one in (first, second)]
    return TextColumn(np.concatenate((tables[0][first.codes], tables[1][second.codes])), uniques)
