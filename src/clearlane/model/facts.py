"""Facts: what happened to a declaration, to the tariff or in risk work, in the past tense, never changed.

Facts are stored for decades. Fields cannot be reordered or removed, and a new field is added
at the end of its class with a default value. A class is never renamed: its tag stands in the log.
No personal data beyond the identification numbers of firms stands here; the declaration itself
is kept beside the log under the digest that ``Lodged`` names.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.assessment import TaxLine, ValueLine
from clearlane.model.certificate_facts import CertificateFact
from clearlane.model.clearance_facts import ClearanceFact
from clearlane.model.findings import Finding
from clearlane.model.inspection_facts import InspectionFact
from clearlane.model.lottery import LotteryFact
from clearlane.model.payment_facts import PaymentFact
from clearlane.model.people_facts import PeopleFact
from clearlane.model.permit_facts import PermitFact
from clearlane.model.practice_facts import PracticeFact
from clearlane.model.risk_facts import (
    CapacitySet,
    DrawCommitted,
    DrawOpened,
    Examined,
    ListKept,
    ModelKept,
    ModelRefreshed,
    ModelScore,
    ModelStanding,
    ProfileHit,
    ProfileStanding,
    ProfileWritten,
    QueueCut,
    ReferencesKept,
    RiskTask,
    Selected,
    SelectionFell,
)
from clearlane.model.tariff_facts import ReassessmentDue, TariffActivated, TariffLoaded, TariffRolledBack
from clearlane.model.text import Text

Lane = Literal["green", "blue", "yellow", "red"]
"""Released · released, with papers checked afterwards · papers checked before release · goods examined."""
SEVERITY: tuple[Lane, ...] = ("green", "blue", "yellow", "red")
"""Lanes from the lightest control to the closest."""
Alteration = Literal["changed", "added", "removed"]


class Lodged(msgspec.Struct, frozen=True, gc=False, tag="lodged", omit_defaults=True):
    """A declaration came in and got a number.

    Attributes:
      declarant: The declarant's identification number.
      reference: The declarant's own reference (LRN).
      message: SHA-256 of the exact bytes lodged, under which they are kept beside the log.
      content: SHA-256 of the declaration's content, comments and white space aside.
      type_code: The kind of declaration (D013), such as ``IMA``.
      repaired: What was mended to read it, such as ``namespace``.
      sandbox: Whether a practice office took it.
      outside_number: The number another system gave the declaration, if any.
      generation: 1 for what was first lodged.
    """

    declarant: str
    reference: str
    message: str
    content: str
    type_code: str
    repaired: tuple[str, ...] = ()
    sandbox: bool = False
    outside_number: str = ""
    generation: int = 1


class Signed(msgspec.Struct, frozen=True, gc=False, tag="signed", omit_defaults=True):
    """The declarant's digital signature was verified, and binds him to the content named.

    Attributes:
      form: ``xades``, ``cms`` or ``jws``.
      certificate: SHA-256 of the signer's certificate, which is kept beside the log.
      content: SHA-256 of the bytes the signature covers.
      signature: SHA-256 of the signature, kept beside the log where it came apart from the message.
    """

    form: str
    certificate: str
    content: str
    signature: str = ""


class Rejected(msgspec.Struct, frozen=True, gc=False, tag="rejected", omit_defaults=True):
    """A blocking finding stopped the declaration; every finding is here."""

    findings: tuple[Finding, ...]


class Registered(msgspec.Struct, frozen=True, gc=False, tag="registered", omit_defaults=True):
    """A declaration was found in order and waits: for its goods, or for the declarant to bind himself. Findings are warnings.

    Attributes:
      findings: The warnings.
      unbound: Whether it counts only once the declarant saw what was computed and bound himself.
    """

    findings: tuple[Finding, ...] = ()
    unbound: bool = False


class Presented(msgspec.Struct, frozen=True, gc=False, tag="presented", omit_defaults=True):
    """The goods were presented to customs. ``message`` and ``content`` as in ``Lodged``."""

    message: str
    content: str


class Accepted(msgspec.Struct, frozen=True, gc=False, tag="accepted", omit_defaults=True):
    """The declaration was legally accepted: the moment that fixes rates of duty. Findings are warnings."""

    findings: tuple[Finding, ...] = ()


class Assessed(msgspec.Struct, frozen=True, gc=False, tag="assessed", omit_defaults=True):
    """Value and duty were computed.

    Attributes:
      currency: The profile's currency.
      on: The moment whose rates were used.
      values: The customs value per item.
      lines: Every duty line.
      total: The sum of all lines; None as soon as one is unpriced or conditional.
      tariff: The version of the tariff used; empty for the one the profile ships.
    """

    currency: str
    on: datetime
    values: tuple[ValueLine, ...]
    lines: tuple[TaxLine, ...]
    total: Decimal | None
    tariff: str = ""

    @property
    def unpriced(self) -> tuple[Text, ...]:
        """Why there is no total: each reason once, in the order met; nothing where there is one."""
        if self.total is not None:
            return ()
        reasons = [v.reason for v in self.values if v.value is None and v.reason]
        reasons += [line.reason for line in self.lines if line.outcome in ("unpriced", "conditional") and line.reason]
        return tuple(dict.fromkeys(reasons))


class Reason(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Why risk was seen: the rule, its words, and the values that met it. For officers only."""

    rule: str
    words: Text
    item: int = 0
    weight: float = 0.0


