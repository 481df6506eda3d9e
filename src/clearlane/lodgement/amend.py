"""Apply an amendment: what its pointers name is taken from it, all else stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from clearlane.model.declaration import Declaration
from clearlane.model.documents import Pointer
from clearlane.model.group import Group
from clearlane.model.structure import Place, attribute_with, class_with

G = TypeVar("G", bound=Group)
_DECLARATION = "42A"


class NoSuchPlace(LookupError):
    """A pointer names a place the data model or the declaration does not have.

    Attributes:
      amendment: Which amendment, counted from 1.
      pointer: The pointer in WCO ids.
    """

    def __init__(self, amendment: int, pointer: str) -> None:
        super().__init__(f"amendment {amendment} points at {pointer}")
        self.amendment = amendment
        self.pointer = pointer


def amend(declaration: Declaration, amendment: Declaration) -> Declaration:
    """Return the next generation of a declaration.

    Each amendment's pointers walk down both declarations. What the amendment holds there replaces what
    stood, or is added; where it holds nothing, what stood is removed. Items are matched by their sequence
    number, and numbered anew once one has been removed.

    Raises:
      NoSuchPlace: A pointer leads nowhere.
    """
    for count, change in enumerate(amendment.amendment, 1):
        steps = [p for p in change.pointer if p.document_section_code != _DECLARATION]
        try:
            declaration = _put(declaration, amendment, steps, _own_tag(change.pointer))
        except LookupError:
            raise NoSuchPlace(count, _written(change.pointer)) from None
    return _renumbered(declaration)


def _own_tag(pointers: Sequence[Pointer]) -> str:
    """The tag of a pointer that ends on the declaration itself."""
    last = pointers[-1] if pointers else None
    return (last.tag_id or "") if last and last.document_section_code == _DECLARATION else ""


def _put(group: G, source: Group | None, steps: Sequence[Pointer], tag: str) -> G:
    if not steps:
        return _put_attribute(group, source, tag)
    step, rest = steps[0], steps[1:]
    place = _below(type(group), step.document_section_code or "")
    here, there = getattr(group, place.field), getattr(source, place.field, None) if source else None
    if place.shape == "groups":
        return msgspec.structs.replace(group, **{place.field: _put_among(here, there or (), step, rest, place)})
    if not rest and not step.tag_id:
        return msgspec.structs.replace(group, **{place.field: there})
    new = _put(here if here is not None else _empty(place), there, rest, step.tag_id or "")
    return msgspec.structs.replace(group, **{place.field: new})


def _put_attribute(group: G, source: Group | None, tag: str) -> G:
    place = attribute_with(type(group), tag)
    if place is None:
        raise LookupError(tag)
    return msgspec.structs.replace(group, **{place.field: getattr(source, place.field, None) if source else None})


def _put_among(here: tuple[Any, ...], there: tuple[Any, ...], step: Pointer, rest: Sequence[Pointer], place: Place) -> tuple[Any, ...]:
    at, source = _find(here, step), _find(there, step, alone=True)
    if at is None and source is None:
        raise LookupError(step.document_section_code)
    new = there[source] if source is not None else None
    if rest or step.tag_id:
        old = here[at] if at is not None else _empty(place)
        new = _put(old, new, rest, step.tag_id or "")
    kept = list(here)
    if at is None:
        kept.append(new)
    elif new is None:
        del kept[at]
    else:
        kept[at] = new
    return tuple(kept)


def _find(groups: tuple[Any, ...], step: Pointer, *, alone: bool = False) -> int | None:
    """Return which of several a step means: by sequence number, else by place, else the only one there is."""
    wanted = step.sequence_numeric or "1"
    numbers = [getattr(one, "sequence_numeric", None) for one in groups]
    if wanted in numbers:
        return numbers.index(wanted)
    if any(numbers) or not wanted.isdecimal():
        return None
    place = int(wanted) - 1
    if 0 <= place < len(groups):
        return place
    return 0 if alone and len(groups) == 1 else None


def _below(group: type[Group], section: str) -> Place:
    place = class_with(group, section)
    if place is None:
        raise LookupError(section)
    return place


def _empty(place: Place) -> Group:
    if place.group is None:
        raise LookupError(place.name)
    return place.group()


def _renumbered(declaration: Declaration) -> Declaration:
    """Number the items from 1 again where one was removed."""
    shipment = declaration.goods_shipment
    if shipment is None:
        return declaration
    items = shipment.government_agency_goods_item
    counted = tuple(msgspec.structs.replace(item, sequence_numeric=str(n)) for n, item in enumerate(items, 1))
    if sorted(i.sequence_numeric or "" for i in items) == sorted(i.sequence_numeric or "" for i in counted):
        return declaration
    return msgspec.structs.replace(declaration, goods_shipment=msgspec.structs.replace(shipment, government_agency_goods_item=counted))


def _written(pointers: Sequence[Pointer]) -> str:
    way = " > ".join(f"{p.document_section_code or '?'}[{p.sequence_numeric or 1}]" for p in pointers)
    tag = pointers[-1].tag_id if pointers else None
    return f"{way} / {tag}" if tag else way
