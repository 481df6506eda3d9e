"""The same selection live: one declaration at its arrival, against a line that moves with the capacity left and the values seen.

The line is the value above which, going by recent declarations, as many will still arrive as places are left, after the places that
mandatory profiles, shares and the draw will need. A shift that runs out of places raises it; a quiet one lowers it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import deque
from collections.abc import Mapping, MutableMapping
from math import inf

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.risk_facts import Arm
from clearlane.model.risk_policy import SelectionPolicy
from clearlane.risk.selection.candidate import Candidate, Decision, rank_value
from clearlane.risk.selection.shares import closest, inspects, taken_by_profiles

_FILLED: tuple[Lane, ...] = ("red", "yellow", "blue")


class Shift(msgspec.Struct, frozen=True, gc=False):
    """Where a shift stands.

    Attributes:
      places: Places still free in the lane of rank.
      arrivals: Declarations still expected, this one among them; at least 1.
      reserved: Of an arrival, the chance that profiles or the draw need a place in that lane; 0 to 1.
      authorised: Of authorised operators' declarations in the shift so far, how many arrived, this one among them.
      authorised_taken: How many of them shares, rank and fill took.
      due: Of arrivals, which share each lane still needs to come to its expected rate; left out where it needs none.
    """

    places: int
    arrivals: float
    reserved: float = 0.0
    authorised: int = 0
    authorised_taken: int = 0
    due: Mapping[Lane, float] = {}

    @property
    def rate(self) -> float:
        """Return the share of arrivals that rank may take, 0 to 1."""
        free = self.places - self.reserved * self.arrivals
        return min(1.0, max(0.0, free / max(self.arrivals, 1.0))) if self.places > 0 else 0.0


class Threshold:
    """The values of recent declarations, by which the line is laid.

    Args:
      kept: How many are remembered.
    """

    def __init__(self, kept: int = 2000) -> None:
        self._kept = kept
        self._order: deque[float] = deque()
        self._sorted: list[float] = []

    def learn(self, value: float) -> None:
        """Remember one more value, and forget the oldest beyond the number kept."""
        self._order.append(value)
        insort(self._sorted, value)
        if len(self._order) > self._kept:
            del self._sorted[bisect_left(self._sorted, self._order.popleft())]

    def line(self, rate: float) -> float:
        """Return the value that such a share of recent ones reach; infinite where no place is left, and 0 where nothing was seen yet."""
        if rate <= 0:
            return inf
        if not self._sorted:
            return 0.0
        place = len(self._sorted) - round(min(rate, 1.0) * len(self._sorted))
        return self._sorted[max(place, 0)] if place < len(self._sorted) else _above(self._sorted[-1])

    def chance(self, value: float, rate: float) -> float:
        """Return how likely such a share of declarations takes one of this value: surely above the line, never below it.

        Of those on the line as many are taken as the share leaves for them, each as likely as the next; so are all while nothing was seen.
        """
        if rate <= 0:
            return 0.0
        if not self._sorted:
            return min(rate, 1.0)
        below, upto = bisect_left(self._sorted, value), bisect_right(self._sorted, value)
        left = min(rate, 1.0) * len(self._sorted) - (len(self._sorted) - upto)
        return min(1.0, max(0.0, left / (upto - below) if upto > below else float(left >= 0.5)))

    @property
    def mean(self) -> float:
        """The mean of recent values; 0 where there are none."""
        return sum(self._sorted) / len(self._sorted) if self._sorted else 0.0


def decide(
    candidate: Candidate,
    shift: Shift,
    recent: Threshold,
    policy: SelectionPolicy,
    quiet: MutableMapping[str, int],
    mean_unknown: float = 1.0,
) -> Decision:
    """Select one declaration at its arrival; it does not wait for others.

    Args:
      candidate: The declaration.
      shift: Where the shift stands.
      recent: Recent values; the caller lets it learn this one's afterwards.
      policy: The shares and caps.
      quiet: Of each profile, how many hits in a row went by; brought up to date.
      mean_unknown: The mean of how little the model knows, of recent declarations.
    """
    barred = candidate.authorised and shift.authorised_taken + 1 > policy.authorised_cap * shift.authorised
    chance = taken_by_profiles(candidate, quiet, barred)
    value = rank_value(candidate, policy)
    rank = 0.0 if barred else _rank_chance(value, candidate, shift, recent, policy, mean_unknown)
    chances = {} if barred else _fill_chances(value, shift, recent)
    filled = next((lane for lane, chance in chances.items() if candidate.tie < chance), None)
    arm, lane = _arm(candidate, (chance.arm, chance.lane), rank, filled, policy)
    base = 1.0 - (1.0 - chance.propensity) * (1.0 - (policy.random_share if inspects(policy.random_lane) else 0.0))
    sure = max(rank, *(chance for lane, chance in chances.items() if inspects(lane)), 0.0)
    propensity = 1.0 - (1.0 - base) * (1.0 - sure)
    return Decision(candidate.number, lane, arm, propensity, base, value, candidate.probability * candidate.revenue, candidate.drawn)


def _arm(
    candidate: Candidate, by_profiles: tuple[Arm, Lane], rank: float, filled: Lane | None, policy: SelectionPolicy
) -> tuple[Arm, Lane]:
    arm, lane = by_profiles
    if candidate.drawn:
        return ("random" if arm == "none" else arm), closest([lane, policy.random_lane])
    if arm == "none" and candidate.coin < rank:
        return "ranking", policy.ranking_lane
    if arm == "none" and filled:
        return "fill", filled
    return arm, lane


def _fill_chances(value: float, shift: Shift, recent: Threshold) -> dict[Lane, float]:
    """Return how likely a declaration fills a lane's expected rate or one before it, by its rank, after what rank itself takes."""
    rate, chances = shift.rate, dict[Lane, float]()
    for lane in _FILLED:
        rate += shift.due.get(lane, 0.0)
        if shift.due.get(lane, 0.0) > 0:
            chances[lane] = recent.chance(value, rate)
    return chances


def _rank_chance(
    value: float, candidate: Candidate, shift: Shift, recent: Threshold, policy: SelectionPolicy, mean_unknown: float
) -> float:
    """Return how likely rank takes it: surely above the line, and below it by the places given to exploring."""
    line = recent.line(shift.rate * (1.0 - policy.exploration))
    if value > 0 and value >= line:
        return 1.0
    explored = shift.rate * policy.exploration * candidate.unknown / mean_unknown if mean_unknown > 0 else 0.0
    return min(1.0, explored)


def _above(value: float) -> float:
    """Return a value only just above one."""
    return value + max(abs(value) * 1e-12, 1e-300)
