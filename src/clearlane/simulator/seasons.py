"""When trade moves: month, day of the week, hour of the day."""

from __future__ import annotations

from datetime import datetime, timedelta

from clearlane.simulator.chance import Chance

MONTHS: dict[str, tuple[int, ...]] = {
    "flat": (960, 930, 1020, 1000, 1000, 1000, 990, 980, 1010, 1040, 1060, 1010),
    "spring": (800, 1100, 1500, 1600, 1300, 900, 750, 700, 800, 850, 850, 850),
    "summer": (600, 700, 900, 1200, 1500, 1700, 1600, 1300, 900, 600, 500, 500),
    "harvest": (700, 700, 700, 700, 700, 800, 1200, 1600, 1700, 1400, 1000, 800),
    "winter": (1400, 1200, 900, 700, 600, 500, 600, 800, 1100, 1400, 1500, 1300),
    "holiday": (600, 600, 700, 750, 800, 850, 950, 1200, 1500, 1700, 1500, 850),
}
"""How much of a product moves in each month, in thousandths of its yearly mean."""
MONTH_PEAK = 1700
_WEEKDAYS = (1150, 1200, 1200, 1200, 1150, 650, 450)
_HOURS = (
    *(250, 200, 180, 180, 220, 350, 650, 1150, 1800, 2200, 2200, 2000),
    *(1500, 1800, 2100, 2000, 1800, 1400, 900, 650, 500, 400, 320, 280),
)


def pace(at: datetime) -> int:
    """Return how lively the border is at this hour, in millionths of its mean."""
    return _HOURS[at.hour] * _WEEKDAYS[at.weekday()] * MONTHS["flat"][at.month - 1] // 1000


def next_arrival(chance: Chance, at: datetime, per_day: int) -> datetime:
    """Return when the next declaration comes after a moment, to the second below.

    The arrivals are a Poisson process whose rate changes by the hour.

    Args:
      chance: The stream to draw from.
      at: The moment.
      per_day: Declarations on a mean day.
    """
    while True:
        wait = chance.wait(86_400 * 1_000_000 // per_day) * 1_000_000 // pace(at)
        hour = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        come = at + timedelta(microseconds=wait)
        if come < hour:
            return come
        at = hour
