"""Reading what waits for whom: worklists by their clocks, how much lies where, and what officers decided."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from clearlane.model.case import NOBODY, Load, Query
from clearlane.model.facts import Record
from clearlane.store import rows
from clearlane.store.rows import NEVER, Row, key, moment

Part = tuple[str, list[str]]
WAITING = "waits <> ''"
_WORKLOAD = "SELECT office, section, officer, waits, count(*), sum(CASE WHEN due < ? THEN 1 ELSE 0 END) FROM cases"


class WorkReader(ABC):
    """Questions of officers and supervisors, answered from committed rows, or from those of the work it belongs to."""

    @abstractmethod
    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows a query finds."""

    @abstractmethod
    def _signed(self) -> str:
        """Return the condition that a fact names whoever did it, as the index of such facts has it."""

    def workload(self, at: datetime, offices: Sequence[str] = ()) -> list[Load]:
        """Return how many cases wait, by office, section, officer and what for; late those whose clock has run out by a moment."""
        where, values = joined([(WAITING, []), *among("office", offices)])
        order = "GROUP BY office, section, officer, waits ORDER BY office, section, officer, waits"
        found = self._ask(f"{_WORKLOAD} WHERE {where} {order}", (moment(at), *values))
        return [Load(office, section, officer, waits, cases, int(late)) for office, section, officer, waits, cases, late in found]

    def acts(self, kinds: Sequence[str], since: datetime, until: datetime, before: int = 0, limit: int = 100) -> list[Record]:
        """Return facts that persons made, of some kinds, from a moment until before another, latest first, before a place in the log."""
        parts = [(self._signed(), []), ("at >= ? AND at < ?", [moment(since), moment(until)]), *among("kind", kinds)]
        where, values = joined(parts)
        earlier, place = (" AND seq < ?", [before]) if before else ("", [])
        sql = f"SELECT seq, at, subject, body FROM facts WHERE {where}{earlier} ORDER BY at DESC, seq DESC LIMIT ?"  # noqa: S608
        return [rows.record(row) for row in self._ask(sql, (*values, *place, limit))]


def waiting(query: Query) -> list[Part]:
    """Return the conditions of a query that are about work, each with its values."""
    parts: list[Part] = [*among("office", query.offices), *among("waits", query.waits)]
    if query.officer:
        parts.append(("officer = ?", ["" if query.officer == NOBODY else key(query.officer)]))
    if query.section:
        parts.append(("section = ?", [key(query.section)]))
    if query.due_before is not None:
        parts.append(("due < ?", [moment(query.due_before)]))
    if query.by_due:
        parts.append((WAITING, []))
        if query.after_number:
            parts.append(("(due, number) > (?, ?)", [moment(query.after_due) if query.after_due else NEVER, key(query.after_number)]))
    return parts


def among(column: str, values: Sequence[str]) -> list[Part]:
    """Return the condition that a column is one of some values; none where there are none to be one of."""
    if not values:
        return []
    return [(f"{column} IN ({', '.join('?' * len(values))})", [key(value) for value in values])]


def joined(parts: Sequence[Part]) -> Part:
    """Return conditions as one, with the values of all."""
    return " AND ".join(sql for sql, _ in parts), [value for _, values in parts for value in values]
