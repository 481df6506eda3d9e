"""Security for what may be owed: guarantees, which are no money of ours, and deposits, which are money held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from clearlane.model.case import Case
from clearlane.model.clearance_facts import Secured, Security
from clearlane.model.payment import SUSPENSE, Posting, from_minor, in_minor
from clearlane.model.profile import Profile
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text
from clearlane.office.payment_ledger import Ledger
from clearlane.office.payment_nouns import Asking
from clearlane.office.payment_refusals import NO_REASON, NOBODY, no_declaration, no_security, too_much, wrong_currency
from clearlane.office.payment_suspense import lying_in, part_of
from clearlane.office.ports import Reading, Store
from clearlane.office.tariff_refusals import identified
from clearlane.payment.booking import moved

_LONGEST = 35


class SecurityDesk:
    """Guarantees and deposits, at ``office.payments.security``.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._clock = profile, store, clock

    def guarantee(self, number: str, reference: str, amount: Decimal, *, by: str) -> None:
        """Record that a guarantee stands for what may be owed; 0 frees it.

        Args:
          number: The declaration.
          reference: The guarantee's number.
          amount: In the currency of account.
          by: The officer.

        Raises:
          NotFound: There is no such declaration.
          NotAllowed: The officer gave no identification.
          Conflict: The amount or the number is none.
        """
        identified(by, NOBODY)
        name, minor = _named(reference), _minor(amount, self._profile.currency)
        with self._store.work() as work:
            ledger = Ledger(work, self._profile, self._clock())
            ledger.say(_case(work, number).number, [self._secured("guarantee", name, minor)])

    def deposit(self, item: str, number: str, reference: str, *, by: str, why: str, amount: Decimal | None = None) -> Asking:
        """Hold money from suspense as a deposit for what a declaration may owe.

        Args:
          item: The item of suspense.
          number: The declaration.
          reference: The deposit's number.
          by: The officer.
          why: The reason, kept beside the log.
          amount: How much of the item; all by default.

        Raises:
          NotFound: There is no such item or declaration.
          NotAllowed: The officer gave no identification.
          Conflict: There is less, in another currency, or no reason was given.
        """
        identified(by, NOBODY)
        name, reason, currency = _named(reference), why.strip().encode(), self._profile.currency
        if not reason:
            raise Conflict(NO_REASON)
        with self._store.work() as work:
            ledger, case, lies = Ledger(work, self._profile, self._clock()), _case(work, number), lying_in(work, item)
            if lies.currency != currency:
                raise wrong_currency(lies.currency, currency)
            minor = part_of(lies, amount)
            if minor < 0:
                raise too_much(minor, 0, currency)
            work.keep([(sha256(reason).hexdigest(), reason)])
            to = Posting(f"security:{name}", 0, case.number)
            entry = ledger.book("deposit", currency, moved(minor, Posting(SUSPENSE, 0, item), to), subject=case.number)
            ledger.say(case.number, [self._secured("deposit", name, _held(work, name, case.number))])
            return Asking(
                done=True, entry=entry.number, number=case.number, amount=from_minor(minor, currency), currency=currency, at=ledger.at
            )

    def end(self, number: str, reference: str, *, by: str) -> Asking:
        """End a deposit: it pays what is owed, and the rest is to be paid back.

        Raises:
          NotFound: There is no such declaration, or nothing is held under that number for it.
          NotAllowed: The officer gave no identification.
        """
        identified(by, NOBODY)
        name, currency = _named(reference), self._profile.currency
        with self._store.work() as work:
            ledger, case = Ledger(work, self._profile, self._clock()), _case(work, number)
            minor = _held(work, name, case.number)
            if not minor:
                raise no_security(reference)
            held = Posting(f"security:{name}", 0, case.number)
            entry = ledger.book("deposit", currency, moved(minor, held, Posting(f"refund:{case.number}", 0)))
            ledger.settle(case.number, entry)
            ledger.say(case.number, [self._secured("deposit", name, 0)])
            return Asking(
                done=True, entry=entry.number, number=case.number, amount=from_minor(minor, currency), currency=currency, at=ledger.at
            )

    def _secured(self, security: Security, reference: str, minor: int) -> Secured:
        return Secured(security, reference, from_minor(minor, self._profile.currency), self._profile.currency)


def _held(reading: Reading, reference: str, number: str) -> int:
    return -sum(one.minor for one in reading.open_items(f"security:{reference}") if one.item == number)


def _case(reading: Reading, number: str) -> Case:
    case = reading.case(number)
    if case is None:
        raise no_declaration(number)
    return case


def _named(reference: str) -> str:
    name = reference.strip()
    if not name or len(name) > _LONGEST or not name.isprintable():
        raise _malformed()
    return name


def _minor(amount: Decimal, currency: str) -> int:
    try:
        minor = in_minor(amount, currency)
    except ValueError:
        minor = -1
    if minor < 0:
        raise _malformed()
    return minor


def _malformed() -> Conflict:
    return Conflict(
        Text(
            en="Give the security's number, of at most 35 characters, and an amount from 0 up.",
            vi="Hãy nhập số bảo lãnh hoặc đặt cọc, tối đa 35 ký tự, và số tiền từ 0 trở lên.",
        )
    )
