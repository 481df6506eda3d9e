"""Messages to measure with: the open declarations where they lie beside the checkout, else simulated ones."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import count, cycle, islice
from pathlib import Path

import msgspec
from lxml import etree

from clearlane.lodgement.write import write
from clearlane.simulator import Economy

OPEN = Path(__file__).resolve().parents[2] / "shared" / "data" / "wcodm"
_REFERENCE = re.compile(rb"(<[\w:]*FunctionalReferenceID>)[^<]*(</)")


class Corpus(msgspec.Struct, frozen=True):
    """Some messages and the profile they are written for.

    Attributes:
      name: What they are.
      profile: The profile that takes them.
      originals: As published or simulated.
      stripped: Without comments and indentation.
    """

    name: str
    profile: str
    originals: list[bytes]
    stripped: list[bytes]


def corpus() -> Corpus:
    """Return the open declarations, or 500 simulated ones where they are absent."""
    paths = sorted((OPEN / "DEC").glob("*.xml"))
    if paths:
        originals = [path.read_bytes() for path in paths]
        return Corpus(f"{len(paths)} open declarations", "gb", originals, [_stripped(data) for data in originals])
    return simulated()


def simulated() -> Corpus:
    """Return 500 simulated declarations for Arcadia."""
    economy = Economy.of(7, datetime(2026, 1, 1, tzinfo=UTC))
    made = [write(one.message) for one in islice((s for s in economy.stream() if s.refers_to is None and not s.mends), 500)]
    return Corpus("500 simulated declarations", "xa", made, made)


def distinct(messages: list[bytes], number: int, *, tag: str = "B") -> list[bytes]:
    """Return so many messages, each under a reference of its own."""
    numbers = count(1)
    return [
        _REFERENCE.sub(lambda found: found[1] + f"{tag}{next(numbers)}".encode() + found[2], data, count=1)
        for data in islice(cycle(messages), number)
    ]


def _stripped(data: bytes) -> bytes:
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True, remove_comments=True))
    return etree.tostring(root, encoding="UTF-8")
