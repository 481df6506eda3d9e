"""Whether the world still is what a model was trained on: its inputs, its scores, and how often inspections find something.

The population stability index compares shares in ten classes: below 0.1 little has changed, above 0.25 much has. Hit rates are compared
by their difference in standard errors. What passes its bound becomes a task for an analyst.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import msgspec
import numpy as np

from clearlane.learning.table import Floats, Texts, TrainingTable
from clearlane.model.risk_model import Drift

STABILITY_BOUND = 0.25
HITS_BOUND = 3.0
SURPRISE_BOUND = 3.5
CLASSES = 10
COMMON = 20
LEAST_SHARE = 1e-4
FEWEST_INSPECTED = 30


class Spread(msgspec.Struct, frozen=True):
    """How the values of one field were spread in training.

    Attributes:
      field: The field.
      edges: Where the classes of a number part; empty for a text.
      values: The commonest texts; empty for a number.
      shares: The share in each class: in order, then all others of a text, then what was missing.
    """

    field: str
    edges: tuple[float, ...]
    values: tuple[str, ...]
    shares: tuple[float, ...]


class Baseline(msgspec.Struct, frozen=True):
    """What a model was trained on, as far as drift needs it.

    Attributes:
      inputs: The spread of each field.
      scores: The spread of its probabilities.
      hits: The share of inspected goods where something was found.
      inspected: How many were inspected.
    """

    inputs: tuple[Spread, ...]
    scores: Spread
    hits: float
    inspected: int


class Recent(msgspec.Struct, frozen=True):
    """Goods of late: the columns a model looks at, what it said of them, and what the inspections found.

    Attributes:
      table: The goods.
      probabilities: What the model said.
    """

    table: TrainingTable
    probabilities: Floats


def baseline(table: TrainingTable, probabilities: Floats) -> Baseline:
    """Return what is kept of the goods a model was trained on."""
    looked = table.labelled
    numbers = [spread_of_numbers(name, table.numbers[:, place]) for place, name in enumerate(table.names)]
    texts = [spread_of_texts(name, column) for name, column in table.texts.items()]
    hits = float(table.found[looked].mean()) if looked.any() else 0.0
    return Baseline((*numbers, *texts), spread_of_numbers("score", probabilities), hits, int(looked.sum()))


def drift(reference: Baseline, recent: Recent, model: str, *, bound: float = STABILITY_BOUND) -> tuple[Drift, ...]:
    """Return how far each input, the scores and the hit rate moved; those that moved most first, alarms before the others.

    Args:
      reference: What the model was trained on.
      recent: Goods of late; a few hundred at least, or chance alone moves them.
      model: The model's name.
      bound: The bound of the stability index.
    """
    table = recent.table
    places = {name: place for place, name in enumerate(table.names)}
    measured = [
        Drift(
            "input",
            one.field,
            stability(one, table.texts[one.field] if one.field in table.texts else table.numbers[:, places[one.field]]),
            bound,
        )
        for one in reference.inputs
        if one.field in places or one.field in table.texts
    ]
    measured.append(Drift("score", model, stability(reference.scores, recent.probabilities), bound))
    looked = table.labelled
    if min(looked.sum(), reference.inspected) >= FEWEST_INSPECTED:
        rates = (reference.hits, float(table.found[looked].mean()))
        measured.append(Drift("hits", model, difference_of_rates(rates, (reference.inspected, int(looked.sum()))), HITS_BOUND))
    return tuple(sorted(measured, key=lambda one: (not one.alarm, -one.measured / one.bound)))


def surprises(recent: Recent, groups: Mapping[str, Texts], *, bound: float = SURPRISE_BOUND) -> tuple[Drift, ...]:
    """Return by how much more was found in each group than the model had said, in standard errors; the most surprising first.

    A new scheme is too small to move an input, but what officers find of it was said to be unlikely. Selection by the score does no
    harm here, for it is with the score that findings are compared.

    Args:
      recent: Goods of late, with the probabilities said when they were routed and the results known by now.
      groups: The group of each row by ``office``, ``origin``, ``chapter`` or the like; never a party, for the groups are named in tasks.
      bound: Above it chance does not explain one group in some hundreds.
    """
    looked = recent.table.labelled
    told = []
    for by, column in groups.items():
        there = looked & (column.codes >= 0)
        codes, size = column.codes[there], len(column.values)
        found = np.bincount(codes, recent.table.found[there], size)
        expected = np.bincount(codes, recent.probabilities[there], size)
        seen = np.bincount(codes, minlength=size)
        # The root makes small numbers of findings about as uncertain as large ones.
        above = 2.0 * (np.sqrt(found + 3 / 8) - np.sqrt(expected + 3 / 8))
        told += [Drift("hits", f"{by} {value}", float(above[one]), bound) for one, value in enumerate(column.values) if seen[one]]
    return tuple(sorted(told, key=lambda one: -one.measured))


def stability(before: Spread, column: Floats | Texts) -> float:
    """Return the population stability index of a column against its spread in training; 0 where nothing moved."""
    after = _shares_of_texts(before.values, column) if isinstance(column, Texts) else _shares_of_numbers(before.edges, column)
    old, new = np.maximum(before.shares, LEAST_SHARE), np.maximum(after, LEAST_SHARE)
    return float(np.sum((new - old) * np.log(new / old)))


def difference_of_rates(rates: Sequence[float], inspected: Sequence[int]) -> float:
    """Return how many standard errors two rates lie apart, whichever is higher."""
    together = (rates[0] * inspected[0] + rates[1] * inspected[1]) / sum(inspected)
    error = sqrt(together * (1 - together) * (1 / inspected[0] + 1 / inspected[1]))
    return abs(rates[0] - rates[1]) / error if error else 0.0


def spread_of_numbers(field: str, column: Floats) -> Spread:
    """Return how numbers are spread over ten classes of about equal share."""
    there = column[~np.isnan(column)]
    edges = np.unique(np.quantile(there, np.arange(1, CLASSES) / CLASSES)) if len(there) else np.empty(0)
    return Spread(field, tuple(edges.tolist()), (), tuple(_shares_of_numbers(edges.tolist(), column).tolist()))


def spread_of_texts(field: str, column: Texts) -> Spread:
    """Return the shares of the commonest texts."""
    counts = np.bincount(column.codes[column.codes >= 0], minlength=len(column.values))
    values = tuple(column.values[place] for place in np.argsort(-counts, kind="stable")[:COMMON])
    return Spread(field, (), values, tuple(_shares_of_texts(values, column).tolist()))


def _shares_of_numbers(edges: Sequence[float], column: Floats) -> Floats:
    missing = np.isnan(column)
    places = np.where(missing, len(edges) + 1, np.searchsorted(np.asarray(edges), column, side="left"))
    return np.bincount(places, minlength=len(edges) + 2) / max(1, len(column))


def _shares_of_texts(values: Sequence[str], column: Texts) -> Floats:
    known = {value: place for place, value in enumerate(values)}
    places = np.array([*(known.get(value, len(values)) for value in column.values), len(values) + 1])
    return np.bincount(places[column.codes], minlength=len(values) + 2) / max(1, len(column.codes))
