"""Hand rules for the imaginary country's trade, in the profile language: those of an analyst, tuned on no season."""

from __future__ import annotations

from functools import cache

import numpy as np

from clearlane.learning.table import Floats
from clearlane.model.risk_profile import RiskProfile
from clearlane.office.risk_goods import Goods
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.language.parser import read_profile

_WHEN = (
    "price_ratio < 0.7",
    "price_ratio < 0.5",
    "price_ratio > 2.5",
    "up_z < -3",
    "weight_z > 4 or weight_z < -4",
    'preference == "300" and departure != origin',
    "importer.first_time",
    "importer.days_known < 60 and importer.count_90d > 100",
    "importer_code.first_time and not importer.first_time",
    "importer_origin.first_time and not importer.first_time",
    "importer.results_365d >= 10 and importer.find_rate_365d > 0.2",
    "importer.results_365d >= 10 and importer.find_rate_365d > 0.4",
    "declarant.find_rate_365d > 0.2",
    "gross > 1.2 * net",
)


@cache
def hand_rules() -> tuple[RiskProfile, ...]:
    """Return the rules."""
    texts = (f'profile HAND-{place:02d} "Hand rule"\nscope item\nwhen {when}\nthen lane red' for place, when in enumerate(_WHEN, 1))
    return tuple(read_profile(text, catalogue()) for text in texts)


def rule_hits(goods: Goods) -> Floats:
    """Return how many of the rules hit each goods item."""
    hits = ColumnarRun(goods.columns(), catalogue(), {}).hits_of_all(hand_rules(), threads=1)
    return np.bincount(np.concatenate(hits), minlength=len(goods)).astype(np.float64)
