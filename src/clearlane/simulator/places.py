"""Where goods cross the border and what carries them there."""

from __future__ import annotations

from datetime import datetime

import msgspec

from clearlane.simulator.chance import Chance, Choice
from clearlane.simulator.numbers import container_number, ship_number

TOWNS = ("Aldermere", "Saltmarrow", "Brightquay", "Thornwick", "Larkfell", "Oakenholt", "Stonegate", "Millford", "Fernpass")


class Office(msgspec.Struct, frozen=True):
    """A customs office with the places where goods wait: code, name, and how many yards it has."""

    code: str
    name: str
    yards: int


OFFICES: dict[str, Choice[Office]] = {
    "sea": Choice(
        [
            Office("XAPOR001", "Port of Saltmarrow", 6),
            Office("XAPOR002", "Port of Brightquay", 3),
            Office("XAPOR004", "Thornwick Container Terminal", 4),
        ],
        [50, 20, 30],
    ),
    "air": Choice([Office("XAAIR001", "Aldermere International Airport", 4), Office("XAAIR002", "Larkfell Airport", 1)], [85, 15]),
    "road": Choice([Office("XALND001", "Stonegate Border Crossing", 2), Office("XALND002", "Fernpass Border Crossing", 1)], [70, 30]),
    "rail": Choice([Office("XALND003", "Millford Railway Border Station", 2)], [1]),
}
"""The offices by mode of transport, each with its share of the trade."""
_SHIPS = 40
_OWNERS = ("XARU", "XBLU", "QMCU", "XJTU", "QOKU")
_AIRLINES = ("XK", "QJ", "XQ")
_KIND = {"sea": "10", "rail": "20", "road": "30", "air": "40"}
"""What identifies the means of transport: ship number, wagon, plate, flight."""
DOCUMENT = {"sea": "705", "rail": "720", "road": "730", "air": "740"}
"""The transport document of each mode."""


class Voyage(msgspec.Struct, frozen=True):
    """How one consignment came.

    Attributes:
      mode: sea, rail, road or air.
      means: What identifies the means of transport.
      kind: What kind of identification that is.
      flag: Where the means of transport is registered.
      bill: Number of the transport document.
    """

    mode: str
    means: str
    kind: str
    flag: str
    bill: str


def voyage(chance: Chance, mode: str, country: str, at: datetime) -> Voyage:
    """Return the voyage of a consignment; ships and flights are shared by those who come the same week or day."""
    serial = chance.between(100_000, 999_999)
    if mode == "sea":
        turn = (at.toordinal() // 3 + ord(country[1]) * 7) % _SHIPS
        return Voyage(mode, ship_number(930_000 + turn * 613), _KIND[mode], country, f"{_OWNERS[turn % 5][:3]}B{at:%y%m}{serial}")
    if mode == "air":
        line = _AIRLINES[ord(country[1]) % 3]
        return Voyage(mode, f"{line}{100 + ord(country[1])}", _KIND[mode], country, f"{600 + ord(country[1])}-{serial:08d}")
    if mode == "rail":
        return Voyage(mode, f"W{at:%j}{serial // 1000:03d}", _KIND[mode], country, f"R{at:%y%j}{serial}")
    return Voyage(mode, f"{country}{serial // 100:04d}{'ABCDEFGHKLMN'[serial % 12]}", _KIND[mode], country, f"C{at:%y%j}{serial}")


def container(chance: Chance) -> str:
    """Return the number of a container."""
    return container_number(chance.one(_OWNERS), chance.below(1_000_000))
