"""Writing what is derived from the log about money, within the work that writes the facts themselves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from clearlane.model.facts import Record
from clearlane.model.payment import Entry, account_kind
from clearlane.model.payment_facts import BankMessageTaken
from clearlane.store.reading_payment import CREDIT, LINE
from clearlane.store.rows import Row

TABLES = ("balances", "postings", "credits", "bank_messages")
_ADD = (
    "INSERT INTO balances (account, currency, item, kind, minor, since, last) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (account, currency, item) DO UPDATE SET minor = balances.minor + excluded.minor, last = excluded.last"
)
_STATED = "UPDATE credits SET stated = ? WHERE identity = ? AND stated = ''"


class PaymentWriter(ABC):
    """The part of a work that keeps the accounts."""

    @abstractmethod
    def _do(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Carry out one statement."""

    @abstractmethod
    def _insert(self, table: str, columns: Sequence[str], new: list[Row]) -> None:
        """Write rows that are not there yet, in order."""

    @abstractmethod
    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows a query finds."""

    def put_entry_made(self, seq: int, entry: Entry) -> None:
        """Carry an entry into the postings and balances, by its place in the log."""
        day, lines = entry.on.isoformat(), list(enumerate(entry.postings))
        self._insert(
            "postings",
            LINE,
            [(seq, place, entry.number, entry.kind, day, entry.currency, one.account, one.item, one.minor) for place, one in lines],
        )
        for _, one in lines:
            self._do(_ADD, (one.account, entry.currency, one.item, account_kind(one.account), one.minor, seq, seq))

    def put_bank_message(self, record: Record) -> None:
        """Remember a report of a bank; what it reports is then known, and stated where it is a statement."""
        taken = record.fact
        if not isinstance(taken, BankMessageTaken):
            raise TypeError("This is no report of a bank.")
        self._insert("bank_messages", ("digest", "part", "kind", "seq"), [(taken.digest, taken.part, taken.kind, record.seq)])
        stated = taken.digest if taken.kind == "statement" else ""
        for one in taken.credits:
            known = self._ask("SELECT entry FROM credits WHERE identity = ?", (one.identity,))
            if known != [(one.entry,)]:
                whole = (one.identity, one.group, one.account, one.currency, one.minor, one.on.isoformat(), one.entry, "")
                self._insert("credits", CREDIT, [whole])
            if stated:
                self._do(_STATED, (stated, one.identity))
