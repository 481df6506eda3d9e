"""Days of the books: everything owed is charged, the control total is zero, the banks agree, and the day is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256

from clearlane.model.facts import Accepted, Amended, Assessed, Cancelled, Record, Rejected
from clearlane.model.payment import SUSPENSE, from_minor
from clearlane.model.payment_facts import BankMessageTaken, Control, DayClosed
from clearlane.model.profile import Profile
from clearlane.office.payment_ledger import DAYS, Ledger, last_closed
from clearlane.office.payment_nouns import AccountTotal, Books
from clearlane.office.payment_refusals import NOBODY, day_closed, unexplained
from clearlane.office.ports import Reading, Store
from clearlane.office.tariff_refusals import identified
from clearlane.payment.controlling import control_totals, controls, gaps

_CHANGES = Accepted | Assessed | Amended | Cancelled | Rejected
_NAMED = ("bank", "tax", "suspense")
_PAGE, _GROUP = 2000, 200


class DayDesk:
    """Days of the books, at ``office.payments.days``.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._clock = profile, store, clock

    def charge(self, report: Callable[[int], None] = lambda done: None) -> int:
        """Charge what became owed, or is owed no more, since the last day was closed; return the place in the log it was done up to.

        Args:
          report: Called now and then with the place in the log reached.
        """
        closed = last_closed(self._store)
        reached = self._store.last_seq()
        numbers = list(_changed(self._store, closed.last if closed else 0, reached))
        for begin in range(0, len(numbers), _GROUP):
            with self._store.work() as work:
                ledger = Ledger(work, self._profile, self._clock())
                for number in numbers[begin : begin + _GROUP]:
                    ledger.settle(number)
            report(reached * (begin + _GROUP) // max(len(numbers), 1))
        return reached

    def books(self) -> Books:
        """Return all accounts, and how they stand against the banks.

        Raises:
          OutOfBalance: The sum of all accounts is not zero: work must stop.
        """
        return _books(self._store)

    def missing(self) -> list[tuple[BankMessageTaken, BankMessageTaken]]:
        """Return statements that follow one another while their balances do not: one between them is missing."""
        return gaps(_statements(self._store))

    def close(self, day: date, *, by: str, why: str = "") -> DayClosed:
        """Close a day of the books: its control total is zero, and accounts at banks agree with their statements or a reason is given.

        Args:
          day: The day; those before it that are not closed are closed with it.
          by: The officer.
          why: Why a bank account differs, where one does.

        Raises:
          NotAllowed: The officer gave no identification.
          Closed: The day is closed, or not here yet.
          Conflict: An account at a bank differs from its statements, and no reason was given.
          OutOfBalance: The sum of all accounts is not zero: work must stop.
        """
        officer, reason = identified(by, NOBODY), why.strip().encode()
        today, closed = self._profile.day(self._clock()), last_closed(self._store)
        if day > today or (closed and day <= closed.day):
            raise day_closed(day, closed.day if closed else today - timedelta(days=1))
        last = self.charge()
        with self._store.work() as work:
            books = _books(work)
            if (wrong := next((one for one in books.controls if one.difference), None)) and not reason:
                raise unexplained(wrong.account, wrong.difference, wrong.currency)
            digest = sha256(reason).hexdigest() if reason else ""
            if reason:
                work.keep([(digest, reason)])
            fact = DayClosed(day, books.entries, books.controls, len(work.open_items(SUSPENSE)), last, officer, digest)
            work.append(self._clock(), [(DAYS, fact)])
        return fact


def _changed(store: Reading, seq: int, last: int) -> Iterator[str]:
    """Yield the declarations whose debt may have changed after a place in the log, each once."""
    seen: set[str] = set()
    while seq < last and (records := store.facts_after(seq, min(_PAGE, last - seq))):
        for record in records:
            if isinstance(record.fact, _CHANGES) and record.subject not in seen:
                seen.add(record.subject)
                yield record.subject
        seq = records[-1].seq


def _books(reading: Reading) -> Books:
    kinds = reading.account_totals()
    sums = control_totals({place: minor for place, (minor, _) in kinds.items()})
    named = {place: minor for kind in _NAMED for place, minor in reading.accounts_of(kind).items()}
    accounts = [AccountTotal(account, currency, from_minor(minor, currency), 1) for (account, currency), minor in named.items()]
    accounts += [
        AccountTotal(kind, currency, from_minor(minor, currency), count)
        for (kind, currency), (minor, count) in kinds.items()
        if kind not in _NAMED
    ]
    banks = {(account.partition(":")[2], currency): minor for (account, currency), minor in reading.accounts_of("bank").items()}
    found: tuple[Control, ...] = controls(banks, _statements(reading), reading.unstated())
    closed = last_closed(reading)
    totals = {currency: from_minor(minor, currency) for currency, minor in sums.items()}
    return Books(tuple(accounts), totals, found, reading.entries_made(), closed.day if closed else None)


def _statements(reading: Reading) -> list[BankMessageTaken]:
    records: list[Record] = reading.statements()
    return [record.fact for record in records if isinstance(record.fact, BankMessageTaken)]
