"""Verifying a store that was cut, padded or robbed of what it stands on: each is named, no fact is blamed, nothing runs on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clearlane.office.ledger_verify import LedgerVerifying
from clearlane.office.wiring import reading_from
from tests.office.ledgers import signed, unguarded


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of more than one tile, signed for twice."""
    path = tmp_path_factory.mktemp("ledger") / "office.db"
    signed(f"sqlite:///{path}", 2, 30).close()
    return path


CASES = {
    "DELETE FROM ledger_tiles": [("tile", 0), ("tile", 0), ("tile", 0)],
    "DELETE FROM ledger_tiles WHERE level = 0 AND place = 0": [("tile", 0)],
    "UPDATE ledger_tiles SET body = substr(body, 1, 33) WHERE level = 0 AND place = 1": [("tile", 0)],
    "INSERT INTO ledger_tiles VALUES (0, 900000000, zeroblob(32))": [("tile", 0)],
    "DELETE FROM ledger_secret": [("secret", 0)],
    "DELETE FROM ledger_keys": [("key", 0)],
    "DELETE FROM ledger_checkpoints": [("checkpoint", 0)],
    "INSERT INTO ledger_checkpoints SELECT -5, note FROM ledger_checkpoints LIMIT 1": [("checkpoint", 0)],
    "UPDATE ledger_checkpoints SET size = size + 1000": [("checkpoint", 0), ("checkpoint", 0)],
    "INSERT INTO facts SELECT 0, at, subject, kind, body FROM facts WHERE seq = 3": [("fact", 0)],
    "INSERT INTO facts SELECT -9, at, subject, kind, body FROM facts WHERE seq = 3": [("fact", -9)],
    "UPDATE facts SET body = 12345 WHERE seq = 3": [("fact", 3)],
}


@pytest.mark.parametrize("change", CASES)
def test_what_was_cut_padded_or_taken_away_is_named_as_such(change: str, written: Path, tmp_path: Path) -> None:
    shutil.copy(written, tmp_path / "office.db")
    with unguarded(tmp_path / "office.db") as held:
        held.execute(change)
    with reading_from(f"sqlite:///{tmp_path}/office.db") as copy:
        found = LedgerVerifying(copy).verdict()
    assert (found.holds, [(one.kind, one.seq) for one in found.faults]) == (False, CASES[change])


def test_a_changed_fact_is_still_named_where_the_tree_was_cut_elsewhere(written: Path, tmp_path: Path) -> None:
    shutil.copy(written, tmp_path / "office.db")
    with unguarded(tmp_path / "office.db") as held:
        held.execute("DELETE FROM ledger_tiles WHERE level = 0 AND place = 1")
        held.execute("UPDATE facts SET body = body || ' ' WHERE seq = 9")
    with reading_from(f"sqlite:///{tmp_path}/office.db") as copy:
        assert [(one.kind, one.seq) for one in LedgerVerifying(copy).verdict().faults] == [("fact", 9), ("tile", 0)]
