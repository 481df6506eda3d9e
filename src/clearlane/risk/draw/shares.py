"""A draw's secret cut into parts, of which so many restore it and fewer say nothing (A. Shamir, 1979), over the curve's own order."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clearlane.risk.draw.curve import ORDER
from clearlane.risk.draw.proof import scalar_of


class Part(msgspec.Struct, frozen=True, order=True):
    """One officer's part of a secret: a point of a curve of low degree that passes through the secret at 0.

    Attributes:
      place: Whose, from 1.
      value: 32 bytes; as secret as the secret.
    """

    place: int
    value: bytes


def parts(secret: bytes, holders: int, needed: int, randomness: bytes) -> tuple[Part, ...]:
    """Cut a secret for so many holders, of whom so many are needed.

    Args:
      secret: The secret, 32 bytes.
      holders: How many officers hold a part; at most 255.
      needed: How many must come together, from 1 to the holders.
      randomness: 48 random bytes for each one needed beyond the first.
    """
    if not 1 <= needed <= holders <= 255 or len(randomness) != 48 * (needed - 1):
        raise AssertionError("From 1 to 255 holders, not fewer than are needed, and 48 random bytes for each one needed beyond the first.")
    bends = [int.from_bytes(randomness[48 * count : 48 * (count + 1)]) % ORDER for count in range(needed - 1)]
    curve = [scalar_of(secret), *bends]
    return tuple(Part(place, _at(curve, place).to_bytes(32)) for place in range(1, holders + 1))


def joined(some: Sequence[Part]) -> bytes:
    """Return the secret from as many parts as are needed; fewer, or a wrong one, give a value that the commitment does not bear out."""
    places = [part.place for part in some]
    if len(set(places)) != len(places) or not places:
        raise AssertionError("Each holder's part counts once.")
    return (sum(int.from_bytes(part.value) * _weight(part.place, places) for part in some) % ORDER).to_bytes(32)


def _at(curve: list[int], place: int) -> int:
    total = 0
    for bend in reversed(curve):
        total = (total * place + bend) % ORDER
    return total


def _weight(place: int, places: list[int]) -> int:
    """Return how much a part counts for the value at 0 (Lagrange)."""
    above = below = 1
    for other in places:
        if other != place:
            above, below = above * other % ORDER, below * (other - place) % ORDER
    return above * pow(below, -1, ORDER) % ORDER
