"""One goods item held against like goods: the fields ``ref.…``, ``up_z``, ``price_ratio`` and ``weight_z``."""

from __future__ import annotations

from math import inf, log

from clearlane.model.risk_field import Value
from clearlane.model.risk_history import Reference
from clearlane.risk.history.references import References, name

SPREAD_TO_DEVIATION = 1.4826
"""By which a median absolute deviation is multiplied to estimate a standard deviation, were the logarithms normal."""
LEAST_DEVIATION = 0.05
"""The least standard deviation taken, about 5 % of the price: goods of one list price would make a cent's difference enormous."""
_NOTHING: tuple[Value, ...] = (None,) * 8


def compared(
    references: References | None, hs: str, origin: str, unit: str, price: float | None, weight: float | None
) -> tuple[Value, ...]:
    """Return the reference fields in the order of the catalogue; all missing where no like goods are known.

    Args:
      references: The snapshot of the week.
      hs: The commodity code.
      origin: The country of origin; empty where missing.
      unit: The unit; empty for a kilogram.
      price: The unit price; None where missing.
      weight: The unit weight in kg; None where missing.
    """
    found = references.of(hs, origin, unit) if references is not None and len(hs) >= 6 else None
    if found is None:
        return _NOTHING
    like = float(found.count) if found.group == name("group", hs, origin, unit) else 0.0
    middle, spread = found.weight_median, found.weight_spread
    return (
        found.price_median,
        found.price_p10,
        found.price_p90,
        like,
        deviation(price, found.price_median, found.price_spread),
        price_ratio(price, found),
        middle,
        deviation(weight, middle, spread) if middle is not None and spread is not None else None,
    )


def deviation(figure: float | None, middle: float, spread: float) -> float | None:
    """Return how many robust standard deviations a figure's logarithm lies above the middle; missing for what is not above 0."""
    if figure is None or figure <= 0 or middle <= 0:
        return None
    return (log(figure) - log(middle)) / max(SPREAD_TO_DEVIATION * spread, LEAST_DEVIATION)


def price_ratio(price: float | None, reference: Reference) -> float | None:
    """Return a unit price by the median of like goods; missing where it is none or beyond what a number holds."""
    if price is None or reference.price_median <= 0:
        return None
    found = price / reference.price_median
    return found if -inf < found < inf else None
