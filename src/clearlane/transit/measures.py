"""How well a watch does: what share of deeds it found, and how often it called for nothing. Both with their intervals."""

from __future__ import annotations

import math

import msgspec

Z95 = 1.959963984540054


class Share(msgspec.Struct, frozen=True):
    """So many of so many, with Wilson's 95 % interval."""

    of: int
    found: int
    share: float
    least: float
    most: float


class Rate(msgspec.Struct, frozen=True):
    """So many in a thousand hours, with Byar's 95 % interval for counts (Rothman and Boice, 1979)."""

    hours: float
    count: int
    rate: float
    least: float
    most: float


def share(found: int, of: int) -> Share:
    """Return a share; of nothing it is nought, anywhere between nought and one."""
    if not of:
        return Share(0, 0, 0.0, 0.0, 1.0)
    part, square = found / of, Z95 * Z95
    middle = (part + square / (2 * of)) / (1 + square / of)
    half = Z95 * math.sqrt(part * (1 - part) / of + square / (4 * of * of)) / (1 + square / of)
    return Share(of, found, part, max(0.0, middle - half), min(1.0, middle + half))


def rate(count: int, hours: float) -> Rate:
    """Return how many there were in a thousand hours.

    Raises:
      ValueError: There were no hours.
    """
    if hours <= 0:
        raise ValueError("There were no hours to count in.")
    least = 0.0 if not count else count * (1 - 1 / (9 * count) - Z95 / (3 * math.sqrt(count))) ** 3
    above = count + 1
    most = above * (1 - 1 / (9 * above) + Z95 / (3 * math.sqrt(above))) ** 3
    return Rate(hours, count, *(1000 * one / hours for one in (count, least, most)))
