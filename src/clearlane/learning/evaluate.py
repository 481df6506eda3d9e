"""How well goods are ranked within a budget of inspections, on whom it falls, and whether probabilities hold. Only labelled rows count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

import msgspec
import numpy as np

from clearlane.learning.encode import key, ordered
from clearlane.learning.table import Floats, Mask, Texts, TrainingTable
from clearlane.model.risk_model import Burden, Measured

BUDGETS = (0.01, 0.02, 0.05, 0.1)
TENTHS = 10
SIZES = ((0, "1-9"), (10, "10-99"), (100, "100-999"), (1000, "1000+"))
"""Traders by how many goods items they had in the period: from this number, and how the size is called."""


class Comparison(msgspec.Struct, frozen=True):
    """Two models on the same rows, within one budget.

    Attributes:
      budget: The share inspected.
      champion: How the model in force did.
      challenger: How the other did.
      shared: The share of the champion's choices that the challenger makes too.
      precision: Between which values the difference of precision, challenger less champion, lies in 95 of 100 resamplings.
      revenue: Likewise of the share of revenue found.
    """

    budget: float
    champion: Measured
    challenger: Measured
    shared: float
    precision: tuple[float, float]
    revenue: tuple[float, float]


def ranking(scores: Floats, seed: int = 0) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the places in the order of inspection, the highest score first; equal scores in an order drawn by the seed."""
    return np.lexsort((np.random.default_rng(seed).permutation(len(scores)), -scores))


def chosen(scores: Floats, budget: float, seed: int = 0) -> Mask:
    """Return which goods a budget inspects: at least one, and never more than its share, rounded up."""
    taken = np.zeros(len(scores), dtype=bool)
    taken[ranking(scores, seed)[: how_many(len(scores), budget)]] = True
    return taken


def how_many(rows: int, budget: float) -> int:
    """Return how many inspections a budget gives.

    >>> how_many(1000, 0.05)
    50
    """
    return min(rows, ceil(round(rows * budget, 6)))


def measured(scores: Floats, found: Floats, revenue: Floats, budgets: Sequence[float] = BUDGETS, seed: int = 0) -> tuple[Measured, ...]:
    """Return precision, recall, revenue and AUC at each budget; rows that nobody looked at are left out.

    Args:
      scores: What goods are ranked by, the highest first.
      found: 1, 0, or NaN where nobody looked.
      revenue: Duty and tax found missing.
      budgets: Shares inspected.
      seed: How equal scores are ordered.
    """
    looked = ~np.isnan(found)
    scores, found, revenue = scores[looked], found[looked], np.nan_to_num(revenue[looked])
    order, area = ranking(scores, seed), auc(scores, found)
    hits, money = np.cumsum(found[order]), np.cumsum(revenue[order])
    if not len(found):
        return tuple(Measured(budget, 0.0, 0.0, 0.0, area, 0) for budget in budgets)
    return tuple(
        Measured(
            budget=budget,
            precision=float(hits[taken - 1] / taken),
            recall=_share(hits[taken - 1], hits[-1]),
            revenue=_share(money[taken - 1], money[-1]),
            auc=area,
            rows=len(found),
        )
        for budget in budgets
        for taken in [how_many(len(found), budget)]
    )


def auc(scores: Floats, found: Floats) -> float:
    """Return the probability that goods with a finding rank above goods without; equal scores count half, and 0.5 where one kind is absent.

    >>> auc(np.array([0.1, 0.4, 0.4]), np.array([0.0, 0.0, 1.0]))
    0.75
    """
    positive = float(np.sum(found == 1))
    negative = len(found) - positive
    if not positive or not negative:
        return 0.5
    values, place = np.unique(scores, return_inverse=True)
    counts = np.bincount(place, minlength=len(values))
    ranks = np.cumsum(counts) - (counts - 1) / 2
    return float((ranks[place][found == 1].sum() - positive * (positive + 1) / 2) / (positive * negative))


