"""Under which checkpoint each act of a declaration stands, for those who may have its proof."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from clearlane.ledger.statement import read
from clearlane.model.refusals import NotAllowed
from clearlane.office.access import Asker
from clearlane.office.ledger_showing import acts
from clearlane.office.office import Office
from clearlane_verify.note import read as read_note


class Covered(msgspec.Struct, frozen=True):
    """An act with the checkpoint that first covered it.

    Attributes:
      seq: Its place in the log.
      kind: Which fact, as the log tags it.
      at: When it was recorded.
      size: How many records that checkpoint covers; 0 while none covers the act.
      signed_at: When that was signed; None while none is.
    """

    seq: int
    kind: str
    at: datetime
    size: int = 0
    signed_at: datetime | None = None


def covered(office: Office, asker: Asker, number: str) -> dict[int, Covered]:
    """Return the acts of a declaration whose proof someone may have, by their place in the log.

    There are none before the first checkpoint, and for whom the parties are masked.

    Raises:
      NotFound: There is no such declaration, or it is none of his.
    """
    latest = office.store.checkpoint()
    try:
        known = acts(office, asker, number) if latest else []
    except NotAllowed:
        return {}
    found: dict[int, Covered] = {}
    size, signed_at = 0, None
    for record in sorted(known, key=lambda one: one.seq):
        if size < record.seq:
            first = office.store.checkpoint(record.seq) if latest and record.seq <= latest.size else None
            size = first.size if first else 0
            signed_at = datetime.fromtimestamp(read(read_note(first.note).text).at, UTC) if first else None
        found[record.seq] = Covered(record.seq, str(record.fact.__struct_config__.tag), record.at, size, signed_at)
    return found
