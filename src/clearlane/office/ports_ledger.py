"""Ports of the ledger: facts as their bytes lie there, tiles, keys and checkpoints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from clearlane.model.ledger import StoredCheckpoint, StoredFact, StoredTile


class LedgerReading(Protocol):
    """What can be asked of a store about the ledger."""

    def last_seq(self) -> int:
        """Return the place of the last fact, 0 for an empty log."""

    def stored_facts(self, after: int, limit: int = 1024) -> list[StoredFact]:
        """Return facts as their bytes lie there, after a place of the log."""

    def ledger_secret(self) -> tuple[bytes, str] | None:
        """Return the secret of the salts and its SHA-256; None before the ledger is begun."""

    def ledger_tile(self, level: int, place: int) -> bytes:
        """Return the hashes of a tile, as far as it is filled; nothing where there is none."""

    def ledger_size(self) -> int:
        """Return how many facts are in the tree."""

    def ledger_keys(self) -> list[str]:
        """Return the public keys of the ledger, as they are handed on, oldest first."""

    def ledger_handovers(self) -> list[str]:
        """Return the notes by which each key of the ledger handed over to the next, oldest first."""

    def checkpoint(self, size: int = 0) -> StoredCheckpoint | None:
        """Return the first checkpoint that covers so many facts, or the latest; None where there is none."""

    def checkpoints(self, after: int = 0, limit: int = 1024) -> list[StoredCheckpoint]:
        """Return checkpoints after a size, smallest first."""

    def document_digests(self, after: str = "") -> Iterator[tuple[str, bytes]]:
        """Yield every document kept beside the log with the digest it is kept under."""


class LedgerWriting(Protocol):
    """What is written of the ledger."""

    def begin_ledger(self, secret: bytes) -> None:
        """Keep the secret of the salts, once and for good."""

    def put_tiles(self, tiles: Iterable[StoredTile]) -> None:
        """Write tiles in place of what stood there of them."""

    def forget_tiles(self) -> None:
        """Drop the tree, before it is made anew from the log."""

    def put_ledger_key(self, vkey: str) -> None:
        """Keep a public key of the ledger; one that is there stays."""

    def put_ledger_handover(self, note: str) -> None:
        """Keep the note by which a key hands over to the next; one that is there stays."""

    def put_checkpoint(self, made: StoredCheckpoint) -> None:
        """Keep a checkpoint; further cosignatures are kept in place of fewer."""
