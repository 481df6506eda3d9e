"""The ledger of an office: facts put into the tree behind the log, signed for, proved one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clearlane.ledger.leaf import leaves
from clearlane.model.refusals import Closed, NotFound, Unavailable
from clearlane.office.ledger import tree
from clearlane.office.office import Office
from clearlane.office.ports import Store
from clearlane.office.wiring import store_from
from clearlane_verify.checkpoint import signed as signed_by
from clearlane_verify.fact import opened
from clearlane_verify.merkle import consistency_holds, root_of
from clearlane_verify.note import verifier
from clearlane_verify.proof import demand, read
from clearlane_verify.tiles import TileTree, entries_of, tile_of
from tests.office.ledgers import SIGNER, signed, unguarded
from tests.office.memory_store import MemoryStore
from tests.office.risk_office import office, trade

KEYS = [verifier(SIGNER.vkey)]


@pytest.fixture(params=["sqlite", "postgresql", "memory"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    address = "sqlite:///:memory:" if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    found = store_from(address)
    yield found
    found.close()


def lodged(desk: Office, begin: int, end: int) -> None:
    list(desk.lodge_many(trade(end)[begin:end]))


def test_the_tree_follows_the_log_and_a_checkpoint_covers_what_is_there(store: Store) -> None:
    desk = office(store)
    lodged(desk, 0, 10)
    assert desk.store.ledger_size() == 0
    made = desk.ledger.checkpoint(SIGNER)
    assert made.size == desk.store.ledger_size() == desk.store.last_seq()
    assert desk.ledger.checkpoint(SIGNER) == made
    lodged(desk, 10, 14)
    assert desk.store.last_seq() > desk.store.ledger_size()
    after = desk.ledger.checkpoint(SIGNER)
    old, new = (signed_by(one.note, KEYS)[0] for one in (made, after))
    tree = desk.ledger.proofs.tree()[1]
    assert tree is not None
    consistency_holds(old.size, old.root, new.size, new.root, tree.consistency(old.size))
    assert [one.size for one in desk.store.checkpoints()] == [old.size, new.size]


def test_every_fact_is_proved_by_a_file_that_stands_by_itself(store: Store) -> None:
    desk = office(store)
    lodged(desk, 0, 6)
    desk.ledger.checkpoint(SIGNER)
    for record in desk.store.facts():
        proof = read(desk.ledger.proofs.of(record.seq))
        leaf, row = opened(proof.extra)
        demand(proof, leaf, KEYS)
        assert (row.seq, row.subject.decode()) == (record.seq, record.subject)


def test_a_fact_that_no_checkpoint_covers_is_not_proved_and_one_that_is_not_there_neither(store: Store) -> None:
    desk = office(store)
    with pytest.raises(Closed):
        desk.ledger.checkpoint(SIGNER)
    lodged(desk, 0, 2)
    with pytest.raises(Closed):
        desk.ledger.proofs.of(1)
    desk.ledger.checkpoint(SIGNER)
    for seq in (0, -1, 10_000):
        with pytest.raises(NotFound):
            desk.ledger.proofs.of(seq)


def test_the_tree_made_anew_is_the_same_and_portions_do_not_matter(store: Store) -> None:
    desk = office(store)
    lodged(desk, 0, 40)
    while desk.ledger.sequence(batch=7):
        pass
    made = desk.ledger.checkpoint(SIGNER)
    before = desk.ledger.proofs.of(5)
    assert desk.ledger.rebuild() == made.size
    assert desk.ledger.proofs.of(5) == before
    assert TileTree(made.size, signed_by(made.note, KEYS)[0].root, desk.ledger.proofs.tile).size == made.size


def test_a_tree_that_another_process_grows_meanwhile_is_signed_for_as_it_stood(store: Store) -> None:
    desk = office(store)
    lodged(desk, 0, 60)
    desk.ledger.follow()
    secret = desk.store.ledger_secret()
    assert secret is not None
    hashes = leaves(secret[0], desk.store.stored_facts(0))
    for size in (1, 100, 255, 256, 257, len(hashes)):
        assert tree(desk.store, size).root() == root_of(hashes[:size])


def test_the_files_of_the_log_are_whole_and_lead_to_the_checkpoint(store: Store) -> None:
    desk = office(store)
    lodged(desk, 0, 60)
    desk.ledger.checkpoint(SIGNER)
    held = dict(desk.ledger.proofs.files())
    checkpoint, _ = signed_by(held.pop("checkpoint"), KEYS)
    log = TileTree(checkpoint.size, checkpoint.root, lambda tile: held[tile.path])
    for path, body in held.items():
        if path.startswith("tile/entries/"):
            log.demand_entries(tile_of(path).index, entries_of(body))


def test_what_is_erased_beside_the_log_leaves_every_proof_valid(store: Store) -> None:
    desk = office(store)
    lodged(desk, 0, 5)
    desk.ledger.checkpoint(SIGNER)
    before = [desk.ledger.proofs.of(seq) for seq in range(1, desk.store.last_seq() + 1)]
    with desk.store.work() as work:
        for digest, _ in list(desk.store.document_digests()):
            work.erase(digest)
    assert [desk.ledger.proofs.of(seq) for seq in range(1, desk.store.last_seq() + 1)] == before


def test_the_same_facts_have_the_same_leaves_in_every_store(postgres_database: str) -> None:
    roots = []
    for address in ("sqlite:///:memory:", postgres_database):
        desk = office(store_from(address))
        with desk.store.work() as work:
            work.begin_ledger(b"s" * 32)
        lodged(desk, 0, 12)
        roots.append(signed_by(desk.ledger.checkpoint(SIGNER).note, KEYS)[0].root)
        desk.close()
    assert roots[0] == roots[1]


def test_the_secret_keys_and_checkpoints_are_not_touched_once_there(store: Store) -> None:
    desk = office(store)
    lodged(desk, 0, 2)
    desk.ledger.checkpoint(SIGNER)
    kept = desk.store.ledger_secret()
    desk.ledger.rebuild()
    lodged(desk, 2, 3)
    desk.ledger.checkpoint(SIGNER)
    assert desk.store.ledger_secret() == kept
    assert desk.store.ledger_keys() == [SIGNER.vkey]
    for _ in range(2):
        with desk.store.work() as work:
            work.put_ledger_handover("a note")
    assert desk.store.ledger_handovers() == ["a note"]


@pytest.mark.parametrize(
    "change", ["UPDATE ledger_tiles SET body = zeroblob(length(body)) WHERE level = 0", "UPDATE facts SET body = body || ' ' WHERE seq = 3"]
)
def test_nothing_is_handed_out_of_a_store_that_was_changed(change: str, tmp_path: Path) -> None:
    desk = signed(f"sqlite:///{tmp_path}/office.db")
    with unguarded(tmp_path / "office.db") as held:
        held.execute(change)
    with pytest.raises(Unavailable):
        desk.ledger.proofs.of(3)
    with pytest.raises(Unavailable):
        list(desk.ledger.proofs.files())
    desk.close()
