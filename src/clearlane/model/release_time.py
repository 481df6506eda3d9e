"""How long goods took from arrival to release, and who was waited for: the nouns of a time release study (WCO Time Release Study Guide)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.text import Text

Stage = Literal["acceptance", "documents", "check-documents", "check-goods", "payment", "decision"]
Holder = Literal["customs", "trader"]
STAGES: dict[Stage, tuple[Holder, Text]] = {
    "acceptance": ("customs", Text(en="Arrival to acceptance", vi="Từ khi hàng đến đến khi chấp nhận")),
    "documents": ("trader", Text(en="Trader supplies documents or an answer", vi="Người khai bổ sung hồ sơ, trả lời")),
    "check-documents": ("customs", Text(en="Check of documents", vi="Kiểm tra hồ sơ")),
    "check-goods": ("customs", Text(en="Examination of goods", vi="Kiểm tra thực tế hàng hóa")),
    "payment": ("trader", Text(en="Payment", vi="Nộp thuế")),
    "decision": ("customs", Text(en="Waiting for a decision", vi="Chờ quyết định")),
}
"""The stretches between arrival and release: who is waited for in each, and what it is called."""
HOLDERS: dict[Holder, Text] = {"customs": Text(en="Customs", vi="Hải quan"), "trader": Text(en="Trader", vi="Người khai")}


class Journey(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One declaration's way from arrival to release.

    Attributes:
      number: Its number.
      lane: The lane in which it was released.
      office: The customs office; empty where it is not known.
      direction: ``import`` or ``export``; empty where it is not known.
      lodged: When it was lodged.
      arrived: When its goods were there, and declared: before that nobody waits for them.
      released: When they were released.
      spans: How long each stage took; together they are the time from arrival to release.
      left: When they passed the gate; None while they did not.
      agencies: Which other agencies had a say, in English, by the permits it draws from.
    """

    number: str
    lane: Lane | None
    office: str
    direction: str
    lodged: datetime
    arrived: datetime
    released: datetime
    spans: dict[Stage, timedelta]
    left: datetime | None = None
    agencies: tuple[str, ...] = ()

    @property
    def whole(self) -> timedelta:
        """From arrival to release."""
        return self.released - self.arrived


class Spread(msgspec.Struct, frozen=True, gc=False):
    """Times of many: nearest-rank percentiles, so that each is a time that some declaration really took.

    Attributes:
      count: How many.
      median: Half took no longer.
      ninth: Nine in ten took no longer.
      mean: The mean.
      most: The longest.
    """

    count: int
    median: timedelta
    ninth: timedelta
    mean: timedelta
    most: timedelta


class ReleaseStudy(msgspec.Struct, frozen=True, gc=False):
    """A time release study.

    Attributes:
      since: First moment of release.
      until: Last.
      whole: Arrival to release, of all; None where nothing was released.
      stages: Each stage, of those declarations that passed through it.
      shares: Which share of all the time each stage took, 0 to 1.
      holders: Which share of all the time each was waited for.
      groups: Arrival to release by lane, office, direction and agency: name of the grouping, then of the group. One in which two agencies
        had a say counts at both; ``agency`` is left out where none had any, and its group without a name is customs alone.
      within: How many were released within each bound of hours, cumulated.
      early: How many were lodged before their goods arrived.
    """

    since: datetime
    until: datetime
    whole: Spread | None
    stages: dict[Stage, Spread]
    shares: dict[Stage, float]
    holders: dict[Holder, float]
    groups: dict[str, dict[str, Spread]]
    within: tuple[tuple[float, int], ...]
    early: int
