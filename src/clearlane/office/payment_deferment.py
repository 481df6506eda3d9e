"""Deferment accounts: duty is charged to an account of a holder up to a limit, and paid month by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from clearlane.model.payment import Posting, from_minor, in_minor
from clearlane.model.payment_facts import DefermentOpened
from clearlane.model.payment_reference import compact, creditor_reference
from clearlane.model.profile import Profile
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text
from clearlane.office.payment_ledger import Ledger
from clearlane.office.payment_nouns import Asking, DefermentLine, DefermentTerms, MonthlyStatement
from clearlane.office.payment_refusals import NOBODY, no_account, no_declaration, not_his_account, nothing_owed, over_limit
from clearlane.office.ports import Reading, Store
from clearlane.office.tariff_refusals import identified
from clearlane.payment.booking import moved

_DUE_DAY = 15


def subject(account: str) -> str:
    """Return the subject under which a deferment account stands in the log."""
    return f"deferment:{account}"


def terms_of(reading: Reading, account: str) -> DefermentOpened | None:
    """Return the terms of a deferment account as they stand; None where it was never opened."""
    opened = [record.fact for record in reading.facts_of(subject(account)) if isinstance(record.fact, DefermentOpened)]
    return opened[-1] if opened else None


class DefermentDesk:
    """Deferment accounts, at ``office.payments.deferment``.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._clock = profile, store, clock

    def open(
        self, account: str, holder: str, limit: Decimal, *, by: str, users: Sequence[str] = (), due_day: int = _DUE_DAY
    ) -> DefermentTerms:
        """Open an account, or set its terms anew; a limit of 0 closes it for new charges.

        Args:
          account: Its number: digits and capital letters, at most 21.
          holder: The holder's identification number.
          limit: The most that may be open at once, in the currency of account.
          by: The officer.
          users: Identification numbers of others who may charge to it.
          due_day: The day of the following month by which a month is paid, 1 to 28.

        Raises:
          NotAllowed: The officer gave no identification.
          Conflict: Number, limit or day is none that can be.
        """
        officer, name, currency = identified(by, NOBODY), compact(account), self._profile.currency
        try:
            creditor_reference(name)
            minor = in_minor(limit, currency)
        except ValueError:
            minor = -1
        if minor < 0 or not 1 <= due_day <= 28 or not holder.strip():
            raise Conflict(
                Text(
                    en="Give a number of digits and capital letters, a holder, a limit from 0 up, and a day from 1 to 28.",
                    vi="Hãy nhập số tài khoản gồm chữ số và chữ hoa, chủ tài khoản, hạn mức từ 0 trở lên và ngày từ 1 đến 28.",
                )
            )
        fact = DefermentOpened(name, holder.strip(), minor, currency, due_day, tuple(one.strip() for one in users), officer)
        with self._store.work() as work:
            work.append(self._clock(), [(subject(name), fact)])
        return self.terms(name)

    def terms(self, account: str) -> DefermentTerms:
        """Return an account as it stands.

        Raises:
          NotFound: There is none.
        """
        found = terms_of(self._store, compact(account))
        if found is None:
            raise no_account(account)
        return _terms(self._store, found)

    def charge(self, number: str, account: str, *, by: str = "") -> Asking:
        """Put what a declaration owes on an account: it is then secured.

        Args:
          number: The declaration.
          account: The account.
          by: The officer; empty where the declarant does it.

        Raises:
          NotFound: There is no such declaration or account.
          NotAllowed: The declarant neither holds the account nor is named among its users.
          Conflict: Nothing is owed, or the account's limit does not reach.
        """
        if by:
            identified(by, NOBODY)
        with self._store.work() as work:
            ledger = Ledger(work, self._profile, self._clock())
            case, terms = work.case(number), terms_of(work, compact(account))
            if case is None:
                raise no_declaration(number)
            if terms is None or not terms.limit:
                raise no_account(account)
            if case.declarant not in (terms.holder, *terms.users):
                raise not_his_account(terms.account)
            ledger.settle(case.number)
            owed = ledger.debt(case.number, terms.currency)
            if owed <= 0:
                raise nothing_owed(case.number)
            free = terms.limit - _open(work, terms)
            if owed > free:
                raise over_limit(terms.account, free, terms.currency)
            to = Posting(f"deferment:{terms.account}", 0, case.number)
            entry = ledger.book("deferment", terms.currency, moved(owed, to, Posting(f"debt:{case.number}", 0)))
            ledger.settle(case.number, entry)
            return Asking(
                done=True,
                entry=entry.number,
                number=case.number,
                amount=from_minor(owed, terms.currency),
                currency=terms.currency,
                at=ledger.at,
            )

    def statement(self, account: str, month: date) -> MonthlyStatement:
        """Return a month of an account: what was open before, what was charged and paid, what is to be paid and by when.

        Args:
          account: The account.
          month: Any day of the month.

        Raises:
          NotFound: There is no such account.
        """
        terms = self.terms(account)
        first = month.replace(day=1)
        following = (first + timedelta(days=32)).replace(day=1)
        name, currency = f"deferment:{terms.account}", terms.currency
        brought = sum(one.minor for one in self._store.lines(name, until=first - timedelta(days=1)))
        lines = self._store.lines(name, first, following - timedelta(days=1))
        return MonthlyStatement(
            terms,
            first,
            from_minor(brought, currency),
            tuple(DefermentLine(one.entry, one.on, one.item, from_minor(one.minor, currency)) for one in lines),
            from_minor(brought + sum(one.minor for one in lines), currency),
            following.replace(day=terms.due_day),
        )


def _open(reading: Reading, terms: DefermentOpened) -> int:
    return sum(one.minor for one in reading.open_items(f"deferment:{terms.account}") if one.currency == terms.currency)


def _terms(reading: Reading, found: DefermentOpened) -> DefermentTerms:
    return DefermentTerms(
        found.account,
        creditor_reference(found.account),
        found.holder,
        found.users,
        found.currency,
        from_minor(found.limit, found.currency),
        from_minor(_open(reading, found), found.currency),
        found.due_day,
    )
