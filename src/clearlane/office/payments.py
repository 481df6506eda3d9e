"""Payments: what banks report is booked, what is owed is shown, what nobody understands waits. At ``office.payments``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clearlane.model.payment import Line, account_kind, from_minor
from clearlane.model.payment_facts import ExcessChosen
from clearlane.model.payment_reference import creditor_reference
from clearlane.model.profile import Profile
from clearlane.office.payment_days import DayDesk
from clearlane.office.payment_deferment import DefermentDesk
from clearlane.office.payment_ledger import Ledger
from clearlane.office.payment_nouns import AccountStatement, StatementLine, TakenMessage
from clearlane.office.payment_refunds import RefundDesk
from clearlane.office.payment_refusals import no_declaration
from clearlane.office.payment_security import SecurityDesk
from clearlane.office.payment_suspense import SuspenseDesk
from clearlane.office.payment_taking import take
from clearlane.office.ports import Reading, Store
from clearlane.payment import read
from clearlane.payment.charging import charged, owed, paid


class PaymentDesk:
    """Money: ``suspense``, ``deferment``, ``security``, ``refunds`` and ``days`` are desks of their own.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._clock = profile, store, clock
        self.suspense = SuspenseDesk(profile, store, clock)
        self.deferment = DefermentDesk(profile, store, clock)
        self.refunds = RefundDesk(profile, store, clock)
        self.security = SecurityDesk(profile, store, clock)
        self.days = DayDesk(profile, store, clock)

    def take(self, data: bytes) -> TakenMessage:
        """Take a message of a bank: camt.054, camt.053 or CSV. What was reported before is not booked again.

        Args:
          data: The message.

        Raises:
          Unreadable: It cannot be read; with ``line``. Nothing was booked.
        """
        reports = read(data)
        with self._store.work() as work:
            return take(Ledger(work, self._profile, self._clock()), data, reports)

    def charge(self, number: str) -> AccountStatement:
        """Bring the books to what a declaration owes by now, with all that follows; return its statement.

        Raises:
          NotFound: There is no such declaration.
        """
        with self._store.work() as work:
            case = work.case(number)
            if case is None:
                raise no_declaration(number)
            Ledger(work, self._profile, self._clock()).settle(case.number)
        return self.statement(case.number)

    def statement(self, number: str) -> AccountStatement:
        """Return what a declaration owes and what was paid on it, with every entry. What was not charged yet counts as owed too.

        Raises:
          NotFound: There is no such declaration.
        """
        case = self._store.case(number)
        if case is None:
            raise no_declaration(number)
        return _statement(self._store, self._profile, case.number)


def _statement(reading: Reading, law: Profile, number: str) -> AccountStatement:
    facts = [record.fact for record in reading.facts_of(number)]
    due = owed(facts, law.currency)
    currency = due[0] if due else law.currency
    debt = sum(one.minor for one in reading.open_items(f"debt:{number}") if one.currency == currency)
    not_yet = sum(due[1].values()) - sum(charged(facts).values()) if due else 0
    back = [one for one in reading.open_items(f"refund:{number}") if one.currency == currency]
    deferred = {
        one.account.partition(":")[2]: from_minor(one.minor, currency)
        for one in reading.open_item(number)
        if account_kind(one.account) == "deferment"
    }
    return AccountStatement(
        number,
        creditor_reference(number),
        currency,
        {tax: from_minor(minor, currency) for tax, minor in due[1].items()} if due else None,
        from_minor(paid(facts, currency), currency),
        deferred,
        from_minor(debt + not_yet, currency),
        from_minor(-sum(one.minor for one in back if not one.item), currency),
        from_minor(-sum(one.minor for one in back if one.item), currency),
        next((fact.choice for fact in reversed(facts) if isinstance(fact, ExcessChosen)), law.clearance.excess),
        tuple(_lines(reading, number)),
    )


def _lines(reading: Reading, number: str) -> list[StatementLine]:
    own: list[Line] = [*reading.lines(f"debt:{number}"), *reading.lines(f"refund:{number}")]
    found = []
    for entry in dict.fromkeys(line.entry for line in sorted(own, key=lambda line: (line.seq, line.place))):
        lines = reading.entry_lines(entry)
        account = f"debt:{number}"
        minor = sum(line.minor for line in lines if line.account == account)
        others = tuple(dict.fromkeys(line.account for line in lines if line.account != account))
        found.append(StatementLine(entry, lines[0].kind, lines[0].on, from_minor(minor, lines[0].currency), others))
    return found
