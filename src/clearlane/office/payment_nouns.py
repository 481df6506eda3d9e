"""Nouns of money for the doors: what was taken from a bank, what a declaration's account says, what lies in suspense."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import msgspec

from clearlane.model.payment import EntryKind, Ground
from clearlane.model.payment_facts import Choice, Control


class TakenCredit(msgspec.Struct, frozen=True):
    """What became of one credit of a message.

    Attributes:
      entry: The entry that booked it, now or before.
      amount: Below 0 for money that went out.
      currency: ISO 4217.
      account: Where it went, such as ``debt:NUMBER``.
      ground: Why it went into suspense; empty where it did not.
      new: Whether it was booked now; False where it was reported before.
      line: The line of the message it begins on.
    """

    entry: str
    amount: Decimal
    currency: str
    account: str
    ground: Ground
    new: bool
    line: int


class TakenReport(msgspec.Struct, frozen=True):
    """One report of a message of a bank.

    Attributes:
      kind: ``notification`` or ``statement``.
      account: Our account at the bank.
      currency: ISO 4217.
      day: The day it is made up to.
      credits: Each credit; none where the very message came before.
      waiting: How many entries the bank has not booked yet.
    """

    kind: str
    account: str
    currency: str
    day: date
    credits: tuple[TakenCredit, ...]
    waiting: int = 0


class TakenMessage(msgspec.Struct, frozen=True):
    """What became of a message of a bank.

    Attributes:
      digest: SHA-256 of the message.
      new: Whether it had not come before.
      reports: Its reports.
    """

    digest: str
    new: bool
    reports: tuple[TakenReport, ...]


class StatementLine(msgspec.Struct, frozen=True):
    """One entry on a declaration's account.

    Attributes:
      entry: Its number.
      kind: What it is.
      on: The day of the books.
      amount: Above 0 what the declaration then owes more, below 0 less.
      accounts: The other accounts, such as ``tax:A00`` or ``bank:ACCOUNT``.
    """

    entry: str
    kind: EntryKind
    on: date
    amount: Decimal
    accounts: tuple[str, ...]


class AccountStatement(msgspec.Struct, frozen=True):
    """What a declaration owes, and what was paid on it.

    Attributes:
      number: The declaration.
      reference: Under which it is paid: RF and check digits.
      currency: ISO 4217.
      charged: What was charged, by tax; None for the whole where it is not known yet.
      paid: What was paid.
      deferred: What stands on deferment accounts, by account.
      open: What is still owed; below 0 what was paid in advance.
      to_pay_back: What is to be paid back and was not ordered.
      ordered: What is ordered to be paid back and the bank has not reported yet.
      excess: What becomes of what is paid beyond: the trader's choice, else the law's.
      lines: Its entries, in order.
    """

    number: str
    reference: str
    currency: str
    charged: dict[str, Decimal] | None
    paid: Decimal
    deferred: dict[str, Decimal]
    open: Decimal
    to_pay_back: Decimal
    ordered: Decimal
    excess: Choice
    lines: tuple[StatementLine, ...]


class SuspenseItem(msgspec.Struct, frozen=True):
    """Money that waits until somebody says what it is for.

    Attributes:
      item: Its number, that of the entry that put it there.
      amount: What is left of it; below 0 what is missing, since it was taken from us.
      currency: ISO 4217.
      since: The day of the books.
      ground: Why it waits.
      asked: The declaration an officer wants it assigned to while a second one is to sign; empty for none.
      asked_by: That officer.
    """

    item: str
    amount: Decimal
    currency: str
    since: date
    ground: Ground
    asked: str = ""
    asked_by: str = ""


class PayerWords(msgspec.Struct, frozen=True):
    """What the bank told of a payment. Personal data, read from what is kept beside the log; empty where it was erased.

    Attributes:
      payer: The payer's name.
      references: The references given.
      words: The payer's free words.
    """

    payer: str = ""
    references: tuple[str, ...] = ()
    words: str = ""


class DefermentTerms(msgspec.Struct, frozen=True):
    """A deferment account as it stands.

    Attributes:
      account: Its number.
      reference: Under which it is paid.
      holder: The holder's identification number.
      users: Others who may charge to it.
      currency: ISO 4217.
      limit: The most that may be open at once; 0 where it was closed.
      open: What is open now.
      due_day: The day of the following month by which a month is paid.
    """

    account: str
    reference: str
    holder: str
    users: tuple[str, ...]
    currency: str
    limit: Decimal
    open: Decimal
    due_day: int


class DefermentLine(msgspec.Struct, frozen=True):
    """A movement on a deferment account.

    Attributes:
      entry: The entry.
      on: The day of the books.
      number: The declaration; empty where it is none's.
      amount: Above 0 charged to the account, below 0 paid or given back.
    """

    entry: str
    on: date
    number: str
    amount: Decimal


class MonthlyStatement(msgspec.Struct, frozen=True):
    """A month of a deferment account.

    Attributes:
      terms: The account.
      month: Its first day.
      brought: What was open before the month.
      lines: What moved.
      carried: What was open after it.
      due: The day by which it is to be paid.
    """

    terms: DefermentTerms
    month: date
    brought: Decimal
    lines: tuple[DefermentLine, ...]
    carried: Decimal
    due: date


class AccountTotal(msgspec.Struct, frozen=True):
    """What an account, or all of a kind together, comes to.

    Attributes:
      account: The account, or the kind where there are too many to name.
      currency: ISO 4217.
      amount: Above 0 debit, below 0 credit.
      count: How many balances make it up.
    """

    account: str
    currency: str
    amount: Decimal
    count: int


class Books(msgspec.Struct, frozen=True):
    """All accounts, and how they stand against the banks.

    Attributes:
      accounts: Each, or each kind.
      totals: The sum of all by currency, which is always zero.
      controls: Accounts at banks against their statements.
      entries: How many entries there are.
      closed: The last day that was closed; None for none.
    """

    accounts: tuple[AccountTotal, ...]
    totals: dict[str, Decimal]
    controls: tuple[Control, ...]
    entries: int
    closed: date | None


class Asking(msgspec.Struct, frozen=True):
    """An act on money that is done, or waits for a second officer.

    Attributes:
      done: Whether it is done.
      entry: The entry that did it; empty while it waits.
      number: The declaration.
      amount: How much.
      currency: ISO 4217.
      at: When.
    """

    done: bool
    entry: str
    number: str
    amount: Decimal
    currency: str
    at: datetime