class Scored(msgspec.Struct, frozen=True, gc=False, tag="scored", omit_defaults=True):
    """Risk was scored between 0 and 1. For officers only.

    Attributes:
      score: The chance that something is wrong.
      reasons: Why risk was seen.
      hits: The risk profiles that hit, those in shadow too.
      models: What the learned models said of each goods item, those in shadow too.
    """

    score: float
    reasons: tuple[Reason, ...] = ()
    hits: tuple[ProfileHit, ...] = ()
    models: tuple[ModelScore, ...] = ()


class Routed(msgspec.Struct, frozen=True, gc=False, tag="routed", omit_defaults=True):
    """A lane was given by the published policy. ``why`` is for officers only."""

    lane: Lane
    why: tuple[Text, ...] = ()


class DocumentsDemanded(msgspec.Struct, frozen=True, gc=False, tag="documents-demanded", omit_defaults=True):
    """The trader was asked for documents, by a deadline."""

    documents: tuple[Text, ...]
    until: datetime


class Released(msgspec.Struct, frozen=True, gc=False, tag="released", omit_defaults=True):
    """The goods were released to the declarant.

    Attributes:
      ground: Why, in words. For officers only.
      provisional: Whether the debt is not final and will be stated later.
      by: The officer; empty where nobody had to decide.
    """

    ground: Text
    provisional: bool = False
    by: str = ""


class Difference(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One change between two generations. Values are kept with the generations, beside the log."""

    path: str
    kind: Alteration


class Amended(msgspec.Struct, frozen=True, gc=False, tag="amended", omit_defaults=True):
    """A new generation of the declaration came about.

    Attributes:
      generation: Its number; the first lodged is 1.
      message: SHA-256 of the amendment's bytes.
      content: SHA-256 of the amendment's content.
      result: SHA-256 of the new generation in JSON, kept beside the log.
      differences: Which places changed.
      findings: What the checks remarked on the new generation; warnings only.
    """

    generation: int
    message: str
    content: str
    result: str
    differences: tuple[Difference, ...] = ()
    findings: tuple[Finding, ...] = ()


class AmendmentRejected(msgspec.Struct, frozen=True, gc=False, tag="amendment-rejected", omit_defaults=True):
    """An amendment was not in order; the declaration stands as it was."""

    message: str
    content: str
    findings: tuple[Finding, ...]


LAPSED = "LAPSED"
"""The reason of a declaration that its declarant saw computed, and did not bind himself to in time."""


class Cancelled(msgspec.Struct, frozen=True, gc=False, tag="cancelled", omit_defaults=True):
    """The declaration was invalidated at the declarant's request; or it lapsed, since he never bound himself to it: then without a message.

    Attributes:
      message: SHA-256 of the bytes of his request; empty where it lapsed.
      content: SHA-256 of its content; empty where it lapsed.
      reason_code: The reason he gave, or ``LAPSED``.
    """

    message: str
    content: str
    reason_code: str = ""


Fact = (
    Lodged
    | Signed
    | Rejected
    | Registered
    | Presented
    | Accepted
    | Assessed
    | Scored
    | Routed
    | DocumentsDemanded
    | Released
    | Amended
    | AmendmentRejected
    | Cancelled
    | TariffLoaded
    | TariffActivated
    | TariffRolledBack
    | ReassessmentDue
    | Selected
    | SelectionFell
    | Examined
    | ProfileWritten
    | ProfileStanding
    | ListKept
    | ReferencesKept
    | ModelKept
    | ModelStanding
    | ModelRefreshed
    | DrawCommitted
    | DrawOpened
    | CapacitySet
    | QueueCut
    | RiskTask
    | ClearanceFact
    | LotteryFact
    | PeopleFact
    | PracticeFact
    | PaymentFact
    | PermitFact
    | CertificateFact
    | InspectionFact
)


class Record(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A fact as it stands in the log.

    Attributes:
      seq: Its place in the log, without gaps from 1.
      at: When it was recorded, UTC.
      subject: The declaration's number; ``tariff`` for what concerns the tariff, ``risk`` for risk work, ``assignment`` for rotas and lots,
        ``people`` for accounts and rights, ``payments``, ``days`` and ``deferment:ACCOUNT`` for money that is no one declaration's,
        ``permit:NUMBER`` for permits of other agencies.
      fact: The fact.
    """

    seq: int
    at: datetime
    subject: str
    fact: Fact
