"""Reading what risk work derives from the log: what is remembered of traders and goods, and how declarations were selected."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from clearlane.model.chosen import Chosen
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.risk_row import RiskRow
from clearlane.store import rows
from clearlane.store.rows import Row, key, moment

_PAGE = 1000


class RiskReader(ABC):
    """Questions of risk work, answered from committed rows, or from those of the work it belongs to."""

    @abstractmethod
    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows a query finds."""

    @abstractmethod
    def _chosen_of(self, consignments: list[str]) -> list[Row]:
        """Return bodies of selections under some consignments, in the order of time."""

    def happenings_after(self, seq: int, limit: int = _PAGE) -> list[HistoryEvent]:
        """Return what happened after a place in the log, in order; the events of one place are never parted."""
        found = self._ask("SELECT seq, body FROM happenings WHERE seq > ? ORDER BY seq, item LIMIT ?", (seq, limit))
        if len(found) == limit:
            last = found[-1][0]
            tail = self._ask("SELECT seq, body FROM happenings WHERE seq = ? ORDER BY item", (last,))
            found = [row for row in found if row[0] != last] + tail
        return rows.happenings((body,) for _, body in found)

    def happenings_of(self, number: str) -> list[HistoryEvent]:
        """Return what happened to a declaration's goods, in order."""
        return rows.happenings(self._ask("SELECT body FROM happenings WHERE number = ? ORDER BY seq, item", (key(number),)))

    def chosen(self, number: str) -> Chosen | None:
        """Return how a declaration was selected; None where it was not asked."""
        found = rows.chosen(self._ask("SELECT body FROM chosen WHERE number = ?", (key(number),)))
        return found[0] if found else None

    def chosen_in(self, office: str, shift: str, arms: Sequence[str] = (), limit: int = _PAGE) -> list[Chosen]:
        """Return the declarations selected at an office in a shift, latest first; by some arms only where given."""
        among = f" AND arm IN ({', '.join('?' * len(arms))})" if arms else ""
        sql = f"SELECT body FROM chosen WHERE office = ? AND shift = ?{among} ORDER BY at DESC, number DESC LIMIT ?"  # noqa: S608
        return rows.chosen(self._ask(sql, (key(office), key(shift), *arms, limit)))

    def chosen_counts(self, office: str, shift: str) -> dict[tuple[str, str], int]:
        """Return how many declarations of an office and shift each arm took into each lane; the arm is ``fallen`` for those that fell."""
        sql = "SELECT arm, lane, count(*) FROM chosen WHERE office = ? AND shift = ? GROUP BY arm, lane"
        return {(arm, lane): count for arm, lane, count in self._ask(sql, (key(office), key(shift)))}

    def chosen_from(self, since: datetime, after: str = "", limit: int = _PAGE) -> list[Chosen]:
        """Return selections in the order of time, from a moment on, after a number among those of that very moment."""
        sql = "SELECT body FROM chosen WHERE (at, number) > (?, ?) ORDER BY at, number LIMIT ?"
        return rows.chosen(self._ask(sql, (moment(since), key(after), limit)))

    def risk_rows_from(self, since: datetime, after: tuple[str, int] = ("", 0), limit: int = _PAGE) -> list[RiskRow]:
        """Return goods items as risk saw them, in the order of time, from a moment on, after a number and item of that very moment."""
        sql = "SELECT body FROM risk_rows WHERE (at, number, item) > (?, ?, ?) ORDER BY at, number, item LIMIT ?"
        return rows.risk_rows(self._ask(sql, (moment(since), key(after[0]), after[1], limit)))

    def risk_rows_of(self, number: str) -> list[RiskRow]:
        """Return a declaration's goods items as risk saw them."""
        return rows.risk_rows(self._ask("SELECT body FROM risk_rows WHERE number = ? ORDER BY item", (key(number),)))

    def chosen_under(self, consignments: Iterable[str]) -> list[Chosen]:
        """Return the selections of some consignments, in the order of time."""
        wanted = sorted({key(one) for one in consignments if one})
        return rows.chosen(self._chosen_of(wanted)) if wanted else []

    def offices(self) -> list[tuple[str, str]]:
        """Return the latest shifts in which declarations were selected, with their office, latest first."""
        sql = "SELECT office, shift FROM chosen GROUP BY office, shift ORDER BY max(at) DESC, office LIMIT 200"
        return [(office, shift) for office, shift in self._ask(sql)]

    def snapshot(self, name: str) -> tuple[int, bytes] | None:
        """Return what was noted of a state that is costly to fold, and the place in the log it was folded up to."""
        found = self._ask("SELECT seq, body FROM snapshots WHERE name = ?", (name,))
        return (found[0][0], bytes(found[0][1])) if found else None

    def sealed(self, name: str) -> bytes | None:
        """Return a sealed secret by its name."""
        found = self._ask("SELECT body FROM sealed WHERE name = ?", (name,))
        return bytes(found[0][0]) if found else None
