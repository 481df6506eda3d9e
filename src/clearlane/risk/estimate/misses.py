"""What inspectors miss: how it is said, and how it changes an estimate.

Nobody knows a miss rate from inspections alone. It comes from second inspections, planted cases or judgement, so it is given with a lower
and an upper bound, by category and intensity, and an estimate is shown at each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from clearlane.model.inspection import Category, Intensity
from clearlane.risk.estimate.figures import Estimate, Floats, Sample
from clearlane.risk.estimate.rates import by_propensity


class MissRate(msgspec.Struct, frozen=True):
    """Of what is wrong, the share an inspection misses.

    Attributes:
      likely: The likeliest, 0 to below 1.
      low: The least thought possible.
      high: The most thought possible.
    """

    likely: float
    low: float
    high: float


Misses = Mapping[tuple[Category | None, Intensity], MissRate]
"""Miss rates by category and intensity; under None what holds for categories not named."""


def seen_rates(
    misses: Misses, categories: Sequence[Category | None], intensities: Sequence[Intensity | None], which: str = "likely"
) -> Floats:
    """Return, for each declaration, the share of what is wrong in its like that its inspection sees.

    Args:
      misses: Miss rates.
      categories: What was found of each; None where nothing was, or nobody looked.
      intensities: How closely each was looked at; None where nobody looked.
      which: ``likely``, ``low`` or ``high`` misses.
    """
    rates = {key: 1.0 - float(getattr(rate, which)) for key, rate in misses.items()}
    pairs = zip(categories, intensities, strict=True)
    return np.array([1.0 if how is None else rates.get((what, how), rates.get((None, how), 1.0)) for what, how in pairs])


def sensitivity(
    sample: Sample, misses: Misses, categories: Sequence[Category | None], intensities: Sequence[Intensity | None]
) -> tuple[Estimate, Estimate]:
    """Return the estimate as found, and put right for misses: its value at the likely rates, its interval from the least to the most."""
    at = {which: by_propensity(sample.seeing(seen_rates(misses, categories, intensities, which))) for which in ("likely", "low", "high")}
    whole = at["likely"]
    ends = min(one.low for one in at.values()), max(one.high for one in at.values())
    return by_propensity(sample), msgspec.structs.replace(whole, low=ends[0], high=ends[1])
