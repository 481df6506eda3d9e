"""What became of goods items: who was inspected, how likely that was, what was found of each item, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from clearlane.learning.table import INTENSITIES, KINDS
from clearlane.model.chosen import Chosen
from clearlane.office.ports_risk import RiskReading
from clearlane.office.risk_goods import MICROS_A_DAY, Goods
from clearlane.risk.estimate.figures import Sample
from clearlane.risk.history.definitions import micros

LEAST, LEAST_INSPECTED = 1e-6, 1e-3
"""The least propensity taken of what nobody looked at, and of what was inspected all the same."""


@dataclass(frozen=True)
class ItemOutcomes:
    """What became of each of some goods items, in columns of one length.

    Attributes:
      propensity: How likely its declaration was to be inspected; NaN where that is not recorded.
      drawn: Whether the random draw took it.
      inspected: Whether officers looked at it.
      found: Whether something was found of it.
      revenue: Duty and tax found missing; what was found of the whole declaration is shared among the items looked at.
      category: Place of the first category in ``KINDS``; -1 where nothing was found.
      intensity: Place in ``INTENSITIES``; -1 where nobody looked.
      known: When the result was entered, in days since 1970; NaN where nobody looked.
    """

    propensity: npt.NDArray[np.float64]
    drawn: npt.NDArray[np.bool_]
    inspected: npt.NDArray[np.bool_]
    found: npt.NDArray[np.bool_]
    revenue: npt.NDArray[np.float64]
    category: npt.NDArray[np.int32]
    intensity: npt.NDArray[np.int32]
    known: npt.NDArray[np.float64]

    @cached_property
    def sample(self) -> Sample:
        """The same, to estimate from."""
        least = np.where(self.inspected, LEAST_INSPECTED, LEAST)
        weighed = np.clip(np.where(np.isnan(self.propensity), 1.0, self.propensity), least, 1.0)
        return Sample.of(weighed, self.inspected, self.drawn, self.found, self.revenue)

    def chosen(self, which: npt.NDArray[Any]) -> ItemOutcomes:
        """Return the outcomes of some of the goods: a mask, or places in the order wanted."""
        return ItemOutcomes(**{one.name: getattr(self, one.name)[which] for one in fields(self)})

    @classmethod
    def unknown(cls, count: int) -> ItemOutcomes:
        """Return outcomes of goods of which nothing is known."""
        nan, no, none = np.full(count, np.nan), np.zeros(count, bool), np.full(count, -1, np.int32)
        return cls(nan, no, no.copy(), no.copy(), np.zeros(count), none, none.copy(), nan.copy())


def selections(reading: RiskReading, since: datetime, until: datetime | None = None) -> Iterator[Chosen]:
    """Yield the selections from one moment to another, in their order."""
    at, after = since, ""
    while page := reading.chosen_from(at, after, 5000):
        for one in page:
            if until is not None and one.at > until:
                return
            yield one
        at, after = page[-1].at, page[-1].number


def outcomes(goods: Goods, chosen: Iterable[Chosen]) -> ItemOutcomes:
    """Return what became of each goods item."""
    place = {name: count for count, name in enumerate(goods.names)}
    known = {place[one.number]: one for one in chosen if one.number in place}
    made = ItemOutcomes.unknown(len(goods))
    counts = np.bincount(goods.of, minlength=len(goods.names))
    for row, declaration in enumerate(goods.of.tolist()):
        one = known.get(declaration)
        if one is not None:
            made.propensity[row], made.drawn[row] = one.propensity, one.drawn
            if one.intensity is not None:
                _result(made, row, int(goods.items[row]), one, int(counts[declaration]))
    return made


def _result(made: ItemOutcomes, row: int, item: int, one: Chosen, items: int) -> None:
    """Put in what an inspection found of one goods item; one that it did not look at has no result."""
    named = {result.item for result in one.results if result.item}
    if named and item not in named:
        return
    wrong = [result for result in one.results if result.item in (0, item) and not result.conform]
    among = len(named) or items
    made.inspected[row], made.found[row] = True, bool(wrong)
    made.revenue[row] = sum(float(result.revenue) / (1 if result.item else among) for result in wrong)
    category = next((result.category for result in wrong if result.category is not None), None)
    made.category[row] = -1 if category is None else KINDS.index(category)
    made.intensity[row] = INTENSITIES.index(one.intensity) if one.intensity else -1
    made.known[row] = micros(one.examined_at or one.at) / MICROS_A_DAY
