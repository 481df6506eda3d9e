"""How many open cases each officer has, folded from the log and noted now and then, so that giving a case asks only what is new."""

from __future__ import annotations

from collections import Counter

import msgspec

from clearlane.model.clearance_facts import Cleared, Disposed
from clearlane.model.control_facts import Assigned
from clearlane.model.facts import Cancelled, Record, Rejected, Released
from clearlane.office.ports import Work

_NAME = "assignment load"
_OFTEN = 1000
_holds = msgspec.json.Decoder(dict[str, str])
_encode = msgspec.json.encode


def load(work: Work) -> Counter[str]:
    """Return the number of open cases by staff number. A case is open until its goods are released, taken, sent away or given up.

    Args:
      work: The transaction.
    """
    noted = work.snapshot(_NAME)
    seq, held = (noted[0], _holds.decode(noted[1])) if noted else (0, {})
    folded = 0
    while records := work.facts_after(seq):
        seq, folded = records[-1].seq, folded + len(records)
        for record in records:
            _fold(held, record)
    if folded >= _OFTEN:
        work.put_snapshot(_NAME, seq, _encode(held))
    return Counter(held.values())


def _fold(held: dict[str, str], record: Record) -> None:
    fact = record.fact
    if isinstance(fact, Assigned) and fact.officer:
        held[record.subject] = fact.officer
    elif isinstance(fact, Assigned | Released | Cleared | Cancelled | Rejected) or (
        isinstance(fact, Disposed) and fact.how not in ("detained", "freed")
    ):
        held.pop(record.subject, None)
