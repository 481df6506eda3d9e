"""Score goods with a model: one row in microseconds, or a table; the two agree to the last bit."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import cached_property
from math import exp, nan
from operator import itemgetter
from struct import Struct
from threading import Lock
from typing import Any, NamedTuple

import msgspec
import numpy as np

from clearlane.learning import boost
from clearlane.learning.boost import Together
from clearlane.learning.encode import SEPARATOR, ordered
from clearlane.learning.model_file import Model
from clearlane.learning.single_row import SingleRow
from clearlane.learning.table import Floats, TrainingTable
from clearlane.model.inspection import Category
from clearlane.model.refusals import Conflict
from clearlane.model.risk_field import Catalogue, Row, Value
from clearlane.model.risk_model import Contribution
from clearlane.model.text import Text

HIGHEST_LOG = 60.0


class Said(msgspec.Struct, frozen=True, gc=False):
    """What a model says of one goods item.

    Attributes:
      probability: Calibrated probability of a finding, 0 to 1.
      revenue: Revenue expected to be at stake if there is one, in the profile's currency.
    """

    probability: float
    revenue: float


class Scores(NamedTuple):
    """What a model says of many."""

    probability: Floats
    revenue: Floats


class Scorer:
    """A model made ready for rows of a catalogue.

    Args:
      model: The model.
      catalogue: The fields of the rows.

    Raises:
      Conflict: The model looks at a field that the catalogue has not, or has of another kind. Field: ``field``.
    """

    def __init__(self, model: Model, catalogue: Catalogue) -> None:
        refuse_unknown(model, catalogue)
        self.model = model
        self._places = [catalogue.place(name) for name in model.head.numbers]
        self._keys = [
            (tuple((catalogue.place(field), length or None) for field, length in one.key.parts), one.known) for one in model.encoder.tables
        ]
        self._unseen = (model.encoder.prior, 0.0)
        self._numbers = itemgetter(*self._places) if len(self._places) > 1 else None
        self._values = (ctypes.c_double * len(model.inputs))()
        self._pack = Struct(f"{len(model.inputs)}d").pack_into
        self._finding = SingleRow(model.finding, self._values)
        self._revenue = SingleRow(model.revenue, self._values) if model.revenue else None
        self._lock = Lock()

    @cached_property
    def _category(self) -> Any:
        return boost.booster_of(self.model.category)

    def score(self, row: Row) -> Said:
        """Return what the model says of one goods item; several threads may ask."""
        inputs = self.inputs(row)
        head = self.model.head
        with self._lock:
            self._pack(self._values, 0, *inputs)
            raw = self._finding.raw()
            log = self._revenue.raw() if self._revenue else head.usual_revenue
        return Said(head.calibration.probability(raw), _amount(log, head.smear))

    def inputs(self, row: Row) -> list[float]:
        """Return the inputs of the trees for a row; NaN where something is missing."""
        numbers = self._numbers(row) if self._numbers else [row[place] for place in self._places]
        inputs: list[float] = [nan if value is None else value for value in numbers]  # type: ignore[misc]
        for parts, known in self._keys:
            inputs += self._looked_up(row, parts, known)
        return inputs

    def _looked_up(self, row: Row, parts: tuple[tuple[int, int | None], ...], known: dict[str, tuple[float, float]]) -> tuple[float, float]:
        if len(parts) == 1:
            ((place, length),) = parts
            text: Value = row[place]
            return (nan, nan) if text is None else known.get(text[:length], self._unseen)  # type: ignore[index]
        texts = [row[place] for place, _ in parts]
        if None in texts:
            return nan, nan
        joined = SEPARATOR.join(text[:length] for text, (_, length) in zip(texts, parts, strict=True))  # type: ignore[index]
        return known.get(joined, self._unseen)

    def contributions(self, row: Row, most: int = 5) -> tuple[Contribution, ...]:
        """Return what moved the log-odds of a finding most, either way, by field; some milliseconds, so for selected goods only.

        What several fields did together is shared among them in equal parts.
        """
        rows = np.array([self.inputs(row)])
        parts = self._finding.booster.predict(rows, pred_contrib=True, num_threads=1)[0]
        added: dict[str, float] = {}
        for fields, part in zip(self.model.inputs, parts[:-1].tolist(), strict=True):
            for field in fields:
                added[field] = added.get(field, 0.0) + part / len(fields)
        places = dict(zip(self.model.head.numbers, self._places, strict=True)) | self._text_places()
        strongest = sorted(added, key=lambda field: (-abs(added[field]), field))[:most]
        return tuple(Contribution(field, row[places[field]], added[field]) for field in strongest if added[field])

    def _text_places(self) -> dict[str, int]:
        keys = zip(self.model.encoder.tables, self._keys, strict=True)
        return {field: place for one, (parts, _) in keys for field, (place, _) in zip(one.key.fields, parts, strict=True)}

    def categories(self, row: Row) -> dict[Category, float]:
        """Return what would be wrong, if something is: the share of each category. They are kept apart from the probability."""
        names = [name for name, _ in self.model.head.categories]
        if not self.model.category:
            return dict(self.model.head.categories)
        shares = self._category.predict(np.array([self.inputs(row)]), num_threads=1)[0]
        return dict(zip(names, (float(share) for share in shares), strict=True))


def refuse_unknown(model: Model, catalogue: Catalogue) -> None:
    """Raise ``Conflict`` where a model looks at what the catalogue has not."""
    for name in model.fields:
        if name not in catalogue or (catalogue[name].kind == "text") != (name in model.head.texts):
            raise Conflict(
                Text(
                    en=f"The model looks at the field {name}, which is not in the catalogue of this version, or is of another kind.",
                    vi=f"Mô hình sử dụng trường {name}, không có trong danh mục của phiên bản này hoặc thuộc loại khác.",
                ),
                field=name,
            )


def encoded(model: Model, table: TrainingTable) -> Floats:
    """Return the inputs of the trees for each row of a table."""
    return np.hstack([_numbers(model, table), model.encoder.encoded(table)])


def score_table(model: Model, table: TrainingTable, threads: int = 1) -> Scores:
    """Return what a model says of every row, to the last bit as one at a time."""
    return _scores(model, encoded(model, table), threads)


def score_as_known(model: Model, table: TrainingTable, threads: int = 1) -> Scores:
    """Return what a model says of every row with what was known just before it, as if it were refreshed before each.

    Args:
      model: The model.
      table: All goods with their results, the earlier ones too: they are what was known.
      threads: How many threads.
    """
    keys = [one.key for one in model.encoder.tables]
    rows = np.hstack([_numbers(model, table), ordered(table, keys, model.head.settings.strength)])
    return _scores(model, rows, threads)


def _numbers(model: Model, table: TrainingTable) -> Floats:
    places = {name: place for place, name in enumerate(table.names)}
    return table.numbers[:, [places[name] for name in model.head.numbers]]


def _scores(model: Model, rows: Floats, threads: int) -> Scores:
    head = model.head
    raw = boost.raw_scores(model.finding, rows, threads)
    logs = boost.raw_scores(model.revenue, rows, threads).tolist() if model.revenue else [head.usual_revenue] * len(rows)
    return Scores(head.calibration.probabilities(raw), np.array([_amount(log, head.smear) for log in logs]))


def score_together(model: Model, table: TrainingTable, together: Together, parts: int = 0) -> Scores:
    """Return the same scores, made by many processes, each on a part of the rows."""
    content = model.dump()
    shares = np.array_split(np.arange(len(table)), parts or together.size)
    found: Sequence[Scores] = together.map(_score_share, [(content, table.chosen(share)) for share in shares])
    return Scores(np.concatenate([one.probability for one in found]), np.concatenate([one.revenue for one in found]))


def _score_share(share: tuple[bytes, TrainingTable]) -> Scores:
    content, table = share
    return score_table(Model.load(content), table)


def _amount(log: float, smear: float) -> float:
    return exp(min(log, HIGHEST_LOG)) * smear
