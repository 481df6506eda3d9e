"""How well a method chose inspections in a season's later weeks: together, and of each kind."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import numpy as np

from clearlane.learning.benchmark.measures import Measures, ranked_before, within_weeks
from clearlane.learning.table import Floats, Mask
from clearlane.office.risk_goods import Places
from clearlane.office.season_goods import TradeSeason


class OfKind(msgspec.Struct, frozen=True):
    """What was found of one kind.

    Attributes:
      declarations: How many declarations had it in the weeks measured.
      found: The share of them that was inspected.
      lost: Duty and tax lost with it, in the law's currency; that of a goods item with several kinds shared among them.
      revenue: The share of it that was inspected.
    """

    declarations: int
    found: float
    lost: float
    revenue: float


class SeasonMeasures(msgspec.Struct, frozen=True):
    """How one method did.

    Attributes:
      measures: As for any file; there is no ring.
      kinds: By kind.
    """

    measures: Measures
    kinds: dict[str, OfKind]


@dataclass(frozen=True)
class Tested:
    """The weeks measured.

    Attributes:
      held: The season.
      first: The first week measured.
      budget: The share inspected.
    """

    held: TradeSeason
    first: int
    budget: float

    def measured(self, score: Floats) -> SeasonMeasures:
        """Return how a score does."""
        within, weeks = self._weeks()
        chosen = within_weeks(score, weeks, self.budget)
        wrong, lost = self._wrong(), np.bincount(self.held.goods.of, self.held.became.revenue, len(score))
        kinds = self._kinds(within, chosen)
        return SeasonMeasures(
            Measures(
                precision=_share(wrong[chosen].sum(), chosen.sum()),
                recall=_share(wrong[chosen].sum(), wrong[within].sum()),
                revenue=_share(lost[chosen].sum(), lost[within].sum()),
                ring=0.0,
                ring_size=0,
                auc=ranked_before(score[within], wrong[within]),
                kinds={kind: one.found for kind, one in kinds.items()},
            ),
            kinds,
        )

    def _weeks(self) -> tuple[Mask, list[Places]]:
        week = np.zeros(len(self.held.goods.names), np.int64)
        week[self.held.goods.of] = self.held.weeks
        within: Mask = week >= self.first
        return within, [np.flatnonzero(week == one) for one in np.unique(week[within])]

    def _wrong(self) -> Floats:
        found = np.bincount(self.held.goods.of, self.held.became.found, len(self.held.goods.names))
        return (found > 0).astype(np.float64)

    def _kinds(self, within: Mask, chosen: Mask) -> dict[str, OfKind]:
        of, lost = self.held.goods.of, self.held.became.revenue
        every = sorted({kind for own in self.held.kinds for kind in own})
        made = {}
        for kind in every:
            share = np.array([1 / len(own) if kind in own else 0.0 for own in self.held.kinds])
            rows = np.flatnonzero((share > 0) & within[of])
            declarations, stake = np.unique(of[rows]), lost[rows] * share[rows]
            made[kind] = OfKind(
                len(declarations),
                _share(chosen[declarations].sum(), len(declarations)),
                float(stake.sum()),
                _share(stake[chosen[of[rows]]].sum(), stake.sum()),
            )
        return {kind: one for kind, one in made.items() if one.declarations}


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else 0.0
