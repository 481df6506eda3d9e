"""The rate of non-compliance, and the revenue lost, of all declarations from some.

By propensity, those inspected for sure speak for themselves and are counted; the others speak, each with the inverse of its chance, for
their like (D. Horvitz and D. Thompson, 1952; J. Hájek, 1971). The interval of the second part is Wilson's, at the number of even-weighted
inspections that would say as much; what inspectors may have missed in the first part adds its own; both are joined by the squares of
their distances (R. G. Newcombe, 1998).
"""

from __future__ import annotations

from math import exp, sqrt

import numpy as np

from clearlane.risk.estimate.figures import Estimate, Floats, Sample
from clearlane.risk.estimate.intervals import Z95, wilson

SURE = 0.999


def from_draw(sample: Sample) -> Estimate:
    """Return the rate from those the random draw took and officers inspected; nobody else speaks."""
    by_chance = sample.where(sample.drawn & sample.inspected)
    value, low, high = _weighted(np.ones(len(by_chance)), by_chance)
    return Estimate(value, low, high, len(by_chance), int(by_chance.found.sum()), len(sample))


def by_propensity(sample: Sample) -> Estimate:
    """Return the rate from every inspection, each with the inverse of its chance."""
    sure = sample.propensity >= SURE
    certain, chance = sample.where(sure & sample.inspected), sample.where(~sure & sample.inspected)
    known, rest = int(sure.sum()), int((~sure).sum())
    counted = (known, int(sample.found.sum()), len(sample))
    if len(sample) == 0 or (rest and not len(chance)):
        return Estimate(None, 0.0, 1.0, int(sample.inspected.sum()), counted[1], len(sample))
    share, share_low, share_high = _weighted(1.0 / chance.propensity, chance) if rest else (0.0, 0.0, 0.0)
    own, own_low, own_high = _counted(certain, known)
    value = (own + rest * (share or 0.0)) / len(sample)
    below = sqrt((own - own_low) ** 2 + (rest * ((share or 0.0) - share_low)) ** 2) / len(sample)
    above = sqrt((own_high - own) ** 2 + (rest * (share_high - (share or 0.0))) ** 2) / len(sample)
    return Estimate(value, max(0.0, value - below), min(1.0, value + above), int(sample.inspected.sum()), counted[1], len(sample))


def mean_revenue(sample: Sample) -> Estimate:
    """Return the revenue lost per declaration, in the profile's currency, from every inspection.

    Revenue is skewed, so the interval is laid on its logarithm; with fewer than some 30 findings by chance it is still too narrow.
    """
    looked = sample.where(sample.inspected)
    amounts = _speaking_for(sample, looked) * np.where(looked.found, looked.revenue, 0.0) / looked.seen
    total = float(amounts.sum())
    inspected, findings = len(looked), int(looked.found.sum())
    by_chance = bool(np.any(looked.propensity < SURE))
    if not inspected or (not by_chance and np.any(sample.propensity < SURE)):
        return Estimate(None, 0.0, float("inf"), inspected, findings, len(sample))
    value = total / len(sample)
    if not by_chance or total <= 0:
        return Estimate(value, 0.0, float("inf"), inspected, findings, len(sample))
    chance = looked.propensity * np.minimum(looked.seen, 1.0)
    width = exp(Z95 * sqrt(float((amounts**2 * (1 - chance)).sum())) / total)
    return Estimate(value, value / width, value * width, inspected, findings, len(sample))


def _speaking_for(sample: Sample, looked: Sample) -> Floats:
    """Return for how many declarations each inspected one speaks: together for as many as there are, among sure and by chance alike."""
    sure, own = sample.propensity >= SURE, looked.propensity >= SURE
    weights = np.where(own, 1.0, 1.0 / looked.propensity)
    for whole, part in ((sure, own), (~sure, ~own)):
        weights[part] *= int(whole.sum()) / max(float(weights[part].sum()), 1e-300)
    return weights


def _weighted(weights: Floats, looked: Sample) -> tuple[float | None, float, float]:
    """Return a rate from inspections with weights, and its interval. What was found counts for what was missed beside it."""
    total = float(weights.sum())
    if total <= 0:
        return None, 0.0, 1.0
    each = weights * looked.found / looked.seen
    value = float(each.sum()) / total
    squares = float((each**2).sum())
    if squares == 0:
        seen = float((weights * looked.seen).sum()) / total
        low, high = wilson(0.0, total**2 / float((weights**2).sum()) * seen)
        return 0.0, low, high
    alike = float(each.sum()) ** 2 / squares
    low, high = wilson(alike, alike / min(value, 1.0))
    return min(value, 1.0), low, high


def _counted(certain: Sample, known: int) -> tuple[float, float, float]:
    """Return how many are wrong among those inspected for sure, those missed included, with the interval that misses alone make."""
    if not len(certain):
        return 0.0, 0.0, 0.0
    scale = known / len(certain)
    seen = np.minimum(certain.seen[certain.found], 1.0)
    own = scale * float((1.0 / certain.seen[certain.found]).sum())
    spread = Z95 * scale * sqrt(float(((1.0 - seen) / seen**2).sum()))
    return own, max(min(own, scale * len(seen)), own - spread), min(float(known), own + spread)
