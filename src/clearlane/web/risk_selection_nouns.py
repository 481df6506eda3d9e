"""What the page of selection shows, by name: offices and shifts, lanes achieved, a proposal, and the page as a whole."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from clearlane.model.chosen import Chosen
from clearlane.model.facts import Lane
from clearlane.model.risk_facts import CapacitySet, QueueCut
from clearlane.model.text import Text
from clearlane.office.risk_nouns import InQueue, Recut


def revenue(one: Chosen) -> float:
    """Return the revenue expected of inspecting a declaration."""
    return one.probability * one.revenue


class Place(msgspec.Struct, frozen=True):
    """A customs office: its code, and its name where the law gives one."""

    code: str
    name: Text | None


class ShiftNamed(msgspec.Struct, frozen=True):
    """A shift: its name in the record, its day, and what it is called."""

    name: str
    day: date
    words: Text


class LaneShare(msgspec.Struct, frozen=True):
    """A lane of an office: how many declarations it has, which share that is, and the least the policy expects; None for nothing."""

    lane: Lane
    count: int
    share: float
    expected: float | None

    @property
    def short(self) -> bool:
        """Whether it has less than the policy expects."""
        return self.expected is not None and self.share < self.expected


class Achieved(msgspec.Struct, frozen=True):
    """An office's lanes in a period."""

    place: Place
    declarations: int
    lanes: list[LaneShare]


class Falling(msgspec.Struct, frozen=True):
    """A declaration that would fall, or wait so many shifts."""

    chosen: Chosen
    waits: int = 0


class Proposal(msgspec.Struct, frozen=True):
    """What a capacity would mean for a queue.

    Attributes:
      inspections: The capacity looked at.
      checks: Checks of documents; None where they are not bounded.
      made: What would become of the queue.
      falling: What would fall, the least valuable first.
      waiting: What would wait, in its order.
      kept: How many of the queue never fall: mandatory ones, those drawn, and those whose trader knows.
    """

    inspections: int
    checks: int | None
    made: Recut
    falling: list[Falling]
    waiting: list[Falling]
    kept: int


class Signed(msgspec.Struct, frozen=True):
    """What a manager signed: when, for which office and shift."""

    at: datetime
    place: Place
    shift: ShiftNamed
    cut: QueueCut


class SelectionView(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
      place: The office looked at.
      shift: The shift looked at.
      places: Offices to choose from.
      shifts: Shifts to choose from: now and to come, then earlier ones.
      capacity: What officers can do, as last set; None where nobody said.
      capacity_at: When that was said.
      queue: What waits, in its order.
      earlier: Earlier shifts of the office in which something still waits, with how much.
      arms: How many declarations of the office and shift each arm took.
      achieved: Each office's lanes.
      random_share: The share drawn at random: as committed, else the policy's.
      cuts: What managers signed, latest first.
    """

    place: Place
    shift: ShiftNamed
    places: list[Place]
    shifts: list[ShiftNamed]
    capacity: CapacitySet | None
    capacity_at: datetime | None
    queue: list[InQueue]
    earlier: list[tuple[ShiftNamed, int]]
    arms: dict[str, int]
    achieved: list[Achieved]
    random_share: float
    cuts: list[Signed]

    @property
    def at_stake(self) -> float:
        """The revenue expected of inspecting everything in the queue."""
        return sum(revenue(one.chosen) for one in self.queue)

    @property
    def longest(self) -> int:
        """How many shifts the last of the queue waits."""
        return max((one.waits or 0 for one in self.queue), default=0)
