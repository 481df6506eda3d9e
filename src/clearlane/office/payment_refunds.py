"""Refunds: what was paid beyond what is owed is ordered back, and leaves the books when the bank reports it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clearlane.model.case import Case
from clearlane.model.payment import Posting, from_minor
from clearlane.model.payment_facts import Choice, ExcessChosen, RefundAsked, RefundOrdered
from clearlane.model.profile import Profile
from clearlane.office.payment_ledger import Ledger
from clearlane.office.payment_nouns import Asking
from clearlane.office.payment_refusals import NOBODY, no_declaration, no_order, nothing_to_pay_back, too_much
from clearlane.office.payment_signing import second_of, takes_two
from clearlane.office.ports import Reading, Store
from clearlane.office.tariff_refusals import identified
from clearlane.payment.booking import moved
from clearlane.payment.settling import OWN


class RefundDesk:
    """Refunds, at ``office.payments.refunds``.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._clock = profile, store, clock

    def choose(self, number: str, choice: Choice, *, by: str = "") -> None:
        """Record what becomes of what is paid on a declaration beyond what it owes.

        Args:
          number: The declaration.
          choice: Paid back, or kept in suspense.
          by: The officer; empty where the trader himself chooses.

        Raises:
          NotFound: There is no such declaration.
        """
        officer = identified(by, NOBODY) if by else ""
        with self._store.work() as work:
            case = _case(work, number)
            work.append(self._clock(), [(case.number, ExcessChosen(choice, officer))])

    def order(self, number: str, *, by: str) -> Asking:
        """Order to pay back all that is to be paid back of a declaration; where the law wants two officers it waits for the second.

        The order's number goes to the bank as the end-to-end reference, by which its report is recognised.

        Raises:
          NotFound: There is no such declaration.
          NotAllowed: The officer gave no identification.
          Conflict: Nothing is to be paid back.
        """
        officer, currency = identified(by, NOBODY), self._profile.currency
        with self._store.work() as work:
            ledger = Ledger(work, self._profile, self._clock())
            case = _case(work, number)
            ledger.settle(case.number)
            minor = ledger.held(case.number, currency)
            if minor <= 0:
                raise nothing_to_pay_back(case.number)
            asked = RefundAsked(minor, currency, officer)
            if takes_two(self._profile, "refund-ordered", minor, currency):
                work.append(ledger.at, [(case.number, asked)])
                return _answer(case.number, asked, "", ledger.at)
            return _ordered(ledger, case.number, asked, "")

    def countersign(self, number: str, *, by: str) -> Asking:
        """Sign an order to pay back that waits for a second officer.

        Raises:
          NotFound: There is no such declaration, or nothing waits.
          NotAllowed: The officer is the first one, or gave no identification.
          Conflict: Less is to be paid back by now.
        """
        with self._store.work() as work:
            ledger = Ledger(work, self._profile, self._clock())
            case = _case(work, number)
            asked = waiting(work, case.number)
            if asked is None:
                raise no_order(case.number)
            second = second_of(by, asked.by)
            ledger.settle(case.number)
            if (held := ledger.held(case.number, asked.currency)) < asked.minor:
                raise too_much(asked.minor, held, asked.currency)
            return _ordered(ledger, case.number, asked, second)


def waiting(reading: Reading, number: str) -> RefundAsked | None:
    """Return the order to pay back that waits for a second officer."""
    found: RefundAsked | None = None
    for record in reading.facts_of(number):
        if isinstance(record.fact, RefundAsked):
            found = record.fact
        elif isinstance(record.fact, RefundOrdered):
            found = None
    return found


def _ordered(ledger: Ledger, number: str, asked: RefundAsked, second: str) -> Asking:
    account = f"refund:{number}"
    entry = ledger.book("refund", asked.currency, moved(asked.minor, Posting(account, 0), Posting(account, 0, OWN)))
    order = RefundOrdered(entry.number, asked.minor, asked.currency, asked.by, second)
    ledger.work.append(ledger.at, [(number, order)])
    return _answer(number, asked, entry.number, ledger.at)


def _answer(number: str, asked: RefundAsked, entry: str, at: datetime) -> Asking:
    amount = from_minor(asked.minor, asked.currency)
    return Asking(done=bool(entry), entry=entry, number=number, amount=amount, currency=asked.currency, at=at)


def _case(reading: Reading, number: str) -> Case:
    case = reading.case(number)
    if case is None:
        raise no_declaration(number)
    return case
