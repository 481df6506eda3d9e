"""Our own message of a device: one JSON object, for seals and trackers built to it. Where a dialect is missing, a gateway writes this.

>>> read_message(b'{"v": 1, "device": "S-7", "sequence": 9, "at": "2026-11-23T08:15:30Z", "seal": "open", "signs": ["opened"]}')[0].signs
('opened',)
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import msgspec

from clearlane.model.reading import Position, Reading, SealState, Sign
from clearlane.transit.dialects.trouble import unreadable

_Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
_Number = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9._-]+$")]


class _Message(msgspec.Struct, forbid_unknown_fields=True):
    v: Annotated[int, msgspec.Meta(ge=1, le=1)]
    device: _Number
    sequence: Annotated[int, msgspec.Meta(ge=0)]
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    position: tuple[Annotated[float, msgspec.Meta(ge=-90, le=90)], Annotated[float, msgspec.Meta(ge=-180, le=180)]] | None = None
    fixed: bool = False
    seal: SealState = ""
    signs: tuple[Sign, ...] = ()
    speed: Annotated[float, msgspec.Meta(ge=0, le=1_000)] | None = None
    course: Annotated[float, msgspec.Meta(ge=0, le=360)] | None = None
    battery: _Percent | None = None
    volts: float | None = None
    temperature: Annotated[float, msgspec.Meta(ge=-273.15, le=1_000)] | None = None
    humidity: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    card: Annotated[str, msgspec.Meta(max_length=64)] = ""


_decoder = msgspec.json.Decoder(_Message)


def read_message(message: bytes) -> tuple[Reading, ...]:
    """Read one message.

    Args:
      message: The object, in UTF-8.

    Returns:
      Its reading.

    Raises:
      Unreadable: It is no such object, says something that is not known, or something that cannot be.
    """
    try:
        said = _decoder.decode(message)
        at = said.at.astimezone(UTC)
    except (msgspec.DecodeError, UnicodeDecodeError, OverflowError):
        raise unreadable("clearlane") from None
    return (
        Reading(
            said.device,
            at,
            said.sequence,
            position=None if said.position is None else Position(*said.position),
            fixed=said.fixed and said.position is not None,
            seal=said.seal,
            signs=tuple(dict.fromkeys(said.signs)),
            speed=said.speed,
            course=said.course,
            battery=said.battery,
            volts=said.volts,
            temperature=said.temperature,
            humidity=said.humidity,
            card=said.card,
        ),
    )
