"""Offices with a ledger: some trade, signed for in portions, in a file that can be tampered with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clearlane.keys import open_signer
from clearlane.office.ledger_verify import LedgerVerifying
from clearlane.office.office import Office
from clearlane.office.wiring import store_from
from tests.office.risk_office import office, trade

SIGNER = open_signer("memory:", "customs.example/log")


def signed(address: str, portions: int = 4, each: int = 8) -> Office:
    """An office whose log was signed for after each portion of trade."""
    desk = office(store_from(address))
    for portion in range(portions):
        list(desk.lodge_many(trade(portions * each)[portion * each : (portion + 1) * each]))
        desk.ledger.checkpoint(SIGNER)
    return desk


def verdict(desk: Office, **how: object) -> list[tuple[str, int]]:
    """What does not hold, and where."""
    return [(one.kind, one.seq) for one in LedgerVerifying(desk.store, **how).verdict().faults]  # type: ignore[arg-type]


@contextmanager
def unguarded(path: Path) -> Iterator[sqlite3.Connection]:
    """The file in the hands of someone who has taken the triggers away."""
    with sqlite3.connect(path, isolation_level=None) as held:
        for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            held.execute(f"DROP TRIGGER {name}")
        yield held
    held.close()
