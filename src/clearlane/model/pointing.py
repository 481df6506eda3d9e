"""Pointing at a place: from a path in plain element names to the same place in WCO ids."""

from __future__ import annotations

import re
from functools import lru_cache

from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding, Pointer, Severity, Step
from clearlane.model.group import Group
from clearlane.model.structure import place_named
from clearlane.model.text import Text

PART = re.compile(r"(\w+)(?:\[(\d+)\])?")
"""One part of a path: an element's name, and which occurrence of it, counted from 1."""


def point(path: str) -> Pointer:
    """Return the place a path below ``/Declaration`` names; an attribute of the declaration's classes, or a class.

    Raises:
      LookupError: The WCO Data Model has no such place.

    >>> str(point("GoodsShipment/GovernmentAgencyGoodsItem[2]/Origin[1]/CountryCode"))
    '42A > 67A > 68A[2] > 92A[1] / 063'
    """
    steps, tag = [Step("42A")], ""
    group: type[Group] | None = Declaration
    for part in path.split("/") if path else ():
        found = PART.fullmatch(part)
        place = place_named(group, found[1]) if found and group is not None else None
        if found is None or place is None:
            raise LookupError(f"The WCO Data Model has no place {path!r}: {part!r} is not known there.")
        group = place.group
        if group is None:
            tag = place.wco
        else:
            steps.append(Step(place.wco, int(found[2] or 0)))
    return Pointer(tuple(steps), tag)


@lru_cache(maxsize=4096)
def nearest(path: str) -> Pointer:
    """Return a path in WCO ids; for an element the model does not know, the class it stands in."""
    while True:
        try:
            return point(path)
        except LookupError:
            path = path.rpartition("/")[0]


def finding_at(rule: str, path: str, message: Text, remedy: Text, severity: Severity = "blocking") -> Finding:
    """Return a finding about a place, named by its path below ``/Declaration``, occurrences counted from 1."""
    return Finding(rule, severity, point(path), f"/Declaration/{path}" if path else "/Declaration", message, remedy)
