"""What learns: how likely a declaration is wrong, and what would then be lost; and the order that follows from both.

The probability stands on a logistic regression over the hand rules and four histories, held to weights set by hand while little is
known; boosted trees correct it. What would be lost leans on the duty at stake, so that a shipment larger than any before is not
underrated. The order weighs both: probability x (1 + weight x expected loss / usual loss). Of all orders this one gives the most revenue
for the inspections that hit, where the two are right; a power of the loss does not.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from clearlane.learning.benchmark.findings import Findings
from clearlane.learning.benchmark.inputs import Inputs, Matrix
from clearlane.learning.benchmark.rules import WEIGHTS, signs
from clearlane.learning.benchmark.table import Floats, Ints, Season
from clearlane.learning.engine import lightgbm

_HISTORIES = ("found_imp", "found_imp_hs6", "found_bro_ch", "found_hs6_ori")
_HELD = np.concatenate([WEIGHTS, [0.5, 0.3, 0.3, 0.2]])
_RIDGE, _STEPS = 20.0, 25
_FEWEST = 40
"""Findings from which on the loss is learned from more than their mean."""
_FEWEST_FOR_TREES = 5


class Trees(NamedTuple):
    """How many trees, and how large.

    Attributes:
      rounds: Trees of the probability; never more than findings to learn from.
      leaves: Most leaves of a tree.
      leaf: Fewest declarations in a leaf.
      share: Share of inputs that each tree sees.
    """

    rounds: int = 150
    leaves: int = 12
    leaf: int = 10
    share: float = 0.3


class Scores(NamedTuple):
    """What is said of declarations.

    Attributes:
      probability: How likely each is wrong.
      loss: Duty that would then be lost.
      usual: The loss of a usual finding.
    """

    probability: Floats
    loss: Floats
    usual: float

    def order(self, weight: float) -> Floats:
        """Return what to rank by; the weight says how much the loss counts beside the hit."""
        return np.asarray(self.probability * (1 + weight * self.loss / self.usual))


class Examples:
    """Everything known of a season's declarations at the week when each was declared."""

    def __init__(self, season: Season, inputs: Inputs) -> None:
        """Take the inputs; what inspections found is filled in week by week."""
        self.season, self.inputs = season, inputs
        self.found = np.zeros((season.count, len(Findings.names)), np.float32)
        self._signs = signs(inputs)
        self._histories = [Findings.names.index(name) for name in _HISTORIES]
        self.stake = inputs.column("stake")

    def matrix(self, rows: Ints) -> Matrix:
        """Return all inputs of some declarations."""
        return np.hstack([self.inputs.values[rows], self.found[rows]])

    def ground(self, rows: Ints) -> Floats:
        """Return the signs and histories that the regression looks at."""
        return np.hstack([self._signs[rows], self.found[rows][:, self._histories].astype(np.float64)])


class Ranker:
    """A score learned from inspected declarations."""

    def __init__(self, examples: Examples, rows: Ints, seed: int, trees: Trees = Trees()) -> None:  # noqa: B008 - it cannot change
        """Learn.

        Args:
          examples: What was known of each declaration.
          rows: The places of the inspected ones.
          seed: The seed of all chance.
          trees: How many trees, and how large.
        """
        self._examples = examples
        wrong = examples.season.illicit[rows]
        self._ground = _held_regression(examples.ground(rows), wrong)
        self._settings = {
            "num_leaves": trees.leaves, "learning_rate": 0.04, "min_data_in_leaf": trees.leaf, "feature_fraction": trees.share,
            "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 10.0, "num_threads": 1, "verbose": -1, "seed": seed,
            "deterministic": True, "force_row_wise": True,
        }  # fmt: skip
        self._trees = (
            self._probability(rows, wrong, min(trees.rounds, max(20, int(wrong.sum())))) if wrong.sum() >= _FEWEST_FOR_TREES else None
        )
        self._learn_loss(rows[wrong > 0])

    def _probability(self, rows: Ints, wrong: Floats, rounds: int) -> Any:
        engine = lightgbm()
        data = engine.Dataset(self._examples.matrix(rows), wrong, init_score=self._log_odds(rows))
        return engine.train({**self._settings, "objective": "binary"}, data, rounds)

    def _learn_loss(self, rows: Ints) -> None:
        revenue, stake = self._examples.season.revenue[rows], self._examples.stake[rows]
        known = len(rows) > 0
        self._usual = max(float(np.minimum(revenue, np.quantile(revenue, 0.98)).mean()), 1e-9) if known else 1.0
        ratio = np.log1p(revenue) - stake
        self._ratio = float(ratio.mean()) if known else 0.0
        self._loss: Any = None
        if len(rows) >= _FEWEST:
            engine = lightgbm()
            settings = {**self._settings, "objective": "regression", "num_leaves": 5, "learning_rate": 0.03}
            self._loss = engine.train(settings, engine.Dataset(self._examples.matrix(rows), ratio), 100)

    def _log_odds(self, rows: Ints) -> Floats:
        return np.asarray(np.clip(self._ground[0] + self._examples.ground(rows) @ self._ground[1:], -8, 4))

    def scores(self, rows: Ints, rounds: int = -1) -> Scores:
        """Return what is said of some declarations, by the first so many trees; by all of them where that is -1."""
        matrix, odds = self._examples.matrix(rows), self._log_odds(rows)
        if self._trees is not None:
            odds = odds + self._trees.predict(matrix, raw_score=True, num_iteration=rounds)
        ratio = self._ratio if self._loss is None else self._loss.predict(matrix)
        return Scores(1 / (1 + np.exp(-odds)), np.exp(ratio + self._examples.stake[rows]), self._usual)


def _held_regression(ground: Floats, wrong: Floats) -> Floats:
    """Return intercept and weights of a logistic regression, held to the weights set by hand."""
    columns = np.hstack([np.ones((len(ground), 1)), ground])
    rate = (wrong.sum() + 1) / (len(wrong) + 40)
    held = np.concatenate([[np.log(rate / (1 - rate)) - float((ground @ _HELD).mean())], _HELD])
    pull = np.where(np.arange(len(held)) == 0, 0.01, _RIDGE)
    now = held.copy()
    for _ in range(_STEPS):
        said = 1 / (1 + np.exp(-np.clip(columns @ now, -15, 15)))
        slope = columns.T @ (wrong - said) - pull * (now - held)
        curve = (columns * (said * (1 - said))[:, None]).T @ columns + np.diag(pull)
        step = np.clip(np.linalg.solve(curve, slope), -1, 1)
        now += step
        if np.abs(step).max() < 1e-4:
            break
    return now