def references(table: TrainingTable, rules: Floats | None = None, seed: int = 0) -> dict[str, Floats]:
    """Return the scores that any model must beat, of each row: random choice, the importer's history, and hand rules where given.

    Args:
      table: All goods, those before the test too, for the importer's history needs them.
      rules: How many hand rules hit each row, or their weight.
      seed: The seed of the random choice.
    """
    history = ordered(replace(table, texts={"importer": table.importer}), [key("importer")], strength=5.0)[:, 0]
    scores = {"random": np.random.default_rng(seed).random(len(table)), "importer history": np.nan_to_num(history)}
    return scores if rules is None else scores | {"hand rules": rules}


def burdens(taken: Mask, found: Floats, groups: Mapping[str, Texts]) -> tuple[Burden, ...]:
    """Return on whom the inspections fall: the largest groups first, by what they are grouped by.

    Args:
      taken: Which goods would be inspected.
      found: 1, 0, or NaN where nobody looked.
      groups: By ``size``, ``office`` or ``origin``: the group of each row.
    """
    return tuple(one for by, column in groups.items() for one in _burdens(by, column, taken, found))


def _burdens(by: str, column: Texts, taken: Mask, found: Floats) -> list[Burden]:
    there, size = column.codes >= 0, len(column.values)
    labelled = there & taken & ~np.isnan(found)
    rows = np.bincount(column.codes[there], minlength=size)
    shares = np.bincount(column.codes[there & taken], minlength=size) / np.maximum(rows, 1)
    hits = np.bincount(column.codes[labelled], found[labelled], size)
    seen = np.bincount(column.codes[labelled], minlength=size)
    order = [int(place) for place in np.argsort(-rows, kind="stable") if rows[place]]
    return [
        Burden(by, column.values[one], int(rows[one]), float(shares[one]), float(hits[one] / seen[one]) if seen[one] else None)
        for one in order
    ]


def sizes(importer: Texts) -> Texts:
    """Return for each row how large its importer is, by the goods items he had."""
    counts = np.bincount(importer.codes[importer.codes >= 0], minlength=len(importer.values))
    least = np.array([start for start, _ in SIZES])
    places = np.append(np.searchsorted(least, counts, side="right") - 1, -1).astype(np.int32)
    return Texts(places[importer.codes], tuple(name for _, name in SIZES))


def calibration(probability: Floats, found: Floats) -> tuple[tuple[float, float], ...]:
    """Return for each tenth of the labelled rows, by rising probability, the mean said and the share found."""
    looked = ~np.isnan(found)
    said, found = probability[looked], found[looked]
    parts = np.array_split(np.argsort(said, kind="stable"), TENTHS)
    return tuple((float(said[part].mean()), float(found[part].mean())) for part in parts if len(part))


def compare(
    champion: Floats, challenger: Floats, found: Floats, revenue: Floats, budget: float = 0.05, *, seed: int = 0, resamplings: int = 200
) -> Comparison:
    """Return how two models did on the same labelled rows, and how surely one is better.

    Args:
      champion: The scores of the model in force.
      challenger: The scores of the other.
      found: 1, 0, or NaN where nobody looked.
      revenue: Duty and tax found missing.
      budget: The share inspected.
      seed: The seed of the resampling.
      resamplings: How many times rows are drawn again.
    """
    looked = np.flatnonzero(~np.isnan(found))
    champion, challenger, found, revenue = champion[looked], challenger[looked], found[looked], np.nan_to_num(revenue[looked])
    chance, differences = np.random.default_rng(seed), np.empty((resamplings, 2))
    for one in range(resamplings):
        again = chance.integers(0, len(found), len(found))
        (old,), (new,) = (measured(scores[again], found[again], revenue[again], (budget,)) for scores in (champion, challenger))
        differences[one] = new.precision - old.precision, new.revenue - old.revenue
    low, high = np.quantile(differences, (0.025, 0.975), axis=0)
    (old,), (new,) = (measured(scores, found, revenue, (budget,)) for scores in (champion, challenger))
    both = chosen(champion, budget) & chosen(challenger, budget)
    shared = _share(both.sum(), how_many(len(found), budget))
    return Comparison(budget, old, new, shared, (float(low[0]), float(high[0])), (float(low[1]), float(high[1])))


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else 0.0
