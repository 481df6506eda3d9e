"""The tree over the log: grown in memory and durably, proofs, a whole store verified, and what the passage pays for it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from bench.commit import taken
from bench.corpus import Corpus, distinct
from bench.figure import Figure
from clearlane.keys import open_signer
from clearlane.ledger.growing import Growing
from clearlane.office.ledger_verify import LedgerVerifying
from clearlane.office.office import Office
from clearlane_verify.merkle import inclusion_holds
from clearlane_verify.tiles import TileTree

LEAVES, BATCH, PROOFS, LODGED, ROUNDS = 1_000_000, 256, 2_000, 6_000, 3
_FOLLOW = "from clearlane.cli import main; main()"


def figures(corpus: Corpus) -> Iterator[Figure]:
    """Yield each figure beside what it is compared with, measured in the same run."""
    yield from _in_memory()
    with tempfile.TemporaryDirectory() as folder:
        yield from _durable(corpus, f"sqlite:///{folder}/office.db")
    yield from _passage(corpus)


def _in_memory() -> Iterator[Figure]:
    data = [b"%032d" % place for place in range(LEAVES)]
    start = time.perf_counter()
    for one in data:
        sha256(one).digest()
        sha256(one + one).digest()
    bare = LEAVES / (time.perf_counter() - start)
    tree, held = Growing(), dict[tuple[int, int], bytes]()
    start = time.perf_counter()
    for begin in range(0, LEAVES, BATCH):
        touched = tree.add([sha256(b"\x00" + one).digest() for one in data[begin : begin + BATCH]])
        held |= {(tile.level, tile.place): tile.body for tile in touched}
    root = tree.root()
    grown = LEAVES / (time.perf_counter() - start)
    yield Figure("leaves put into the tree, 1 M, in memory", grown, "leaves/s", "two plain SHA-256 for each", bare, "60 % of it")
    yield from _proofs(TileTree(LEAVES, root, lambda tile: held[tile.level, tile.index]), data)


def _proofs(log: TileTree, data: list[bytes]) -> Iterator[Figure]:
    places = [(place * 7919) % LEAVES for place in range(PROOFS)]
    start = time.perf_counter()
    proofs = [log.inclusion(place) for place in places]
    first = (time.perf_counter() - start) / PROOFS * 1e6
    start = time.perf_counter()
    proofs = [log.inclusion(place) for place in places]
    made = (time.perf_counter() - start) / PROOFS * 1e6
    leaves = [sha256(b"\x00" + data[place]).digest() for place in places]
    start = time.perf_counter()
    for place, leaf, proof in zip(places, leaves, proofs, strict=True):
        inclusion_holds(leaf, place, LEAVES, proof, log.root)
    checked = (time.perf_counter() - start) / PROOFS * 1e6
    start = time.perf_counter()
    for leaf, proof in zip(leaves, proofs, strict=True):
        for beside in proof:
            sha256(leaf + beside).digest()
    bare = (time.perf_counter() - start) / PROOFS * 1e6
    yield Figure("a proof of inclusion made, among 1 M", made, "µs", "its hashes alone", bare, "200 µs")
    yield Figure("the same, with the first look into its tile", first, "µs", "its hashes alone", bare)
    yield Figure("a proof of inclusion checked", checked, "µs", "its hashes alone", bare, "100 µs")


def _durable(corpus: Corpus, address: str) -> Iterator[Figure]:
    with Office.open(profile=corpus.profile, store=address) as office:
        list(office.lodge_many(distinct(corpus.stripped, LODGED)))
        facts = office.store.last_seq()
        start = time.perf_counter()
        while office.ledger.sequence(BATCH):
            pass
        spent = facts / (time.perf_counter() - start)
        bare = _bare(Path(address.removeprefix("sqlite:///")).with_name("bare.db"), facts)
        yield Figure(
            "facts put into the tree, durably, in batches of 256", spent, "facts/s", "32 bytes each, as many commits", bare, "25,000/s"
        )
        office.ledger.checkpoint(open_signer("memory:", "bench"))
        start = time.perf_counter()
        verdict = LedgerVerifying(office.store).verdict(documents=False)
        whole = facts / (time.perf_counter() - start)
        if not verdict.holds:
            raise AssertionError("A store that nobody touched was not verified.")
        start = time.perf_counter()
        after = 0
        while rows := office.store.stored_facts(after, 4096):
            after = rows[-1].seq
        read = facts / (time.perf_counter() - start)
        yield Figure("facts of a store verified", whole, "facts/s", "the rows read, and nothing else", read, "100,000/s")


def _bare(path: Path, count: int) -> float:
    import sqlite3  # noqa: PLC0415 - the reference alone needs it

    with sqlite3.connect(path, isolation_level=None) as held:
        held.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE leaves (place INTEGER PRIMARY KEY, body BLOB)")
        start = time.perf_counter()
        for begin in range(0, count, BATCH):
            held.execute("BEGIN IMMEDIATE")
            held.executemany("INSERT INTO leaves VALUES (?, ?)", [(place, b"\0" * 32) for place in range(begin, min(begin + BATCH, count))])
            held.execute("COMMIT")
        return count / (time.perf_counter() - start)


def _passage(corpus: Corpus) -> Iterator[Figure]:
    """Off and on by turns, the better of each: what else the machine does falls on both."""
    messages = distinct(corpus.stripped, LODGED)
    off: list[float] = []
    on: list[float] = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            off.append(taken(f"sqlite:///{folder}/office.db", corpus, messages))
        with tempfile.TemporaryDirectory() as folder, _following(f"sqlite:///{folder}/office.db", corpus.profile, folder):
            on.append(taken(f"sqlite:///{folder}/office.db", corpus, messages))
    yield Figure("the passage with the ledger on, SQLite", max(on), "declarations/s", "with it off", max(off), "95 % of it")


@contextmanager
def _following(address: str, profile: str, folder: str) -> Iterator[None]:
    Office.open(profile=profile, store=address).store.close()
    words = [sys.executable, "-c", _FOLLOW, "ledger", "follow", "--store", address, "--profile", profile]
    with subprocess.Popen(words, stdin=subprocess.PIPE, cwd=folder) as child:
        time.sleep(3)  # until it has started
        try:
            yield
        finally:
            if child.stdin:
                child.stdin.close()
            child.wait()
