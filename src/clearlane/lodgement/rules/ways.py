"""Paths of a profile's rules, compiled: what stands at the end of one, and where to put what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

import msgspec

from clearlane.model.group import Group
from clearlane.model.structure import Place, place_named

Test = Callable[[Any], bool]


class Way(msgspec.Struct, frozen=True):
    """A path, compiled as far as the first class on it that can be repeated.

    Attributes:
      names: The names so far, joined; empty where the class itself is meant.
      reader: Fetches what stands there; fails with AttributeError where the way ends early.
      below: The way on from each occurrence of a class that can be repeated; None where there is none.
      last: The class at the end of the whole way, or the class that holds the attribute there.
    """

    names: str
    reader: Callable[[Any], Any]
    below: Way | None
    last: type[Group]

    def each(self, group: Group) -> Iterator[tuple[str, Any]]:
        """Return every class or value at the end of the way, with its path."""
        try:
            found = self.reader(group)
        except AttributeError:
            return
        if self.below is None:
            if found is not None:
                yield self.names, found
            return
        for count, one in enumerate(found, 1):
            for path, value in self.below.each(one):
                here = f"{self.names}[{count}]"
                yield f"{here}/{path}" if path else here, value

    def first(self) -> str:
        """The path with ``[1]`` for each class that can be repeated: where to put what is missing."""
        if self.below is None:
            return self.names
        rest = self.below.first()
        return f"{self.names}[1]/{rest}" if rest else f"{self.names}[1]"

    def any(self) -> Test:
        """Return a test whether anything stands at the end of the way."""
        reader, below = self.reader, self.below.any() if self.below else None

        def present(group: Any) -> bool:
            try:
                found = reader(group)
            except AttributeError:
                return False
            return bool(found) if below is None else any(map(below, found))

        return present

    def all(self, holds: Test) -> Test:
        """Return a test whether everything at the end of the way holds."""
        if not self.names:
            return holds
        reader, below = self.reader, self.below.all(holds) if self.below else None

        def hold(group: Any) -> bool:
            try:
                found = reader(group)
            except AttributeError:
                return True
            if below is None:
                return found is None or holds(found)
            return all(map(below, found))

        return hold


def compile_way(path: str, group: type[Group]) -> Way:
    """Return a path compiled for a class.

    Raises:
      LookupError: The WCO Data Model has no such place.
    """
    fields: list[str] = []
    parts = path.split("/") if path else []
    for number, name in enumerate(parts, 1):
        place = required_place(name, group)
        fields.append(place.field)
        if place.group is None:
            fields += ["value"] if place.shape != "text" else []
            break
        group = place.group
        if place.shape == "groups":
            below = compile_way("/".join(parts[number:]), group)
            return Way("/".join(parts[:number]), attrgetter(".".join(fields)), below, below.last)
    return Way(path, attrgetter(".".join(fields)) if fields else _itself, None, group)


def required_place(name: str, group: type[Group]) -> Place:
    """Return what a class holds under a name.

    Raises:
      LookupError: It holds nothing of that name.
    """
    place = place_named(group, name)
    if place is None:
        raise LookupError(f"The WCO Data Model has no {name!r} in {group.__name__}.")
    return place


def _itself(group: Group) -> Group:
    return group
