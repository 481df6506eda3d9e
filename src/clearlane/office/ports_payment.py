"""What the office needs of a store for money: what accounts come to, every posting, and what banks reported. All derived from the log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from clearlane.model.facts import Record
from clearlane.model.payment import Balance, Entry, KnownCredit, Line


class PaymentReading(Protocol):
    """What can be asked. Answers are as of the last commit, or within a work as of the work."""

    def open_items(self, account: str) -> list[Balance]:
        """Return what an account comes to by currency and open item, those that are not zero, oldest first."""

    def open_item(self, name: str) -> list[Balance]:
        """Return what an open item comes to on each account, those that are not zero."""

    def account_totals(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Return the sum, and how many balances make it up, of each kind of account and currency, those that are not zero."""

    def accounts_of(self, kind: str) -> dict[tuple[str, str], int]:
        """Return what each account of a kind comes to, by account and currency, those that are not zero."""

    def lines(self, account: str, since: date | None = None, until: date | None = None) -> list[Line]:
        """Return the postings of an account in the order of the log, from a day of the books to another, both included."""

    def entry_lines(self, entry: str) -> list[Line]:
        """Return the postings of an entry."""

    def entries_made(self) -> int:
        """Return how many entries stand in the books."""

    def known_credits(self, identities: Iterable[str]) -> list[KnownCredit]:
        """Return what is known of what a bank reports, by its identity or that of the group it is part of."""

    def unstated(self) -> list[KnownCredit]:
        """Return what is booked and stands on no statement yet, by account and day."""

    def bank_message(self, digest: str) -> list[Record]:
        """Return the reports taken from a message of a bank, in its order."""

    def statements(self) -> list[Record]:
        """Return every statement of a bank taken, in the order of the log."""


class PaymentWriting(Protocol):
    """What a work can write."""

    def put_entry_made(self, seq: int, entry: Entry) -> None:
        """Carry an entry into the postings and balances, by its place in the log."""

    def put_bank_message(self, record: Record) -> None:
        """Remember a report of a bank; what it reports is then known, and stated where it is a statement.

        Raises:
          Exception: Something is known already as another entry's: the database refuses it.
        """
