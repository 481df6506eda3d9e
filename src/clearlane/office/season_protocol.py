"""How well the live learner and the live ranking choose inspections in a season of the imaginary country, under results known of all.

The first three quarters of the weeks are learned from, as they were known when they ended; each later week is ranked by what was known
before it and inspected within the budget. The seasons to be reported are in no part of training, nor is any setting chosen on them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from clearlane.learning.evaluate import references
from clearlane.learning.scoring import Scores, score_as_known
from clearlane.learning.settings import Settings
from clearlane.learning.table import Floats
from clearlane.learning.train import train
from clearlane.model.profile import Profile
from clearlane.model.refusals import Unreadable
from clearlane.model.risk_policy import SelectionPolicy
from clearlane.model.text import Text
from clearlane.office.risk_goods import MICROS_A_DAY
from clearlane.office.risk_tables import table_of
from clearlane.office.season import trade_season
from clearlane.office.season_goods import BEGINS, TradeSeason
from clearlane.office.season_measures import SeasonMeasures, Tested
from clearlane.office.season_rules import rule_hits
from clearlane.risk.history.definitions import micros
from clearlane.risk.selection.candidate import Candidate, rank_value

Progress = Callable[[str, int, int | None], None]
"""Is told what is being done, how much is done, and of how much."""
LEAST = 4
"""Fewer weeks than these cannot be parted."""


def season_evaluated(
    law: Profile, seed: int, weeks: int, firms: int, budget: float, report: Progress = lambda what, done, whole: None
) -> dict[str, SeasonMeasures]:
    """Return how the live learner did on the season of a seed, beside what it must beat, by the name of the method.

    Args:
      law: The law.
      seed: The seed of the trade and of all chance.
      weeks: How many weeks, at least ``LEAST``.
      firms: How many firms trade.
      budget: The share of each week's declarations that can be inspected.
      report: Is told how far it is.

    Raises:
      Refusal: The season is too short, or the libraries for learned scores are not installed.
    """
    if weeks < LEAST:
        raise Unreadable(Text(en=f"A season needs at least {LEAST} weeks.", vi=f"Một mùa cần ít nhất {LEAST} tuần."))
    held = trade_season(law, seed, weeks, firms, lambda done: report("season", done, weeks))
    tested = Tested(held, weeks - max(1, round(weeks / 4)), budget)
    return {name: tested.measured(score) for name, score in _orders(held, tested.first, seed, law.selection, report).items()}


def _orders(held: TradeSeason, first: int, seed: int, policy: SelectionPolicy, report: Progress) -> dict[str, Floats]:
    """Return what each method ranks declarations by."""
    table = table_of(held.goods, held.became)
    past = table.before(micros(BEGINS) / MICROS_A_DAY + 7 * first)
    model = train(past, f"season-{seed}", Settings(seed=seed), progress=report)
    said = score_as_known(model, table)
    by_declaration = _Declared(held, said)
    rules = rule_hits(held.goods)
    return {
        "ranked": by_declaration.values(policy),
        "probability": by_declaration.probability,
        "expected": by_declaration.stake,
        "rules": _summed(held, rules),
        "history": _highest(held, references(table)["importer history"]),
        "random": np.random.default_rng(seed).random(len(held.goods.names)),
    }


class _Declared:
    """What a model says of declarations, as selection takes it together from their goods items."""

    def __init__(self, held: TradeSeason, said: Scores) -> None:
        many, of = len(held.goods.names), held.goods.of
        none = np.ones(many)
        np.multiply.at(none, of, 1.0 - said.probability)
        self.probability: Floats = 1.0 - none
        self.stake: Floats = np.bincount(of, said.probability * said.revenue, many).astype(np.float64)

    def values(self, policy: SelectionPolicy) -> Floats:
        """Return what the policy ranks each declaration by."""
        pairs = zip(self.probability.tolist(), self.stake.tolist(), strict=True)
        return np.array(
            [rank_value(Candidate("", probability=p, revenue=stake / p if p > 0 else 0.0), policy) for p, stake in pairs], np.float64
        )


def _highest(held: TradeSeason, score: Floats) -> Floats:
    """Return the highest score among the goods items of each declaration."""
    most = np.full(len(held.goods.names), -np.inf)
    np.maximum.at(most, held.goods.of, score)
    return most


def _summed(held: TradeSeason, score: Floats) -> Floats:
    return np.bincount(held.goods.of, score, len(held.goods.names)).astype(np.float64)
