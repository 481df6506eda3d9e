"""The accounts, made anew from the log: every entry, and every report of a bank, in the order they were written."""

from __future__ import annotations

from clearlane.model.facts import Record
from clearlane.model.payment_facts import BankMessageTaken, Booked
from clearlane.office.payment_ledger import entry_series
from clearlane.office.ports import Work


class PaymentRebuild:
    """Makes the accounts anew.

    Args:
      work: The transaction in which all is made anew.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._given: dict[str, int] = {}

    def take(self, record: Record) -> None:
        """Carry one fact into the accounts, where it concerns them."""
        fact = record.fact
        if isinstance(fact, Booked):
            self._work.put_entry_made(record.seq, fact.entry)
            year, ordinal = int(fact.entry.number[1:5]), int(fact.entry.number[5:])
            self._given[entry_series(year)] = max(ordinal, self._given.get(entry_series(year), 0))
        elif isinstance(fact, BankMessageTaken):
            self._work.put_bank_message(record)

    def finish(self) -> None:
        """Set how many numbers were given."""
        for series, last in self._given.items():
            self._work.set_ordinal(series, last)
