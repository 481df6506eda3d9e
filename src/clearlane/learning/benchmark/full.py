"""The protocol of full labels: learn from the first weeks, tune on the next few, rank the rest.

Of 104 weeks the first 62 are learned from and the next 6 tune how many trees are grown; other lengths in proportion. Each later week is
ranked by what was known before it; its results are known from the week after it on, and no tree is grown again.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from clearlane.learning.benchmark.findings import Findings
from clearlane.learning.benchmark.inputs import Inputs
from clearlane.learning.benchmark.measures import Measures, measured, ranked_before, within_weeks
from clearlane.learning.benchmark.ranker import Examples, Ranker, Trees
from clearlane.learning.benchmark.rules import rule_score
from clearlane.learning.benchmark.table import Floats, Ints, Season, refuse_short

LEARN, TUNE, OF = 62, 6, 104
LEAST = 20
"""Fewer weeks than these cannot be parted."""
WEIGHT = 2.0
WARM = 6
"""First weeks, of 104, that only warm the histories."""
_TRIED = (80, 120, 170, 230, 300)
"""Numbers of trees to choose among."""
METHODS = ("ranked", "probability", "power", "rules", "history", "random")


class Parts(NamedTuple):
    """The places of the declarations of each part of the season."""

    learn: Ints
    tune: Ints
    test: Ints


def parts_of(season: Season) -> Parts:
    """Return the parts of a season."""
    begin, first, second = (round(season.weeks * week / OF) for week in (WARM, LEARN, LEARN + TUNE))
    bounds = np.searchsorted(season.week, [begin, first, second])
    return Parts(np.arange(bounds[0], bounds[1]), np.arange(bounds[1], bounds[2]), np.arange(bounds[2], season.count))


def evaluate_full(season: Season, inputs: Inputs, budget: float, seed: int) -> dict[str, Measures]:
    """Return the measures of each of ``METHODS``.

    Args:
      season: The declarations.
      inputs: Their inputs.
      budget: The share of each test week that can be inspected.
      seed: The seed of all chance.

    Raises:
      Unreadable: The season is too short.
    """
    refuse_short(season, LEAST)
    parts, examples = parts_of(season), with_all_results(season, inputs)
    scores = _tuned(examples, parts, seed).scores(parts.test)
    orders = {
        "ranked": scores.order(WEIGHT),
        "probability": scores.probability,
        "power": scores.probability * np.sqrt(scores.loss),
        "rules": rule_score(inputs)[parts.test],
        "history": examples.found[parts.test, Findings.names.index("found_imp")].astype(np.float64),
        "random": np.random.default_rng(seed).random(len(parts.test)),
    }
    return {name: ranked(season, parts.test, order, budget) for name, order in orders.items()}


def ranked(season: Season, test: Ints, order: Floats, budget: float) -> Measures:
    """Return the measures of the test weeks under an order."""
    score, within = np.full(season.count, -np.inf), np.zeros(season.count, np.bool_)
    score[test], within[test] = order, True
    first = int(season.week[test[0]])
    chosen = within_weeks(score, season.by_week()[first:], budget)
    return measured(season, within, chosen, ranked_before(order, season.illicit[test]))


def with_all_results(season: Season, inputs: Inputs) -> Examples:
    """Return what was known of each declaration where every declaration is inspected."""
    examples, findings = Examples(season, inputs), Findings(inputs.keys)
    for week, rows in enumerate(season.by_week()):
        if len(rows):
            examples.found[rows] = findings.read(week, rows)
            findings.learn(week, rows, season.illicit[rows], season.revenue[rows])
    return examples


def _tuned(examples: Examples, parts: Parts, seed: int) -> Ranker:
    """Return what was learned, with the number of trees that did best on the weeks to tune on."""
    wrong, large = examples.season.illicit[parts.tune], Trees(rounds=max(_TRIED), leaves=31, leaf=40, share=0.4)
    first = Ranker(examples, parts.learn, seed, large)

    def fit(rounds: int) -> float:
        said = np.clip(first.scores(parts.tune, rounds).probability, 1e-9, 1 - 1e-9)
        return float(np.mean(wrong * np.log(said) + (1 - wrong) * np.log(1 - said)))

    return Ranker(examples, np.concatenate([parts.learn, parts.tune]), seed, large._replace(rounds=max(_TRIED, key=fit)))
