"""How acts of clearance are written down: the facts, what follows by itself, and the read models, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from math import ceil

from clearlane.clearance.money import follows
from clearlane.clearance.situation import after, situation
from clearlane.clearance.standing import standing
from clearlane.model.case import Case
from clearlane.model.clearance_facts import LAW_SUBJECT, TwoOfficersFrom
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.facts import Fact, Record
from clearlane.model.payment import digits
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.clearing_duty import demand_within
from clearlane.office.ports import Reading, Work


def known(reading: Reading, number: str) -> tuple[Case, list[Record]]:
    """Return a declaration and its facts.

    Raises:
      NotFound: There is no such declaration.
    """
    case = reading.case(number)
    if case is None:
        raise NotFound(
            Text(en=f"No declaration {number} is recorded here.", vi=f"Không có tờ khai {number} trong hệ thống."), number=number
        )
    return case, reading.facts_of(case.number)


def kept(work: Work, words: str) -> str:
    """Keep what somebody typed beside the log, where it can be erased; return its digest, empty for nothing."""
    body = words.strip().encode()
    if not body:
        return ""
    digest = sha256(body).hexdigest()
    work.keep([(digest, body)])
    return digest


def bounded(work: Work, at: datetime, law: ClearanceLaw, currency: str) -> None:
    """Have the log say from which amount on two officers sign, where it says something else: the store holds whoever writes to it."""
    money = None if law.money_two_from is None else ceil(law.money_two_from.scaleb(digits(currency)))
    named = law.two_from is not None or money is not None
    said = TwoOfficersFrom(law.two_from, currency if named else "", money)
    before = work.facts_of(LAW_SUBJECT)
    if (before[-1].fact if before else TwoOfficersFrom()) != said:
        work.append(at, [(LAW_SUBJECT, said)])


def written(work: Work, at: datetime, case: Case, before: Sequence[Record], facts: Sequence[Fact], law: ClearanceLaw) -> list[Record]:
    """Append an act's facts with what follows from them by itself, and put the case where they leave it.

    Args:
      work: The transaction.
      at: Now.
      case: The case before.
      before: Its facts before.
      facts: The act.
      law: The law of clearance.
    """
    demand_within(before, facts)
    now = situation(before)
    for fact in facts:
        now = after(now, fact, now.last, at)
    every = [*facts, *follows(now, law, at)]
    if not every:
        return []
    records = work.append(at, [(case.number, fact) for fact in every])
    work.put_cases([standing(records, case, law)])
    return records


def settled(work: Work, number: str, at: datetime, law: ClearanceLaw) -> list[Record]:
    """Append what follows from new money on a declaration, within the transaction that brings it; return what was appended.

    Args:
      work: The transaction; the new ``Paid`` or ``Secured`` is in it.
      number: The declaration.
      at: Now.
      law: The law of clearance.

    Raises:
      NotFound: There is no such declaration.
    """
    case, records = known(work, number)
    return written(work, at, case, records, [], law)
