"""How much is wrong that nobody saw: the rate of non-compliance, and the revenue, from those inspected by chance.

Among targeted inspections the rate says nothing of the others. ``from_draw`` takes those the random draw took, and nobody else;
``by_propensity`` takes every inspection with the weight of its chance; ``by_group`` does either by lane, office, chapter or category. Every
figure has an interval, and where inspectors miss things (``Misses``) it is put right for that and the interval grows. What is counted is
what an inspection would find, or would with no misses: non-compliance. Fraud is a count of decisions on intent, and is not estimated here.
"""

from __future__ import annotations

from clearlane.risk.estimate.detected import Detected, detected
from clearlane.risk.estimate.figures import Estimate, Sample
from clearlane.risk.estimate.groups import by_group, of_category
from clearlane.risk.estimate.intervals import exact, wilson
from clearlane.risk.estimate.misses import Misses, MissRate, seen_rates, sensitivity
from clearlane.risk.estimate.rates import by_propensity, from_draw, mean_revenue

__all__ = [
    "Detected",
    "Estimate",
    "MissRate",
    "Misses",
    "Sample",
    "by_group",
    "by_propensity",
    "detected",
    "exact",
    "from_draw",
    "mean_revenue",
    "of_category",
    "seen_rates",
    "sensitivity",
    "wilson",
]
