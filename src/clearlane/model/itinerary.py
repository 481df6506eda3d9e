"""The prescribed itinerary of a transit movement: which way the goods must take, and where they may stop.

Source: UCC Implementing Act, Articles 297 and 298 (time limit, binding itinerary); Revised Kyoto Convention, Specific Annex E1.
"""

from __future__ import annotations

from datetime import timedelta

import msgspec

from clearlane.model.reading import Position


class AllowedStop(msgspec.Struct, frozen=True):
    """A place where the movement may stop.

    Attributes:
      name: What drivers call it.
      position: Where it is.
      radius: In metres.
      limit: How long it may stop there.
    """

    name: str
    position: Position
    radius: int
    limit: timedelta


class Itinerary(msgspec.Struct, frozen=True):
    """A way and how far one may stray from it.

    Attributes:
      line: Points on the way, in order; two at least.
      width: How far to either side, in metres.
      stops: Where the movement may stop.
    """

    line: tuple[Position, ...]
    width: int
    stops: tuple[AllowedStop, ...] = ()
