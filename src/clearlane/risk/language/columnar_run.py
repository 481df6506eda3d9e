"""Profiles over millions of goods items: candidates are narrowed condition by condition, the rarest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
import numpy.typing as npt

from clearlane.model.risk_condition import AllOf, Compare, Condition, FieldOf, Holds, InList, Not, OneOf, StartsWith, Words
from clearlane.model.risk_field import Catalogue
from clearlane.model.risk_profile import RiskProfile
from clearlane.risk.language.columnar import Columnar, size_of
from clearlane.risk.language.columns import CLUSTERED_BY, EPOCH, Columns, Mask, Places, Selection, TextColumn
from clearlane.risk.language.evaluate import Lists

_BLOCK = 1 << 17
_RARE = 0.2
_COST = {StartsWith: 0.0, OneOf: 0.0, InList: 0.0, Holds: 1.0, Compare: 2.0}
_Keep = Callable[[Condition, Selection], Mask]


class ColumnarRun:
    """Profiles held against columns. Safe to ask from several threads.

    Args:
      columns: The goods items.
      catalogue: The fields.
      lists: The values of each list that count on the day.
    """

    def __init__(self, columns: Columns, catalogue: Catalogue, lists: Lists) -> None:
        self._columns, self._catalogue = columns, catalogue
        self._asked = Columnar(columns, catalogue, lists)

    def hits(self, profile: RiskProfile) -> Places:
        """Return the places of the goods items a profile hits, in the order the columns were made of, ascending."""
        found = self._columns.original[self._true(profile)]
        found.sort()
        return found

    def hits_of_all(self, profiles: Sequence[RiskProfile], threads: int = 2) -> list[Places]:
        """Return the hits of each profile, computed on some threads."""
        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(self.hits, profiles))

    def count_unknown(self, profile: RiskProfile) -> int:
        """Return how many goods items in a profile's scope are neither hit nor missed, because a value is missing."""
        return len(self.unknown(profile))

    def unknown(self, profile: RiskProfile) -> Places:
        """Return the places of the goods items in a profile's scope that are neither hit nor missed, as ``hits`` does."""
        possible = self._narrowed(profile, _flat(profile.condition), self._not_false, with_missing=True)
        found = self._columns.original[np.setdiff1d(possible, self._true(profile), assume_unique=True)]
        found.sort()
        return found

    def _true(self, profile: RiskProfile) -> npt.NDArray[np.intp]:
        return self._narrowed(profile, _flat(profile.condition), self._is_true, with_missing=False)

    def _is_true(self, condition: Condition, rows: Selection) -> Mask:
        return self._asked.where(condition, True, rows)

    def _not_false(self, condition: Condition, rows: Selection) -> Mask:
        return ~self._asked.where(condition, False, rows)

    def _narrowed(self, profile: RiskProfile, parts: Sequence[Condition], keep: _Keep, *, with_missing: bool) -> npt.NDArray[np.intp]:
        """Return the rows in scope that every part keeps."""
        steps: list[tuple[float, Callable[[Selection], Mask]]] = [(-1.0, partial(self._in_days, profile))] if _dated(profile) else []
        rare: tuple[float, Condition | None, bool] = (_RARE, None, False)
        marked = [(part, False) for part in scope_of(profile)] + [(part, with_missing) for part in parts]
        for part, missing_too in marked:
            share = self._share(part, missing_too)
            if share is not None and share < rare[0]:
                rare = (share, part, missing_too)
        for part, missing_too in marked:
            if part is not rare[1]:
                share = self._share(part, missing_too)
                cost = _cost(part) + (share or 0.0)
                steps.append((cost, partial(keep if missing_too else self._is_true, part)))
        steps.sort(key=lambda step: step[0])
        start = slice(0, len(self._columns)) if rare[1] is None else self._rows_of(rare[1], rare[2])
        found = [_taken(block, [test for _, test in steps]) for block in _blocks(start)]
        return np.concatenate(found) if found else np.zeros(0, np.intp)

    def _share(self, part: Condition, with_missing: bool) -> float | None:
        """Return the share of all rows whose text a question keeps; None for what is no question of a field's text."""
        table = self._table(part, with_missing)
        return None if table is None else float(table[0].counts[table[1]].sum()) / max(1, len(self._columns))

    def _table(self, part: Condition, with_missing: bool) -> tuple[TextColumn, Mask] | None:
        if isinstance(part, Compare):
            part = _equality(part)
        if not isinstance(part, StartsWith | OneOf | InList) or not isinstance(part.of, FieldOf):
            return None
        if self._catalogue[part.of.name].kind != "text":
            return None
        table = self._asked.texts.table(part, part.of.name, not part.negated)
        if with_missing:
            table = table.copy()
            table[0] = True
        return self._columns.text(part.of.name), table

    def _rows_of(self, part: Condition, with_missing: bool) -> Selection:
        found = self._table(part, with_missing)
        assert found is not None  # noqa: S101 - it had a share
        column, table = found
        codes = np.flatnonzero(table)
        if column is self._columns.fields.get(CLUSTERED_BY):
            if len(codes) and codes[-1] - codes[0] == len(codes) - 1:
                return slice(int(column.starts[codes[0]]), int(column.starts[codes[-1] + 1]))
            return _stretches(column, codes)
        return column.postings[_stretches(column, codes)].astype(np.intp)

    def _in_days(self, profile: RiskProfile, rows: Selection) -> Mask:
        days = self._columns.days[rows]
        inside = np.ones(len(days), bool)
        if profile.since is not None:
            inside &= days >= (profile.since - EPOCH).days
        if profile.until is not None:
            inside &= days <= (profile.until - EPOCH).days
        return inside


