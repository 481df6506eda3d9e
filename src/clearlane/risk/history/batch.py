"""Every history of a whole year at once: cumulative sums per key, and two searches for each question.

The answers are the very ones that ``Memory`` gave, or would have given, at each moment.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clearlane.model.risk_history import Amount, History
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
        self._found: dict[tuple[Kind, int | None], tuple[Places, Places]] = {}

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
                {name: _cumulative(column[order]) for name, column in learned.amounts.items()},
            )
        return self._sorted[kind]

    def _window(self, history: History) -> tuple[Places, Places]:
        """Return the rows of each question's window as first and behind the last. Rows before a moment are those before its place."""
        kind = (history.entity, history.of)
        if (kind, history.days) not in self._found:
            rows, codes, known = self._rows(kind).place, self._asked.keys[history.entity], self._learned.known
            base = codes * (len(self._learned) + 1)
            if (kind, None) in self._found:
                end = self._found[kind, None][1]
            else:
                end = np.searchsorted(rows, base + np.searchsorted(known, self._asked.at))
                self._found[kind, None] = (np.searchsorted(rows, base), end)
            if history.days is not None:
                start = np.searchsorted(rows, base + np.searchsorted(known, self._asked.at - history.days * DAY))
                self._found[kind, history.days] = (start, end)
        return self._found[kind, history.days]

    def _between(self, rows: _Sorted, history: History, start: Places, end: Places) -> tuple[Places, Places]:
        sums = rows.sums[history.amount] if history.amount else rows.counts
        if history.clock == "known_at" or history.days is None:
            return rows.counts[end] - rows.counts[start], sums[end] - sums[start]
        counts, totals = np.diff(rows.counts), np.diff(sums)
        found = np.zeros((2, len(self._asked)), np.int64)
        for count, (first, last, since) in enumerate(zip(start, end, self._asked.at - history.days * DAY, strict=True)):
            within = rows.declared[first:last] >= since
            found[:, count] = counts[first:last][within].sum(), totals[first:last][within].sum()
        return found[0], found[1]

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
