"""What a territory's law says of clearance: cut-offs, statutory clocks, what releases goods, and what takes two officers."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.competence import CompetenceAsked
from clearlane.model.skill import SkillAsked
from clearlane.model.text import Text

Clock = Literal["query", "dispute", "decision", "check-documents", "check-goods", "storage"]


class StatutoryClock(msgspec.Struct, frozen=True):
    """How long something may take, as law.

    Attributes:
      within: The time.
      name: What it is called.
      reference: The law.
    """

    within: timedelta
    name: Text
    reference: str = ""


class ClearanceLaw(msgspec.Struct, frozen=True):
    """The law of clearance.

    Attributes:
      cut_off: From when on an amendment or cancellation is a request that an officer decides: once the trader was told of a control,
        or once checking began.
      release_on: What releases goods that nothing stands against: the assessment alone, where accounts are kept elsewhere, or
        payment or security in full.
      provisional: Whether goods may be released while the debt is not final (CDS DMSROG; VN giải phóng hàng).
      storage: Whether goods may be taken into the owner's storage pending a result (VN đưa hàng về bảo quản).
      clocks: The statutory clocks.
      two_from: Duty found missing from which a result takes a second officer; None where no amount does.
      two_for: Kinds of facts that always take a second officer, by their tags.
      contest: How a decision is contested: where, within what time, by which law, as notices say it.
      two_phase: Kinds of declaration that count only once the declarant saw what was computed and bound himself (VN IDA, then IDC).
      bind_within: How long a declaration its declarant saw computed waits for him to bind himself; then it lapses. None: for ever.
      pay: How what is owed is paid, as the trader's page says it.
      faceless: Whether officers see no party of a case until they open it, which is noted.
      gate: Whether goods pass a supervised gate after release.
      excess: What becomes of what is paid beyond what is owed, where the trader chose nothing.
      review_share: How many of the checks concluded a supervisor reviews, drawn by lot, 0 to 1.
      competences: What asks for a dated competence of whoever does it; a right not named here asks for none.
      skills: Which skills cases ask of the officer who gets them; where nobody on duty has one, it is done without, which is kept.
      query_more: By how much the time to answer a query may be made longer, once; None where it may not.
      money_two_from: Money assigned from suspense or paid back from which a second officer signs; None where no amount does.
    """

    cut_off: Literal["told", "begun"] = "told"
    release_on: Literal["assessment", "payment"] = "assessment"
    provisional: bool = True
    storage: bool = False
    clocks: dict[Clock, StatutoryClock] = {}
    two_from: Decimal | None = None
    two_for: tuple[str, ...] = ()
    contest: Text | None = None
    two_phase: tuple[str, ...] = ()
    bind_within: timedelta | None = timedelta(days=30)
    pay: Text | None = None
    faceless: bool = False
    gate: bool = False
    excess: Literal["refund", "suspense"] = "refund"
    money_two_from: Decimal | None = None
    competences: tuple[CompetenceAsked, ...] = ()
    review_share: float = 0.0
    skills: tuple[SkillAsked, ...] = ()
    query_more: timedelta | None = None
