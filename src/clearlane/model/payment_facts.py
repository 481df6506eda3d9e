"""Facts of money: what was booked, which reports of banks were taken, who decided what about it, which day was closed.

The subject is the declaration's number where an entry concerns what it owes; ``deferment:ACCOUNT`` of a deferment account;
``days`` for days that were closed; else ``payments``. No payer's name and no word of his stands here: what a bank sent is kept beside
the log under its digest, and so is what officers wrote. Amounts are whole minor units of the currency.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from clearlane.model.payment import Entry, KnownCredit

Choice = Literal["refund", "suspense"]


class Booked(msgspec.Struct, frozen=True, gc=False, tag="booked", omit_defaults=True):
    """An entry was made in the accounts. The store takes none that does not balance.

    Attributes:
      entry: The entry.
    """

    entry: Entry


class BankMessageTaken(msgspec.Struct, frozen=True, gc=False, tag="bank-message-taken", omit_defaults=True):
    """A bank's report of one account was taken.

    Attributes:
      digest: SHA-256 of the message, kept beside the log.
      part: Which report of the message it is, from 0.
      kind: Whether it notifies while the day runs, or states the day.
      account: The administration's account at the bank.
      currency: ISO 4217.
      day: The day it is made up to.
      credits: What it reports and is booked, with the entry that booked it.
      opening: The balance at the beginning; None where it is not told.
      closing: The balance at the end.
    """

    digest: str
    part: int
    kind: Literal["notification", "statement"]
    account: str
    currency: str
    day: date
    credits: tuple[KnownCredit, ...]
    opening: int | None = None
    closing: int | None = None


class AssignmentAsked(msgspec.Struct, frozen=True, gc=False, tag="assignment-asked", omit_defaults=True):
    """An officer wants money assigned from suspense, and a second one is to sign.

    Attributes:
      item: The entry that put it into suspense.
      number: The declaration it is for.
      minor: How much.
      currency: ISO 4217.
      by: The officer.
      why: SHA-256 of his reason, kept beside the log.
    """

    item: str
    number: str
    minor: int
    currency: str
    by: str
    why: str


class SuspenseAssigned(msgspec.Struct, frozen=True, gc=False, tag="suspense-assigned", omit_defaults=True):
    """Money was assigned from suspense. The store takes no second officer who is the first.

    Attributes:
      item: The entry that put it into suspense.
      number: The declaration it is for.
      minor: How much.
      currency: ISO 4217.
      by: The officer.
      why: SHA-256 of his reason.
      second: Who signed it beside him; empty where the law asks for nobody.
    """

    item: str
    number: str
    minor: int
    currency: str
    by: str
    why: str
    second: str = ""


class ExcessChosen(msgspec.Struct, frozen=True, gc=False, tag="excess-chosen", omit_defaults=True):
    """The trader chose what becomes of what he pays beyond what this declaration owes.

    Attributes:
      choice: Paid back, or kept for him in suspense.
      by: The officer who recorded it; empty where the trader did.
    """

    choice: Choice
    by: str = ""


class RefundOrdered(msgspec.Struct, frozen=True, gc=False, tag="refund-ordered", omit_defaults=True):
    """Paying back was ordered. The bank reports it under the order as its end-to-end reference. No second officer is the first.

    Attributes:
      order: The order: the entry that reserved the money.
      minor: How much.
      currency: ISO 4217.
      by: The officer.
      second: Who signed it beside him; empty where the law asks for nobody.
    """

    order: str
    minor: int
    currency: str
    by: str
    second: str = ""


class RefundAsked(msgspec.Struct, frozen=True, gc=False, tag="refund-asked", omit_defaults=True):
    """An officer wants money paid back, and a second one is to sign.

    Attributes:
      minor: How much.
      currency: ISO 4217.
      by: The officer.
    """

    minor: int
    currency: str
    by: str


class DefermentOpened(msgspec.Struct, frozen=True, gc=False, tag="deferment-opened", omit_defaults=True):
    """A deferment account was opened; a later one of the same account replaces its terms, and a limit of 0 closes it.

    Attributes:
      account: Its number.
      holder: The holder's identification number.
      limit: The most that may be open at once.
      currency: ISO 4217.
      due_day: The day of the following month by which a month is paid.
      users: Identification numbers of others who may charge to it.
      by: The officer.
    """

    account: str
    holder: str
    limit: int
    currency: str
    due_day: int
    users: tuple[str, ...] = ()
    by: str = ""


class Control(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """How an account at a bank stood against its statements when a day was closed.

    Attributes:
      account: The account.
      currency: ISO 4217.
      booked: What we booked on it, up to the place in the log.
      stated: What statements say came and went.
      unstated: What we booked and no statement has yet.
    """

    account: str
    currency: str
    booked: int
    stated: int
    unstated: int

    @property
    def difference(self) -> int:
        """What cannot be explained."""
        return self.booked - self.stated - self.unstated


class DayClosed(msgspec.Struct, frozen=True, gc=False, tag="day-closed", omit_defaults=True):
    """A day of the books was closed with a control total of zero. What is booked later belongs to a later day.

    Attributes:
      day: The day.
      entries: How many entries stand in the books.
      controls: Each account at a bank against its statements.
      suspense: How many items lie in suspense.
      last: The place in the log up to which debts were charged.
      by: The officer.
      why: SHA-256 of his reason, where a bank account was not explained; else empty.
    """

    day: date
    entries: int
    controls: tuple[Control, ...]
    suspense: int
    last: int
    by: str
    why: str = ""


PaymentFact = (
    Booked
    | BankMessageTaken
    | AssignmentAsked
    | SuspenseAssigned
    | ExcessChosen
    | RefundAsked
    | RefundOrdered
    | DefermentOpened
    | DayClosed
)
