"""Tiles: addresses, files, and that a forged one is never believed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane_verify.checkpoint import signed
from clearlane_verify.merkle import leaf_hash, root_of
from clearlane_verify.note import verifier
from clearlane_verify.refusal import Malformed, ProofRefused, Refused
from clearlane_verify.tiles import Tile, TileTree, bundle, entries_of, hashes_of, tile_of, tiles
from tests.verify.logs import files, leaves

GO = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"


@given(st.integers(-1, 5), st.integers(0, 10**12), st.integers(1, 256))
def test_an_address_says_which_tile_it_is(level: int, index: int, width: int) -> None:
    assert tile_of(Tile(level, index, width).path) == Tile(level, index, width)


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/1",
        "tile/00/001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/-1/000",
        "tile/0/x000/001",
        "x",
        "tile/a/000",
        "tile/0/-1",
        "tile/0/+01",
        "tile/0/1_0",
        "tile/64/000",
        "tile/0/000.p/-1",
    ],
)
def test_what_is_no_address_of_a_tile_is_refused(path: str) -> None:
    with pytest.raises(Malformed):
        tile_of(path)


def test_the_tiles_of_a_log_are_named_level_by_level() -> None:
    assert [one.path for one in tiles(65_792)][-3:] == ["tile/1/000", "tile/1/001.p/1", "tile/2/000.p/1"]
    assert {one.path for one in tiles(70_000)} == set(files([b"\0" * 32] * 70_000))


@pytest.mark.parametrize("size", [1, 7, 256, 257, 300, 70_000])
def test_no_byte_of_a_tile_can_be_changed_unseen(size: int) -> None:
    hashes = [leaf_hash(b"%d" % (place % 300)) for place in range(size)]
    held, root = files(hashes), root_of(hashes)
    for path in held:
        forged = {**held, path: held[path][:-1] + bytes([held[path][-1] ^ 1])}
        with pytest.raises(ProofRefused):
            read(TileTree(size, root, lambda tile, forged=forged: forged[tile.path]))  # type: ignore[misc]
    read(TileTree(size, root, lambda tile: held[tile.path]))


def read(log: TileTree) -> None:
    for one in tiles(log.size):
        log.tile(one.level, one.index)


def test_records_are_those_of_the_log_or_refused() -> None:
    entries = [b"a", b"", b"c" * 300]
    hashes = [leaf_hash(one) for one in entries]
    log = TileTree(3, root_of(hashes), lambda tile: files(hashes)[tile.path])
    assert entries_of(bundle(entries)) == entries
    log.demand_entries(0, entries)
    with pytest.raises(ProofRefused):
        log.demand_entries(0, [b"a", b"", b"d"])


@pytest.mark.parametrize("body", [b"\x00", b"\x00\x02a"])
def test_a_file_that_ends_within_a_record_is_refused(body: bytes) -> None:
    with pytest.raises(Malformed):
        entries_of(body)


def test_a_tile_of_another_length_is_refused() -> None:
    with pytest.raises(Malformed):
        hashes_of(b"\0" * 31, 1)


def test_a_log_made_by_other_software_is_read_and_each_change_of_it_seen(shared_data: Path) -> None:
    folder = shared_data / "trust" / "tile-log-go" / "testdata" / "log"
    for file in sorted(folder.glob("checkpoint*")):
        checkpoint, _ = signed(file.read_bytes(), [verifier(GO)])
        if not checkpoint.size:
            continue
        log = TileTree(checkpoint.size, checkpoint.root, lambda tile: (folder / tile.path).read_bytes())
        log.demand_entries(0, entries_of((folder / Tile(-1, 0, checkpoint.size).path).read_bytes()))
        with pytest.raises(Refused):
            signed(file.read_bytes().replace(b"\n", b"1\n", 2), [verifier(GO)])


def test_proofs_out_of_tiles_are_those_of_the_tree() -> None:
    hashes = leaves(600)
    log = TileTree(600, root_of(hashes), lambda tile: files(hashes)[tile.path])
    assert log.node(8, 1) == root_of(hashes[256:512])
    assert log.range(512, 600) == root_of(hashes[512:])
    assert log.entry_hash(599) == hashes[599]
