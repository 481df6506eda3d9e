"""Intervals of a share that cover the truth in 95 of 100 cases, also where findings are few or none."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, lgamma, log, log1p, sqrt

Z95 = 1.959963984540054


def wilson(found: float, of: float, z: float = Z95) -> tuple[float, float]:
    """Return Wilson's interval of a share (E. B. Wilson, 1927); also for weighted counts that are no whole numbers.

    >>> [round(end, 4) for end in wilson(10, 100)], wilson(0, 0)
    ([0.0552, 0.1744], (0.0, 1.0))
    """
    if of <= 0:
        return 0.0, 1.0
    share = min(1.0, found / of)
    middle, scale = share + z * z / (2 * of), 1 + z * z / of
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def exact(found: int, of: int, level: float = 0.95) -> tuple[float, float]:
    """Return the exact interval of a share (C. Clopper and E. Pearson, 1934), which never covers too seldom.

    >>> [round(end, 4) for end in exact(10, 100)], exact(0, 0)
    ([0.049, 0.1762], (0.0, 1.0))
    """
    tail = (1 - level) / 2
    if of <= 0:
        return 0.0, 1.0
    low = 0.0 if found == 0 else _root(lambda share: 1 - _at_most(found - 1, of, share) - tail)
    high = 1.0 if found == of else _root(lambda share: tail - _at_most(found, of, share))
    return low, high


def _root(rising: Callable[[float], float]) -> float:
    """Return where a rising function of a share passes 0."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2


def _at_most(found: int, of: int, share: float) -> float:
    """Return the probability of so many findings at most."""
    if share <= 0 or share >= 1:
        return 1.0 if share <= 0 else float(found >= of)
    total, log_share, log_rest = 0.0, log(share), log1p(-share)
    for count in range(found + 1):
        ways = lgamma(of + 1) - lgamma(count + 1) - lgamma(of - count + 1)
        total += exp(ways + count * log_share + (of - count) * log_rest)
    return total
