"""What is remembered of one key: cumulative rows in the order learned, never changed, only added to and, when old, summed up.

The value at a moment is two binary searches (``asking``). Cumulative sums are kept modulo 2^64, as a column of a table would, so that their
differences are exact.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left

import msgspec

_HALF, _WHOLE = 2**63, 2**64


class Kept(msgspec.Struct, array_like=True):
    """A track as bytes: eight for each figure, lowest first."""

    first: int | None
    before: int | None
    known: bytes
    declared: bytes
    seen: bytes
    counts: bytes
    sums: tuple[bytes, ...]


class Track:
    """The cumulative rows of one key.

    Attributes:
      first: When it was first learned of; None where never.
      before: The last time learned of among rows already summed up.
      known: When each row was learned, rising.
      declared: When what each row concerns was declared.
      seen: As ``known``, without rows that take something back.
      counts: Cumulative count; one more than rows, the first being what was summed up.
      sums: Cumulative sums likewise, by place of the amount.
    """

    __slots__ = ("before", "counts", "declared", "first", "known", "seen", "sums")

    def __init__(self, amounts: int) -> None:
        self.first: int | None = None
        self.before: int | None = None
        self.known, self.declared, self.seen = array("q"), array("q"), array("q")
        self.counts = array("q", [0])
        self.sums = tuple(array("q", [0]) for _ in range(amounts))

    def add(self, known: int, declared: int, sign: int, amounts: tuple[int, ...]) -> None:
        """Add what was learned; ``amounts`` in whole parts, already with their sign."""
        self.known.append(known)
        self.declared.append(declared)
        self.counts.append(self.counts[-1] + sign)
        if sign > 0:
            self.seen.append(known)
            if self.first is None:
                self.first = known
        for total, amount in zip(self.sums, amounts, strict=True):
            total.append(wrapped(total[-1] + amount))

    def prune(self, horizon: int) -> None:
        """Sum up rows learned before a moment; what asks no further back than to it stays as it was."""
        if old := bisect_left(self.seen, horizon):
            self.before = self.seen[old - 1]
            del self.seen[:old]
        if old := bisect_left(self.known, horizon):
            for column in (self.known, self.declared, self.counts, *self.sums):
                del column[:old]

    def kept(self) -> Kept:
        """Return the track as bytes."""
        known, declared, seen, counts = (column.tobytes() for column in (self.known, self.declared, self.seen, self.counts))
        return Kept(self.first, self.before, known, declared, seen, counts, tuple(total.tobytes() for total in self.sums))

    @classmethod
    def restored(cls, kept: Kept) -> Track:
        """Return the track that was kept."""
        track = cls.__new__(cls)
        track.first, track.before = kept.first, kept.before
        track.known, track.declared, track.seen = array("q", kept.known), array("q", kept.declared), array("q", kept.seen)
        track.counts = array("q", kept.counts)
        track.sums = tuple([array("q", total) for total in kept.sums])
        return track


def wrapped(figure: int) -> int:
    """Return a figure as eight bytes hold it."""
    return figure if -_HALF <= figure < _HALF else (figure + _HALF) % _WHOLE - _HALF
