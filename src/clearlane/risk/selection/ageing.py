"""What has waited too long for its papers to be looked at goes on, and is looked at after release: from yellow to blue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.risk_facts import Arm


class Waiting(msgspec.Struct, frozen=True):
    """A declaration that waits for officers.

    Attributes:
      number: Its number.
      lane: Its lane.
      since: Since when it waits.
      arm: Why it was taken.
      drawn: Whether the random draw took it; then it does not go on by itself.
      begun: Whether an officer has begun.
    """

    number: str
    lane: Lane
    since: datetime
    arm: Arm
    drawn: bool = False
    begun: bool = False


def aged(waiting: Iterable[Waiting], now: datetime, days: int | None) -> tuple[str, ...]:
    """Return the numbers that go from yellow to blue after so many whole days; none where the policy names no days.

    Those a mandatory profile or the random draw took stay, and so does what an officer has begun.
    """
    if days is None:
        return ()
    return tuple(
        one.number
        for one in waiting
        if one.lane == "yellow" and not (one.drawn or one.begun or one.arm == "mandatory") and now - one.since >= timedelta(days=days)
    )
