"""Tiles of a log (C2SP tlog-tiles): the tree cut into files of 256 hashes, which any web server can hand out.

A tile is worth nothing by itself. ``TileTree`` reads hashes out of tiles only after they were found to lead to the root of a
checkpoint, so that a forged tile is never believed.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from clearlane_verify.merkle import EMPTY, LONGEST, leaf_hash, node_hash, spans
from clearlane_verify.refusal import Malformed, ProofRefused

HEIGHT = 8
WIDTH = 256
_HASH = len(EMPTY)
_GROUP = 1000
_TOP = 63
_SHOWN = 80
_PATH = re.compile(r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/([0-9]{1,3}))?")
_HELD = 4096
"""How many proved tiles are kept at hand."""
Pyramid = list[list[bytes]]


@dataclass(frozen=True, slots=True)
class Tile:
    """Which tile.

    Attributes:
      level: 0 for hashes of leaves, 1 for roots of 256 of them, and so on; -1 for the leaves themselves.
      index: Which, from 0.
      width: How many hashes it has, 256 where it is full.
    """

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Its address below the log's.

        >>> Tile(0, 1234067).path, Tile(-1, 5, 7).path
        ('tile/0/x001/x234/067', 'tile/entries/005.p/7')
        """
        parts, rest = [f"{self.index % _GROUP:03d}"], self.index // _GROUP
        while rest:
            parts.append(f"x{rest % _GROUP:03d}")
            rest //= _GROUP
        part = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{'entries' if self.level < 0 else self.level}/{'/'.join(reversed(parts))}{part}"


def tile_of(path: str) -> Tile:
    """Read the address of a tile.

    Raises:
      Malformed: It is none.
    """
    parts = _PATH.fullmatch(path)
    if parts is not None:
        kind, index, width = parts.groups()
        found = Tile(-1 if kind == "entries" else int(kind), int(re.sub("[x/]", "", index)), int(width) if width else WIDTH)
        if found.path == path and 0 < found.width <= WIDTH and found.level <= _TOP and found.index <= LONGEST // WIDTH:
            return found
    raise Malformed(f"{path[:_SHOWN]} is no tile.", f"{path[:_SHOWN]} không phải tệp của sổ.")


