"""Marks on papers of inspections, by which anyone checks one: an order holds until carried out or replaced, a report until the next."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import msgspec

from clearlane.model.control_facts import CheckBegun, CheckEnded
from clearlane.model.facts import Amended, Lodged, Record
from clearlane.model.inspection_facts import InspectionOrdered
from clearlane.model.sheet import Kind

_MARK = 20


class Ground(msgspec.Struct, frozen=True):
    """What a paper of an inspection stands on.

    Attributes:
      record: The order given, or the conclusion.
      content: Digest of the declaration as it then read.
      stands: Whether nothing came after it that takes its place.
    """

    record: Record
    content: str
    stands: bool

    @property
    def mark(self) -> str:
        """The mark: eighty bits of the digest of what it stands on."""
        return sha256(msgspec.json.encode((self.record, self.content))).hexdigest()[:_MARK]


def grounds(records: Sequence[Record], kind: Kind) -> list[Ground]:
    """Return everything that papers of a kind ever stood on, in order."""
    found: list[Ground] = []
    content = ""
    for record in records:
        fact = record.fact
        if isinstance(fact, Lodged | Amended):
            content = fact.content if isinstance(fact, Lodged) else fact.result
        if _over(record, kind):
            found = [msgspec.structs.replace(one, stands=False) for one in found]
        if _is(record, kind):
            found.append(Ground(record, content, stands=True))
    return found


def _is(record: Record, kind: Kind) -> bool:
    fact = record.fact
    if kind == "inspection-order":
        return isinstance(fact, InspectionOrdered)
    return isinstance(fact, CheckEnded) and fact.check == "goods"


def _over(record: Record, kind: Kind) -> bool:
    fact = record.fact
    if isinstance(fact, InspectionOrdered | Amended):
        return kind == "inspection-order"
    begins_anew = isinstance(fact, CheckBegun) and fact.check == "goods" and kind == "inspection-report"
    return begins_anew or (isinstance(fact, CheckEnded) and fact.check == "goods")
