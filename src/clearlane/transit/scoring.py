"""How much an alert deserves the watch: learnt from what became of those before it, and said in the words it was learnt in.

Each thing that can be said of an alert has been true of so many that came to something and of so many that did not; the ratio of the two
shares, with a half added to every count, speaks for or against. The logarithms add up (naive Bayes; Laplace, Jeffreys).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from clearlane.model.alert import Alert
from clearlane.model.watched import Watched
from clearlane.transit.globe import metres

NIGHT = (22, 5)
_NEAR, _CLOSE_BY = 10_000, 3_600
_TOLD_SPEAKS = 2


class Scored(NamedTuple):
    """A score from 0 to 100, which is a probability in per cent, and what speaks for it or against it, the strongest first."""

    score: int
    reasons: tuple[tuple[str, float], ...]


def features(alert: Alert, watched: Watched, others: Iterable[Alert], hour: int) -> tuple[str, ...]:
    """Return what can be said of an alert.

    Args:
      alert: The alert.
      watched: Its movement.
      others: The movement's other alerts.
      hour: The hour of the day there, 0 to 23, when it began.
    """
    said = [f"kind:{alert.kind}"]
    if hour >= NIGHT[0] or hour < NIGHT[1]:
        said.append("night")
    if alert.position is not None and watched.itinerary is not None:
        line = watched.itinerary.line
        if metres(alert.position, line[0]) < _NEAR:
            said.append("near-departure")
        elif metres(alert.position, line[-1]) < _NEAR:
            said.append("near-destination")
    close = [one for one in others if one.key != alert.key and _between(one.since, alert.since) <= _CLOSE_BY]
    said += [f"with:{kind}" for kind in sorted({one.kind for one in close})]
    return tuple(said)


def _between(one: datetime, other: datetime) -> float:
    return abs((one - other).total_seconds())


class Experience:
    """What became of alerts, counted."""

    def __init__(self) -> None:
        self._counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        self._all: Counter[bool] = Counter()

    def learn(self, said: tuple[str, ...], *, irregular: bool) -> None:
        """Count one alert and what became of it."""
        self._counts[irregular].update(said)
        self._all[irregular] += 1

    def score(self, said: tuple[str, ...]) -> Scored:
        """Return how probable it is that an alert came of something irregular. With no experience at all it is one half."""
        weight = math.log((self._all[True] + 0.5) / (self._all[False] + 0.5))
        weights = {one: self._speaks(one) for one in said if self._counts[True][one] + self._counts[False][one] >= _TOLD_SPEAKS}
        total = weight + sum(weights.values())
        reasons = sorted(weights.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
        return Scored(round(100 / (1 + math.exp(-max(-50.0, min(50.0, total))))), tuple((name, round(value, 2)) for name, value in reasons))

    def _speaks(self, one: str) -> float:
        shares = [(self._counts[irregular][one] + 0.5) / (self._all[irregular] + 1) for irregular in (True, False)]
        return math.log(shares[0] / shares[1])
