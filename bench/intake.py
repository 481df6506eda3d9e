"""Intake on one core: parse, map and check, beside lxml that parses, validates and walks the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from lxml import etree

from bench.corpus import OPEN, Corpus
from bench.figure import Figure, rate
from clearlane.lodgement.check import check
from clearlane.lodgement.read import read
from clearlane.office.wiring import profile_named

TODAY: date = datetime(2026, 11, 22, tzinfo=UTC).date()


def figures(corpus: Corpus) -> Iterator[Figure]:
    """Yield messages a second for stripped and original messages."""
    profile = profile_named(corpus.profile)

    def take(data: bytes) -> None:
        message = read(data)
        check(message.declaration, profile, TODAY, repaired=message.repaired)

    walk = _reference()
    for name, messages in (("stripped", corpus.stripped), ("as published", corpus.originals)):
        yield Figure(
            f"intake of {corpus.name}, {name}: read, map, check",
            rate(take, messages),
            "messages/s/core",
            "lxml: parse, schema, walk" if (OPEN / "schemas").exists() else "lxml: parse, walk",
            rate(walk, messages),
            "3,000/s on stripped",
        )


def _reference() -> Callable[[bytes], None]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    driver = OPEN / "schemas" / "wco" / "declaration" / "_driver.xsd"
    schema = etree.XMLSchema(etree.parse(driver)) if driver.exists() else None

    def walk(element: etree._Element) -> None:
        _ = element.tag, element.text, element.attrib
        for child in element:
            walk(child)

    def take(data: bytes) -> None:
        root = etree.fromstring(data, parser)
        if schema is not None:
            schema.validate(root)
        walk(root)

    return take
