"""What was known of each declaration before its week: habits, prices, duties, company. No result of an inspection enters."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from clearlane.learning.benchmark.company import Alarm, Company
from clearlane.learning.benchmark.duties import Duties
from clearlane.learning.benchmark.habits import Habits
from clearlane.learning.benchmark.keys import Key, keys_of
from clearlane.learning.benchmark.prices import Prices
from clearlane.learning.benchmark.table import Floats, Ints, Season

Matrix = npt.NDArray[np.float32]


class Inputs(NamedTuple):
    """Inputs of a season.

    Attributes:
      names: What each column is called.
      values: One row per declaration.
      keys: The ways of grouping them.
      alarms: When firms began together, in the order of weeks.
    """

    names: tuple[str, ...]
    values: Matrix
    keys: dict[str, Key]
    alarms: tuple[Alarm, ...]

    def column(self, name: str) -> Floats:
        """Return one input; 0 where it is missing."""
        return np.nan_to_num(self.values[:, self.names.index(name)].astype(np.float64))


def inputs_of(season: Season) -> Inputs:
    """Return the inputs of a season. Those of a week depend on it and on the weeks before, and on no truth."""
    keys = keys_of(season)
    prices = Prices(season, keys)
    company = Company(season, keys)
    parts = Habits(season, keys), prices, Duties(season, keys, prices), company
    kept: list[Matrix] = []
    names: tuple[str, ...] = ()
    for week, rows in enumerate(season.by_week()):
        if not len(rows):
            continue
        said = _said(parts, week, rows)
        names = tuple(said)
        kept.append(np.stack(list(said.values()), 1).astype(np.float32))
        for part in parts:
            part.learn(week, rows)
    return Inputs(names, np.concatenate(kept), keys, tuple(company.alarms))


def _said(parts: tuple[Habits, Prices, Duties, Company], week: int, rows: Ints) -> dict[str, Floats]:
    said: dict[str, Floats] = {}
    for part in parts:
        said |= part.read(week, rows, said)
    return said
