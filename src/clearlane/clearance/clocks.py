"""Clocks: what is due when, who is waited for, and what is overdue, from the facts and the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal

import msgspec

from clearlane.clearance.situation import situation
from clearlane.model.clearance_law import ClearanceLaw, Clock
from clearlane.model.control_facts import Check
from clearlane.model.facts import Record
from clearlane.model.situation import Goods, Situation
from clearlane.model.text import Text

Party = Literal["trader", "customs"]
_BY_CHECK: dict[Check, Clock] = {"documents": "check-documents", "goods": "check-goods"}
_LYING: tuple[Goods, ...] = ("arrived",)
NAMES: dict[Clock, Text] = {
    "query": Text(en="Answer to customs", vi="Trả lời cơ quan hải quan"),
    "dispute": Text(en="Time for contesting", vi="Thời hiệu khiếu nại"),
    "decision": Text(en="Decision on a request or dispute", vi="Quyết định về đề nghị, khiếu nại của người khai"),
    "check-documents": Text(en="Check of documents", vi="Kiểm tra hồ sơ"),
    "check-goods": Text(en="Examination of goods", vi="Kiểm tra thực tế hàng hóa"),
    "storage": Text(en="Goods lie without release", vi="Hàng lưu chưa thông quan"),
}
"""What each clock is called where the law gives it no name."""


class Due(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something due.

    Attributes:
      clock: Which clock.
      until: When it is due.
      waited_for: Who is waited for.
      name: What it is called.
      reference: The law; empty where the time was set by an officer.
      number: The query, dispute, or place of the request it is about; 0 for the declaration.
    """

    clock: Clock
    until: datetime
    waited_for: Party
    name: Text
    reference: str = ""
    number: int = 0


def due(records: Iterable[Record], law: ClearanceLaw) -> tuple[Due, ...]:
    """Return what is due on a declaration, the earliest first.

    Args:
      records: Its facts, in order.
      law: The law of clearance.
    """
    return due_in(situation(records), law)


def due_in(now: Situation, law: ClearanceLaw) -> tuple[Due, ...]:
    """Return what is due in a situation, the earliest first."""
    return tuple(sorted((*_told(now, law), *_of_law(now, law)), key=lambda one: one.until))


def overdue(found: Iterable[Due], at: datetime) -> tuple[Due, ...]:
    """Return what was due before a moment."""
    return tuple(one for one in found if one.until < at)


def _told(now: Situation, law: ClearanceLaw) -> Iterator[Due]:
    """Yield what was given a day when it was asked."""
    for query in now.queries:
        if not query.answered:
            yield Due("query", query.until, "trader", _name("query", law), number=query.query)
    if now.documents_due is not None:
        yield Due("query", now.documents_due, "trader", _name("query", law))
    for dispute in now.disputes:
        of_law = law.clocks.get("decision")
        yield Due("decision", dispute.until, "customs", _name("decision", law), of_law.reference if of_law else "", dispute.dispute)


def _of_law(now: Situation, law: ClearanceLaw) -> Iterator[Due]:
    for request in now.requests:
        yield from _clock("decision", request.at, law, "customs", request.request)
    if not now.awaited:
        for check in now.needed:
            yield from _clock(_BY_CHECK[check], now.since.get(check), law, "customs")
    if now.goods in _LYING and now.standing == "accepted":
        yield from _clock("storage", now.arrived_at, law, "trader")


def _clock(clock: Clock, since: datetime | None, law: ClearanceLaw, whom: Party, number: int = 0) -> Iterator[Due]:
    of_law = law.clocks.get(clock)
    if of_law is not None and since is not None:
        yield Due(clock, since + of_law.within, whom, of_law.name, of_law.reference, number)


def _name(clock: Clock, law: ClearanceLaw) -> Text:
    of_law = law.clocks.get(clock)
    return of_law.name if of_law else NAMES[clock]
