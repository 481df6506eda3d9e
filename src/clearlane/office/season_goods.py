"""A season's goods items, what is wrong with each, and what officers who miss nothing would have found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
import numpy.typing as npt

from clearlane.learning.table import INTENSITIES, KINDS
from clearlane.office.risk_goods import MICROS_A_DAY, Goods
from clearlane.office.risk_outcomes import ItemOutcomes
from clearlane.office.traffic_truth import CATEGORY
from clearlane.risk.history.definitions import micros
from clearlane.simulator import Irregularity, Truth

BEGINS = datetime(2026, 1, 5, tzinfo=UTC)
"""The first Monday of every season."""
WEEK = timedelta(days=7)
_PHYSICAL = INTENSITIES.index("physical")


@dataclass(frozen=True)
class Wrong:
    """What is wrong with one goods item.

    Attributes:
      kinds: The kinds of irregularity, each once.
      category: Place in ``KINDS`` of what an officer would record first; -1 where nothing is wrong.
      lost: Duty and tax lost, in the law's currency.
    """

    kinds: tuple[str, ...] = ()
    category: int = -1
    lost: float = 0.0


@dataclass(frozen=True)
class TradeSeason:
    """A season.

    Attributes:
      goods: The goods items, with everything known of each when it was declared.
      became: What became of each.
      kinds: What is wrong with each, by kind.
    """

    goods: Goods
    became: ItemOutcomes
    kinds: tuple[tuple[str, ...], ...]

    @property
    def weeks(self) -> npt.NDArray[np.int64]:
        """The week of each goods item, from 0."""
        return (self.goods.at - micros(BEGINS)) // (7 * MICROS_A_DAY)


def wrongs_of(truth: Truth, lost: Mapping[int, float], items: int) -> Iterator[Wrong]:
    """Yield what is wrong with each goods item; what is wrong with the whole is wrong with each, and its loss is shared among them."""
    whole = truth.about(0)
    for item in range(1, items + 1):
        own: tuple[Irregularity, ...] = (*truth.about(item), *whole)
        if not own:
            yield Wrong()
            continue
        category = KINDS.index(CATEGORY.get(own[0].kind, "formality"))
        yield Wrong(tuple(sorted({str(one.kind) for one in own})), category, lost.get(item, 0.0) + lost.get(0, 0.0) / items)


def outcomes_of(goods: Goods, wrong: Sequence[Wrong]) -> ItemOutcomes:
    """Return what became of goods items that were all examined, each result known from the Monday after."""
    looked = np.ones(len(goods), bool)
    week = 7 * MICROS_A_DAY
    first = micros(BEGINS)
    return ItemOutcomes(
        propensity=np.ones(len(goods)),
        drawn=looked,
        inspected=looked,
        found=np.array([bool(one.kinds) for one in wrong], bool),
        revenue=np.array([one.lost for one in wrong], np.float64),
        category=np.array([one.category for one in wrong], np.int32),
        intensity=np.full(len(goods), _PHYSICAL, np.int32),
        known=(first + ((goods.at - first) // week + 1) * week) / MICROS_A_DAY,
    )
