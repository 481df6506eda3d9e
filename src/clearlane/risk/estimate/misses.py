"""What inspectors miss: how it is said, and how it changes an estimate.

Nobody knows a miss rate from inspections alone. It comes from second inspections, planted cases or judgement, so it is given with a lower
and an upper bound, by category and intensity, and an estimate is shown at each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

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


Misses = Mapping[tuple[Category | str | None, Intensity], MissRate]
"""Miss rates by category (or a finer kind) and intensity; under None what holds for those not named."""
_LEAST = 0.2


def seen_rates(
    misses: Misses, found: Sequence[Sequence[Category | str]], intensities: Sequence[Intensity | None], which: str = "likely"
) -> Floats:
    """Return, for each declaration, by what its finding is to be divided so that findings stand for those missed beside them.

    With one thing found it is the share of such things that inspections see. With several found it is nearer to 1, and can pass it: a
    declaration in which several things are wrong is seldom missed altogether.

    Args:
      misses: Miss rates.
      found: What was found of each, once for each thing; empty where nothing was, or nobody looked.
      intensities: How closely each was looked at; None where nobody looked.
      which: ``likely``, ``low`` or ``high`` misses.
    """
    rates = {key: 1.0 - float(getattr(rate, which)) for key, rate in misses.items()}
    return np.array([1.0 if how is None else _divisor(rates, what, how) for what, how in zip(found, intensities, strict=True)])


def sensitivity(
    sample: Sample, misses: Misses, found: Sequence[Sequence[Category | str]], intensities: Sequence[Intensity | None]
) -> tuple[Estimate, Estimate]:
    """Return the estimate as found, and put right for misses: its value at the likely rates, its interval from the least to the most."""
    at = [by_propensity(sample.seeing(seen_rates(misses, found, intensities, which))) for which in ("likely", "low", "high")]
    low, high = min(one.low for one in at), max(one.high for one in at)
    return by_propensity(sample), msgspec.structs.replace(at[0], low=low, high=high)


def _divisor(rates: Mapping[tuple[Category | str | None, Intensity], float], found: Sequence[str], how: Intensity) -> float:
    """Return 1 by the unbiased worth of a finding: 1 less the product of 1 less the inverse of each share seen."""
    each = [rates.get((what, how), rates.get((None, how), 1.0)) for what in found]
    if len(each) < 2:
        return each[0] if each else rates.get((None, how), 1.0)
    return 1.0 / max(_LEAST, 1.0 - prod(1.0 - 1.0 / seen for seen in each))
