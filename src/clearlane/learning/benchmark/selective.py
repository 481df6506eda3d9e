"""The protocol of selective labels: only what was inspected is known, and what is inspected follows from what is known.

Twelve weeks inspect at random, a tenth. From then on each week inspects its budget: a share of it at random, that nobody can steer, the
rest by a policy that learns from the inspections before that week. Measured are the weeks after the first twelve.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from clearlane.learning.benchmark.findings import Findings
from clearlane.learning.benchmark.inputs import Inputs
from clearlane.learning.benchmark.measures import Mask, Measures, measured, ranked_before
from clearlane.learning.benchmark.ranker import Examples, Ranker
from clearlane.learning.benchmark.rules import rule_score
from clearlane.learning.benchmark.table import Floats, Ints, Season, refuse_short

START, AT_FIRST = 12, 0.10
AGAIN = 4
"""Weeks after which the score is learned anew."""
WEIGHT = 1.0
RANDOM_SHARE = 0.05
"""Share of the budget that chance alone decides."""
PROBE_SHARE, PROBE_WEEKS = 0.15, 4
"""Share of the budget that looks at firms that began together, and for how many weeks after the alarm."""
METHODS = ("layer", "probability", "power", "rules", "history", "random")
Progress = Callable[[int], None]


class Watched(NamedTuple):
    """A season as it was inspected.

    Attributes:
      measures: How well.
      chosen: Which declarations were inspected.
      score: What each was ranked by in its week; 0 in the first weeks.
    """

    measures: Measures
    chosen: Mask
    score: Floats


class Policy(NamedTuple):
    """How a week's inspections are chosen.

    Attributes:
      method: One of ``METHODS``; ``layer`` is rules, learned score and random share together.
      weight: How much the loss counts beside the hit; for ``layer``.
      share: Share of the budget that chance decides.
      probes: Share of the budget that looks at firms that began together, after an alarm; for ``layer``.
    """

    method: str = "layer"
    weight: float = WEIGHT
    share: float = RANDOM_SHARE
    probes: float = PROBE_SHARE


def evaluate_selective(
    season: Season,
    inputs: Inputs,
    budget: float,
    seed: int,
    policy: Policy = Policy(),  # noqa: B008 - it cannot change
    report: Progress | None = None,
) -> Watched:
    """Return a season inspected week by week.

    Args:
      season: The declarations; the truth of those not inspected is used to measure, and for nothing else.
      inputs: Their inputs.
      budget: The share of each week that can be inspected.
      seed: The seed of all chance.
      policy: How inspections are chosen.
      report: Is told how many weeks are done.

    Raises:
      Unreadable: The season is too short.
    """
    refuse_short(season, START + 1)
    watch = _Watch(season, inputs, seed, policy)
    for week, rows in enumerate(season.by_week()):
        if len(rows):
            watch.inspect(week, rows, AT_FIRST if week < START else budget)
        if report:
            report(week + 1)
    within = season.week >= START
    auc = ranked_before(watch.score[within], season.illicit[within])
    return Watched(measured(season, within, watch.chosen, auc), watch.chosen, watch.score)


class _Watch:
    """The weeks as they pass."""

    def __init__(self, season: Season, inputs: Inputs, seed: int, policy: Policy) -> None:
        self._season, self._policy, self._seed = season, policy, seed
        self._examples, self._findings = Examples(season, inputs), Findings(inputs.keys)
        self._chance, self._ranker, self._learned = np.random.default_rng(seed), None, -AGAIN
        self._rules = rule_score(inputs)
        self._watched = inputs.values[:, inputs.names.index("since_alarm")] <= PROBE_WEEKS
        self.chosen, self.score = np.zeros(season.count, np.bool_), np.zeros(season.count)

    _ranker: Ranker | None

    def inspect(self, week: int, rows: Ints, budget: float) -> None:
        """Choose among a week's declarations, inspect them, and keep what was found."""
        self._examples.found[rows] = self._findings.read(week, rows)
        count = round(budget * len(rows))
        if week < START:
            taken = self._chance.choice(rows, count, replace=False)
        else:
            self.score[rows] = self._order(week, rows)
            by_chance = round(self._policy.share * count)
            first = rows[np.argsort(-self.score[rows], kind="stable")]
            probed = self._probes(rows, count) if self._policy.method == "layer" else rows[:0]
            first = np.concatenate([probed, first[~np.isin(first, probed)]])
            taken = np.concatenate([first[: count - by_chance], self._chance.choice(first[count - by_chance :], by_chance, replace=False)])
        taken = np.sort(taken)
        self.chosen[taken] = True
        self._findings.learn(week, taken, self._season.illicit[taken], self._season.revenue[taken])

    def _probes(self, rows: Ints, count: int) -> Ints:
        """Return some declarations of firms that began together of late, drawn by chance."""
        watched = rows[self._watched[rows]]
        return self._chance.choice(watched, min(len(watched), round(self._policy.probes * count)), replace=False)

    def _order(self, week: int, rows: Ints) -> Floats:
        """Return what a week's declarations are ranked by."""
        method = self._policy.method
        if method == "random":
            return self._chance.random(len(rows))
        if method == "rules":
            return self._rules[rows]
        if method == "history":
            known = self._examples.found[rows, Findings.names.index("found_imp")]
            return np.asarray(known + 1e-6 * self._chance.random(len(rows)))
        scores = self._learn(week).scores(rows)
        if method == "power":
            return np.asarray(scores.probability * np.sqrt(scores.loss))
        return scores.order(self._policy.weight if method == "layer" else 0.0)

    def _learn(self, week: int) -> Ranker:
        if self._ranker is None or week - self._learned >= AGAIN:
            self._ranker = Ranker(self._examples, np.flatnonzero(self.chosen), self._seed)
            self._learned = week
        return self._ranker
