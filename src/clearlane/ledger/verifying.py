"""Going through a log beside its tree: each fact against its leaf, the tree against what was signed, in one pass and constant memory.

Two trees are grown: one from the leaves as they are kept, one from the facts themselves where they differ. At a signed root it shows
which is right: where the kept tree leads to it, the facts that differ were changed; where the facts do, the kept tree was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from clearlane.ledger.growing import HASH, Growing
from clearlane.ledger.leaf import leaves
from clearlane.model.ledger import StoredFact, StoredTile
from clearlane_verify.tiles import WIDTH

Outcome = Literal["facts changed", "tree changed", "both changed", "holds"]


class Doubt(NamedTuple):
    """A place at which a fact and its leaf differ.

    Attributes:
      seq: The place.
      fact: What stands there now; None where it is missing.
      leaf: Whether there is a leaf; the kept tree may have been cut.
    """

    seq: int
    fact: StoredFact | None
    leaf: bool = True


class Pass:
    """One pass over a log.

    Args:
      secret: The secret of the salts.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._kept = Growing()
        self._own: Growing | None = None
        self.doubts: list[Doubt] = []
        self.full: list[StoredTile] = []

    @property
    def size(self) -> int:
        """How many places were gone through."""
        return self._kept.size

    def step(self, facts: Sequence[StoredFact], kept: bytes, end: int) -> None:
        """Go through the next places, all of one tile.

        Args:
          facts: The facts there are up to ``end``, in order; where one is missing, it is left out.
          kept: The hashes kept of the whole tile; fewer where it was cut.
          end: The last place.
        """
        begin = self.size % WIDTH
        known = [_whole(kept[at * HASH : (at + 1) * HASH]) for at in range(begin, begin + end - self.size)]
        own = self._leaves(facts, end)
        if own != known:
            self._doubt(facts, known, own)
            known, own = ([one or other or bytes(HASH) for one, other in zip(*pair, strict=True)] for pair in ((known, own), (own, known)))
            self._own = self._own or self._kept.copy()
        if self._own is not None:
            self._own.add(own)
        self.full += [tile for tile in self._kept.add(known) if tile.level and len(tile.body) == WIDTH * HASH]

    def _leaves(self, facts: Sequence[StoredFact], end: int) -> list[bytes]:
        hashes = leaves(self._secret, facts)
        if len(facts) == end - self.size:
            return hashes
        found = dict(zip((fact.seq for fact in facts), hashes, strict=True))
        return [found.get(seq, b"") for seq in range(self.size + 1, end + 1)]

    def _doubt(self, facts: Sequence[StoredFact], known: Sequence[bytes], own: Sequence[bytes]) -> None:
        found = {fact.seq: fact for fact in facts}
        pairs = enumerate(zip(known, own, strict=True), self.size + 1)
        self.doubts += [Doubt(seq, found.get(seq), bool(one)) for seq, (one, other) in pairs if one != other]

    def settle(self, root: bytes) -> Outcome:
        """Say what a signed root tells of the places gone through so far; the doubts it settles are to be taken away by the caller."""
        own = (self._own or self._kept).root() == root
        if self._kept.root() == root:
            self._own = None
            return "facts changed" if self.doubts else "holds"
        if own and self._own is not None:
            self._kept, self._own = self._own, None
            return "tree changed"
        return "both changed"

    def edge(self) -> list[StoredTile]:
        """Return the tiles above the leaves that are not full."""
        return self._kept.edge()


def _whole(one: bytes) -> bytes:
    """Return a hash, or nothing where it was cut."""
    return one if len(one) == HASH else b""
