"""What a message says, apart from how it is written: its digest, and how two generations differ."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from clearlane.model.declaration import Declaration
from clearlane.model.facts import Difference
from clearlane.model.group import Group
from clearlane.model.structure import places

_ENCODER = msgspec.json.Encoder()
_MISSING = object()


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def content_digest(declaration: Declaration) -> str:
    """Return a digest that is the same however a declaration is spaced, commented or prefixed, in XML or JSON."""
    return digest(_ENCODER.encode(declaration))


def differences(before: Declaration, after: Declaration) -> tuple[Difference, ...]:
    """Return where two generations differ, in the order of the schema."""
    return tuple(_compare(before, after, "/Declaration"))


def values_at(declaration: Declaration) -> dict[str, str]:
    """Return every written value of a declaration by its path, for showing two generations side by side."""
    return {path: _shown(value) for path, value in _leaves(declaration, "/Declaration")}


def _compare(before: Group, after: Group, path: str) -> Iterator[Difference]:
    if before == after:
        return
    old, new = dict(_leaves(before, path)), dict(_leaves(after, path))
    for place in dict.fromkeys([*old, *new]):
        was, now = old.get(place, _MISSING), new.get(place, _MISSING)
        if was != now:
            yield Difference(place, "added" if was is _MISSING else "removed" if now is _MISSING else "changed")


def _leaves(group: Group, path: str) -> Iterator[tuple[str, object]]:
    for place in places(type(group)):
        value = getattr(group, place.field)
        if value is None:
            continue
        if place.shape == "groups":
            for count, one in enumerate(value, 1):
                yield from _leaves(one, f"{path}/{place.name}[{count}]")
        elif place.shape == "group":
            yield from _leaves(value, f"{path}/{place.name}")
        else:
            yield f"{path}/{place.name}", value
    if group.unplaced is not None:
        yield f"{path}/_unplaced", group.unplaced


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value
    fields = msgspec.structs.asdict(value) if isinstance(value, msgspec.Struct) else {}
    return " ".join(str(part) for part in fields.values() if part)
