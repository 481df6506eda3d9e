"""What long work with models told last, and how far training is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clearlane.model.risk_model import Drift
from clearlane.office.risk_nouns import Evaluation
from clearlane.web.long_work import Report
from clearlane.web.risk_period import Period

_STAGES = {"reading": (0, 10), "calibration": (10, 30), "finding": (30, 70), "revenue": (70, 90), "category": (90, 100)}
"""From which to which hundredth each part of training goes."""


class Seen:
    """What long work told last, kept for the pages until the service is started again.

    Attributes:
      drifts: How far all moved, and when that was measured.
      compared: Models tried on a period of recorded goods, by version.
    """

    def __init__(self) -> None:
        self.drifts: tuple[datetime, tuple[Drift, ...]] | None = None
        self.compared: dict[str, tuple[Period, Evaluation]] = {}


def in_hundredths(report: Report) -> Callable[[str, int, int], None]:
    """Return what training reports to, told on in hundredths of the whole.

    >>> told = []
    >>> in_hundredths(told.append)("finding", 1, 2)
    >>> told
    [50]
    """

    def told(what: str, done: int, of: int) -> None:
        first, last = _STAGES.get(what, (0, 0))
        if last:
            report(first + (last - first) * min(done, of) // of if of and what != "reading" else first)

    return told
