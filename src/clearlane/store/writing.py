"""Writing: one transaction's worth of facts, documents and read models, the same way into every store."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from clearlane.model.case import Attempt, Case
from clearlane.model.chosen import Chosen
from clearlane.model.facts import Fact, Record
from clearlane.model.person import Reading
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.risk_row import RiskRow
from clearlane.store import rows
from clearlane.store.reading import Reader
from clearlane.store.reading_people import TABLES
from clearlane.store.rows import Row, key, moment
from clearlane.store.tallying import Counts, changed
from clearlane.store.writing_ledger import LedgerWriter
from clearlane.store.writing_payment import TABLES as MONEY
from clearlane.store.writing_payment import PaymentWriter

DERIVED = ("cases", "tallies", "attempts", "series", "happenings", "chosen", "risk_rows", "snapshots", *MONEY)


class Writer(Reader, PaymentWriter, LedgerWriter):
    """One work. Whoever opens it has locked out every other writer, here and in other processes, until it ends."""

    def __init__(self) -> None:
        self._tallies: Counts | None = None
        self._given: dict[str, int] = {}

    @abstractmethod
    def _do(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Carry out one statement."""

    @abstractmethod
    def _insert(self, table: str, columns: Sequence[str], new: list[Row]) -> None:
        """Write rows that are not there yet, in order."""

    @abstractmethod
    def _keep(self, new: list[Row]) -> None:
        """Write documents; those that are there stay."""

    @abstractmethod
    def _replace(self, table: str, columns: Sequence[str], keys: int, new: list[Row]) -> None:
        """Write rows in place of those with the same key, which is the first columns."""

    @abstractmethod
    def _standings(self, numbers: list[str]) -> list[Row]:
        """Return state, lane, currency and duty of the cases there are."""

    def next_ordinal(self, series: str) -> int:
        """Return the next number of a series, from 1; it is given for good when the work commits."""
        if series not in self._given:
            found = self._ask("SELECT last FROM series WHERE name = ?", (series,))
            self._given[series] = found[0][0] if found else 0
        self._given[series] += 1
        return self._given[series]

    def set_ordinal(self, series: str, value: int) -> None:
        """Set the last number given in a series."""
        self._given[series] = value

    def append(self, at: datetime, facts: Sequence[tuple[str, Fact]]) -> list[Record]:
        """Write (subject, fact) pairs at the end of the log, numbered without gaps."""
        first, when = self.last_seq() + 1, at.astimezone(UTC)
        self._insert("facts", rows.FACT, rows.fact_rows(first, moment(at), facts))
        return [Record(place, when, subject, fact) for place, (subject, fact) in enumerate(facts, first)]

    def keep(self, documents: Iterable[tuple[str, bytes]]) -> None:
        """Keep (digest, bytes) beside the log; what is already there stays."""
        self._keep(list(dict(documents).items()))

    def put_cases(self, cases: Iterable[Case]) -> None:
        """Write where cases stand, replacing what stood there, and count them anew."""
        new = {case.number: rows.case_row(case) for case in cases}
        if self._tallies is None:
            self._tallies = self._counts()
        counts = changed(self._tallies, self._standings(list(new)), map(_standing, new.values()))
        self._replace("cases", rows.CASE, 1, list(new.values()))
        self._replace("tallies", rows.TALLY, 3, [(*place, *count) for place, count in counts.items()])
        self._tallies |= counts

    def put_attempts(self, attempts: Iterable[Attempt]) -> None:
        """Remember messages taken."""
        self._insert("attempts", rows.ATTEMPT, [rows.attempt_row(attempt) for attempt in attempts])

    def put_happenings(self, events: Iterable[HistoryEvent], *, new: bool = False) -> None:
        """Remember what happened to goods items, replacing what stood there; ``new`` where it is known that nothing did."""
        self._put("happenings", rows.HAPPENING, 2, {(e.seq, e.item): rows.happening_row(e) for e in events}, new=new)

    def put_risk_rows(self, seen: Iterable[RiskRow], *, new: bool = False) -> None:
        """Write goods items as risk saw them, replacing what stood there; ``new`` where it is known that nothing did."""
        self._put("risk_rows", rows.RISK_ROW, 2, {(one.number, one.item): rows.risk_row(one) for one in seen}, new=new)

    def put_chosen(self, chosen: Iterable[Chosen], *, new: bool = False) -> None:
        """Write how declarations were selected, replacing what stood there; ``new`` where it is known that nothing did."""
        self._put("chosen", rows.CHOSEN, 1, {one.number: rows.chosen_row(one) for one in chosen}, new=new)

    def _put(self, table: str, columns: Sequence[str], keys: int, found: Mapping[Any, Row], *, new: bool) -> None:
        if found and new:
            self._insert(table, columns, list(found.values()))
        elif found:
            self._replace(table, columns, keys, list(found.values()))

    def erase_seen(self, number: str) -> None:
        """Erase what risk saw of a declaration's goods, and what histories remember of it, where the law demands it; its facts stay."""
        for table in ("risk_rows", "happenings"):
            self._do(f"DELETE FROM {table} WHERE number = ?", (key(number),))  # noqa: S608

    def put_snapshot(self, name: str, seq: int, body: bytes) -> None:
        """Note a state that is costly to fold, up to a place in the log."""
        anew = "ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, body = excluded.body"
        sql = f"INSERT INTO snapshots (name, seq, body) VALUES (?, ?, ?) {anew}"  # noqa: S608
        self._do(sql, (name, seq, body))

    def put_entry(self, table: str, name: str, owner: str, body: str) -> None:
        """Keep something of a person under a name, replacing what stood there."""
        if table not in TABLES:
            raise ValueError(f"No table of persons is called {table}.")
        self._replace(table, ("name", "owner", "body"), 1, [(key(name), key(owner), body)])

    def drop_entries(self, table: str, *, name: str = "", owner: str = "") -> None:
        """Erase what is kept under a name, or all that is kept for an owner."""
        if table not in TABLES or not (name or owner):
            raise ValueError(f"Nothing was named that could be erased from {table}.")
        column, value = ("name", name) if name else ("owner", owner)
        self._do(f"DELETE FROM {table} WHERE {column} = ?", (key(value),))  # noqa: S608

    def note_reading(self, reading: Reading) -> None:
        """Note that someone was shown personal data."""
        place = self._ask("SELECT coalesce(max(place), 0) + 1 FROM reads")[0][0]
        self._insert("reads", rows.READ, [rows.read_row(place, reading)])

    def expire_reads(self, before: date) -> None:
        """Remove the lines of days before one, where the log has a fact of just that."""
        self._do("INSERT INTO reads_expired (before) VALUES (?)", (before.isoformat(),))
        self._do("DELETE FROM reads WHERE at < ?", (before.isoformat(),))

    def seal(self, name: str, body: bytes) -> None:
        """Keep a sealed secret under its name, once."""
        self._do("INSERT INTO sealed (name, body) VALUES (?, ?)", (name, body))

    def forget_read_models(self) -> None:
        """Drop cases, attempts, series, happenings and selections, which are derived from the log, before they are rebuilt."""
        for table in DERIVED:
            self._do(f"DELETE FROM {table}")  # noqa: S608
        self._tallies, self._given = {}, {}

    def erase(self, digest: str) -> None:
        """Erase a document kept beside the log, where the law demands it; the facts that name its digest stay."""
        self._do("DELETE FROM documents WHERE digest = ?", (key(digest),))

    def _finish(self) -> None:
        """Write down the ordinals given, before the commit."""
        self._replace("series", ("name", "last"), 1, list(self._given.items()))


def _standing(row: Row) -> Row:
    _, _, _, state, lane, _, currency, duty, *_ = row
    return state, lane, currency, duty
