"""The shape of the model as a table: what each class holds, with ids, formats and limits.

Read once from the annotations of the classes, so that there is one description only. Readers,
writers, checks and the reference pages all go by it.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from clearlane.model.group import Group, wco_name
from clearlane.model.values import Amount, DateTime, Quantity

Shape = Literal["text", "amount", "quantity", "moment", "group", "groups"]

_LEAVES: dict[type, Shape] = {Amount: "amount", Quantity: "quantity", DateTime: "moment"}


class Place(msgspec.Struct, frozen=True):
    """One attribute or class within a class.

    Attributes:
      field: Its Python name.
      name: Its WCO element name.
      wco: Its WCO id.
      form: Its WCO format; empty for classes.
      words: What it is, in an officer's words.
      shape: How its value is held.
      group: The class it holds, None for attributes.
      required: Whether it must be present.
      most: The most occurrences, 0 for no limit, 1 where it cannot be repeated.
    """

    field: str
    name: str
    wco: str
    form: str
    words: str
    shape: Shape
    group: type[Group] | None
    required: bool
    most: int


@cache
def places(group: type[Group]) -> tuple[Place, ...]:
    """Return what a class holds, in the order of the schema. Fields without a WCO id are none of its places."""
    hints = get_type_hints(group, include_extras=True)
    return tuple(_place(name, hints[name]) for name in group.__struct_fields__ if get_origin(hints[name]) is Annotated)


@cache
def _by_name(group: type[Group]) -> dict[str, Place]:
    return {place.name: place for place in places(group)}


def place_named(group: type[Group], name: str) -> Place | None:
    """Return what a class holds under an element name; None where it holds nothing of that name."""
    return _by_name(group).get(name)


def class_with(group: type[Group], wco: str) -> Place | None:
    """Return the class of a WCO id that a class holds; None where it holds none."""
    return next((place for place in places(group) if place.wco == wco and place.group is not None), None)


def attribute_with(group: type[Group], wco: str) -> Place | None:
    """Return the attribute of a WCO id that a class holds; None where it holds none."""
    return next((place for place in places(group) if place.wco == wco and place.group is None), None)


def _place(name: str, hint: Any) -> Place:
    annotated, meta = get_args(hint)[0], get_args(hint)[1]
    shape, group = _shape(annotated)
    extra = meta.extra
    most = extra["most"] if shape == "groups" else 1
    return Place(name, wco_name(name), extra["wco"], extra["form"], meta.description or "", shape, group, extra["required"], most)


def _shape(annotated: Any) -> tuple[Shape, type[Group] | None]:
    inner = get_args(annotated)[0]
    if get_origin(annotated) is tuple:
        return "groups", inner
    if isinstance(inner, type) and issubclass(inner, Group):
        return "group", inner
    return _LEAVES.get(inner, "text"), None
