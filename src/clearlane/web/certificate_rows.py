"""What a certificate says, as rows a person reads: each value under its name, items one after another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clearlane.web.language import Speech
from clearlane.web.words import WORDS
from clearlane.web.words_certificate_fields import FIELDS

_FIELD = "certificate.field."
ORDER = {key.removeprefix(_FIELD): place for place, key in enumerate(FIELDS)}
_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\dZ$")


def rows(document: Mapping[str, Any], say: Speech) -> list[tuple[str, str]]:
    """Return what a certificate says: names and values."""
    subject = document.get("credentialSubject")
    dated = {"since": document.get("validFrom"), "until": document.get("validUntil")}
    said = {**(subject if isinstance(subject, dict) else {}), **{name: day for name, day in dated.items() if day}}
    return [(label(way, say), value) for way, value in _flat(said, ())]


def named(ways: Iterable[str], say: Speech) -> str:
    """Return what had no room, each as a reader calls it."""
    return "; ".join(label(tuple(filter(None, re.split(r"[.\[\]]+", one))), say) for one in ways)


def label(way: tuple[str | int, ...], say: Speech) -> str:
    """Return what the way to a value is called; a name that is not known stays as it is."""
    named = [say(f"{_FIELD}{one}") if f"{_FIELD}{one}" in WORDS else str(one) for one in way]
    return " ".join(named[:2]) + "".join(f", {one}" for one in named[2:])


def _flat(value: Any, way: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        for name, one in sorted(value.items(), key=lambda pair: ORDER.get(pair[0], len(ORDER))):
            yield from _flat(one, (*way, name))
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for place, one in enumerate(value, 1):
            yield from _flat(one, (*way, place))
    elif value is not None:
        yield way, ", ".join(map(str, value)) if isinstance(value, list) else _MOMENT.sub(r"\1 \2 UTC", str(value))
