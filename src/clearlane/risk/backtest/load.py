"""What profiles together would ask of each office, beside what its officers can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from clearlane.risk.backtest.columns import Hits, Outcomes
from clearlane.risk.estimate.figures import Floats


class OfficeLoad(msgspec.Struct, frozen=True):
    """Inspections a day at one office.

    Attributes:
      office: The office.
      mean: The mean.
      p95: What 95 of 100 days stay at or below.
      capacity: What its officers can do in a day; None where it is not said.
      over: On how many days it would be too much; None where the capacity is not said.
      days: How many days.
    """

    office: str
    mean: float
    p95: float
    capacity: int | None
    over: int | None
    days: int


def loads(hits: Sequence[Hits], outcomes: Outcomes, capacities: Mapping[str, int]) -> tuple[OfficeLoad, ...]:
    """Return what the profiles together would ask of each office; a row that several hit is inspected once, at most likely so."""
    missed = np.ones(len(outcomes))
    for one in hits:
        if one.inspects:
            missed[one.rows] *= 1.0 - one.share
    days, offices = outcomes.days, len(outcomes.offices)
    if not days:
        return ()
    place = (outcomes.day - outcomes.first).astype(np.int64) * offices + outcomes.office
    counts: Floats = np.bincount(place, weights=1.0 - missed, minlength=days * offices).astype(np.float64).reshape(days, offices)
    return tuple(_load(name, counts[:, at], capacities.get(name)) for at, name in enumerate(outcomes.offices))


def _load(office: str, counts: Floats, capacity: int | None) -> OfficeLoad:
    over = None if capacity is None else int((counts > capacity + 1e-9).sum())
    return OfficeLoad(office, float(counts.mean()), float(np.percentile(counts, 95)), capacity, over, len(counts))
