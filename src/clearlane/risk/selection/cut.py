"""The cut of a batch: in the order of a customs office, under the capacity of an office and shift.

1. Mandatory profiles take each hit. 2. Profiles with a share take a keyed share. 3. The random draw takes its own, and its places are kept
free. 4. What capacity is left is given by rank of expected value, a part of it to exploring where the policy says so. 5. Lanes that are
still below their expected rate are filled by rank: red, then yellow, then blue. Authorised operators are capped in 2, 4 and 5, never in
1 and 3. What goes beyond the capacity is not dropped; it waits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor, inf

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.risk_facts import Arm
from clearlane.model.risk_policy import SelectionPolicy
from clearlane.risk.selection.candidate import Candidate, Decision, Plan, rank_value
from clearlane.risk.selection.sampling import inclusion, systematic
from clearlane.risk.selection.shares import ProfileChance, closest, inspects, taken_by_profiles

_FILLED: tuple[Lane, ...] = ("red", "yellow", "blue")


class Capacity(msgspec.Struct, frozen=True):
    """What an office's officers can do in a shift.

    Attributes:
      inspections: How many physical inspections.
      checks: How many checks of documents; None where they are not bounded.
    """

    inspections: int
    checks: int | None = None

    def of(self, lane: Lane) -> int | None:
        """Return how many a lane can take; None where it is not bounded."""
        return {"red": self.inspections, "yellow": self.checks}.get(lane)


def cut(
    candidates: Sequence[Candidate],
    capacity: Capacity,
    policy: SelectionPolicy,
    quiet: Mapping[str, int] | None = None,
    start: float = 0.0,
) -> Plan:
    """Select among the declarations of one office and shift.

    Args:
      candidates: The declarations, in the order they arrived.
      capacity: What officers can do.
      policy: The shares and caps.
      quiet: Of each profile, how many hits in a row went by before; from the last plan.
      start: A keyed chance, 0 to below 1, from which places for exploring are spread; not needed without exploring.
    """
    counts = dict(quiet or {})
    batch = _Batch(candidates, capacity, policy)
    batch.by_profiles(counts)
    batch.by_draw()
    batch.by_rank(start)
    batch.fill()
    return Plan(batch.decisions(), counts, batch.line)


class _Batch:
    """A cut under way."""

    def __init__(self, candidates: Sequence[Candidate], capacity: Capacity, policy: SelectionPolicy) -> None:
        self.candidates, self.capacity, self.policy = candidates, capacity, policy
        self.values = [rank_value(one, policy) for one in candidates]
        self.arms: list[Arm] = ["none"] * len(candidates)
        self.lanes: list[Lane] = ["green"] * len(candidates)
        self.chances: list[ProfileChance] = []
        self.ranked = [0.0] * len(candidates)
        self.line: float | None = None
        self.allowed = floor(policy.authorised_cap * sum(one.authorised for one in candidates) + 1e-9)

    def by_profiles(self, counts: dict[str, int]) -> None:
        for place, one in enumerate(self.candidates):
            chance = taken_by_profiles(one, counts, self._barred(one))
            self.chances.append(chance)
            if chance.arm != "none":
                self._take(place, chance.arm, chance.lane)

    def by_draw(self) -> None:
        for place, one in enumerate(self.candidates):
            if one.drawn and self.arms[place] == "none":
                self._take(place, "random", self.policy.random_lane)
            elif one.drawn:
                self.lanes[place] = closest([self.lanes[place], self.policy.random_lane])

    def by_rank(self, start: float) -> None:
        """Give what capacity is left: most places by rank, the policy's part to exploring among the others."""
        lane = self.policy.ranking_lane
        places = self._left(lane)
        explored = round(self.policy.exploration * places)
        best = self._take_best(places - explored, "ranking", lane)
        self.line = min((self.values[place] for place in best), default=None)
        self._mark(best)
        rest = self._open()
        weights = [self.candidates[place].unknown for place in rest]
        chances = inclusion(weights, explored)
        for spot in systematic(chances, start):
            self._take(rest[spot], "ranking", lane)
        for place, chance in zip(rest, chances, strict=True):
            self.ranked[place] = chance
        each, others = explored / sum(weights) if sum(weights) > 0 else 0.0, set(range(len(self.candidates))).difference(rest)
        for place in others:
            if self.ranked[place] == 0.0:
                self.ranked[place] = min(1.0, each * self.candidates[place].unknown)

    def _mark(self, best: set[int]) -> None:
        """Note that rank takes those it took for sure, and would have taken others of no less value that were taken already."""
        line = min((self.values[place] for place in best), default=inf)
        for place, value in enumerate(self.values):
            if place in best or (value >= line and self.arms[place] != "none"):
                self.ranked[place] = 1.0

    def fill(self) -> None:
        """Fill each lane that is below its expected rate, as far as the capacity goes."""
        for lane in _FILLED:
            wanted = floor(self.policy.expected.get(lane, 0.0) * len(self.candidates) + 1e-9)
            places = min(wanted - self.lanes.count(lane), self._left(lane))
            best = self._take_best(places, "fill", lane)
            if inspects(lane):
                self._mark(best)

    def decisions(self) -> tuple[Decision, ...]:
        waits = self._waits()
        return tuple(self._decision(place, waits[place]) for place in range(len(self.candidates)))

    def _decision(self, place: int, waits: int) -> Decision:
        one, chance = self.candidates[place], self.chances[place]
        random = self.policy.random_share if inspects(self.policy.random_lane) else 0.0
        base = 1.0 - (1.0 - chance.propensity) * (1.0 - random)
        propensity = 1.0 - (1.0 - base) * (1.0 - self.ranked[place])
        revenue = one.probability * one.revenue
        return Decision(one.number, self.lanes[place], self.arms[place], propensity, base, self.values[place], revenue, one.drawn, waits)

    def _waits(self) -> list[int]:
        """Return how many shifts each waits: the mandatory and the drawn go first, then what is worth most, then who came first."""
        waits = [0] * len(self.candidates)
        for lane in ("red", "yellow"):
            capacity = self.capacity.of(lane)
            if capacity is None:
                continue
            queue = [place for place, own in enumerate(self.lanes) if own == lane]
            queue.sort(
                key=lambda place: (not (self.arms[place] == "mandatory" or self.candidates[place].drawn), -self.values[place], place)
            )
            for turn, place in enumerate(queue):
                waits[place] = turn // capacity if capacity else turn + 1
        return waits

    def _take(self, place: int, arm: Arm, lane: Lane) -> None:
        self.arms[place], self.lanes[place] = arm, lane
        if self.candidates[place].authorised and arm not in {"mandatory", "random"}:
            self.allowed -= 1

    def _take_best(self, places: int, arm: Arm, lane: Lane) -> set[int]:
        taken: set[int] = set()
        for place in self._open():
            if len(taken) >= places:
                break
            if not self._barred(self.candidates[place]):
                self._take(place, arm, lane)
                taken.add(place)
        return taken

    def _open(self) -> list[int]:
        """Return those not taken and not barred, the most valuable first, and the first come first among equals."""
        free = [place for place, arm in enumerate(self.arms) if arm == "none" and not self._barred(self.candidates[place])]
        return sorted(free, key=lambda place: (-self.values[place], place))

    def _left(self, lane: Lane) -> int:
        capacity = self.capacity.of(lane)
        return len(self.candidates) if capacity is None else max(0, capacity - self.lanes.count(lane))

    def _barred(self, candidate: Candidate) -> bool:
        return candidate.authorised and self.allowed <= 0
