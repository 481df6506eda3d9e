"""Money in an honest small store in memory: the port's promises, kept by adding up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from clearlane.model.facts import Record
from clearlane.model.payment import Balance, Entry, KnownCredit, Line, account_kind
from clearlane.model.payment_facts import BankMessageTaken


class MemoryPayments:
    """The accounts of a store in memory."""

    _log: list[Record]

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._credits: dict[str, KnownCredit] = {}
        self._reports: list[Record] = []

    def _balances(self) -> list[Balance]:
        found: dict[tuple[str, str, str], Balance] = {}
        for one in self._lines:
            place = one.account, one.currency, one.item
            before = found.get(place) or Balance(*place, 0, one.seq)
            found[place] = replace(before, minor=before.minor + one.minor, last=one.seq)
        return sorted((one for one in found.values() if one.minor), key=lambda one: (one.since, one.item, one.currency))

    def open_items(self, account: str) -> list[Balance]:
        return [one for one in self._balances() if one.account == account]

    def open_item(self, name: str) -> list[Balance]:
        return sorted((one for one in self._balances() if name and one.item == name), key=lambda one: (one.account, one.currency))

    def account_totals(self) -> dict[tuple[str, str], tuple[int, int]]:
        sums: dict[tuple[str, str], tuple[int, int]] = {}
        for one in self._balances():
            place = account_kind(one.account), one.currency
            total, count = sums.get(place, (0, 0))
            sums[place] = total + one.minor, count + 1
        return dict(sorted(sums.items()))

    def accounts_of(self, kind: str) -> dict[tuple[str, str], int]:
        sums: dict[tuple[str, str], int] = {}
        for one in self._balances():
            if account_kind(one.account) == kind:
                sums[one.account, one.currency] = sums.get((one.account, one.currency), 0) + one.minor
        return {place: total for place, total in sorted(sums.items()) if total}

    def lines(self, account: str, since: date | None = None, until: date | None = None) -> list[Line]:
        return [one for one in self._lines if one.account == account and (since or date.min) <= one.on <= (until or date.max)]

    def entry_lines(self, entry: str) -> list[Line]:
        return [one for one in self._lines if one.entry == entry]

    def entries_made(self) -> int:
        return sum(one.place == 0 for one in self._lines)

    def known_credits(self, identities: Iterable[str]) -> list[KnownCredit]:
        wanted = set(identities)
        return [one for _, one in sorted(self._credits.items()) if {one.identity, one.group} & wanted]

    def unstated(self) -> list[KnownCredit]:
        return sorted((one for one in self._credits.values() if not one.stated), key=lambda one: (one.account, one.on, one.identity))

    def bank_message(self, digest: str) -> list[Record]:
        return [record for record in self._reports if isinstance(record.fact, BankMessageTaken) and record.fact.digest == digest]

    def statements(self) -> list[Record]:
        return [record for record in self._reports if isinstance(record.fact, BankMessageTaken) and record.fact.kind == "statement"]

    def put_entry_made(self, seq: int, entry: Entry) -> None:
        self._lines += [
            Line(seq, place, entry.number, entry.kind, entry.on, entry.currency, one.account, one.item, one.minor)
            for place, one in enumerate(entry.postings)
        ]

    def put_bank_message(self, record: Record) -> None:
        taken = record.fact
        assert isinstance(taken, BankMessageTaken)
        self._reports.append(record)
        for one in taken.credits:
            known = self._credits.get(one.identity)
            assert known is None or known.entry == one.entry
            stated = (known.stated if known else "") or (taken.digest if taken.kind == "statement" else "")
            self._credits[one.identity] = replace(known or one, stated=stated)

    def forget_payments(self) -> None:
        self._lines, self._credits, self._reports = [], {}, []
