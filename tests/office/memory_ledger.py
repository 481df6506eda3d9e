"""The ledger in memory: the port's promises, kept with lists and dictionaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from clearlane.model.facts import Record
from clearlane.model.ledger import StoredCheckpoint, StoredFact, StoredTile
from clearlane.store.rows import fact_rows, moment


class MemoryLedger:
    """Store and work in one."""

    _log: list[Record]
    _documents: dict[str, bytes]

    def __init__(self) -> None:
        super().__init__()
        self._secret: bytes | None = None
        self._tiles: dict[tuple[int, int], bytes] = {}
        self._vkeys: list[str] = []
        self._handovers: list[str] = []
        self._checkpoints: dict[int, StoredCheckpoint] = {}

    def stored_facts(self, after: int, limit: int = 1024) -> list[StoredFact]:
        rows = [row for one in self._log for row in fact_rows(one.seq, moment(one.at), [(one.subject, one.fact)])]
        return [StoredFact(seq, *(text.encode() for text in texts)) for seq, *texts in rows if seq > after][:limit]

    def ledger_secret(self) -> tuple[bytes, str] | None:
        return (self._secret, sha256(self._secret).hexdigest()) if self._secret else None

    def ledger_tile(self, level: int, place: int) -> bytes:
        return self._tiles.get((level, place), b"")

    def ledger_size(self) -> int:
        return sum(len(body) for (level, _), body in self._tiles.items() if level == 0) // 32

    def ledger_keys(self) -> list[str]:
        return list(self._vkeys)

    def ledger_handovers(self) -> list[str]:
        return list(self._handovers)

    def checkpoint(self, size: int = 0) -> StoredCheckpoint | None:
        found = [one for place, one in sorted(self._checkpoints.items()) if place >= size]
        return (found[0] if size else found[-1]) if found else None

    def checkpoints(self, after: int = 0, limit: int = 1024) -> list[StoredCheckpoint]:
        return [one for place, one in sorted(self._checkpoints.items()) if place > after][:limit]

    def document_digests(self, after: str = "") -> Iterator[tuple[str, bytes]]:
        yield from sorted(one for one in self._documents.items() if one[0] > after)

    def begin_ledger(self, secret: bytes) -> None:
        assert self._secret is None
        self._secret = secret

    def put_tiles(self, tiles: Iterable[StoredTile]) -> None:
        self._tiles.update(((one.level, one.place), one.body) for one in tiles)

    def forget_tiles(self) -> None:
        self._tiles = {}

    def put_ledger_key(self, vkey: str) -> None:
        self._vkeys = self._vkeys if vkey in self._vkeys else [*self._vkeys, vkey]

    def put_ledger_handover(self, note: str) -> None:
        self._handovers = self._handovers if note in self._handovers else [*self._handovers, note]

    def put_checkpoint(self, made: StoredCheckpoint) -> None:
        self._checkpoints[made.size] = made
