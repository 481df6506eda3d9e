"""Writing the ledger, the same way into every store."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from clearlane.model.ledger import StoredCheckpoint, StoredTile

_NEXT = "INSERT INTO {table} (place, {column}) VALUES ((SELECT coalesce(max(place), 0) + 1 FROM {table}), ?) ON CONFLICT DO NOTHING"


class LedgerWriter(ABC):
    """What is written of the ledger."""

    @abstractmethod
    def _do(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Carry out one statement."""

    def begin_ledger(self, secret: bytes) -> None:
        """Keep the secret of the salts, once and for good."""
        self._do("INSERT INTO ledger_secret (one, secret, digest) VALUES (1, ?, ?)", (secret, sha256(secret).hexdigest()))

    def put_tiles(self, tiles: Iterable[StoredTile]) -> None:
        """Write tiles in place of what stood there of them."""
        anew = "ON CONFLICT (level, place) DO UPDATE SET body = excluded.body"
        for tile in tiles:
            self._do(f"INSERT INTO ledger_tiles (level, place, body) VALUES (?, ?, ?) {anew}", tuple(tile))  # noqa: S608

    def forget_tiles(self) -> None:
        """Drop the tree, before it is made anew from the log."""
        self._do("DELETE FROM ledger_tiles")

    def put_ledger_key(self, vkey: str) -> None:
        """Keep a public key of the ledger; one that is there stays."""
        self._do(_NEXT.format(table="ledger_keys", column="vkey"), (vkey,))

    def put_ledger_handover(self, note: str) -> None:
        """Keep the note by which a key hands over to the next; one that is there stays."""
        self._do(_NEXT.format(table="ledger_handovers", column="note"), (note,))

    def put_checkpoint(self, made: StoredCheckpoint) -> None:
        """Keep a checkpoint; further cosignatures are kept in place of fewer."""
        anew = "ON CONFLICT (size) DO UPDATE SET note = excluded.note"
        self._do(f"INSERT INTO ledger_checkpoints (size, note) VALUES (?, ?) {anew}", tuple(made))  # noqa: S608
