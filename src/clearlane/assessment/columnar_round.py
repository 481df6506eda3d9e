"""Division of whole numbers by a whole number, rounded as a law rounds, for a column at once and exactly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[Any]
"""A column of whole numbers: 64 bits, or Python's own of any length where those might not suffice."""

EXACT = 1 << 62
"""No intermediate result of a 64-bit column may reach this."""


def _down(figures: Whole, by: int) -> None:
    np.floor_divide(figures, by, out=figures)


def _half_up(figures: Whole, by: int) -> None:
    np.add(figures, by // 2, out=figures)
    np.floor_divide(figures, by, out=figures)


def _up(figures: Whole, by: int) -> None:
    np.add(figures, by - 1, out=figures)
    np.floor_divide(figures, by, out=figures)


def _half_even(figures: Whole, by: int) -> None:
    quotient = np.floor_divide(figures, by)
    twice = 2 * (figures - quotient * by)
    np.add(quotient, (twice > by) | ((twice == by) & (quotient % 2 == 1)), out=figures)


_MANNERS: dict[str, Callable[[Whole, int], None]] = {"down": _down, "half-up": _half_up, "up": _up, "half-even": _half_even}


def divide(figures: Whole, by: int, manner: str, *, signed: bool = True) -> None:
    """Divide a column in place and round each quotient to a whole number.

    Args:
      figures: The column; it is overwritten. Twice its figures and ``by`` must stay within 64 bits where it is of 64 bits.
      by: At least 1.
      manner: As in ``Rounding.manner``; ``down`` is towards zero and ``up`` away from it.
      signed: Whether a figure may be negative.

    >>> figures = np.array([25, -25, 24])
    >>> divide(figures, 10, "half-up")
    >>> figures.tolist()
    [3, -3, 2]
    """
    if by == 1:
        return
    if not signed:
        _MANNERS[manner](figures, by)
        return
    below = figures < 0
    np.absolute(figures, out=figures)
    _MANNERS[manner](figures, by)
    np.negative(figures, out=figures, where=below)
