"""Shifts: in which one a moment lies, how much of it is left, and what arrived in those of the same name before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.profile import Profile
from clearlane.model.risk_policy import Shift
from clearlane.office.ports_risk import RiskReading

_WEEK = 7
Counts = Mapping[tuple[str, str], int]


class ShiftOf(msgspec.Struct, frozen=True, gc=False):
    """The shift of a moment.

    Attributes:
      name: Its name with its day, such as ``2026-11-22 day``.
      left: Which share of it is still to come, 0 to 1.
      before: The names of the shifts of the same name in the week before, the latest first.
    """

    name: str
    left: float
    before: tuple[str, ...]


def shift_of(profile: Profile, at: datetime) -> ShiftOf:
    """Return the shift in which a moment lies, by the territory's clock. A night shift bears the day on which it began."""
    return _shift(profile.time_zone, profile.selection.shifts, at)


@lru_cache(maxsize=256)
def _shift(time_zone: str, named: tuple[Shift, ...], at: datetime) -> ShiftOf:
    local = at.astimezone(ZoneInfo(time_zone))
    shifts = sorted(named, key=lambda one: one.begins)
    place = next((place for place in reversed(range(len(shifts))) if shifts[place].begins <= local.hour), -1)
    began = local.replace(hour=shifts[place].begins, minute=0, second=0, microsecond=0) - timedelta(days=place < 0)
    hours = (shifts[(place + 1) % len(shifts)].begins - shifts[place].begins) % 24 or 24
    left = 1.0 - (local - began) / timedelta(hours=hours)
    name, day = shifts[place].name, began.date()
    return ShiftOf(f"{day} {name}", min(1.0, max(0.0, left)), tuple(f"{day - timedelta(days=n)} {name}" for n in range(1, _WEEK + 1)))


class Usual(msgspec.Struct, frozen=True, gc=False):
    """What an office's shifts of one name were like in the week before.

    Attributes:
      arrivals: Declarations in a shift, on the mean of those that had any; 0 where there were none.
      reserved: The share of them for which profiles or the draw needed a place.
    """

    arrivals: float
    reserved: float


def usual(reading: RiskReading, office: str, shifts: Sequence[str], lane: Lane) -> Usual:
    """Return what shifts were like, from the selections recorded in them."""
    counted = [counts for name in shifts if (counts := reading.chosen_counts(office, name))]
    every = sum(sum(counts.values()) for counts in counted)
    if not every:
        return Usual(0.0, 0.0)
    needed = sum(taken(counts, lane, ("mandatory", "percentage", "random")) for counts in counted)
    return Usual(every / len(counted), needed / every)


def taken(counts: Counts, lane: Lane, arms: Sequence[str] = ()) -> int:
    """Return how many places of a lane are taken, by some arms only where given; what fell takes none."""
    return sum(count for (arm, own), count in counts.items() if own == lane and arm not in ("fallen", "none") and (not arms or arm in arms))
