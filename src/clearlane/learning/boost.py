"""Boosted trees: fitted here, or by many together each on its part; kept as LightGBM's own text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np

from clearlane.learning.engine import lightgbm
from clearlane.learning.table import Floats

Progress = Callable[[int, int], None]
"""Is told how many trees are made, and of how many."""
MINUTES_TO_MEET = 2


class Part(NamedTuple):
    """What one of those who train together works on."""

    parameters: dict[str, object]
    rounds: int
    rows: Floats
    labels: Floats
    weights: Floats


class Peers(Protocol):
    """How those who train together reach each other."""

    @property
    def machines(self) -> str:
        """The address of each, joined by commas."""
        ...

    @property
    def port(self) -> int:
        """The port on which this one may be spoken to."""
        ...

    @property
    def count(self) -> int:
        """How many there are."""
        ...


class Together(Protocol):
    """A place where several processes train one model, such as the ``work`` plug."""

    size: int

    def train(self, function: Callable[[Part, Any], str], parts: Sequence[Part]) -> list[str]:
        """Run a function on all parts at one time."""
        ...

    def map(self, function: Callable[[Any], Any], items: Sequence[Any]) -> list[Any]:
        """Return the function's answer for each item, in their order."""
        ...


def fit(part: Part, together: Together | None = None, progress: Progress | None = None) -> str:
    """Return the trees fitted to labelled goods, as LightGBM's text without its training parameters.

    Args:
      part: The goods, their labels and weights, and how to fit them.
      together: Who shares the goods and fits together; None fits in this process.
      progress: Is told of each tree made in this process.
    """
    if together is None or together.size == 1:
        return _fitted(part, progress)
    size = together.size
    shares = [part._replace(rows=part.rows[k::size], labels=part.labels[k::size], weights=part.weights[k::size]) for k in range(size)]
    return together.train(fit_share, shares)[0]


def fit_share(part: Part, peers: Peers) -> str:
    """Return the trees that all who train together agree on, from one of their shares."""
    if peers.count == 1:
        return _fitted(part, None)
    meeting = {"machines": peers.machines, "local_listen_port": peers.port, "num_machines": peers.count, "time_out": MINUTES_TO_MEET}
    return _fitted(part._replace(parameters=part.parameters | meeting | {"tree_learner": "data", "pre_partition": True}), None)


def _fitted(part: Part, progress: Progress | None) -> str:
    engine = lightgbm()
    told = [] if progress is None else [lambda now: progress(now.iteration + 1, part.rounds)]
    goods = engine.Dataset(part.rows, part.labels, weight=part.weights, params=dict(part.parameters), free_raw_data=True)
    booster = engine.train(dict(part.parameters), goods, part.rounds, callbacks=told)
    text = without_parameters(booster.model_to_string(num_iteration=-1))
    booster.free_network()
    return text


def without_parameters(text: str) -> str:
    """Return a model's text without the parameters it was trained with: they say where, not what, and are kept beside it."""
    before, found, after = text.partition("\nparameters:")
    return before + after.partition("end of parameters\n")[2] if found else text


def booster_of(text: str) -> Any:
    """Return LightGBM's model of a text."""
    return lightgbm().Booster(model_str=text)


def raw_scores(text: str, rows: Floats, threads: int = 1) -> Floats:
    """Return the log-odds, or the logarithm of revenue, of each row; the same bits as one row at a time."""
    if not len(rows):
        return np.empty(0)
    return np.asarray(booster_of(text).predict(rows, raw_score=True, num_threads=threads), dtype=np.float64)
