"""What a JSON message may say it holds beyond the model: only what XML could carry, and only where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from clearlane.model.group import Group, RawElement
from clearlane.model.structure import places


def unfit(group: Group, path: str) -> Iterator[str]:
    """Yield the places below a class at which ``_unplaced`` names what no XML message could hold there.

    Args:
      group: The class.
      path: Where it stands, such as ``$.Declaration``.
    """
    plain = set()
    for place in places(type(group)):
        value = getattr(group, place.field)
        if place.shape == "groups":
            for count, one in enumerate(value):
                yield from unfit(one, f"{path}.{place.name}[{count}]")
        elif value is not None and place.shape == "group":
            yield from unfit(value, f"{path}.{place.name}")
        elif value is not None:
            plain.add(place.name)
    left = group.unplaced
    if left is not None:
        yield from (f"{path}._unplaced.on.{name}" for name in left.on if name not in plain)
        named = [left.attributes, *left.on.values()]
        yield from (f"{path}._unplaced: {name}" for attributes in named for name in attributes if not _is_name(name))
        yield from (f"{path}._unplaced: {name}" for raw in left.elements for name in unfit_names(raw))


def unfit_names(raw: RawElement) -> Iterator[str]:
    """Yield the names in an element that are no XML names."""
    yield from (name for name in (raw.name, *raw.attributes) if not _is_name(name))
    for below in raw.elements:
        yield from unfit_names(below)


def _is_name(name: str) -> bool:
    try:
        found = etree.QName(name)
    except ValueError:
        return False
    return found.text == name and not found.localname.startswith("xmlns")
