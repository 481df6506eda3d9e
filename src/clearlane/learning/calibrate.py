"""From log-odds as trees say them to a probability that holds on later goods: a few points and straight lines between them."""

from __future__ import annotations

from bisect import bisect_right
from math import exp

import msgspec
import numpy as np

from clearlane.learning.engine import sklearn
from clearlane.learning.table import Floats

STEEP_ENOUGH = 1e-3
FEWEST_IN_A_BLOCK = 10


class Calibration(msgspec.Struct, frozen=True):
    """Points, at least two, of rising log-odds: said by the trees, and found to hold. The first and last lines go on beyond them.

    Attributes:
      said: Log-odds as the trees say them.
      holds: Log-odds that hold.
    """

    said: tuple[float, ...]
    holds: tuple[float, ...]

    def odds(self, raw: float) -> float:
        """Return the log-odds that hold."""
        place = min(max(bisect_right(self.said, raw), 1), len(self.said) - 1)
        left, right = self.said[place - 1], self.said[place]
        low, high = self.holds[place - 1], self.holds[place]
        return low + (raw - left) * ((high - low) / (right - left))

    def probability(self, raw: float) -> float:
        """Return the probability of a finding.

        >>> Calibration((-1.0, 1.0), (-1.0, 1.0)).probability(0.0)
        0.5
        """
        return probability(self.odds(raw))

    def probabilities(self, raw: Floats) -> Floats:
        """Return the probability of each; the same bits as one at a time."""
        return np.array([self.probability(one) for one in raw.tolist()], dtype=np.float64)


PLAIN = Calibration((-1.0, 1.0), (-1.0, 1.0))
"""What the trees say holds."""


def probability(odds: float) -> float:
    """Return the probability of log-odds, never beyond what binary64 can hold."""
    return 1.0 / (1.0 + exp(-odds)) if odds > -700 else 0.0


def platt(raw: Floats, found: Floats, weights: Floats) -> Calibration:
    """Return the straight line that fits best, by logistic regression; it keeps every order."""
    model = sklearn("linear_model").LogisticRegression(C=100.0)
    model.fit(raw.reshape(-1, 1), found, sample_weight=weights)
    slope, start = max(float(model.coef_[0, 0]), STEEP_ENOUGH), float(model.intercept_[0])
    return Calibration((-1.0, 1.0), (start - slope, start + slope))


def isotonic(raw: Floats, found: Floats, weights: Floats) -> Calibration:
    """Return the rising shape that fits best, each flat stretch as one point in its middle, rising a little so that orders stay."""
    fitted = sklearn("isotonic").IsotonicRegression(out_of_bounds="clip").fit(raw, found, sample_weight=weights).predict(raw)
    levels, block = np.unique(fitted, return_inverse=True)
    seen = np.bincount(block)
    middles = np.bincount(block, raw) / seen
    # Where nothing, or everything, was found of a few, one more as all goods are keeps the odds from infinity.
    levels = (levels * seen + np.average(found, weights=weights)) / (seen + 1.0)
    kept = [
        (float(at), float(np.log(level / (1.0 - level))))
        for at, level, count in zip(middles, levels, seen, strict=True)
        if count >= FEWEST_IN_A_BLOCK
    ]
    points: list[tuple[float, float]] = []
    for point in kept:
        if not points or (point[0] > points[-1][0] + 1e-9 and point[1] > points[-1][1]):
            points.append(point)
    if len(points) < 2:
        return platt(raw, found, weights)
    return Calibration(tuple(at for at, _ in points), tuple(level for _, level in points))
