"""One model score, from a row of the catalogue to probability and revenue, beside ``Booster.predict``; and training by the second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from bench.figure import Figure
from clearlane.learning import boost
from clearlane.learning.model_file import Model
from clearlane.learning.scoring import Scorer, encoded, score_table
from clearlane.learning.settings import Settings
from clearlane.learning.table import Texts, TrainingTable, table_of_columns
from clearlane.learning.train import train
from clearlane.model.risk_field import Catalogue, RiskField, Row
from clearlane.model.text import Text

NUMBER, NUMBERS, SCORED = 50_000, 36, 2_000
TEXTS = {"hs": 3000, "origin": 60, "importer.id": 8000, "declarant.id": 400, "exporter.id": 6000, "office": 20, "procedure": 12}
TARGET = "30 µs"


def figures() -> Iterator[Figure]:
    """Yield microseconds a score, scores a second by table, and rows a second in training."""
    table = _table()
    start = time.perf_counter()
    model = train(table, "bench", Settings())
    trained = NUMBER / (time.perf_counter() - start)
    rows = _rows(table)
    scorer = Scorer(model, _catalogue())
    said = [scorer.score(row).probability for row in rows]
    if said != score_table(model, table.chosen(np.arange(SCORED))).probability.tolist():
        raise AssertionError("One row and a table differ.")
    one, plain = _median(scorer.score, rows), _booster_alone(model, table)
    name = f"one model score: probability and revenue, {len(model.inputs)} inputs, 200 and 100 trees"
    yield Figure(name, one, "µs", "Booster.predict on the inputs, probability alone", plain, TARGET)
    start = time.perf_counter()
    score_table(model, table)
    yield Figure("scores of a table, one thread", NUMBER / (time.perf_counter() - start), "rows/s", "one row at a time", 1e6 / one)
    yield Figure(
        "training: calibration, finding, revenue; one thread", trained, "rows/s", "the trees of a finding alone", _bare(model, table)
    )


def _table() -> TrainingTable:
    """Return invented goods: skewed parties and codes, prices that tell something."""
    chance = np.random.default_rng(7)
    columns: dict[str, Any] = {f"number.{place}": chance.normal(size=NUMBER) for place in range(NUMBERS)}
    for name, size in TEXTS.items():
        values = tuple(sorted(f"{name}{place:05}" for place in range(size)))
        columns[name] = Texts((size * chance.random(NUMBER) ** 2).astype(np.int32), values)
    odds = -4 + columns["number.0"] + (columns["importer.id"].codes % 9 == 0) * 2.0 + columns["number.1"] * columns["number.2"]
    found = (chance.random(NUMBER) < 1 / (1 + np.exp(-odds))).astype(np.float64)
    revenue = np.where(found == 1, np.exp(6 + columns["number.3"]), 0.0)
    return table_of_columns(columns, np.arange(NUMBER) / 100, found, columns["importer.id"], revenue=revenue)


def _catalogue() -> Catalogue:
    names = [(f"number.{place}", "number") for place in range(NUMBERS)] + [(name, "text") for name in TEXTS]
    return Catalogue([RiskField(name, kind, "item", "declared", Text(en=name, vi=name)) for name, kind in names])  # type: ignore[arg-type]


def _rows(table: TrainingTable) -> list[Row]:
    texts = [[column.values[code] for code in column.codes[:SCORED]] for column in table.texts.values()]
    return [(*numbers, *words) for numbers, words in zip(table.numbers[:SCORED].tolist(), zip(*texts, strict=True), strict=True)]


def _booster_alone(model: Model, table: TrainingTable) -> float:
    booster, inputs = boost.booster_of(model.finding), encoded(model, table.chosen(np.arange(SCORED)))
    return _median(lambda row: booster.predict(row, num_threads=1), [inputs[place : place + 1] for place in range(SCORED)])


def _bare(model: Model, table: TrainingTable) -> float:
    inputs, settings = encoded(model, table), model.head.settings
    start = time.perf_counter()
    boost.fit(boost.Part(settings.parameters("binary"), settings.rounds, inputs, table.found, np.ones(NUMBER)))
    return NUMBER / (time.perf_counter() - start)


def _median(work: Callable[[Any], object], things: Sequence[Any]) -> float:
    """Return the median of microseconds a thing takes."""
    spent = []
    for thing in things:
        start = time.perf_counter_ns()
        work(thing)
        spent.append(time.perf_counter_ns() - start)
    return float(np.median(spent)) / 1000
