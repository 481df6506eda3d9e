"""Every history of a whole year at once: cumulative sums per key, and two searches for each question.

The answers are the very ones that ``Memory`` gave, or would have given, at each moment.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clearlane.model.risk_history import Amount, Entity, History
from clearlane.risk.history.columns import HAPPENINGS, NO_KEY, Asked, Codes, Kind, Learned, Times
from clearlane.risk.history.definitions import DAY, SCALES

Places = NDArray[np.int64]
Answer = tuple[NDArray[np.float64], NDArray[np.bool_]]
"""Values, and which of them are present. What is missing is 0 in the values; a flag is 0 or 1."""


@dataclass(frozen=True)
class _Sorted:
    """Rows of one entity and happening, by key and then in the order of the log; cumulative columns begin with 0."""

    place: Codes
    known: Times
    declared: Times
    since: Times
    counts: Places
    positives: Places
    order: Places
    sums: dict[Amount, Places]


class Batch:
    """Histories over columns; rows are sorted once for all histories of one entity.

    Args:
      learned: What was learned.
      asked: What is asked.
    """

    def __init__(self, learned: Learned, asked: Asked) -> None:
        self._learned, self._asked = learned, asked
        self._sorted: dict[Kind, _Sorted] = {}
        self._ranked: dict[int, Places] = {}
        self._order: dict[Entity, Places] = {}
        self._found: dict[tuple[Kind, int | None], Places] = {}

    def values(self, history: History) -> Answer:
        """Return the value of a history for every question."""
        rows, present = self._rows((history.entity, history.of)), self._asked.keys[history.entity] != NO_KEY
        start, end = self._window(history)
        if history.measure == "first":
            return _kept((rows.positives[end] == rows.positives[start]).astype(np.float64), present)
        if history.measure in ("days_since_first", "days_since_last"):
            return self._days_since(rows, (start, end), present, earliest=history.measure == "days_since_first")
        count, total = self._between(rows, history, start, end)
        if history.measure == "count":
            return _kept(np.maximum(count, 0).astype(np.float64), present)
        figure = np.maximum(total, 0).astype(np.float64) / SCALES[history.amount or "found"]
        if history.measure == "sum":
            return _kept(figure, present)
        with np.errstate(divide="ignore", invalid="ignore"):
            shared = figure / count.astype(np.float64)
        return _kept(np.minimum(shared, 1.0) if history.amount == "found" else shared, present & (count > 0))

    def _rows(self, kind: Kind) -> _Sorted:
        if kind not in self._sorted:
            entity, happening = kind
            learned, codes = self._learned, self._learned.keys[entity]
            held = np.flatnonzero((learned.happening == HAPPENINGS.index(happening)) & (codes != NO_KEY))
            order = held[np.argsort(codes[held], kind="stable")]
            since, sign = learned.known[order], learned.sign[order]
            self._sorted[kind] = _Sorted(
                codes[order] * (len(learned) + 1) + order,
                since,
                learned.declared[order],
                since[sign > 0],
                _cumulative(sign),
                _cumulative((sign > 0).astype(np.int64)),
                order,
                {},
            )
        return self._sorted[kind]

    def _window(self, history: History) -> tuple[Places, Places]:
        """Return the rows of each question's window as first and behind the last. Rows before a moment are those before its place."""
        kind = (history.entity, history.of)
        for days in (0, history.days):
            if (kind, days) not in self._found:
                ranks = np.zeros(len(self._asked), np.int64) if days is None else self._ranks(days)
                self._found[kind, days] = self._places(kind, ranks)
        return self._found[kind, history.days], self._found[kind, 0]

    def _ranks(self, days: int) -> Places:
        """Return how many rows of the log were known before each question's moment, or so many days before it."""
        if days not in self._ranked:
            self._ranked[days] = np.searchsorted(self._learned.known, self._asked.at - days * DAY).astype(np.int64)
        return self._ranked[days]

    def _places(self, kind: Kind, ranks: Places) -> Places:
        """Return how many sorted rows lie before each question's key and rank; questions are looked up by key, near ones together."""
        codes = self._asked.keys[kind[0]]
        sought = codes * (len(self._learned) + 1) + ranks
        if kind[0] not in self._order:
            self._order[kind[0]] = np.lexsort((self._ranks(0), codes))
        order = self._order[kind[0]]
        found = np.empty(len(sought), np.int64)
        found[order] = np.searchsorted(self._rows(kind).place, sought[order])
        return found

    def _between(self, rows: _Sorted, history: History, start: Places, end: Places) -> tuple[Places, Places]:
        sums = self._sums(rows, history.amount) if history.amount else rows.counts
        if history.clock == "known_at" or history.days is None:
            return rows.counts[end] - rows.counts[start], sums[end] - sums[start]
        counts, totals = np.diff(rows.counts), np.diff(sums)
        found = np.zeros((2, len(self._asked)), np.int64)
        for count, (first, last, since) in enumerate(zip(start, end, self._asked.at - history.days * DAY, strict=True)):
            within = rows.declared[first:last] >= since
            found[:, count] = counts[first:last][within].sum(), totals[first:last][within].sum()
        return found[0], found[1]

    def _sums(self, rows: _Sorted, amount: Amount) -> Places:
        if amount not in rows.sums:
            rows.sums[amount] = _cumulative(self._learned.amounts[amount][rows.order])
        return rows.sums[amount]

    def _days_since(self, rows: _Sorted, window: tuple[Places, Places], present: NDArray[np.bool_], *, earliest: bool) -> Answer:
        first, last = rows.positives[window[0]], rows.positives[window[1]]
        some = present & (last > first)
        when = np.zeros(len(some), np.int64)
        when[some] = rows.since[first[some] if earliest else last[some] - 1]
        return _kept((self._asked.at - when).astype(np.float64) / DAY, some)


def _cumulative(column: NDArray[np.int64]) -> Places:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(column)))


def _kept(values: NDArray[np.float64], present: NDArray[np.bool_]) -> Answer:
    return np.where(present, values, 0.0), present
