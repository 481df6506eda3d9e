"""Suspense: money that came without saying what for, and who says it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from clearlane.model.facts import Record
from clearlane.model.payment import SUSPENSE, Balance, Entry, Posting, from_minor, in_minor
from clearlane.model.payment_facts import AssignmentAsked, BankMessageTaken, Booked, SuspenseAssigned
from clearlane.model.profile import Profile
from clearlane.model.refusals import Conflict
from clearlane.office.payment_ledger import Ledger
from clearlane.office.payment_nouns import Asking, PayerWords, SuspenseItem
from clearlane.office.payment_refusals import NO_REASON, NOBODY, no_declaration, no_item, no_order, too_much, wrong_currency
from clearlane.office.payment_signing import second_of, takes_two
from clearlane.office.ports import Reading, Store, Work
from clearlane.office.tariff_refusals import identified
from clearlane.payment import read
from clearlane.payment.booking import moved

_PAGE = 1000


def subject(item: str) -> str:
    """Return the subject under which decisions on an item of suspense stand in the log."""
    return f"suspense:{item}"


class SuspenseDesk:
    """What lies in suspense, at ``office.payments.suspense``.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._clock = profile, store, clock

    def items(self) -> list[SuspenseItem]:
        """Return what lies in suspense, oldest first."""
        return [self._item(one) for one in self._store.open_items(SUSPENSE)]

    def _item(self, one: Balance) -> SuspenseItem:
        entry, asked = entry_of(self._store, one.item), _asked(self._store, one.item)
        return SuspenseItem(
            one.item,
            from_minor(-one.minor, one.currency),
            one.currency,
            entry.on,
            entry.ground,
            asked.number if asked else "",
            asked.by if asked else "",
        )

    def told(self, item: str) -> PayerWords:
        """Return what the bank told of a payment in suspense. Personal data: whoever shows it notes that it was read.

        Raises:
          NotFound: No entry has that number.
        """
        lines = self._store.entry_lines(item)
        if not lines:
            raise no_item(item)
        credit = entry_of(self._store, item).credit
        message = _message_of(self._store, lines[0].seq, credit)
        data = self._store.document(message.digest) if message else None
        reports = read(data) if data is not None else ()
        found = next((one for report in reports for one in report.credits if one.identity == credit), None)
        return PayerWords(found.payer, found.references, found.words) if found else PayerWords()

    def assign(self, item: str, number: str, *, by: str, why: str, amount: Decimal | None = None) -> Asking:
        """Assign money from suspense to what a declaration owes; where the law wants two officers it waits for the second.

        Args:
          item: The item.
          number: The declaration.
          by: The officer.
          why: The reason, kept beside the log.
          amount: How much of it; all of it by default.

        Raises:
          NotFound: There is no such item or declaration.
          NotAllowed: The officer gave no identification.
          Conflict: There is less, in another currency, or no reason was given.
        """
        officer, reason = identified(by, NOBODY), why.strip().encode()
        if not reason:
            raise Conflict(NO_REASON)
        with self._store.work() as work:
            ledger = Ledger(work, self._profile, self._clock())
            case = work.case(number)
            if case is None:
                raise no_declaration(number)
            lying = lying_in(work, item)
            minor = part_of(lying, amount)
            if lying.currency != self._profile.currency:
                raise wrong_currency(lying.currency, self._profile.currency)
            digest = sha256(reason).hexdigest()
            work.keep([(digest, reason)])
            asked = AssignmentAsked(item, case.number, minor, lying.currency, officer, digest)
            if takes_two(self._profile, "suspense-assigned", minor, lying.currency):
                work.append(ledger.at, [(subject(item), asked)])
                return _answer(asked, "", ledger.at)
            return _assigned(ledger, asked, "")

    def countersign(self, item: str, *, by: str) -> Asking:
        """Sign an assignment that waits for a second officer: it is then carried out.

        Raises:
          NotFound: None waits.
          NotAllowed: The officer is the first one, or gave no identification.
          Conflict: There is less by now.
        """
        with self._store.work() as work:
            asked = _asked(work, item)
            if asked is None:
                raise no_order(item)
            second = second_of(by, asked.by)
            lying = lying_in(work, item)
            part_of(lying, from_minor(asked.minor, asked.currency))
            return _assigned(Ledger(work, self._profile, self._clock()), asked, second)


def _assigned(ledger: Ledger, asked: AssignmentAsked, second: str) -> Asking:
    done = SuspenseAssigned(asked.item, asked.number, asked.minor, asked.currency, asked.by, asked.why, second)
    ledger.work.append(ledger.at, [(subject(asked.item), done)])
    postings = moved(asked.minor, Posting(SUSPENSE, 0, asked.item), Posting(f"debt:{asked.number}", 0))
    entry = ledger.book("assignment", asked.currency, postings)
    ledger.settle(asked.number, entry)
    return _answer(asked, entry.number, ledger.at)


def _answer(asked: AssignmentAsked, entry: str, at: datetime) -> Asking:
    amount = from_minor(asked.minor, asked.currency)
    return Asking(done=bool(entry), entry=entry, number=asked.number, amount=amount, currency=asked.currency, at=at)


def _asked(reading: Reading, item: str) -> AssignmentAsked | None:
    """Return the assignment of an item that waits for a second officer."""
    waits: AssignmentAsked | None = None
    for record in reading.facts_of(subject(item)):
        if isinstance(record.fact, AssignmentAsked):
            waits = record.fact
        elif isinstance(record.fact, SuspenseAssigned):
            waits = None
    return waits


def lying_in(reading: Reading, item: str) -> Balance:
    """Return what is left of an item of suspense.

    Raises:
      NotFound: Nothing is.
    """
    found = next((one for one in reading.open_item(item) if one.account == SUSPENSE), None)
    if found is None:
        raise no_item(item)
    return found


def part_of(lying: Balance, amount: Decimal | None) -> int:
    """Return how much of an item is meant, in minor units; below 0 where it is missing rather than there."""
    there = -lying.minor
    if amount is None:
        return there
    try:
        minor = in_minor(amount, lying.currency)
    except ValueError:
        minor = 0
    if not minor or (minor > 0) != (there > 0) or abs(minor) > abs(there):
        raise too_much(minor, there, lying.currency)
    return minor


def entry_of(reading: Reading, number: str) -> Entry:
    """Return an entry by its number.

    Raises:
      NotFound: There is none.
    """
    lines = reading.entry_lines(number)
    found: list[Record] = reading.facts_after(lines[0].seq - 1, 1) if lines else []
    if not found or not isinstance(found[0].fact, Booked):
        raise no_item(number)
    return found[0].fact.entry


def _message_of(reading: Reading | Work, seq: int, credit: str) -> BankMessageTaken | None:
    """Return the report that brought a credit: it stands in the log soon after the entry, in the same transaction."""
    while credit and (records := reading.facts_after(seq, _PAGE)):
        for record in records:
            fact = record.fact
            if isinstance(fact, BankMessageTaken) and any(one.identity == credit for one in fact.credits):
                return fact
        seq = records[-1].seq
    return None
