"""The tree as it grows: tiles filled one after another, and the root of all that is in it."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.model.ledger import StoredTile
from clearlane_verify.merkle import EMPTY, node_hash, root_of, spans
from clearlane_verify.tiles import WIDTH

HASH = len(EMPTY)


class Growing:
    """A tree to whose right end leaves are added; it knows the last tile of each level only.

    Args:
      size: How many leaves it has.
      edge: The last tile of each level that is not full, from level 0; empty where a level has none.
    """

    def __init__(self, size: int = 0, edge: Sequence[bytes] = ()) -> None:
        self.size = size
        self._edge = [list(_split(body)) for body in edge]

    def add(self, hashes: Sequence[bytes]) -> list[StoredTile]:
        """Add leaves by their hashes, and return every tile that is new or grew, to replace what is kept of it."""
        touched: list[StoredTile] = []
        added, level = list(hashes), 0
        begin = self.size
        while added:
            if level == len(self._edge):
                self._edge.append([])
            whole = self._edge[level] + added
            place = (begin >> (8 * level)) // WIDTH
            cut = [whole[first : first + WIDTH] for first in range(0, len(whole), WIDTH)]
            touched += [StoredTile(level, place + more, b"".join(some)) for more, some in enumerate(cut)]
            self._edge[level] = cut[-1] if len(cut[-1]) < WIDTH else []
            added = [root_of(some) for some in cut if len(some) == WIDTH]
            level += 1
        self.size += len(hashes)
        return touched

    def copy(self) -> Growing:
        """Return a tree of its own with the same leaves."""
        return Growing(self.size, [b"".join(tile) for tile in self._edge])

    def edge(self) -> list[StoredTile]:
        """Return the tiles above the leaves that are not full."""
        places = enumerate(edge_places(self.size))
        return [StoredTile(level, place, b"".join(self._edge[level])) for level, (_, place, width) in places if level and width]

    def root(self) -> bytes:
        """Return the root over all leaves."""
        found: bytes | None = None
        for tile in self._edge:
            for one in reversed(_mountains(tile)):
                found = one if found is None else node_hash(one, found)
        return EMPTY if found is None else found


def edge_places(size: int) -> list[tuple[int, int, int]]:
    """Return level, place and width of the last tile of each level that is not full, of a tree of some size; width 0 where none is.

    >>> edge_places(257)
    [(0, 1, 1), (1, 0, 1)]
    """
    found: list[tuple[int, int, int]] = []
    while size:
        found.append((len(found), size // WIDTH, size % WIDTH))
        size //= WIDTH
    return found


def _split(body: bytes) -> list[bytes]:
    return [body[begin : begin + HASH] for begin in range(0, len(body), HASH)]


def _mountains(tile: Sequence[bytes]) -> list[bytes]:
    """Return the roots of the whole subtrees a tile is made of, from the left."""
    found, begin = list[bytes](), 0
    for level, _ in spans(len(tile)):
        found.append(root_of(tile[begin : begin + (1 << level)]))
        begin += 1 << level
    return found
