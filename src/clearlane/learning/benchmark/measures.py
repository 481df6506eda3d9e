"""How well inspections were chosen: hits, what was found of all that was wrong, of the revenue, of the ring, and of each kind."""

from __future__ import annotations

import msgspec
import numpy as np
import numpy.typing as npt

from clearlane.learning.benchmark.table import HONEST, Floats, Season

Mask = npt.NDArray[np.bool_]


class Measures(msgspec.Struct, frozen=True, kw_only=True):
    """Measures of one evaluation; all shares are 0 to 1.

    Attributes:
      precision: Share of the inspected declarations that were wrong.
      recall: Share of the wrong declarations that were inspected.
      revenue: Share of the lost revenue that they held.
      ring: Share of the ring's wrong declarations that were inspected; 0 where there is none of them.
      ring_size: How many wrong declarations of the ring there were; with 0 of them ``ring`` says nothing.
      auc: Chance that a wrong declaration ranks before a right one, over all that were ranked.
      kinds: Share of the wrong declarations of each kind that were inspected.
    """

    precision: float
    recall: float
    revenue: float
    ring: float
    auc: float
    ring_size: int
    kinds: dict[str, float]


def measured(season: Season, within: Mask, chosen: Mask, auc: float) -> Measures:
    """Return the measures.

    Args:
      season: The declarations with what is really so.
      within: Which of them count.
      chosen: Which of all were inspected.
      auc: As in ``Measures``.
    """
    wrong, found = season.illicit * within, season.illicit * (within & chosen)
    kinds = [str(kind) for kind in np.unique(season.ftype[wrong > 0]) if kind != HONEST]
    return Measures(
        precision=_share(found, (within & chosen).astype(np.float64)),
        recall=_share(found, wrong),
        revenue=_share(found * season.revenue, wrong * season.revenue),
        ring=_share(found * season.ring, wrong * season.ring),
        ring_size=int((wrong * season.ring).sum()),
        auc=auc,
        kinds={kind: _share(found * (season.ftype == kind), wrong * (season.ftype == kind)) for kind in kinds},
    )


def _share(part: Floats, whole: Floats) -> float:
    total = float(whole.sum())
    return float(part.sum()) / total if total > 0 else 0.0


def ranked_before(score: Floats, wrong: Floats) -> float:
    """Return the chance that a wrong declaration has a higher score than a right one; equal scores count half.

    >>> ranked_before(np.array([3.0, 2.0, 1.0]), np.array([1.0, 0.0, 0.0]))
    1.0
    """
    _, place, count = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    many, few = float(wrong.sum()), float(len(wrong) - wrong.sum())
    if not many or not few:
        return 0.5
    return float((rank[wrong > 0].sum() - many * (many + 1) / 2) / (many * few))


def within_weeks(score: Floats, weeks: list[npt.NDArray[np.int64]], budget: float) -> Mask:
    """Return which declarations the budget reaches, week by week, the highest scores first.

    Args:
      score: The score of each declaration.
      weeks: The places of each week's declarations.
      budget: The share of each week that can be inspected.
    """
    chosen = np.zeros(len(score), np.bool_)
    for rows in weeks:
        chosen[rows[np.argsort(-score[rows], kind="stable")[: round(budget * len(rows))]]] = True
    return chosen
