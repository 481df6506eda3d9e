"""How soon a new scheme is found: the share of its wrong declarations that are inspected, in spans of four weeks since it began.

The scheme of a world is its ring, which begins in the middle of the season. Its detection has recovered where as much of it is found as
was found of everything wrong before it began; the drift alarm should come first.
"""

from __future__ import annotations

import msgspec
import numpy as np

from clearlane.learning.benchmark.inputs import Inputs
from clearlane.learning.benchmark.measures import Mask
from clearlane.learning.benchmark.table import Season

SPAN = 4
_BEFORE = 8


class Recovery(msgspec.Struct, frozen=True, kw_only=True):
    """A new scheme and how soon it was found.

    Attributes:
      began: Week in which it began.
      alarm: Week of the first alarm that concerns it; None where there was none.
      before: Share found of everything wrong in the eight weeks before.
      spans: Share found of the scheme in each span of four weeks since.
      recovered: Weeks after which a span begins in which at least as much was found as before; None where there is none.
    """

    began: int
    alarm: int | None
    before: float
    spans: tuple[float, ...]
    recovered: int | None


def recovery(season: Season, inputs: Inputs, chosen: Mask) -> Recovery | None:
    """Return how soon the ring was found, or None where there is no ring.

    Args:
      season: The declarations.
      inputs: Their inputs, with the alarms.
      chosen: Which declarations were inspected.
    """
    wrong, ring = season.illicit > 0, season.ring > 0
    if not (wrong & ring).any():
        return None
    began = int(season.week[ring].min())
    last = int(season.week[ring].max())
    before = _found(chosen, wrong & (season.week >= began - _BEFORE) & (season.week < began))
    spans = tuple(
        _found(chosen, wrong & ring & (season.week >= week) & (season.week < week + SPAN)) for week in range(began, last + 1, SPAN)
    )
    alarms = [one.week for one in inputs.alarms if one.week >= began and season.ring[one.examples].mean() > 0.5]
    recovered = [place * SPAN for place, share in enumerate(spans) if share >= before]
    return Recovery(began=began, alarm=min(alarms, default=None), before=before, spans=spans, recovered=min(recovered, default=None))


def _found(chosen: Mask, which: Mask) -> float:
    return float(np.mean(chosen[which])) if which.any() else 0.0
