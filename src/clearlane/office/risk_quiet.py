"""How many hits of a profile went by in a row without one being taken: told by the log, the same in every process and after a restart."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from clearlane.model.risk_facts import Selected
from clearlane.office.ports import Work

_NAME = "hits gone by"
_holds = msgspec.json.Decoder(dict[str, int])
_order = msgspec.json.Encoder(order="deterministic")


def gone_by(work: Work) -> dict[str, int]:
    """Return the counts of profiles that bound them, as they are noted; folded from the log where nothing was noted yet."""
    noted = work.snapshot(_NAME)
    if noted is not None:
        return _holds.decode(noted[1])
    counts: dict[str, int] = {}
    seq = 0
    while records := work.facts_after(seq):
        seq = records[-1].seq
        for record in records:
            if isinstance(record.fact, Selected):
                counts.update(record.fact.gone_by)
    note(work, counts)
    return counts


def note(work: Work, counts: dict[str, int]) -> None:
    """Note the counts for whoever selects next, in the work that changed them."""
    work.put_snapshot(_NAME, work.last_seq(), _order.encode(counts))


def told(counts: dict[str, int], bounded: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Return what a selection tells the log: the counts of the profiles that hit it and bound them, as they are after it."""
    return tuple((code, counts[code]) for code in bounded if code in counts)
