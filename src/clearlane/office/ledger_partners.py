"""What of partners is shown beside one's own log: whose witness saw it, whose is lacking, whose logs are seen here, and evidence."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.model.witnessing import Evidence, EvidenceKind
from clearlane.office.partners import needed
from clearlane.office.ports_witness import WitnessRecords
from clearlane.office.settings import Settings
from clearlane.office.witness_node import book_of, knows_partners
from clearlane_verify.cosignature import cosigned
from clearlane_verify.note import Verifier, read, verifier
from clearlane_verify.refusal import Refused


class WitnessShown(msgspec.Struct, frozen=True):
    """A partner's witness that is asked.

    Attributes:
      name: Its name.
      address: Where it is asked.
      at: When it cosigned the latest checkpoint; None where it is lacking.
    """

    name: str
    address: str
    at: datetime | None


class LogShown(msgspec.Struct, frozen=True):
    """A partner's log that is seen here.

    Attributes:
      name: Its name.
      size: How many records it had when it was last seen; 0 for never.
      at: When that was; None for never.
      evidence: What its keeper is shown to have done, with the place among all evidence.
    """

    name: str
    size: int
    at: datetime | None
    evidence: tuple[tuple[int, EvidenceKind, datetime], ...]


class Partners(msgspec.Struct, frozen=True):
    """Partners of a node.

    Attributes:
      witnesses: Those asked to cosign.
      needed: How many of them must, before a checkpoint counts as seen.
      logs: Those seen here.
    """

    witnesses: tuple[WitnessShown, ...] = ()
    needed: int = 0
    logs: tuple[LogShown, ...] = ()

    @property
    def seen(self) -> int:
        """How many witnesses cosigned the latest checkpoint."""
        return sum(one.at is not None for one in self.witnesses)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of those that did not."""
        return tuple(one.name for one in self.witnesses if one.at is None)


def partners_of(found: Settings, note: str) -> Partners:
    """Return the partners of a node, as the settings name its book.

    Args:
      found: The settings.
      note: The latest checkpoint; empty before the first.
    """
    if not knows_partners(found):
        return Partners()
    with book_of(found) as book:
        return Partners(_witnesses(book, note), needed(book), _logs(book))


def evidence_of(found: Settings, place: int) -> Evidence:
    """Return a piece of evidence by its place, from 1.

    Raises:
      NotFound: There is none.
    """
    if knows_partners(found):
        with book_of(found) as book:
            kept = book.evidence()
        if 0 < place <= len(kept):
            return kept[place - 1]
    raise NotFound(Text(en="There is no such evidence.", vi="Không có chứng cứ này."))


def _witnesses(book: WitnessRecords, note: str) -> tuple[WitnessShown, ...]:
    asked = [(verifier(one.vkey), one.address) for one in book.asked()]
    return tuple(WitnessShown(key.name, address, _seen(note, key)) for key, address in asked)


def _seen(note: str, witness: Verifier) -> datetime | None:
    """Return when a witness cosigned; None where it did not, or what stands there for it does not hold."""
    try:
        return next((_moment(one.at) for one in cosigned(read(note), [witness])), None)
    except Refused:
        return None


def _logs(book: WitnessRecords) -> tuple[LogShown, ...]:
    kept = list(enumerate(book.evidence(), 1))
    shown = []
    for origin in book.origins():
        seen = book.seen(origin)
        against = tuple((place, one.kind, _moment(one.at)) for place, one in kept if one.origin == origin)
        shown.append(LogShown(origin, seen.size if seen else 0, _moment(seen.at) if seen else None, against))
    return tuple(shown)


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(min(at, 10**11), UTC)
