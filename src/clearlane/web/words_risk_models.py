"""Phrases of the pages of lists, models, draws and estimates; in English and Vietnamese."""

from __future__ import annotations

from clearlane.web.words_risk_estimates import ESTIMATES
from clearlane.web.words_risk_learned import LEARNED
from clearlane.web.words_risk_lists import LISTS

MODELS: dict[str, tuple[str, str]] = {}
MODELS |= LISTS | LEARNED | ESTIMATES