def tiles(size: int) -> Iterator[Tile]:
    """Yield every tile of hashes of a log of some size, level by level; the last of a level may be partial.

    >>> [str(one.path) for one in tiles(257)]
    ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']
    """
    level = 0
    while count := size >> (HEIGHT * level):
        yield from (Tile(level, index) for index in range(count // WIDTH))
        if count % WIDTH:
            yield Tile(level, count // WIDTH, count % WIDTH)
        level += 1


def hashes_of(body: bytes, width: int) -> list[bytes]:
    """Return the hashes in a tile.

    Raises:
      Malformed: It has another length.
    """
    if len(body) != width * _HASH:
        raise Malformed(
            f"A tile of {width} hashes has {width * _HASH} bytes, not {len(body)}.", f"Tệp {width} mã băm phải có {width * _HASH} byte."
        )
    return [body[begin : begin + _HASH] for begin in range(0, len(body), _HASH)]


def bundle(entries: Sequence[bytes]) -> bytes:
    """Return the leaves of a tile as a file: each after its length in two bytes."""
    return b"".join(struct.pack(">H", len(one)) + one for one in entries)


def entries_of(body: bytes) -> list[bytes]:
    """Return the leaves in a file of them.

    Raises:
      Malformed: It ends within one.
    """
    found, place = [], 0
    while place < len(body):
        long = int.from_bytes(body[place : place + 2], "big")
        found.append(body[place + 2 : place + 2 + long])
        place += 2 + long
    if place != len(body):
        raise Malformed("A file of records ends within one.", "Tệp bản ghi bị cắt ngang.")
    return found


class TileTree:
    """The tree of a log, read out of tiles that are believed only as far as they lead to its root.

    Args:
      size: How many records the log has, by a checkpoint.
      root: Its root, by the same.
      fetch: Gives the bytes of a tile.

    Raises:
      ProofRefused: The tiles do not lead to the root.
    """

    def __init__(self, size: int, root: bytes, fetch: Callable[[Tile], bytes]) -> None:
        self.size, self.root, self._fetch = size, root, fetch
        self._known: dict[tuple[int, int], Pyramid] = {}
        self._roots = self._right_edge()

    def _right_edge(self) -> dict[tuple[int, int], bytes]:
        """Return the roots of the whole subtrees the log is made of, once they were found to lead to its root."""
        found: dict[tuple[int, int], bytes] = {}
        for level, index in spans(self.size):
            below, place, up, at = _within(level, index)
            found[level, index] = self._unproved(below, place)[up][at]
        last: bytes | None = None
        for one in reversed(list(found.values())):
            last = one if last is None else node_hash(one, last)
        if (EMPTY if last is None else last) != self.root:
            raise ProofRefused(
                "The tiles do not lead to the root of the checkpoint.", "Các tệp của sổ không dẫn đến mã gốc của điểm kiểm tra."
            )
        return found

    def tile(self, level: int, index: int) -> list[bytes]:
        """Return the hashes of a tile, proved.

        Raises:
          ProofRefused: It does not lead to the root.
          Malformed: It is out of form.
        """
        return self._proved(level, index)[0]

    def _proved(self, level: int, index: int) -> Pyramid:
        found = self._known.get((level, index))
        if found is None:
            if len(self._known) >= _HELD:
                self._known.clear()
            found = self._unproved(level, index)
            self._demand(level, index, found)
            self._known[level, index] = found
        return found

    def _unproved(self, level: int, index: int) -> Pyramid:
        tile = Tile(level, index, min(WIDTH, (self.size >> (HEIGHT * level)) - index * WIDTH))
        return _pyramid(hashes_of(self._fetch(tile), tile.width))

    def _demand(self, level: int, index: int, found: Pyramid) -> None:
        width = len(found[0])
        if width == WIDTH:
            top = self._roots.get((HEIGHT * (level + 1), index)) or self.tile(level + 1, index // WIDTH)[index % WIDTH]
            good = found[HEIGHT][0] == top
        else:
            parts = [(up, (index * WIDTH >> up) + at) for up, at in spans(width)]
            good = all(self._roots.get((HEIGHT * level + up, place)) == found[up][place - (index * WIDTH >> up)] for up, place in parts)
        if not good:
            name = Tile(level, index, width).path
            raise ProofRefused(f"{name} does not lead to the root of the checkpoint.", f"{name} không dẫn đến mã gốc.")

    def node(self, level: int, index: int) -> bytes:
        """Return the hash of a whole subtree, proved."""
        below, place, up, at = _within(level, index)
        return self._proved(below, place)[up][at]

    def range(self, begin: int, end: int) -> bytes:
        """Return the root over the leaves from one place to before another, as a proof needs them."""
        if end - begin & (end - begin - 1) == 0:
            level = (end - begin).bit_length() - 1
            return self.node(level, begin >> level)
        half = 1 << ((end - begin - 1).bit_length() - 1)
        return node_hash(self.range(begin, begin + half), self.range(begin + half, end))

    def inclusion(self, index: int, size: int = 0) -> list[bytes]:
        """Return the proof that a leaf stands at a place of the log, or of the log as it was at a size."""
        begin, end, found = 0, size or self.size, list[bytes]()
        while end - begin > 1:
            half = begin + (1 << ((end - begin - 1).bit_length() - 1))
            if index < half:
                found.append(self.range(half, end))
                end = half
            else:
                found.append(self.range(begin, half))
                begin = half
        return found[::-1]

    def consistency(self, old_size: int) -> list[bytes]:
        """Return the proof that the log holds what it held at a smaller size above 0."""
        begin, end, found, whole = 0, self.size, list[bytes](), True
        size = old_size
        while size != end:
            half = begin + (1 << ((end - begin - 1).bit_length() - 1))
            if size <= half:
                found.append(self.range(half, end))
                end = half
            else:
                found.append(self.range(begin, half))
                begin, whole = half, False
        return found[::-1] if whole else [self.range(begin, end), *found[::-1]]

    def entry_hash(self, index: int) -> bytes:
        """Return the hash of a leaf, proved."""
        return self.tile(0, index // WIDTH)[index % WIDTH]

    def demand_entries(self, index: int, entries: Sequence[bytes]) -> None:
        """Do nothing where a file of leaves is the one that the log has at a place.

        Raises:
          ProofRefused: It is not.
        """
        if [leaf_hash(one) for one in entries] != self.tile(0, index):
            raise ProofRefused(f"The records of file {index} are not those of the log.", f"Bản ghi của tệp {index} không phải của sổ.")


def _within(level: int, index: int) -> tuple[int, int, int, int]:
    """Return where a whole subtree lies: level and place of the tile, then level and place within it."""
    below, up = divmod(level, HEIGHT)
    first = index << up
    return below, first // WIDTH, up, first % WIDTH >> up


def _pyramid(hashes: list[bytes]) -> Pyramid:
    """Return the hashes of a tile, then those of every two, and so on: of whole subtrees only."""
    found = [hashes]
    while len(below := found[-1]) > 1:
        found.append([node_hash(below[at], below[at + 1]) for at in range(0, len(below) - 1, 2)])
    return found
