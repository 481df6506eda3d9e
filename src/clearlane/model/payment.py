"""Money owed and paid, as balanced entries in whole minor units: nothing appears, and nothing is lost.

An amount above 0 is a debit, below 0 a credit. What an account is for its first word tells:

| account | what it holds | as a rule |
|---|---|---|
| ``debt:NUMBER`` | what a declaration owes | above 0; below 0 what was paid in advance |
| ``tax:CODE`` | what was charged of a tax | below 0 |
| ``bank:ACCOUNT`` | what lies on an account of the administration at a bank | above 0 |
| ``suspense`` | what came without saying what for; each open item is the entry that put it there | below 0 |
| ``deferment:ACCOUNT`` | what the holder of a deferment account owes; each open item is a declaration | above 0 |
| ``security:REFERENCE`` | a deposit held | below 0 |
| ``refund:NUMBER`` | what is to be paid back of a declaration; an open item is the order to pay | below 0 |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, localcontext
from typing import Literal

import msgspec

from clearlane.model.money import MINOR_DIGITS

EntryKind = Literal["charge", "credit", "reversal", "debit", "assignment", "excess", "deferment", "settlement", "deposit", "refund"]
"""Duty charged or corrected · money came in · money that had come in went back · other money went out · money left suspense ·
more was paid than owed · put on a deferment account · moved between what is open · a deposit taken or given back · paying back."""
AccountKind = Literal["debt", "tax", "bank", "suspense", "deferment", "security", "refund"]
Ground = Literal["", "no-reference", "unknown-reference", "check-digits", "several", "currency", "unmatched-debit", "excess"]
"""Why money lies in suspense: no reference · a reference of nothing here · one whose check digits do not hold · references of several
things · another currency · money taken from us that we cannot place · more paid than owed, kept by the payer's choice."""
SUSPENSE = "suspense"
LARGEST = 10**15
"""The largest amount of one posting, in minor units."""


class Unbalanced(ValueError):
    """The postings of an entry do not add up to zero: it cannot be made."""


class Inexact(ValueError):
    """An amount is no whole number of minor units of its currency, or is out of all bounds."""


def digits(currency: str) -> int:
    """Return the decimal places of a currency (ISO 4217).

    >>> digits("VND"), digits("EUR"), digits("KWD")
    (0, 2, 3)
    """
    return MINOR_DIGITS.get(currency, 2)


def in_minor(amount: Decimal, currency: str) -> int:
    """Return an amount in whole minor units.

    Raises:
      Inexact: It is none.

    >>> in_minor(Decimal("12.30"), "EUR"), in_minor(Decimal("12.300"), "KWD")
    (1230, 12300)
    """
    if not amount.is_finite() or abs(amount) > LARGEST:
        raise Inexact(f"{amount} is no amount of money.")
    with localcontext(prec=60):
        minor = amount.scaleb(digits(currency))
        if minor != minor.to_integral_value():
            raise Inexact(f"{amount} is no whole number of the minor units of {currency}.")
    return int(minor)


def from_minor(minor: int, currency: str) -> Decimal:
    """Return minor units as an amount.

    >>> from_minor(1230, "EUR"), from_minor(-5, "KWD"), from_minor(7, "VND")
    (Decimal('12.30'), Decimal('-0.005'), Decimal('7'))
    """
    with localcontext(prec=60):
        return Decimal(minor).scaleb(-digits(currency))


