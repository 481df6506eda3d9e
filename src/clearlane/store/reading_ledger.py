"""Reading the ledger: facts as their bytes lie there, tiles of the tree, keys and checkpoints."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any

from clearlane.model.ledger import StoredCheckpoint, StoredFact
from clearlane.store.rows import Row

_PAGE, _DOCUMENTS = 1024, 200


class LedgerReader(ABC):
    """Questions of the ledger, answered from committed rows, or from those of the work it belongs to."""

    @abstractmethod
    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows a query finds."""

    @abstractmethod
    def _raw(self, column: str) -> str:
        """Return the expression for a text column's own bytes."""

    def stored_facts(self, after: int, limit: int = _PAGE) -> list[StoredFact]:
        """Return facts as their bytes lie there, after a place of the log; a byte that is no text is returned all the same."""
        columns = ", ".join(self._raw(column) for column in ("at", "subject", "kind", "body"))
        sql = f"SELECT seq, {columns} FROM facts WHERE seq > ? ORDER BY seq LIMIT ?"  # noqa: S608
        return list(map(StoredFact._make, self._ask(sql, (after, limit))))

    def ledger_secret(self) -> tuple[bytes, str] | None:
        """Return the secret of the salts and its SHA-256; None before the ledger is begun."""
        found = self._ask(f"SELECT secret, {self._raw('digest')} FROM ledger_secret")  # noqa: S608
        return (bytes(found[0][0]), _text(found[0][1])) if found else None

    def ledger_tile(self, level: int, place: int) -> bytes:
        """Return the hashes of a tile, as far as it is filled; nothing where there is none."""
        found = self._ask("SELECT body FROM ledger_tiles WHERE level = ? AND place = ?", (level, place))
        return bytes(found[0][0]) if found else b""

    def ledger_size(self) -> int:
        """Return how many facts are in the tree."""
        found = self._ask("SELECT place, length(body) FROM ledger_tiles WHERE level = 0 ORDER BY place DESC LIMIT 1")
        return found[0][0] * 256 + found[0][1] // 32 if found else 0

    def ledger_keys(self) -> list[str]:
        """Return the public keys of the ledger, as they are handed on, oldest first."""
        return [_text(row[0]) for row in self._ask(f"SELECT {self._raw('vkey')} FROM ledger_keys ORDER BY place")]  # noqa: S608

    def ledger_handovers(self) -> list[str]:
        """Return the notes by which each key of the ledger handed over to the next, oldest first."""
        return [_text(row[0]) for row in self._ask(f"SELECT {self._raw('note')} FROM ledger_handovers ORDER BY place")]  # noqa: S608

    def checkpoint(self, size: int = 0) -> StoredCheckpoint | None:
        """Return the first checkpoint that covers so many facts, or the latest; None where there is none."""
        found = self.checkpoints(size - 1, 1) if size else self._checkpoints("ORDER BY size DESC LIMIT 1")
        return found[0] if found else None

    def checkpoints(self, after: int = 0, limit: int = _PAGE) -> list[StoredCheckpoint]:
        """Return checkpoints after a size, smallest first."""
        return self._checkpoints("WHERE size > ? ORDER BY size LIMIT ?", (after, limit))

    def _checkpoints(self, which: str, values: Sequence[Any] = ()) -> list[StoredCheckpoint]:
        sql = f"SELECT size, {self._raw('note')} FROM ledger_checkpoints {which}"  # noqa: S608
        return [StoredCheckpoint(size, _text(note)) for size, note in self._ask(sql, values)]

    def document_digests(self, after: str = "") -> Iterator[tuple[str, bytes]]:
        """Yield every document kept beside the log with the digest it is kept under, in the order of digests."""
        sql = f"SELECT {self._raw('digest')}, body FROM documents WHERE digest > ? ORDER BY digest LIMIT {_DOCUMENTS}"  # noqa: S608
        while found := self._ask(sql, (after,)):
            yield from ((_text(digest), bytes(body)) for digest, body in found)
            if len(found) < _DOCUMENTS:
                return
            after = _text(found[-1][0])


def _text(body: bytes) -> str:
    """Return text as it lies there; what is no text is shown as such, so that it is found and not fallen over."""
    return bytes(body).decode(errors="replace")
