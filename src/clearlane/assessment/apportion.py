"""Share an amount out over items so that the parts always sum to the whole (largest remainder).

Every share is floored to the minor unit; the units left over go to the largest remainders, ties to the
earlier item. Each share is less than one unit away from its exact part.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal


def apportion(amount: Decimal, weights: Sequence[Decimal], places: int) -> tuple[Decimal, ...]:
    """Return the parts of an amount in proportion to some weights.

    Args:
      amount: What is shared out, of no more decimal places than ``places``; may be negative.
      weights: One for each item, none negative. If all are zero, the items share evenly.
      places: Decimal places of the currency's minor unit.

    >>> [str(part) for part in apportion(Decimal("10.00"), [Decimal(1), Decimal(1), Decimal(1)], 2)]
    ['3.34', '3.33', '3.33']
    """
    weights = weights if any(weights) else [Decimal(1)] * len(weights)
    unit, whole = Decimal(1).scaleb(-places), sum(weights, Decimal(0))
    units = int(abs(amount) / unit)
    exact = [units * weight / whole for weight in weights]
    floors = [int(part) for part in exact]
    order = sorted(range(len(weights)), key=lambda place: (floors[place] - exact[place], place))
    for place in order[: units - sum(floors)]:
        floors[place] += 1
    sign = -1 if amount < 0 else 1
    return tuple((sign * part * unit).quantize(unit) for part in floors)
