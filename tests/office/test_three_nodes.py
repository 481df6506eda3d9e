"""Three administrations on real sockets: each keeps a log and sees the others'. One is cut off, one shows two histories and is caught."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
import uvicorn

from clearlane.api.witness import witness_app
from clearlane.keys import open_signer
from clearlane.office import partners
from clearlane.office.office import Office
from clearlane.office.wiring import store_from
from clearlane.office.witness import Witness
from clearlane.office.witness_sending import send
from clearlane.office.witnessing import gather, lacking, seen_by
from clearlane.store.witness_book import WitnessBook
from clearlane_verify.checkpoint import signed
from clearlane_verify.note import verifier
from clearlane_verify.policy import Policy
from tests.office.risk_office import office, trade


class Node:
    """One administration: an office with a log, and a witness that answers at a port."""

    def __init__(self, name: str, folder: Path) -> None:
        self.office = office(store_from("sqlite:///:memory:"))
        self.log = open_signer("memory:", f"{name}.example/log")
        self.witness = Witness(WitnessBook(folder / f"{name}.db"), open_signer("memory:", f"{name}.example/w"), lambda: datetime.now(UTC))
        self.listener = socket.create_server(("127.0.0.1", 0))
        self._server = uvicorn.Server(uvicorn.Config(witness_app(self.witness), log_level="error", timeout_graceful_shutdown=1))
        self._thread = Thread(target=self._server.run, args=([self.listener],))
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def meet(self, other: Node) -> None:
        """Accept another's invitation, its fingerprint read aloud."""
        found = partners.opened(partners.invitation(other.address, other.witness.signer, other.log))
        partners.accept(self.witness.book, found, found.fingerprint)

    def record(self, begin: int, end: int) -> str:
        """Record some trade, sign for it, have it seen; return the checkpoint."""
        list(self.office.lodge_many(trade(end)[begin:]))
        self.office.ledger.checkpoint(self.log)
        return self.show()

    def show(self) -> str:
        gather(self.office.store, self.witness.book, send)
        return (self.office.store.checkpoint() or pytest.fail("no checkpoint")).note

    def cut_off(self) -> None:
        self._server.should_exit = True
        self._thread.join()
        self.listener.close()


@contextmanager
def nodes(folder: Path) -> Iterator[tuple[Node, Node, Node]]:
    made = Node("a", folder), Node("b", folder), Node("c", folder)
    made[1].meet(made[0])
    made[2].meet(made[0])
    made[1].meet(made[2])
    try:
        yield made
    finally:
        for one in made:
            one.cut_off()


def names(note: str, node: Node) -> list[str]:
    """Who of a node's partners cosigned, as anyone reads it with their keys."""
    _, found = signed(note, [verifier(node.log.vkey)])
    keys = tuple(verifier(asked.vkey) for asked in node.witness.book.asked())
    return [one.witness.name for one in Policy(keys).demand(found)]


def another(node: Node, begin: int, end: int) -> Office:
    """The log of a keeper who rewrites it: signed with the same key, with other acts in the same number."""
    other = office(store_from("sqlite:///:memory:"))
    list(other.lodge_many(trade(end)[begin:]))
    other.ledger.checkpoint(node.log)
    return other


def test_a_node_cut_off_holds_nothing_up_and_one_that_forks_is_caught(tmp_path: Path) -> None:
    with nodes(tmp_path) as (a, b, c):
        a.meet(b)
        a.meet(c)
        assert names(a.record(0, 4), a) == ["b.example/w", "c.example/w"]
        c.cut_off()
        later = a.record(4, 8)
        assert (names(later, a), lacking(later, a.witness.book)) == (["b.example/w"], (1, ["c.example/w"]))
        assert [one.why is None for one in gather(a.office.store, a.witness.book, send)] == [True, False]

        a.office = another(a, 1, 9)  # of as many acts, not the same
        answers = gather(a.office.store, a.witness.book, send)
        assert [one.at for one in answers] == [0, 0]
        assert [one.origin for one in b.witness.book.evidence()] == ["a.example/log"]


def test_two_partners_shown_different_histories_find_it_by_comparing(tmp_path: Path) -> None:
    with nodes(tmp_path) as (a, b, c):
        true, a.office = a.office, another(a, 1, 5)
        a.meet(c)
        assert names(a.show(), a) == ["c.example/w"]
        partners.part(a.witness.book, "c.example/w")
        a.office = true
        a.meet(b)
        assert names(a.record(0, 4), a) == ["b.example/w"]
        notes, _ = seen_by(b.witness.book.asked()[1], send)
        [found] = b.witness.compare(notes)
        roots = {signed(text, [verifier(a.log.vkey)])[0].root for text in (found.first, found.second)}
        assert (found.kind, len(roots), b.witness.book.evidence()) == ("split", 2, [found])
        assert sorted(path for path, _ in partners.taken_along(b.witness.book) if path.startswith("evidence")) == [
            "evidence/001-split-a.example_log/first",
            "evidence/001-split-a.example_log/second",
        ]
