"""Verifying a store: whatever was changed, inserted, removed, reordered or rolled back is found, and nothing else is blamed."""

from __future__ import annotations

import shutil
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from clearlane.keys import open_signer
from clearlane.office.ledger_verify import LedgerVerifying
from clearlane.office.office import Office
from clearlane.office.wiring import store_from
from tests.office.ledgers import SIGNER, signed, unguarded, verdict
from tests.office.risk_office import trade

COLUMNS = ("at", "subject", "kind", "body")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log signed for four times, of which the last facts are signed for by nobody."""
    path = tmp_path_factory.mktemp("ledger") / "office.db"
    signed(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def desk(written: Path, tmp_path: Path) -> Iterator[tuple[Office, sqlite3.Connection]]:
    """An office over a copy of that file, and the file in other hands."""
    shutil.copy(written, tmp_path / "office.db")
    found = Office.open(store=f"sqlite:///{tmp_path}/office.db")
    with unguarded(tmp_path / "office.db") as held:
        yield found, held
    found.close()


Desk = tuple[Office, sqlite3.Connection]


def last(desk: Desk) -> int:
    return desk[0].store.last_seq()


def test_a_store_that_nobody_touched_holds_from_a_copy_of_its_file_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    found = LedgerVerifying(desk[0].store).verdict()
    assert (found.holds, found.facts, found.covered, found.checkpoints) == (True, last(desk), last(desk), 4)
    assert found.keys == (SIGNER.vkey,)


def test_a_thousand_single_changed_bytes_are_all_found_and_none_blamed_on_another_fact(desk: Desk) -> None:
    office, held = desk
    dice = Random(7)
    for _ in range(1000):
        seq, column = dice.randint(1, last(desk)), dice.choice(COLUMNS)
        (before,) = held.execute(f"SELECT CAST({column} AS BLOB) FROM facts WHERE seq = ?", (seq,)).fetchone()
        changed = bytearray(before)
        changed[dice.randrange(len(changed))] ^= dice.randint(1, 255)
        for value in (bytes(changed), before):
            held.execute(f"UPDATE facts SET {column} = CAST(? AS TEXT) WHERE seq = ?", (value, seq))
            found = LedgerVerifying(office.store).verdict(documents=False)
            assert [(one.kind, one.seq) for one in found.faults] == ([("fact", seq)] if value != before else [])


def test_a_changed_fact_is_named_with_its_subject_and_the_time_it_was_signed_for(desk: Desk) -> None:
    desk[1].execute("UPDATE facts SET body = body || ' ' WHERE seq = 9")
    (fault,) = LedgerVerifying(desk[0].store).verdict().faults
    (record,) = desk[0].store.facts_after(8, 1)
    assert (fault.subject, fault.at[:10]) == (record.subject, f"{record.at:%Y-%m-%d}")
    assert "Record 9" in fault.words.en
    assert "UTC" in fault.words.vi


@pytest.mark.parametrize(("where", "missing"), [("seq = 5", [5]), ("seq BETWEEN 3 AND 6", [3, 4, 5, 6])])
def test_facts_removed_are_named(desk: Desk, where: str, missing: list[int]) -> None:
    desk[1].execute(f"DELETE FROM facts WHERE {where}")
    assert verdict(desk[0]) == [("missing", seq) for seq in missing]


def test_a_log_rolled_back_is_found_by_its_checkpoints(desk: Desk) -> None:
    whole = last(desk)
    desk[1].execute("DELETE FROM facts WHERE seq > ?", (whole - 3,))
    assert verdict(desk[0]) == [("missing", seq) for seq in range(whole - 2, whole + 1)]


def test_two_facts_in_each_other_s_place_are_both_named(desk: Desk) -> None:
    for old, new in ((4, -1), (11, 4), (-1, 11)):
        desk[1].execute("UPDATE facts SET seq = ? WHERE seq = ?", (new, old))
    assert verdict(desk[0]) == [("fact", 4), ("fact", 11)]


def test_a_fact_inserted_moves_all_that_follow_and_is_the_first_named(desk: Desk) -> None:
    desk[1].execute("UPDATE facts SET seq = -seq - 1 WHERE seq >= 20")
    desk[1].execute("UPDATE facts SET seq = -seq WHERE seq < 0")
    desk[1].execute("INSERT INTO facts SELECT 20, at, subject, kind, body FROM facts WHERE seq = 7")
    found = verdict(desk[0])
    assert found[0] == ("fact", 20)
    assert all(seq >= 20 for _, seq in found)


def test_a_fact_far_behind_the_end_is_found(desk: Desk) -> None:
    whole = last(desk)
    desk[1].execute("INSERT INTO facts SELECT ?, at, subject, kind, body FROM facts WHERE seq = 7", (whole + 1000,))
    assert verdict(desk[0]) == [("missing", whole + 1000)]


def test_a_fact_changed_together_with_its_tree_is_found_between_two_checkpoints(desk: Desk) -> None:
    office, held = desk
    sizes = [one.size for one in office.store.checkpoints()]
    held.execute("UPDATE facts SET body = body || ' ' WHERE seq = ?", (sizes[1] - 1,))
    office.ledger.rebuild()
    assert verdict(office) == [("rewritten", sizes[0] + 1)]


def test_a_history_written_anew_is_found_by_an_old_checkpoint_that_was_kept_elsewhere(desk: Desk) -> None:
    office, held = desk
    kept = office.store.checkpoint()
    held.execute("UPDATE facts SET body = body || ' ' WHERE seq = 5")
    for table in ("ledger_checkpoints", "ledger_tiles"):
        held.execute(f"DELETE FROM {table}")
    office.ledger.checkpoint(SIGNER)
    assert kept is not None
    assert verdict(office) == []
    assert verdict(office, outside=[kept.note]) == [("rewritten", 1)]


def test_a_checkpoint_of_another_log_says_nothing_of_this_one(desk: Desk, tmp_path: Path) -> None:
    other = signed(f"sqlite:///{tmp_path}/other.db", 1)
    (note,) = (one.note for one in other.store.checkpoints())
    another = open_signer("memory:", "another.example/log")
    assert verdict(desk[0], outside=[note], keys=[another.vkey])[-1] == ("checkpoint", 0)
    other.close()


BESIDE = [("ledger_tiles", "body", "tile"), ("ledger_checkpoints", "note", "checkpoint"), ("ledger_secret", "secret", "secret"),
          ("ledger_secret", "digest", "secret"), ("ledger_keys", "vkey", "key"), ("documents", "body", "document")]  # fmt: skip


@pytest.mark.parametrize(("table", "column", "kind"), BESIDE)
def test_what_the_log_stands_on_is_named_as_such_and_no_fact_blamed(desk: Desk, table: str, column: str, kind: str) -> None:
    office, held = desk
    dice = Random(3)
    for _ in range(20):
        key = "digest" if table == "documents" else "rowid" if table != "ledger_tiles" else "place"
        rows = held.execute(f"SELECT {key}, CAST({column} AS BLOB) FROM {table} WHERE {'level = 0' if key == 'place' else 1}").fetchall()
        place, before = dice.choice(rows)
        changed = bytearray(before)
        changed[dice.randrange(len(changed))] ^= dice.randint(1, 255)
        form = "BLOB" if column in {"body", "secret"} else "TEXT"
        for value, wanted in ((bytes(changed), {kind}), (before, set[str]())):
            held.execute(f"UPDATE {table} SET {column} = CAST(? AS {form}) WHERE {key} = ?", (value, place))
            assert {one for one, _ in verdict(office)} == wanted


def test_facts_that_nobody_signed_for_yet_are_told_apart_and_compared_with_the_tree(desk: Desk) -> None:
    office, held = desk
    signed_for = last(desk)
    list(office.lodge_many(trade(40)[32:]))
    office.ledger.follow()
    found = LedgerVerifying(office.store).verdict()
    assert (found.holds, found.covered, found.facts) == (True, signed_for, last(desk))
    held.execute("UPDATE facts SET at = replace(at, '2026', '2025') WHERE seq = ?", (signed_for + 2,))
    assert verdict(office) == [("fact", signed_for + 2)]


def test_a_log_for_which_nobody_signed_does_not_hold() -> None:
    desk = Office(Office.open().profile, store_from("sqlite:///:memory:"))
    list(desk.lodge_many(trade(3)))
    found = LedgerVerifying(desk.store).verdict()
    assert (found.holds, [one.kind for one in found.faults]) == (False, ["checkpoint"])
