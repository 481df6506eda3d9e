"""What was signed of a log, and must be found in it: checkpoints kept in the store, and those kept elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.ledger.statement import Stop, read
from clearlane.model.ledger import LedgerFault
from clearlane.office import ledger_faults as faults
from clearlane.office.ledger_keys import trusted
from clearlane.office.ports_ledger import LedgerReading
from clearlane_verify.note import Verifier, demand_signed
from clearlane_verify.note import read as read_note
from clearlane_verify.refusal import Refused

LOWEST = -(2**63)
"""Below every place a database can keep."""


def stops(store: LedgerReading, keys: Sequence[str], outside: Sequence[str]) -> tuple[list[Stop], tuple[str, ...], list[LedgerFault]]:
    """Return the places up to which a log was signed for, smallest first; the keys that tell; and what does not hold among them.

    Args:
      store: The store.
      keys: Public keys known from elsewhere; the first one kept in the store where none is given. Those they handed over to count too.
      outside: Signed notes kept elsewhere.
    """
    found: list[Stop] = []
    wrong: list[LedgerFault] = []
    known = trusted(store, keys, wrong)
    after = LOWEST
    while kept := store.checkpoints(after):
        for one in kept:
            stop = _stop(one.note, known)
            if (stop is None or stop.size != one.size) and known:
                wrong.append(faults.checkpoint(one.size))
            elif stop is not None:
                found.append(stop)
        after = kept[-1].size
    for note in outside:
        stop = _stop(note, known)
        if stop is None:
            wrong.append(faults.outside())
        else:
            found.append(stop._replace(outside=True))
    if not found and not wrong:
        wrong.append(faults.nothing_signed() if after == LOWEST else faults.no_key())
    return sorted(found), tuple(map(str, known)), wrong


def _stop(text: str, keys: Sequence[Verifier]) -> Stop | None:
    try:
        note = read_note(text)
        demand_signed(note, keys)
        found = read(note.text)
    except Refused:
        return None
    return Stop(found.checkpoint.size, found.checkpoint.root, found.at)
