"""Estimates by lane, office, chapter or category: the same question of each part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from clearlane.model.inspection import Category
from clearlane.risk.estimate.figures import Estimate, Sample
from clearlane.risk.estimate.rates import by_propensity


def by_group(sample: Sample, groups: Sequence[str], estimate: Callable[[Sample], Estimate] = by_propensity) -> dict[str, Estimate]:
    """Return an estimate for each group, by its name. A group nobody of whom was inspected has one without a value."""
    names, place = np.unique(np.asarray(groups, dtype=str), return_inverse=True)
    return {str(name): estimate(sample.where(place == count)) for count, name in enumerate(names)}


def of_category(sample: Sample, found: Sequence[Sequence[Category | str]], category: Category | str) -> Sample:
    """Return the sample with only one category of result counted as found."""
    return sample.counting(np.array([category in one for one in found], dtype=bool))