class Posting(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One line of an entry.

    Attributes:
      account: The account.
      minor: Minor units: above 0 a debit, below 0 a credit.
      item: The open item of the account it concerns; empty where the account is kept as a whole.
    """

    account: str
    minor: int
    item: str = ""


class Entry(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """An entry in the accounts. Its postings add up to zero, or it cannot be made.

    Attributes:
      number: Its number, such as ``E202600000012``.
      kind: What it is.
      currency: ISO 4217, one for all postings.
      on: The day of the books.
      postings: Two or more.
      ground: Why it went into suspense; empty where it did not.
      credit: Identity of what the bank reported; empty where no bank did.

    Raises:
      Unbalanced: The postings do not add up to zero, or there are fewer than two.

    >>> Entry("E1", "credit", "EUR", date(2026, 3, 2), (Posting("bank:XA01", 100), Posting("suspense", -99)))
    Traceback (most recent call last):
    clearlane.model.payment.Unbalanced: The postings of E1 add up to 1, and not to zero.
    """

    number: str
    kind: EntryKind
    currency: str
    on: date
    postings: tuple[Posting, ...]
    ground: Ground = ""
    credit: str = ""

    def __post_init__(self) -> None:
        total = sum(posting.minor for posting in self.postings)
        if total or len(self.postings) < 2:
            raise Unbalanced(f"The postings of {self.number} add up to {total}, and not to zero.")


class Credit(msgspec.Struct, frozen=True, omit_defaults=True):
    """Money that a bank reports on an account of the administration. Holds personal data: it is never put into a fact.

    Attributes:
      identity: Digest by which it is recognised when it is reported again.
      group: Digest of the entry of the bank it is part of; equal to ``identity`` where the bank gives no parts.
      opposite: The identity it would have the other way round: of what a reversal takes back.
      minor: Minor units: above 0 came in, below 0 went out.
      currency: ISO 4217.
      on: The day the bank booked it.
      references: Structured references of what it is for, as written, the end-to-end reference last.
      reversal: Whether it takes back something that was reported before.
      payer: The payer's name, where the bank tells.
      words: The payer's free words.
      line: The line it begins on.
    """

    identity: str
    group: str
    opposite: str
    minor: int
    currency: str
    on: date
    references: tuple[str, ...] = ()
    reversal: bool = False
    payer: str = ""
    words: str = ""
    line: int = 0


class BankReport(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a bank reports of one account: a notification of credits while the day runs, or a statement when it is over.

    Attributes:
      kind: Which.
      account: The account's number, such as an IBAN.
      currency: ISO 4217.
      name: The bank's own number of the report.
      on: The day it is made up to.
      credits: What was booked, in the order reported.
      opening: The balance at the beginning, in minor units; None where it is not told.
      closing: The balance at the end.
      waiting: How many entries the bank has not booked yet; they are reported again once it has.
    """

    kind: Literal["notification", "statement"]
    account: str
    currency: str
    name: str
    on: date
    credits: tuple[Credit, ...]
    opening: int | None = None
    closing: int | None = None
    waiting: int = 0


class Balance(msgspec.Struct, frozen=True, gc=False):
    """What an account, or one open item of it, comes to.

    Attributes:
      account: The account.
      currency: ISO 4217.
      item: The open item; empty where the account is kept as a whole.
      minor: Minor units, above 0 debit.
      since: The place in the log of the first entry.
      last: Of the last.
    """

    account: str
    currency: str
    item: str
    minor: int
    since: int = 0
    last: int = 0


class Line(msgspec.Struct, frozen=True, gc=False):
    """A posting as it stands in the books.

    Attributes:
      seq: The place in the log of its entry.
      place: Its place in the entry, from 0.
      entry: The entry's number.
      kind: What the entry is.
      on: The day of the books.
      currency: ISO 4217.
      account: The account.
      item: The open item.
      minor: Minor units, above 0 debit.
    """

    seq: int
    place: int
    entry: str
    kind: EntryKind
    on: date
    currency: str
    account: str
    item: str
    minor: int


class KnownCredit(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Something a bank reported and we booked.

    Attributes:
      identity: As in ``Credit``.
      group: As in ``Credit``.
      account: The account at the bank.
      currency: ISO 4217.
      minor: Minor units, above 0 came in.
      on: The day the bank booked it.
      entry: The entry that booked it.
      stated: Digest of the statement it stands on; empty before it does.
    """

    identity: str
    group: str
    account: str
    currency: str
    minor: int
    on: date
    entry: str
    stated: str = ""


def account_kind(account: str) -> str:
    """Return what an account is for: the word before the colon."""
    return account.partition(":")[0]


def totals(entries: Iterable[Entry]) -> dict[tuple[str, str, str], int]:
    """Return what accounts come to after some entries, by account, currency and open item; those at zero too."""
    sums: Counter[tuple[str, str, str]] = Counter()
    for entry in entries:
        for posting in entry.postings:
            sums[posting.account, entry.currency, posting.item] += posting.minor
    return dict(sums)
