"""Hits a day: what a profile's author may forecast, and when the circuit breaker stops it."""

from __future__ import annotations

import msgspec
import numpy as np

from clearlane.risk.backtest.columns import Outcomes, Places


class Daily(msgspec.Struct, frozen=True):
    """Hits a day, days without any among them.

    Attributes:
      mean: The mean.
      spread: The standard deviation.
      p95: What 95 of 100 days stay at or below.
      most: The most in one day.
      days: How many days.
    """

    mean: float
    spread: float
    p95: float
    most: int
    days: int


def daily(rows: Places, outcomes: Outcomes) -> Daily:
    """Return how the hits of a profile spread over the days."""
    if not outcomes.days:
        return Daily(0.0, 0.0, 0.0, 0, 0)
    counts = np.bincount(outcomes.day[rows] - outcomes.first, minlength=outcomes.days)
    return Daily(float(counts.mean()), float(counts.std()), float(np.percentile(counts, 95)), int(counts.max()), outcomes.days)


def weekly(rows: Places, outcomes: Outcomes) -> tuple[int, ...]:
    """Return the hits of a profile week after week, from the first day of the trade looked at."""
    weeks = -(-outcomes.days // 7)
    return tuple(np.bincount((outcomes.day[rows] - outcomes.first) // 7, minlength=weeks).tolist()) if weeks else ()


def forecast(of: Daily) -> float:
    """Return how many hits a day to expect: the mean, or the 95th percentile's third where some days are far above the mean.

    The breaker stops at a multiple of it, so a profile that is lumpy by nature is not stopped on an ordinary busy day.
    """
    return max(of.mean, of.p95 / 3.0)


def stopped(observed: int, expected: float, times: float, least: int = 10) -> bool:
    """Return whether the hits of a day stop a profile: more than so many times the forecast, and more than a handful.

    Args:
      observed: Hits of the day so far.
      expected: The forecast, hits a day.
      times: How many times the forecast are too many.
      least: So many hits never stop one, however few were forecast.

    >>> stopped(31, 10.0, 3.0), stopped(30, 10.0, 3.0), stopped(9, 0.1, 3.0)
    (True, False, False)
    """
    return observed > max(times * expected, float(least))
