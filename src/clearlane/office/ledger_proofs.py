"""Proving acts: one small file that shows to whoever has the log's public key that a fact stands in it. And the tiles others read."""

from __future__ import annotations

from collections.abc import Iterator

from clearlane.ledger.leaf import commitments, salt
from clearlane.model.ledger import StoredCheckpoint, StoredFact
from clearlane.model.refusals import Closed, NotFound, Unavailable
from clearlane.model.text import Text
from clearlane.office.ports_ledger import LedgerReading
from clearlane_verify.checkpoint import parse
from clearlane_verify.fact import opened, row_of
from clearlane_verify.merkle import inclusion_holds
from clearlane_verify.note import read
from clearlane_verify.proof import TlogProof
from clearlane_verify.refusal import Refused
from clearlane_verify.tiles import WIDTH, Tile, TileTree, bundle, tiles


class LedgerProofs:
    """Proofs out of a store.

    Args:
      store: The store.
    """

    def __init__(self, store: LedgerReading) -> None:
        self._store = store
        self._tree: TileTree | None = None
        self._latest: StoredCheckpoint | None = None

    def of(self, seq: int) -> str:
        """Return the proof that a fact stands in the log, with its row and salt, as one text (``.tlog-proof``).

        Args:
          seq: Its place in the log, from 1.

        Raises:
          NotFound: There is no such fact.
          Closed: No checkpoint covers it yet.
          Unavailable: The fact or the kept tree is not as it was signed for; nothing is handed out that does not hold.
        """
        facts = self._store.stored_facts(seq - 1, 1)
        secret = self._store.ledger_secret()
        if seq < 1 or not facts or facts[0].seq != seq:
            raise NotFound(Text(en=f"The log has no record {seq}.", vi=f"Sổ không có bản ghi {seq}."))
        latest, tree = self.tree()
        if latest is None or tree is None or secret is None or tree.size < seq:
            raise Closed(
                Text(
                    en=f"No checkpoint covers record {seq} yet; the next one will.",
                    vi=f"Chưa có điểm kiểm tra nào bao gồm bản ghi {seq}; điểm tiếp theo sẽ bao gồm.",
                )
            )
        extra = salt(secret[0], seq) + row_of(facts[0])
        try:
            proof = tuple(tree.inclusion(seq - 1))
            inclusion_holds(opened(extra)[0], seq - 1, tree.size, proof, tree.root)
        except Refused as why:
            raise _altered() from why
        return str(TlogProof(seq - 1, proof, latest.note, extra))

    def bare(self, seq: int) -> str:
        """Return the proof of a fact without the fact: worth something to whoever has that, and nothing to anyone else.

        Raises:
          NotFound: No checkpoint covers so many facts.
          Unavailable: The kept tree is not as it was signed for.
        """
        latest, tree = self.tree()
        if latest is None or tree is None or not 0 < seq <= tree.size:
            raise NotFound(Text(en=f"No record {seq} was signed for.", vi=f"Chưa ký cho bản ghi {seq}."))
        try:
            return str(TlogProof(seq - 1, tuple(tree.inclusion(seq - 1)), latest.note))
        except Refused as why:
            raise _altered() from why

    def since(self, size: int) -> list[bytes]:
        """Return the proof that the log of the latest checkpoint holds what it held when it was shorter.

        Raises:
          NotFound: No checkpoint covers so many facts; a log without any proves nothing.
          Unavailable: The kept tree is not as it was signed for.
        """
        _, tree = self.tree()
        if tree is None or not 0 < size <= tree.size:
            raise NotFound(Text(en=f"The log was never signed for with {size} records.", vi=f"Sổ chưa từng được ký với {size} bản ghi."))
        try:
            return tree.consistency(size)
        except Refused as why:
            raise _altered() from why

    def tree(self) -> tuple[StoredCheckpoint | None, TileTree | None]:
        """Return the latest checkpoint with the tree it covers, as far as it can be trusted; nothing before the first."""
        latest = self._store.checkpoint()
        if latest is not None and (self._latest is None or latest.note != self._latest.note):
            found = parse(read(latest.note).text)
            try:
                self._latest, self._tree = latest, TileTree(found.size, found.root, self.tile)
            except Refused as why:
                raise _altered() from why
        return self._latest, self._tree

    def tile(self, tile: Tile) -> bytes:
        """Return a tile as others read it: hashes, or the leaves themselves, which are commitments.

        Raises:
          NotFound: The log is not that long yet.
        """
        if tile.level < 0:
            return bundle(self._entries(tile))
        body = self._store.ledger_tile(tile.level, tile.index)[: tile.width * 32]
        if len(body) < tile.width * 32:
            raise _no_tile(tile)
        return body

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and content of every file of the log as of its latest checkpoint, that last, and of what it is checked by."""
        latest, tree = self.tree()
        if latest is None or tree is None:
            return
        yield from self._beside()
        for tile in tiles(tree.size):
            yield tile.path, self.tile(tile)
            if tile.level == 0:
                entries = Tile(-1, tile.index, tile.width)
                try:
                    tree.demand_entries(tile.index, self._entries(entries))
                except Refused as why:
                    raise _altered() from why
                yield entries.path, self.tile(entries)
        yield "checkpoint", latest.note.encode()

    def _beside(self) -> Iterator[tuple[str, bytes]]:
        """Yield the public keys, how one handed over to the next, and every checkpoint that was signed."""
        yield "keys", "".join(f"{key}\n" for key in self._store.ledger_keys()).encode()
        yield from ((f"handovers/{place:03d}", note.encode()) for place, note in enumerate(self._store.ledger_handovers(), 1))
        after = -1
        while kept := self._store.checkpoints(after):
            yield from ((f"checkpoints/{one.size}", one.note.encode()) for one in kept)
            after = kept[-1].size

    def _entries(self, tile: Tile) -> list[bytes]:
        secret, begin = self._store.ledger_secret(), tile.index * WIDTH
        found: list[StoredFact] = self._store.stored_facts(begin, tile.width) if secret else []
        latest = self._store.checkpoint()
        if secret is None or latest is None or len(found) < tile.width or begin + tile.width > latest.size:
            raise _no_tile(tile)
        return commitments(secret[0], found)


def _altered() -> Unavailable:
    return Unavailable(
        Text(
            en="The store is not as it was signed for, and proves nothing. `clearlane verify` names what was changed.",
            vi="Kho dữ liệu không đúng như đã ký nên không chứng minh được. Lệnh `clearlane verify` nêu chỗ bị sửa.",
        )
    )


def _no_tile(tile: Tile) -> NotFound:
    return NotFound(Text(en=f"The log has no {tile.path}.", vi=f"Sổ không có {tile.path}."))
