"""The course of a declaration for officers: each fact, and what there is to say of it in a line."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from clearlane.model.facts import (
    Accepted,
    Amended,
    AmendmentRejected,
    Assessed,
    DocumentsDemanded,
    Lane,
    Lodged,
    Record,
    Registered,
    Rejected,
    Released,
    Routed,
    Scored,
)
from clearlane.model.tariff_facts import ReassessmentDue
from clearlane.model.text import Text


class Step(msgspec.Struct, frozen=True):
    """One fact.

    Attributes:
      at: When it was recorded.
      seq: Its place in the log.
      kind: Which fact, as the log tags it.
      words: What there is to say of it in the domain's own words.
      findings: How many findings came with it.
      lane: The lane given.
      score: The score.
      assessed: What was computed.
      until: The deadline set.
      repaired: What was mended on reading.
      generation: Which generation came about; 0 for none.
    """

    at: datetime
    seq: int
    kind: str
    words: tuple[Text, ...] = ()
    findings: int = 0
    lane: Lane | None = None
    score: float | None = None
    assessed: Assessed | None = None
    until: datetime | None = None
    repaired: str = ""
    generation: int = 0


def course(records: list[Record]) -> list[Step]:
    """Return the steps of a declaration, in order."""
    return [_step(record) for record in records]


def _step(record: Record) -> Step:
    fact = record.fact
    step = Step(record.at, record.seq, str(type(fact).__struct_config__.tag))
    said: dict[str, Any] = {}
    match fact:
        case Lodged():
            said = {"repaired": ", ".join(fact.repaired)}
        case Rejected() | Registered() | Accepted() | AmendmentRejected():
            said = {"findings": len(fact.findings)}
        case Assessed():
            said = {"assessed": fact}
        case Scored():
            said = {"score": fact.score}
        case Routed():
            said = {"lane": fact.lane}
        case DocumentsDemanded():
            said = {"words": fact.documents, "until": fact.until}
        case Released():
            said = {"words": (fact.ground,)}
        case Amended():
            said = {"generation": fact.generation}
        case ReassessmentDue():
            said = {"words": (_withdrawn(fact),)}
    return msgspec.structs.replace(step, **said)


def _withdrawn(due: ReassessmentDue) -> Text:
    known = "" if due.difference is None else f" {due.difference:+f} {due.currency}"
    return Text(en=f"The tariff {due.withdrawn} was withdrawn.{known}", vi=f"Biểu thuế {due.withdrawn} đã bị thu hồi.{known}")
