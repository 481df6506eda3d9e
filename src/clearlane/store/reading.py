"""Reading: the questions every store answers, in SQL that all of them speak.

In the queries ``?`` stands for a value. What databases say differently, lists of keys, each store asks in its own words.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from clearlane.model.case import Attempt, Case, Query, Tally
from clearlane.model.facts import Record
from clearlane.store import rows
from clearlane.store.reading_ledger import LedgerReader
from clearlane.store.reading_payment import PaymentReader
from clearlane.store.reading_people import PeopleReader
from clearlane.store.reading_risk import RiskReader
from clearlane.store.reading_work import WorkReader, waiting
from clearlane.store.rows import Row, key, moment
from clearlane.store.tallying import Counts, tally

_RECORD = "SELECT seq, at, subject, body FROM facts"
_CASE = "SELECT body FROM cases"
_AFTER_ANY = "\U0010ffff"
_PAGE = 1000


class Reader(RiskReader, PeopleReader, PaymentReader, WorkReader, LedgerReader):
    """Answers questions from committed rows, or from those of the work it belongs to."""

    @abstractmethod
    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows a query finds."""

    @abstractmethod
    def _attempts_under(self, pairs: list[tuple[str, str]]) -> list[Row]:
        """Return bodies of attempts under (declarant, reference) pairs, oldest first."""

    def case(self, number: str, declarant: str = "") -> Case | None:
        """Return a case by its number, else the latest by a number recorded from outside, of one declarant where given.

        Numbers from outside are the lodgers' word: two declarants may claim the same, and neither hides the other's.
        """
        mine, whose = (" AND declarant = ?", (key(declarant),)) if declarant else ("", ())
        found = self._ask(f"{_CASE} WHERE number = ?{mine}", (key(number), *whose))
        if not found and number:
            outside = f"WHERE outside_number <> '' AND outside_number = ?{mine} ORDER BY lodged_at DESC, number DESC LIMIT 1"
            found = self._ask(f"{_CASE} {outside}", (key(number), *whose))
        return rows.cases(found)[0] if found else None

    def cases(self, query: Query) -> list[Case]:
        """Return the cases asked for, latest change first; of those changed together, the highest number first. Or by their clocks."""
        where, values = _conditions(query)
        order = "due, number" if query.by_due else "changed_at DESC, number DESC"
        sql = f"{_CASE}{where} ORDER BY {order} LIMIT ?"
        return rows.cases(self._ask(sql, (*values, query.limit)))

    def tally(self) -> Tally:
        """Return how many cases stand where; its cost does not grow with their number."""
        return tally(self._counts())

    def attempts(self, keys: Iterable[tuple[str, str]]) -> list[Attempt]:
        """Return every attempt of these (declarant, reference) pairs, oldest first."""
        pairs = sorted({(key(declarant), key(reference)) for declarant, reference in keys})
        return rows.attempts(self._attempts_under(pairs)) if pairs else []

    def attempts_on(self, number: str) -> list[Attempt]:
        """Return every message that made or changed a declaration, oldest first."""
        return rows.attempts(self._ask("SELECT body FROM attempts WHERE number = ? ORDER BY place", (key(number),)))

    def by_reference(self, reference: str, declarant: str = "") -> list[Case]:
        """Return the cases under a reference, latest first, of one declarant or of all."""
        whose, values = (" AND declarant = ?", (key(declarant),)) if declarant else ("", ())
        sql = f"{_CASE} WHERE reference = ?{whose} ORDER BY lodged_at DESC, number DESC"
        return rows.cases(self._ask(sql, (key(reference), *values)))

    def facts_of(self, number: str) -> list[Record]:
        """Return a declaration's facts in order."""
        return [rows.record(row) for row in self._ask(f"{_RECORD} WHERE subject = ? ORDER BY seq", (key(number),))]

    def facts_after(self, seq: int, limit: int = _PAGE) -> list[Record]:
        """Return facts in order of the log, after a place in it."""
        return [rows.record(row) for row in self._ask(f"{_RECORD} WHERE seq > ? ORDER BY seq LIMIT ?", (seq, limit))]

    def facts(self) -> Iterator[Record]:
        """Stream the log as it stands now, in order and in constant memory; what is appended meanwhile is left out."""
        seq, last = 0, self.last_seq()
        while seq < last:
            yield from self.facts_after(seq, min(_PAGE, last - seq))
            seq = min(seq + _PAGE, last)

    def last_seq(self) -> int:
        """Return the place of the last fact, 0 for an empty log."""
        last: int = self._ask("SELECT coalesce(max(seq), 0) FROM facts")[0][0]
        return last

    def last_of(self, subject: str) -> int:
        """Return the place of the last fact about a subject, 0 where there is none."""
        last: int = self._ask("SELECT coalesce(max(seq), 0) FROM facts WHERE subject = ?", (key(subject),))[0][0]
        return last

    def subjects(self, prefix: str, limit: int = _PAGE) -> list[str]:
        """Return the subjects of facts that begin with some words, in their order."""
        sql = "SELECT DISTINCT subject FROM facts WHERE subject >= ? AND subject < ? ORDER BY subject LIMIT ?"
        return [row[0] for row in self._ask(sql, (key(prefix), key(prefix) + _AFTER_ANY, limit))]

    def facts_under(self, prefix: str, after: int = 0) -> list[Record]:
        """Return the facts about all subjects that begin with some words, in order of the log, from after a place in it."""
        sql = f"{_RECORD} WHERE subject >= ? AND subject < ? AND seq > ? ORDER BY seq"
        return [rows.record(row) for row in self._ask(sql, (key(prefix), key(prefix) + _AFTER_ANY, after))]

    def reassessments(self, limit: int = _PAGE, before: int = 0) -> list[Record]:
        """Return the facts that a duty must be looked at again, latest first, from before a place in the log where one is given."""
        earlier, values = (" AND seq < ?", (before,)) if before else ("", ())
        sql = f"{_RECORD} WHERE kind = 'reassessment-due'{earlier} ORDER BY seq DESC LIMIT ?"
        return [rows.record(row) for row in self._ask(sql, (*values, limit))]

    def review_facts(self, limit: int) -> list[Record]:
        """Return the facts of checks drawn for review and of reviews, latest first."""
        sql = f"{_RECORD} WHERE kind IN ('review-drawn', 'reviewed') ORDER BY seq DESC LIMIT ?"
        return [rows.record(row) for row in self._ask(sql, (limit,))]

    def document(self, digest: str) -> bytes | None:
        """Return the bytes kept beside the log under a SHA-256 digest; None if erased or never kept."""
        found = self._ask("SELECT body FROM documents WHERE digest = ?", (key(digest),))
        return bytes(found[0][0]) if found else None

    def _counts(self) -> Counts:
        return {row[:3]: row[3:] for row in self._ask(f"SELECT {', '.join(rows.TALLY)} FROM tallies")}  # noqa: S608


def _conditions(query: Query) -> tuple[str, list[str]]:
    """Return the WHERE clause of a query and its values."""
    parts = [(f"{column} = ?", [key(wanted)]) for column in ("declarant", "state", "lane") if (wanted := getattr(query, column))]
    if query.words:
        begins = [key(query.words), key(query.words) + _AFTER_ANY]
        parts.append(("(number >= ? AND number < ? OR reference >= ? AND reference < ?)", begins * 2))
    if query.before is not None:
        parts.append(("(changed_at, number) < (?, ?)", [moment(query.before), key(query.before_number)]))
    parts += waiting(query)
    where = " AND ".join(sql for sql, _ in parts)
    return f" WHERE {where}" if where else "", [value for _, values in parts for value in values]
