"""Logs for tests: leaves with plain content, their tiles in memory, and keys made from a seed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clearlane_verify.checkpoint import Checkpoint
from clearlane_verify.cosignature import line, message
from clearlane_verify.merkle import leaf_hash, root_of
from clearlane_verify.note import COSIGNATURE, ED25519, Note, Signature, Verifier
from clearlane_verify.tiles import WIDTH, Tile, TileTree


@cache
def _leaf(place: int) -> bytes:
    return leaf_hash(f"record {place}".encode())


def leaves(size: int) -> list[bytes]:
    """The hashes of so many leaves."""
    return [_leaf(place) for place in range(size)]


def levels(hashes: Sequence[bytes]) -> list[list[bytes]]:
    """The hashes of every level of tiles."""
    found = [list(hashes)]
    while len(below := found[-1]) >= WIDTH:
        found.append([root_of(below[begin : begin + WIDTH]) for begin in range(0, len(below) // WIDTH * WIDTH, WIDTH)])
    return found


def files(hashes: Sequence[bytes]) -> dict[str, bytes]:
    """Every tile of hashes of a log, and all partial ones it had while it grew are left out."""
    found: dict[str, bytes] = {}
    for level, many in enumerate(levels(hashes)):
        for begin in range(0, len(many), WIDTH):
            some = many[begin : begin + WIDTH]
            found[Tile(level, begin // WIDTH, len(some)).path] = b"".join(some)
    return found


def tree(size: int, hashes: Sequence[bytes] = ()) -> TileTree:
    """A log of so many leaves, read out of its tiles."""
    known = list(hashes) or leaves(size)
    held = files(known)
    return TileTree(size, root_of(known), lambda tile: held[tile.path])


class Key:
    """A key of Ed25519 with a name."""

    def __init__(self, name: str, algorithm: int = ED25519) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(sha256(name.encode()).digest())
        self.verifier = Verifier(name, algorithm, self._private.public_key().public_bytes_raw())

    def over(self, text: str) -> Signature:
        """The line of signature over a text."""
        return Signature(self.verifier.name, self.verifier.key, self._private.sign(text.encode()))

    def saw(self, text: str, at: int) -> Signature:
        """The line of a cosignature."""
        return line(self.verifier, at, self._private.sign(message(text, at)))


LOG = Key("customs.example/log")
WITNESSES = [Key(f"witness.example/{name}", COSIGNATURE) for name in ("a", "b", "c")]


def checkpoint(size: int, hashes: Sequence[bytes] = (), witnesses: Sequence[Key] = (), at: int = 1_790_000_000) -> str:
    """A checkpoint signed by the log, and seen by some witnesses."""
    text = str(Checkpoint("customs.example/log", size, root_of(list(hashes) or leaves(size))))
    return str(Note(text, (LOG.over(text), *(one.saw(text, at) for one in witnesses))))
