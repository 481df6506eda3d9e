"""The queue cut anew, when officers are fewer or more than was thought.

Only targeted selections of which the trader does not know yet can fall: those of fill first, then of rank, then of shares, the least
valuable first. Mandatory ones and the random draw never do; what cannot be done in the shift waits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from clearlane.model.risk_facts import Arm

_FALLS: dict[Arm, int] = {"fill": 0, "ranking": 1, "percentage": 2}


class Queued(msgspec.Struct, frozen=True):
    """A selected declaration that no officer has begun.

    Attributes:
      number: Its number.
      arm: Why it was taken.
      value: What it was ranked by.
      revenue: The revenue expected of inspecting it, in the profile's currency.
      propensity: How likely its inspection was.
      base: The same without rank and fill.
      drawn: Whether the random draw took it, whatever else did.
      notified: Whether the trader knows that his goods will be looked at.
    """

    number: str
    arm: Arm
    value: float
    revenue: float
    propensity: float
    base: float
    drawn: bool = False
    notified: bool = False

    @property
    def can_fall(self) -> bool:
        """Whether it may fall for want of officers."""
        return self.arm in _FALLS and not self.drawn and not self.notified


class Recut(msgspec.Struct, frozen=True):
    """What a new capacity means, for the manager to sign.

    Attributes:
      now: What is done in the shift, in order.
      fallen: Targeted selections that fall.
      waiting: What waits, with how many shifts.
      given_up: The revenue expected of what falls, in the profile's currency.
      propensities: Restated propensities, of what fell and of what was drawn but would have fallen by rank: those who estimate use them.
    """

    now: tuple[str, ...]
    fallen: tuple[str, ...]
    waiting: tuple[tuple[str, int], ...]
    given_up: float
    propensities: Mapping[str, float]


def recut(queue: Sequence[Queued], capacity: int) -> Recut:
    """Cut a queue to a capacity.

    Args:
      queue: The selected declarations of one office and lane, in the order of their turn.
      capacity: How many can be done in a shift, 0 or more.
    """
    excess = max(0, len(queue) - capacity)
    order = sorted((one for one in queue if one.can_fall), key=lambda one: (_FALLS[one.arm], one.value))
    fallen = order[:excess]
    gone = {one.number for one in fallen}
    left = sorted((one for one in queue if one.number not in gone), key=lambda one: not (one.notified or not one.can_fall))
    return Recut(
        now=tuple(one.number for one in left[:capacity]),
        fallen=tuple(one.number for one in fallen),
        waiting=tuple((one.number, _shifts(turn, capacity)) for turn, one in enumerate(left) if turn >= capacity),
        given_up=sum(one.revenue for one in fallen),
        propensities=_restated(queue, fallen),
    )


def _shifts(turn: int, capacity: int) -> int:
    """Return how many shifts one waits at his turn; where nothing can be done, his turn counts as if one were done a shift."""
    return turn // capacity if capacity else turn + 1


def _restated(queue: Sequence[Queued], fallen: Sequence[Queued]) -> dict[str, float]:
    """Return what falls, and what was drawn with no more value, at the chance it has without rank.

    Those that fell are not seen any more; those of their like that were drawn must speak for them.
    """
    line = max((one.value for one in fallen if one.arm == "ranking"), default=None)
    restated = {one.number: one.base for one in fallen}
    if line is not None:
        restated |= {one.number: one.base for one in queue if (one.drawn or one.arm == "random") and one.value <= line}
    return restated
