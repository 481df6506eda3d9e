"""Which profiles hit the same rows, and which rows only one profile hits. Only pairs that meet are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clearlane.risk.backtest.columns import Hits

_BLOCK = 1 << 20
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Overlap:
    """How profiles meet.

    Attributes:
      unique: Of each profile, how many rows no other profile hits.
      first: Of each pair that meets, the place of the first profile.
      second: Of each pair that meets, the place of the second, after the first.
      both: Of each pair that meets, how many rows both hit.
    """

    unique: Counts
    first: Counts
    second: Counts
    both: Counts

    def of(self, place: int, most: int | None = None) -> list[tuple[int, int]]:
        """Return the profiles that meet one, most rows first, each with how many; at most so many of them where said."""
        begin, end = np.searchsorted(self._mirrored[0], (place, place + 1))
        other, both = (column[begin:end][:most].tolist() for column in self._mirrored[1:])
        return list(zip(other, both, strict=True))

    @cached_property
    def _mirrored(self) -> tuple[Counts, Counts, Counts]:
        """Each pair from both sides: by profile, then by rows, most first."""
        one, other = np.concatenate((self.first, self.second)), np.concatenate((self.second, self.first))
        both = np.concatenate((self.both, self.both))
        order = np.lexsort((other, -both, one))
        return one[order], other[order], both[order]


def overlap(hits: Sequence[Hits], rows: int) -> Overlap:
    """Return how profiles meet, over so many rows, a million rows at a time."""
    size = len(hits)
    unique, pairs = np.zeros(size, dtype=np.int64), np.zeros(size * size, dtype=np.int64)
    for start in range(0, rows, _BLOCK):
        at, who = _in_block(hits, start)
        alone = np.ones(len(at), dtype=bool)
        same = at[1:] == at[:-1]
        alone[1:] &= ~same
        alone[:-1] &= ~same
        unique += np.bincount(who[alone], minlength=size)
        _count_pairs(at[~alone], who[~alone], pairs, size)
    met = np.flatnonzero(pairs)
    return Overlap(unique, met // size, met % size, pairs[met])


def _in_block(hits: Sequence[Hits], start: int) -> tuple[Counts, Counts]:
    """Return the rows hit in a block, in order, with the profiles' places, in order for each row."""
    size, keys = len(hits), list[Counts]()
    for place, one in enumerate(hits):
        low, high = np.searchsorted(one.rows, (start, start + _BLOCK))
        keys.append((one.rows[low:high] - start) * size + place)
    joined = np.sort(np.concatenate(keys)) if keys else np.zeros(0, dtype=np.int64)
    return joined // max(size, 1), joined % max(size, 1)


def _count_pairs(at: Counts, who: Counts, pairs: Counts, size: int) -> None:
    """Count each pair of one row once: neighbours first, then those two apart, until no row has so many."""
    apart = 1
    while (same := at[apart:] == at[:-apart]).any():
        pairs += np.bincount(who[:-apart][same] * size + who[apart:][same], minlength=size * size)
        apart += 1
