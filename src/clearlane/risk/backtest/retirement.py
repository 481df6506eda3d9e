"""Profiles that have had their time: nothing hit for long, or found less often than chance finds."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from clearlane.model.text import Text
from clearlane.risk.backtest.report import FEW


class Record(msgspec.Struct, frozen=True):
    """What a live profile has done lately.

    Attributes:
      code: Its code.
      live_days: For how many days it has been live.
      quiet_days: Days since its last hit; None where it never hit.
      inspected: Its hits inspected.
      findings: Of those, in how many something was found.
    """

    code: str
    live_days: int
    quiet_days: int | None
    inspected: int
    findings: int


def to_retire(records: Iterable[Record], by_chance: float | None, days: int = 90) -> dict[str, Text]:
    """Return the profiles proposed for retirement, with the reason; a person decides.

    Args:
      records: The live profiles.
      by_chance: The share the random draw finds wrong; None where it is not known.
      days: After how many days without a hit.
    """
    return {one.code: reason for one in records if (reason := _reason(one, by_chance, days))}


def _reason(one: Record, by_chance: float | None, days: int) -> Text | None:
    quiet = one.live_days if one.quiet_days is None else one.quiet_days
    if quiet >= days:
        return Text(en=f"It has hit nothing for {quiet} days.", vi=f"Không bắt trúng tờ khai nào trong {quiet} ngày.")
    if by_chance is None or one.inspected < FEW or one.findings >= by_chance * one.inspected:
        return None
    rate, chance = f"{one.findings / one.inspected:.1%}", f"{by_chance:.1%}"
    return Text(
        en=f"It finds something in {rate} of {one.inspected} inspections; the random draw finds it in {chance}.",
        vi=f"Phát hiện vi phạm ở {rate} trong {one.inspected} lần kiểm tra; chọn ngẫu nhiên phát hiện {chance}.",
    )
