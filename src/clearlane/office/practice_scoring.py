"""How well someone practises: accuracy, minutes, and whether he is right as often as he says he is sure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from statistics import median, stdev

import msgspec

_Z = 1.96
_EDGES = (50, 60, 70, 80, 90, 101)
Interval = tuple[float, float]


class Answer(msgspec.Struct, frozen=True):
    """One case decided.

    Attributes:
      right: Whether the decision was right.
      percent: How sure its officer said he was.
      minutes: From the beginning of the check to its end.
      missed: How many things wrong were not recorded.
      false: How many things were recorded that are not so.
    """

    right: bool
    percent: int
    minutes: float
    missed: int = 0
    false: int = 0


class Band(msgspec.Struct, frozen=True):
    """Cases decided with about the same confidence.

    Attributes:
      said: The confidence said, on average, 0.5 to 1.
      right: The share that was right.
      count: How many.
      within: Where the share lies with 95 percent confidence (Wilson).
    """

    said: float
    right: float
    count: int
    within: Interval


class Score(msgspec.Struct, frozen=True):
    """How well someone practises.

    Attributes:
      count: How many cases he decided.
      right: How many of them rightly.
      within: Where his accuracy lies with 95 percent confidence (Wilson).
      minutes: The median of minutes taken.
      brier: The mean squared distance between confidence and outcome: 0 is perfect, 0.25 is a coin.
      brier_within: Where it lies with 95 percent confidence, of two cases or more.
      bands: His cases by confidence.
      missed: How many things wrong he did not record.
      false: How many things he recorded that are not so.
    """

    count: int
    right: int
    within: Interval
    minutes: float
    brier: float
    brier_within: Interval
    bands: tuple[Band, ...]
    missed: int = 0
    false: int = 0

    @property
    def accuracy(self) -> float:
        """The share decided rightly."""
        return self.right / self.count


def score(answers: Sequence[Answer]) -> Score | None:
    """Return how well the cases were decided; None where there are none.

    >>> found = score([Answer(True, 100, 2), Answer(False, 50, 4)])
    >>> found.accuracy, found.minutes, found.brier
    (0.5, 3.0, 0.125)
    """
    if not answers:
        return None
    squares = [(one.percent / 100 - one.right) ** 2 for one in answers]
    brier, count, right = sum(squares) / len(squares), len(answers), sum(one.right for one in answers)
    half = _Z * stdev(squares) / sqrt(count) if count > 1 else 1.0
    minutes = float(median(one.minutes for one in answers))
    spread = max(0.0, brier - half), min(1.0, brier + half)
    missed, false = sum(one.missed for one in answers), sum(one.false for one in answers)
    return Score(count, right, wilson(right, count), minutes, brier, spread, _bands(answers), missed, false)


def _bands(answers: Sequence[Answer]) -> tuple[Band, ...]:
    found = []
    for least, beyond in pairwise(_EDGES):
        held = [one for one in answers if least <= one.percent < beyond]
        if held:
            right = sum(one.right for one in held)
            said = sum(one.percent for one in held) / len(held) / 100
            found.append(Band(said, right / len(held), len(held), wilson(right, len(held))))
    return tuple(found)


def wilson(right: int, count: int) -> Interval:
    """Return where a share lies with 95 percent confidence (Wilson's score interval).

    >>> tuple(round(end, 3) for end in wilson(9, 10))
    (0.596, 0.982)
    """
    share, square = right / count, _Z * _Z
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = _Z * sqrt(share * (1 - share) / count + square / (4 * count * count)) / (1 + square / count)
    return max(0.0, middle - half), min(1.0, middle + half)
