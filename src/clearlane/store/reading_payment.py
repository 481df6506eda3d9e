"""Reading what is derived from the log about money: balances, postings, and what banks reported."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from clearlane.model.facts import Record
from clearlane.model.payment import Balance, KnownCredit, Line
from clearlane.store import rows
from clearlane.store.rows import Row

BALANCE = ("account", "currency", "item", "minor", "since", "last")
LINE = ("seq", "place", "entry", "kind", "day", "currency", "account", "item", "minor")
CREDIT = ("identity", "bunch", "account", "currency", "minor", "day", "entry", "stated")
_BALANCES = f"SELECT {', '.join(BALANCE)} FROM balances"  # noqa: S608 - names of our own columns
_LINES = f"SELECT {', '.join(LINE)} FROM postings"  # noqa: S608
_CREDITS = f"SELECT {', '.join(CREDIT)} FROM credits"  # noqa: S608
_REPORTS = "SELECT facts.seq, facts.at, facts.subject, facts.body FROM bank_messages JOIN facts ON facts.seq = bank_messages.seq"
_MOST = 400


class PaymentReader(ABC):
    """Questions about money, answered from committed rows, or from those of the work it belongs to."""

    @abstractmethod
    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows a query finds."""

    def open_items(self, account: str) -> list[Balance]:
        """Return what an account comes to by currency and open item, those that are not zero, oldest first."""
        found = self._ask(f"{_BALANCES} WHERE account = ? AND minor <> 0 ORDER BY since, item, currency", (account,))
        return [Balance(*row) for row in found]

    def open_item(self, name: str) -> list[Balance]:
        """Return what an open item comes to on each account, those that are not zero."""
        found = self._ask(f"{_BALANCES} WHERE item = ? AND item <> '' AND minor <> 0 ORDER BY account, currency", (name,))
        return [Balance(*row) for row in found]

    def account_totals(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Return the sum, and how many balances make it up, of each kind of account and currency, those that are not zero."""
        found = self._ask(
            "SELECT kind, currency, sum(minor), count(*) FROM balances WHERE minor <> 0 GROUP BY kind, currency ORDER BY 1, 2"
        )
        return {(kind, currency): (int(total), count) for kind, currency, total, count in found}

    def accounts_of(self, kind: str) -> dict[tuple[str, str], int]:
        """Return what each account of a kind comes to, by account and currency, those that are not zero."""
        sql = "SELECT account, currency, sum(minor) FROM balances WHERE kind = ? AND minor <> 0 GROUP BY account, currency ORDER BY 1, 2"
        return {(account, currency): int(total) for account, currency, total in self._ask(sql, (kind,)) if total}

    def lines(self, account: str, since: date | None = None, until: date | None = None) -> list[Line]:
        """Return the postings of an account in the order of the log, from a day of the books to another, both included."""
        days = (since or date.min).isoformat(), (until or date.max).isoformat()
        return [
            _line(row) for row in self._ask(f"{_LINES} WHERE account = ? AND day BETWEEN ? AND ? ORDER BY seq, place", (account, *days))
        ]

    def entry_lines(self, entry: str) -> list[Line]:
        """Return the postings of an entry."""
        return [_line(row) for row in self._ask(f"{_LINES} WHERE entry = ? ORDER BY seq, place", (entry,))]

    def entries_made(self) -> int:
        """Return how many entries stand in the books."""
        count: int = self._ask("SELECT count(*) FROM postings WHERE place = 0")[0][0]
        return count

    def known_credits(self, identities: Iterable[str]) -> list[KnownCredit]:
        """Return what is known of what a bank reports, by its identity or that of the group it is part of."""
        wanted, found = sorted(set(identities)), dict[str, KnownCredit]()
        for begin in range(0, len(wanted), _MOST):
            some = wanted[begin : begin + _MOST]
            marks = ", ".join("?" * len(some))
            for row in self._ask(f"{_CREDITS} WHERE identity IN ({marks}) OR bunch IN ({marks})", (*some, *some)):
                found[row[0]] = _credit(row)
        return [found[identity] for identity in sorted(found)]

    def unstated(self) -> list[KnownCredit]:
        """Return what is booked and stands on no statement yet, by account and day."""
        return [_credit(row) for row in self._ask(f"{_CREDITS} WHERE stated = '' ORDER BY account, day, identity")]

    def bank_message(self, digest: str) -> list[Record]:
        """Return the reports taken from a message of a bank, in its order."""
        found = self._ask(f"{_REPORTS} WHERE bank_messages.digest = ? ORDER BY bank_messages.part", (digest,))
        return [rows.record(row) for row in found]

    def statements(self) -> list[Record]:
        """Return every statement of a bank taken, in the order of the log."""
        found = self._ask(f"{_REPORTS} WHERE bank_messages.kind = 'statement' ORDER BY bank_messages.seq")
        return [rows.record(row) for row in found]


def _line(row: Row) -> Line:
    seq, place, entry, kind, day, *rest = row
    return Line(seq, place, entry, kind, date.fromisoformat(day), *rest)


def _credit(row: Row) -> KnownCredit:
    identity, group, account, currency, minor, day, entry, stated = row
    return KnownCredit(identity, group, account, currency, minor, date.fromisoformat(day), entry, stated)