def scope_of(profile: RiskProfile) -> list[Condition]:
    """Return the conditions a profile's scope puts on the fields of a row; its days stand apart."""
    scope: list[Condition] = []
    if profile.directions:
        scope.append(OneOf(FieldOf("direction"), tuple(Words(one) for one in profile.directions)))
    if profile.procedures:
        scope.append(StartsWith(FieldOf("procedure"), profile.procedures))
    if profile.offices:
        scope.append(OneOf(FieldOf("office"), tuple(Words(one) for one in profile.offices)))
    return scope


def _flat(condition: Condition) -> list[Condition]:
    """Return the parts that must all be true."""
    return [one for part in condition.parts for one in _flat(part)] if isinstance(condition, AllOf) else [condition]


def _dated(profile: RiskProfile) -> bool:
    return profile.since is not None or profile.until is not None


def _cost(part: Condition) -> float:
    return _cost(part.part) if isinstance(part, Not) else _COST.get(type(part), 3.0)


def _equality(part: Compare) -> Condition:
    """Return an equality with a written text as a question of one value."""
    match part:
        case Compare("==", FieldOf() as of, Words() as value) | Compare("==", Words() as value, FieldOf() as of):
            return OneOf(of, (value,))
        case _:
            return part


def _stretches(column: TextColumn, codes: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Return where the rows of some codes stand in the column's postings."""
    counts = column.counts[codes]
    ends = np.cumsum(counts)
    return np.asarray(np.arange(int(counts.sum())) + np.repeat(column.starts[codes] - (ends - counts), counts), np.intp)


def _blocks(rows: Selection) -> Iterator[Selection]:
    """Cut rows into blocks that stay in the processor's cache."""
    if isinstance(rows, slice):
        yield from (slice(first, min(first + _BLOCK, rows.stop)) for first in range(rows.start, rows.stop, _BLOCK))
    else:
        yield from (rows[first : first + _BLOCK] for first in range(0, len(rows), _BLOCK))


def _taken(rows: Selection, steps: Sequence[Callable[[Selection], Mask]]) -> npt.NDArray[np.intp]:
    """Return the rows that pass every step, each asked only of those that passed the ones before."""
    for step in steps:
        mask = step(rows)
        rows = np.flatnonzero(mask) + rows.start if isinstance(rows, slice) else rows[mask]
        if not size_of(rows):
            break
    return np.arange(rows.start, rows.stop, dtype=np.intp) if isinstance(rows, slice) else np.asarray(rows, np.intp)
