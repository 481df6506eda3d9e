"""Take a message of a bank: in one transaction, so that killed half-way nothing is booked, and taken again nothing is booked twice."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from clearlane.model.payment import SUSPENSE, BankReport, Credit, Entry, EntryKind, Ground, KnownCredit, Posting, account_kind, from_minor
from clearlane.model.payment_facts import BankMessageTaken
from clearlane.model.payment_reference import compact
from clearlane.office.payment_deferment import terms_of
from clearlane.office.payment_ledger import SUBJECT, Ledger, declarations_in
from clearlane.office.payment_nouns import TakenCredit, TakenMessage, TakenReport
from clearlane.payment.booking import Postings, come_in, deferment_paid, in_suspense, taken_back
from clearlane.payment.matching import wanted
from clearlane.payment.settling import OWN


def take(ledger: Ledger, data: bytes, reports: Sequence[BankReport]) -> TakenMessage:
    """Book what a message reports and was not reported before.

    Args:
      ledger: The accounts within the transaction.
      data: The message, which is kept beside the log.
      reports: What it was read as.
    """
    digest = sha256(data).hexdigest()
    before = ledger.work.bank_message(digest)
    ledger.work.keep([(digest, data)])
    if before:
        return TakenMessage(digest, new=False, reports=tuple(TakenReport(r.kind, r.account, r.currency, r.on, ()) for r in reports))
    return TakenMessage(digest, new=True, reports=tuple(_report(ledger, digest, part, one) for part, one in enumerate(reports)))


def _report(ledger: Ledger, digest: str, part: int, report: BankReport) -> TakenReport:
    known = _Known(ledger.work.known_credits({name for one in report.credits for name in (one.identity, one.group)}))
    reported: dict[str, KnownCredit] = {}
    told: list[TakenCredit] = []
    for credit in report.credits:
        if same := known.of(credit):
            reported |= {one.identity: one for one in same}
            told.append(_told(same[0].entry, credit, "", "", new=False))
            continue
        entry, account = _booked(ledger, report.account, credit)
        amount = (report.account, credit.currency, credit.minor, credit.on, entry.number)
        reported[credit.identity] = KnownCredit(credit.identity, credit.group, *amount)
        told.append(_told(entry.number, credit, account, entry.ground, new=True))
    fact = BankMessageTaken(
        digest,
        part,
        report.kind,
        report.account,
        report.currency,
        report.on,
        tuple(reported.values()),
        report.opening,
        report.closing,
    )
    ledger.work.put_bank_message(ledger.work.append(ledger.at, [(SUBJECT, fact)])[0])
    return TakenReport(report.kind, report.account, report.currency, report.on, tuple(told), report.waiting)


class _Known:
    """What was reported before.

    Args:
      credits: It.
    """

    def __init__(self, credits: Sequence[KnownCredit]) -> None:  # noqa: A002 - the domain's word
        self._by_identity = {one.identity: one for one in credits}
        self._by_group: dict[str, list[KnownCredit]] = {}
        for one in credits:
            self._by_group.setdefault(one.group, []).append(one)

    def of(self, credit: Credit) -> list[KnownCredit]:
        """Return what a credit was booked as: itself; its parts, where now only the whole is told; the whole, where now parts are."""
        if credit.identity in self._by_identity:
            return [self._by_identity[credit.identity]]
        if credit.identity == credit.group:
            return self._by_group.get(credit.group, [])
        return [one for one in self._by_group.get(credit.group, []) if one.identity == credit.group]


def _booked(ledger: Ledger, bank: str, credit: Credit) -> tuple[Entry, str]:
    """Book one credit; return its entry and where it went. What its declaration owes is charged first."""
    kind, account, postings, ground = _meant(ledger, bank, credit)
    if account_kind(account) == "debt":
        ledger.settle(account.partition(":")[2])
    entry = ledger.book(kind, credit.currency, postings, ground=ground, credit=credit.identity)
    for number in declarations_in(entry.postings):
        ledger.settle(number, entry)
    return entry, account


def _meant(ledger: Ledger, bank: str, credit: Credit) -> tuple[EntryKind, str, Postings, Ground]:
    """Return what a credit is: the kind of entry, where it goes, its postings, and why where it is suspense."""
    if credit.reversal and (original := ledger.work.known_credits([credit.opposite])):
        postings = taken_back(_postings(ledger, original[0].entry))
        return "reversal", next((one.account for one in postings if account_kind(one.account) != "bank"), SUSPENSE), postings, ""
    if credit.minor < 0:
        return _went_out(ledger, bank, credit)
    account, ground = wanted(credit.references, lambda number: _account(ledger, number))
    if account_kind(account) == "deferment":
        name = account.partition(":")[2]
        terms = terms_of(ledger.work, name)
        if terms is not None and terms.currency == credit.currency:
            return "credit", account, deferment_paid(bank, credit.minor, name, ledger.work.open_items(account)), ""
    elif account != SUSPENSE and credit.currency == ledger.law.currency:
        return "credit", account, come_in(bank, credit.minor, account), ""
    return "credit", SUSPENSE, in_suspense(bank, credit.minor, OWN), ground or "currency"


def _went_out(ledger: Ledger, bank: str, credit: Credit) -> tuple[EntryKind, str, Postings, Ground]:
    """Return what money is that left our account: an order to pay back, or something an officer must look at."""
    for reference in credit.references:
        for one in ledger.work.open_item(compact(reference)):
            if account_kind(one.account) == "refund" and (one.minor, one.currency) == (credit.minor, credit.currency):
                return "refund", one.account, come_in(bank, credit.minor, one.account, one.item), ""
    return "debit", SUSPENSE, in_suspense(bank, credit.minor, OWN), "unmatched-debit"


def _account(ledger: Ledger, number: str) -> str:
    """Return the account of a number we gave; nothing where we gave none such. Numbers from outside are the lodgers' word only."""
    case = ledger.work.case(number)
    if case is not None and case.number == number:
        return f"debt:{number}"
    return f"deferment:{number}" if terms_of(ledger.work, number) else ""


def _postings(ledger: Ledger, entry: str) -> Postings:
    return tuple(Posting(one.account, one.minor, one.item) for one in ledger.work.entry_lines(entry))


def _told(entry: str, credit: Credit, account: str, ground: Ground, *, new: bool) -> TakenCredit:
    return TakenCredit(entry, from_minor(credit.minor, credit.currency), credit.currency, account, ground, new=new, line=credit.line)
