"""The goods of an invented country: codes within headings, prices per kilogram, duties, agreements."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clearlane.learning.benchmark.worlds.plan import WorldPlan

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_HEADINGS, _CODES = 6, 4
_DUTIES = (0.0, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0)
_LIKELY = (0.17, 0.23, 0.22, 0.14, 0.12, 0.07, 0.05)
PREFERENCE = 0.2
"""The part of the full duty that is paid under an agreement."""


class Nomenclature(NamedTuple):
    """The goods, one entry per code.

    Attributes:
      codes: The codes of six digits.
      price: Logarithm of the usual price per kilogram.
      spread: Spread of that logarithm among honest declarations.
      duty: Full duty in per cent before the shock.
      shocked: Full duty from the week of the shock on.
      offset: What a country adds to the logarithm of the price, one row per code.
      agreed: Whether a country has a preferential agreement, one entry per country.
    """

    codes: Ints
    price: Floats
    spread: Floats
    duty: Floats
    shocked: Floats
    offset: Floats
    agreed: NDArray[np.bool_]

    def duties(self, week: int, plan: WorldPlan) -> Floats:
        """Return the full duty of each code in a week, in per cent."""
        return self.shocked if week >= plan.shock_week else self.duty


def nomenclature(plan: WorldPlan, chance: np.random.Generator) -> Nomenclature:
    """Return the goods of a plan."""
    chapters = np.arange(10, 10 + plan.chapters)
    headings = np.concatenate([chapter * 100 + np.arange(1, 1 + _HEADINGS) for chapter in chapters])
    codes = np.concatenate([heading * 100 + 10 * np.arange(chance.integers(2, _CODES + 1)) for heading in headings])
    place = np.searchsorted(headings, codes // 100)
    price = chance.normal(1.5, 1.0, len(headings))[place] + chance.normal(0, 0.6, len(codes))
    duty = chance.choice(_DUTIES, len(codes), p=_LIKELY)
    hit = np.isin(codes // 10000, chance.choice(chapters, min(plan.shock_chapters, plan.chapters), replace=False))
    return Nomenclature(
        codes=codes,
        price=price,
        spread=plan.noise * chance.uniform(0.65, 1.45, len(codes)),
        duty=duty,
        shocked=np.where(hit, np.maximum(duty * 1.8, 25.0), duty),
        offset=chance.normal(0, 0.16, (len(codes), plan.origins)),
        agreed=chance.random(plan.origins) < 0.25,
    )
