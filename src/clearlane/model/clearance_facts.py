"""Facts of clearance: what was secured, paid, released, disposed of, contested and decided. Each is one act by one person.

Words typed by people, answers and documents are kept beside the log under their SHA-256 digests and can be erased there. ``by`` is
the officer's identification, never a name; it is empty for what the machine did by itself under the law.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.control_facts import (
    Answered,
    Assigned,
    CheckBegun,
    CheckEnded,
    CountersignatureAsked,
    Countersigned,
    DocumentSupplied,
    ExtensionAsked,
    ExtensionDecided,
    Queried,
    QuerySettled,
    ReviewDrawn,
    Reviewed,
)
from clearlane.model.duty_facts import DutyReduced
from clearlane.model.text import Text

Disposal = Literal["detained", "freed", "seized", "abandoned", "re-exported", "destroyed", "refused"]
"""What becomes of goods that are not released; ``freed`` ends a detention. Revised Kyoto Convention, Specific Annex H and G. Annex 3."""
Security = Literal["deposit", "guarantee", "deferment"]
Verdict = Literal["upheld", "varied", "annulled", "withdrawn"]
Asked = Literal["amendment", "cancellation"]


class Secured(msgspec.Struct, frozen=True, gc=False, tag="secured", omit_defaults=True):
    """Security stands for what may be owed. A later one under the same reference replaces it; an amount of 0 frees it.

    Attributes:
      security: A deposit, a guarantee, or a deferment account.
      reference: Its number.
      amount: In the currency.
      currency: The currency.
    """

    security: Security
    reference: str
    amount: Decimal
    currency: str


class Paid(msgspec.Struct, frozen=True, gc=False, tag="paid", omit_defaults=True):
    """Money was booked to what this declaration owes.

    Attributes:
      amount: In the currency; below 0 where it was booked away again or paid back.
      currency: The currency.
      entry: The entry in the accounts.
    """

    amount: Decimal
    currency: str
    entry: str


class Stored(msgspec.Struct, frozen=True, gc=False, tag="stored", omit_defaults=True):
    """The owner may take the goods into his own storage until a result is there; he may not use or sell them.

    Attributes:
      place: Where.
      by: The officer.
    """

    place: str
    by: str


class Cleared(msgspec.Struct, frozen=True, gc=False, tag="cleared", omit_defaults=True):
    """The debt is final: customs formalities are completed.

    Attributes:
      total: What is owed in the end.
      currency: The currency.
      by: The officer; empty where nobody had to decide.
    """

    total: Decimal
    currency: str
    by: str = ""


class GatePassed(msgspec.Struct, frozen=True, gc=False, tag="gate-passed", omit_defaults=True):
    """The goods left the supervised area.

    Attributes:
      place: The gate.
      by: The officer or the gate's own machine.
    """

    place: str
    by: str


class Disposed(msgspec.Struct, frozen=True, gc=False, tag="disposed", omit_defaults=True):
    """The goods were held, taken, given up, sent back, destroyed, or their release was refused.

    Attributes:
      how: What happened.
      ground: The ground as the trader reads it, with the law.
      by: The officer; empty where the owner gave them up.
    """

    how: Disposal
    ground: Text
    by: str = ""


class Disputed(msgspec.Struct, frozen=True, gc=False, tag="disputed", omit_defaults=True):
    """The trader contested a decision in time. The amounts named are not collected until it is decided.

    Attributes:
      dispute: Its number on this declaration, from 1.
      ground: SHA-256 of his ground, kept beside the log.
      amounts: What is contested, by tax.
      until: When the decision is due.
    """

    dispute: int
    ground: str
    amounts: dict[str, Decimal]
    until: datetime


class DisputeDecided(msgspec.Struct, frozen=True, gc=False, tag="dispute-decided", omit_defaults=True):
    """A dispute was decided, by another officer than the one whose decision was contested; ``by`` is empty where the trader withdrew it."""

    dispute: int
    verdict: Verdict
    by: str
    why: str = ""


class RequestMade(msgspec.Struct, frozen=True, gc=False, tag="request-made", omit_defaults=True):
    """An amendment or cancellation was asked for after the cut-off: an officer decides, and the first version stays the one judged.

    Attributes:
      asked: Which.
      message: SHA-256 of its bytes.
      content: SHA-256 of its content.
      reason_code: The reason given.
    """

    asked: Asked
    message: str
    content: str
    reason_code: str = ""


class RequestDecided(msgspec.Struct, frozen=True, gc=False, tag="request-decided", omit_defaults=True):
    """An officer decided a request. What it changes follows as facts of its own.

    Attributes:
      request: The place in the log of the ``RequestMade``.
      granted: Whether it is carried out.
      by: The officer.
      why: The ground as the trader reads it.
    """

    request: int
    granted: bool
    by: str
    why: Text


class Bound(msgspec.Struct, frozen=True, gc=False, tag="bound", omit_defaults=True):
    """The declarant saw what was computed and bound himself to the declaration."""

    content: str


class TwoOfficersFrom(msgspec.Struct, frozen=True, gc=False, tag="two-officers-from", omit_defaults=True):
    """From which amount found missing, or taken off, an act takes two officers; the store holds every later act to it.

    Its subject is the law itself.

    Attributes:
      amount: The amount found missing; None where no amount takes two.
      currency: Its currency, and that of what falls.
      money: The amount that one act takes off, in minor units; None where no amount takes two.
    """

    amount: Decimal | None = None
    currency: str = ""
    money: int | None = None


LAW_SUBJECT = "clearance-law"
"""The subject of what the log says of the law of clearance."""

ClearanceFact = (
    Bound
    | Queried
    | Answered
    | QuerySettled
    | ExtensionAsked
    | ExtensionDecided
    | DocumentSupplied
    | CheckBegun
    | CheckEnded
    | CountersignatureAsked
    | Countersigned
    | ReviewDrawn
    | Reviewed
    | Secured
    | Paid
    | Stored
    | Cleared
    | GatePassed
    | Disposed
    | Disputed
    | DisputeDecided
    | DutyReduced
    | RequestMade
    | RequestDecided
    | Assigned
    | TwoOfficersFrom
)
