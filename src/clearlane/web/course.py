"""The course of a declaration for officers: each fact, and what there is to say of it in a line."""

from __future__ import annotations

from collections.abc import Iterator
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
from clearlane.model.inspection import CATEGORIES
from clearlane.model.risk_facts import Examined, Selected, SelectionFell
from clearlane.model.tariff_facts import ReassessmentDue
from clearlane.model.text import Text
from clearlane.office.risk_saying import ARMS

_CONFORM = Text(en="as declared", vi="đúng khai báo")
_WHOLE = Text(en="The declaration", vi="Tờ khai")


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


def course(records: list[Record], *, scored: bool = True) -> list[Step]:
    """Return the steps of a declaration, in order; without the score, and what it leads to, where that is not to be shown."""
    steps = [_step(record) for record in records]
    return steps if scored else [_unscored(step) for step in steps]


def _unscored(step: Step) -> Step:
    return msgspec.structs.replace(step, score=None, words=() if step.kind in ("selected", "selection-fell") else step.words)


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
        case Selected() | SelectionFell() | Examined() | ReassessmentDue():
            said = {"words": tuple(_told(fact))}
    return msgspec.structs.replace(step, **said)


def _told(fact: Selected | SelectionFell | Examined | ReassessmentDue) -> Iterator[Text]:
    """Yield how a declaration was chosen, why that was given up, what an inspection found, or why its duty is looked at again."""
    match fact:
        case ReassessmentDue():
            yield _withdrawn(fact)
        case Selected(arm, propensity):
            yield ARMS[arm]
            share = f"{100 * propensity:.1f} %"
            yield Text(en=f"Chance of an inspection: {share}", vi=f"Xác suất kiểm tra: {share.replace('.', ',')}")
        case SelectionFell(by):
            yield Text(en=f"For want of officers; signed by {by}", vi=f"Do thiếu công chức; {by} đã ký")
        case Examined(_, results):
            for result in results:
                where = Text(en=f"Item {result.item}", vi=f"Mặt hàng {result.item}") if result.item else _WHOLE
                what = _CONFORM if result.category is None else CATEGORIES[result.category]
                yield Text(en=f"{where.en}: {what.en}", vi=f"{where.vi}: {what.vi}")


def _withdrawn(due: ReassessmentDue) -> Text:
    known = "" if due.difference is None else f" {due.difference:+f} {due.currency}"
    return Text(en=f"The tariff {due.withdrawn} was withdrawn.{known}", vi=f"Biểu thuế {due.withdrawn} đã bị thu hồi.{known}")
