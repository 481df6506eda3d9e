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
    counts = _whole_numbers(weights) if any(weights) else [1] * len(weights)
    units, whole = abs(int(amount.scaleb(places))), sum(counts)
    parts = [units * count // whole for count in counts]
    order = sorted(range(len(counts)), key=lambda place: (-(units * counts[place] % whole), place))
    for place in order[: units - sum(parts)]:
        parts[place] += 1
    sign = -1 if amount < 0 else 1
    return tuple(Decimal(sign * part).scaleb(-places) for part in parts)


def _whole_numbers(weights: Sequence[Decimal]) -> list[int]:
    """Return weights in the same proportions without decimal places, so that shares are exact."""
    finest = max(max(-int(weight.as_tuple().exponent), 0) for weight in weights)
    return [int(weight.scaleb(finest)) for weight in weights]
