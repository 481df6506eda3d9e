"""How a territory selects: the published shares, caps and shifts within which rules and scores may move a declaration."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from clearlane.model.facts import Lane


class Shift(msgspec.Struct, frozen=True):
    """A shift of officers.

    Attributes:
      name: Its name, such as ``day``.
      begins: The hour it begins, 0 to 23, in the territory's time; it lasts until the next begins.
    """

    name: str
    begins: int


class SelectionPolicy(msgspec.Struct, frozen=True):
    """The policy of selection, which a minister can sign.

    Attributes:
      random_share: The least share of declarations drawn at random, above 0 to 1.
      random_lane: The lane of those drawn.
      revenue_power: By which power expected revenue counts beside the probability of a finding when ranking; 0 ranks by probability alone.
      ranking_lane: The lane of those chosen by rank.
      expected: The share of declarations each lane should have at least, by lane; filled by rank where rules and capacity leave room.
      authorised_cap: The greatest share of an authorised operator's declarations that rank and shares may take; mandatory profiles and
        the random draw are above it.
      exploration: The share of ranked places given to what the model knows least about.
      yellow_days: After how many days of waiting yellow becomes blue; None for never.
      breaker: How many times the forecast hits of a profile stop it.
      shifts: The shifts of a day, in order.
      hide_score: Whether the officer's first view is kept free of the score.
    """

    random_share: float = 0.01
    random_lane: Lane = "red"
    revenue_power: float = 0.5
    ranking_lane: Lane = "red"
    expected: Mapping[Lane, float] = {}
    authorised_cap: float = 1.0
    exploration: float = 0.0
    yellow_days: int | None = None
    breaker: float = 3.0
    shifts: tuple[Shift, ...] = (Shift("day", 0),)
    hide_score: bool = False
