"""Which key signs for a log: the one that began it and those it handed over to; another is refused, or named by verifying."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clearlane.keys import Signer, open_signer
from clearlane.model.refusals import Conflict
from clearlane.office.key_renewal import renewed, taken_up
from clearlane.office.ledger_verify import LedgerVerifying
from clearlane.office.office import Office
from clearlane.office.wiring import reading_from, store_from
from tests.office.ledgers import unguarded, verdict
from tests.office.risk_office import office, trade

TODAY = date(2026, 11, 23)
NAME = "customs.example/log"
Sign = Callable[[int], Signer]


@pytest.fixture
def desk(tmp_path: Path) -> Office:
    """An office whose log was signed for once, by a key in a file."""
    made = office(store_from(f"sqlite:///{tmp_path}/office.db"))
    list(made.lodge_many(trade(4)))
    made.ledger.checkpoint(open_signer(str(tmp_path / "ledger.key"), NAME))
    return made


def more(desk: Office, begin: int, signer: Signer) -> None:
    list(desk.lodge_many(trade(begin + 4)[begin:]))
    desk.ledger.checkpoint(signer)


def test_a_key_made_in_another_folder_signs_nothing_and_leaves_nothing_in_the_store(desk: Office, tmp_path: Path) -> None:
    known = desk.store.ledger_keys()
    for name in (NAME, "another.example/log"):
        with pytest.raises(Conflict):
            desk.ledger.checkpoint(open_signer("memory:", name))
        with pytest.raises(Conflict):
            more(desk, 4, open_signer("memory:", name))
    assert desk.store.ledger_keys() == known
    assert len(desk.store.checkpoints()) == 1


def test_a_key_handed_over_to_signs_on_and_the_old_one_signs_no_more(desk: Office, tmp_path: Path) -> None:
    place = tmp_path / "ledger.key"
    old = open_signer(str(place), NAME)
    note = renewed(str(place), NAME, desk.store, TODAY)
    new = open_signer(str(place), NAME)
    assert (desk.store.ledger_keys(), desk.store.ledger_handovers()) == ([old.vkey, new.vkey], [note])
    with pytest.raises(Conflict):
        more(desk, 4, old)
    more(desk, 8, new)
    assert verdict(desk) == verdict(desk, keys=[old.vkey]) == []
    assert {kind for kind, _ in verdict(desk, keys=[new.vkey])} == {"key", "checkpoint"}


@pytest.mark.parametrize("broken_off", ["before it was kept", "after it was kept", "with the old key aside"])
def test_a_renewal_broken_off_is_gone_on_with(broken_off: str, desk: Office, tmp_path: Path) -> None:
    place = tmp_path / "ledger.key"
    before = place.read_bytes()
    if broken_off == "before it was kept":
        open_signer(f"{place}.next", NAME)
    else:
        renewed(str(place), NAME, desk.store, TODAY)
        place.rename(f"{place}.next")
        place.write_bytes(before)
    if broken_off != "with the old key aside":
        (tmp_path / f"ledger.key.until-{TODAY}").unlink(missing_ok=True)
    renewed(str(place), NAME, desk.store, TODAY)
    assert (tmp_path / f"ledger.key.until-{TODAY}").read_bytes() == before
    assert len(desk.store.ledger_keys()) == 2
    more(desk, 4, open_signer(str(place), NAME))
    assert verdict(desk) == []


def test_a_lost_key_is_followed_by_another_only_when_told_and_verifying_names_it_until_both_are_given(desk: Office) -> None:
    [old] = desk.store.ledger_keys()
    new = open_signer("memory:", NAME)
    taken_up(new, desk.store)
    with pytest.raises(Conflict):
        taken_up(new, desk.store)
    more(desk, 4, new)
    faults = LedgerVerifying(desk.store).verdict().faults
    assert [one.kind for one in faults] == ["key", "checkpoint"]
    assert new.vkey in faults[0].words.en
    assert verdict(desk, keys=[old, new.vkey]) == []


def test_a_key_put_into_the_store_by_hand_is_named_and_so_is_a_changed_handover(desk: Office, tmp_path: Path) -> None:
    place = str(tmp_path / "ledger.key")
    renewed(place, NAME, desk.store, TODAY)
    more(desk, 4, open_signer(place, NAME))
    with unguarded(tmp_path / "office.db") as held:
        held.execute("INSERT INTO ledger_keys VALUES (3, ?)", (open_signer("memory:", NAME).vkey,))
        assert verdict(desk) == [("key", 0)]
        held.execute("DELETE FROM ledger_keys WHERE place = 3")
        for change in ("replace(note, 'since 2', 'since 3')", "replace(note, 'clearlane-key', 'clearlane')"):
            (before,) = held.execute("SELECT note FROM ledger_handovers").fetchone()
            held.execute(f"UPDATE ledger_handovers SET note = {change}")
            assert {kind for kind, _ in verdict(desk)} == {"key", "checkpoint"}
            held.execute("UPDATE ledger_handovers SET note = ?", (before,))
    assert verdict(desk) == []


def test_a_file_written_before_there_were_handovers_is_verified_all_the_same(desk: Office, tmp_path: Path) -> None:
    desk.close()
    with unguarded(tmp_path / "office.db") as held:
        held.execute("DROP TABLE ledger_handovers")
    with reading_from(f"sqlite:///{tmp_path}/office.db") as copy:
        assert LedgerVerifying(copy).verdict().holds


def test_a_copy_that_an_office_begins_to_write_to_is_read_as_it_is_by_now(desk: Office, tmp_path: Path) -> None:
    signer = open_signer(str(tmp_path / "ledger.key"), NAME)
    desk.close()
    with reading_from(f"sqlite:///{tmp_path}/office.db") as copy:
        before = copy.checkpoint()
        again = office(store_from(f"sqlite:///{tmp_path}/office.db"))
        more(again, 4, signer)
        assert copy.checkpoint() != before
        assert LedgerVerifying(copy).verdict().holds
        again.close()
        assert copy.checkpoint() != before
