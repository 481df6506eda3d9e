"""What was found, counted in words that hold: non-compliance is what an inspection saw, fraud only what a decision on intent says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from clearlane.model.inspection import Category, ItemResult


class Detected(msgspec.Struct, frozen=True):
    """What inspections found.

    Attributes:
      inspected: Declarations with a result.
      non_compliant: Those of them in which something was wrong.
      fraud: Those of them with a decision that it was on purpose. Where none was taken, it is not fraud, nor innocence.
      undecided: Non-compliant ones with no decision on intent.
      revenue: Duty and tax found missing, in the profile's currency.
      categories: Declarations by what was wrong; one can stand under several.
    """

    inspected: int
    non_compliant: int
    fraud: int
    undecided: int
    revenue: Decimal
    categories: dict[Category, int]


def detected(results: Iterable[Sequence[ItemResult]]) -> Detected:
    """Count the results of inspections, one sequence for each declaration that was inspected."""
    inspected = non_compliant = fraud = undecided = 0
    revenue, categories = Decimal(0), dict[Category, int]()
    for one in results:
        wrong = [result for result in one if not result.conform]
        inspected += 1
        non_compliant += bool(wrong)
        fraud += any(result.intent is True for result in wrong)
        undecided += bool(wrong) and all(result.intent is None for result in wrong)
        revenue += sum((result.revenue for result in wrong), Decimal(0))
        for category in sorted({result.category for result in wrong if result.category}):
            categories[category] = categories.get(category, 0) + 1
    return Detected(inspected, non_compliant, fraud, undecided, revenue, categories)
