"""How well a model ranks goods that were recorded, beside what any model must beat and beside the model in force."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
import numpy as np

from clearlane.learning.card import BURDEN_BUDGET
from clearlane.learning.evaluate import BUDGETS, Comparison, burdens, calibration, chosen, compare, measured, references, sizes
from clearlane.learning.model_file import Model
from clearlane.learning.scoring import score_as_known
from clearlane.learning.table import TrainingTable
from clearlane.model.risk_model import Burden, Measured

_START = datetime(1970, 1, 1, tzinfo=UTC)


class Evaluation(msgspec.Struct, frozen=True):
    """How well a model did.

    Attributes:
      version: The model.
      days: First and last day of the goods it was tried on; None where there were none.
      rows: How many goods items.
      labelled: How many of them were inspected; only those count.
      measured: How it did at each budget.
      references: How random choice and the importer's history did on the same goods, by name.
      comparison: Beside the model in force; None where there is none, or it is this one.
      burdens: On whom it falls.
      calibration: Pairs of mean probability said and share found, by tenth.
    """

    version: str
    days: tuple[date, date] | None
    rows: int
    labelled: int
    measured: tuple[Measured, ...]
    references: dict[str, tuple[Measured, ...]]
    comparison: Comparison | None
    burdens: tuple[Burden, ...]
    calibration: tuple[tuple[float, float], ...]


def evaluated(model: Model, champion: Model | None, table: TrainingTable, since: float) -> Evaluation:
    """Return how well a model did.

    Args:
      model: The model.
      champion: The model in force; None without one.
      table: Goods, those before the period too: they are what was known.
      since: From when goods count, in days since 1970.
    """
    later = table.at >= since
    tested, said = table.chosen(later), score_as_known(model, table).probability[later]
    before = None if champion is None else score_as_known(champion, table).probability[later]
    seed, found, revenue = model.head.settings.seed, tested.found, tested.revenue
    groups = {"size": sizes(tested.importer)} | {name: tested.texts[name] for name in ("office", "origin") if name in tested.texts}
    enough = before is not None and tested.labelled.any()
    return Evaluation(
        version=model.head.version,
        days=_days(tested) if len(tested) else None,
        rows=len(tested),
        labelled=int(tested.labelled.sum()),
        measured=measured(said, found, revenue, BUDGETS),
        references={name: measured(one[later], found, revenue, BUDGETS) for name, one in references(table, None, seed).items()},
        comparison=compare(before, said, found, revenue, seed=seed) if before is not None and enough else None,
        burdens=burdens(chosen(said, BURDEN_BUDGET), found, groups) if len(tested) else (),
        calibration=calibration(said, found),
    )


def _days(table: TrainingTable) -> tuple[date, date]:
    first, last = float(np.min(table.at)), float(np.max(table.at))
    return (_START + timedelta(first)).date(), (_START + timedelta(last)).date()
