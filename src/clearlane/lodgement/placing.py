"""Elements to nouns: every element finds its field, or is kept as it came."""

from __future__ import annotations

from functools import cache
from typing import Any, Generic, TypeVar

from lxml import etree

from clearlane.lodgement.xml_tree import line_of
from clearlane.model.group import Group, RawElement, Unplaced
from clearlane.model.refusals import Unreadable
from clearlane.model.structure import places
from clearlane.model.text import Text
from clearlane.model.values import Amount, DateTime, Quantity

MAX_DEPTH = 64
G = TypeVar("G", bound=Group)
_SPACE = " \t\r\n"
_TEXT, _AMOUNT, _QUANTITY, _MOMENT, _GROUP, _GROUPS = range(6)
_KINDS = {"text": _TEXT, "amount": _AMOUNT, "quantity": _QUANTITY, "moment": _MOMENT, "group": _GROUP, "groups": _GROUPS}


class Table(Generic[G]):
    """How the children of one class's element are placed.

    Attributes:
      group: The class.
      children: By tag, the kind of place, the field and the table of the class below.
      moments: The tags of the date within a date element: without a namespace too, where elements lack one.
    """

    def __init__(self, group: type[G], *moments: str) -> None:
        self.group = group
        self.children: dict[str, tuple[int, str, Any]] = {}
        self.moments = moments


@cache
def table(group: type[G], namespace: str, types: str) -> Table[G]:
    """Return the table of a class whose elements are in a namespace; an empty namespace is none."""
    prefix = f"{{{namespace}}}" if namespace else ""
    dated = f"{{{types}}}DateTimeString"
    made = Table(group, dated) if namespace else Table(group, dated, "DateTimeString")
    for place in places(group):
        below = table(place.group, namespace, types) if place.group else None
        made.children[prefix + place.name] = (_KINDS[place.shape], place.field, below)
    return made


def place(element: etree._Element, how: Table[G]) -> G:
    """Return an element as a noun; what has no place in the class is kept in ``unplaced``."""
    values: dict[str, Any] = {}
    left: _Left | None = None
    children = how.children
    for child in element:
        entry = children.get(child.tag)
        if entry is None:
            left = _keep(left, child)
            continue
        kind, field, below = entry
        if kind == _GROUPS:
            values.setdefault(field, []).append(place(child, below))
        elif field in values:
            left = _keep(left, child)
        elif kind == _GROUP:
            values[field] = place(child, below)
        elif len(child):
            value = _moment(child, how.moments) if kind == _MOMENT else None
            if value is None:
                left = _keep(left, child)
            else:
                values[field] = value
        elif kind == _MOMENT:
            left = _keep(left, child)
        else:
            values[field], left = _leaf(child, kind, left)
        if child.tail:
            left = left or _Left()
            left.text.append(child.tail.strip(_SPACE))
    return how.group(**_finished(element, values, left))


def _leaf(child: etree._Element, kind: int, left: _Left | None) -> tuple[Any, _Left | None]:
    text = (child.text or "").strip(_SPACE)
    attributes = _attributes(child) if child.attrib else {}
    if kind == _TEXT:
        value: Any = text
    else:
        own = "currencyID" if kind == _AMOUNT else "unitCode"
        value = (Amount if kind == _AMOUNT else Quantity)(text, attributes.pop(own, None))
    if attributes:
        left = left or _Left()
        left.on[_local(child.tag)] = attributes
    return value, left


def _moment(child: etree._Element, tags: tuple[str, ...]) -> DateTime | None:
    """Return the date in a date element, or None where it is not of the plain shape."""
    inner = child[0]
    if len(child) != 1 or inner.tag not in tags or len(inner) or child.attrib or (child.text or "").strip(_SPACE) or inner.tail:
        return None
    attributes = _attributes(inner)
    form = attributes.pop("formatCode", None)
    return None if attributes else DateTime((inner.text or "").strip(_SPACE), form)


def _finished(element: etree._Element, values: dict[str, Any], left: _Left | None) -> dict[str, Any]:
    attributes, text = element.attrib, element.text
    if attributes or text:
        left = left or _Left()
        left.attributes = _attributes(element)
        left.text.insert(0, (text or "").strip(_SPACE))
    for field, value in values.items():
        if type(value) is list:
            values[field] = tuple(value)
    if left:
        values["unplaced"] = left.unplaced()
    return values


class _Left:
    """What has no place, gathered while an element is read."""

    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self.on: dict[str, dict[str, str]] = {}
        self.text: list[str] = []
        self.elements: list[RawElement] = []

    def unplaced(self) -> Unplaced | None:
        text = " ".join(filter(None, self.text))
        if not (self.attributes or self.on or text or self.elements):
            return None
        return Unplaced(self.attributes, self.on, text, tuple(self.elements))


def _keep(left: _Left | None, child: etree._Element) -> _Left:
    left = left or _Left()
    left.elements.append(raw(child))
    return left


def raw(element: etree._Element, depth: int = 0) -> RawElement:
    """Return an element as it came, in Clark notation.

    Raises:
      Unreadable: It is nested deeper than any message needs.
    """
    if depth > MAX_DEPTH:
        line = line_of(element)
        raise Unreadable(
            Text(
                en=f"Line {line}, column 1: elements are nested deeper than {MAX_DEPTH} levels. Nothing was recorded.",
                vi=f"Dòng {line}, cột 1: các phần tử lồng nhau sâu quá {MAX_DEPTH} cấp. Không có gì được ghi nhận.",
            ),
            line=line,
            column=1,
        )
    texts = [element.text or "", *(child.tail or "" for child in element)]
    text = " ".join(filter(None, (t.strip(_SPACE) for t in texts)))
    return RawElement(str(element.tag), _attributes(element), text, tuple(raw(child, depth + 1) for child in element))


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
