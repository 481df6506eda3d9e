"""Notifications on the wire: published ones are read without loss, and written again they are valid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from msgspec.structs import replace

from clearlane.lodgement.dialects import DMS_2
from clearlane.lodgement.placing import place, table
from clearlane.lodgement.respond import write_response
from clearlane.lodgement.xml_tree import parse
from clearlane.model.declaration import Declaration
from clearlane.model.group import Group
from clearlane.model.response import Response
from clearlane.model.structure import places


def read_response(element: etree._Element) -> Response:
    """A published response, with or without namespaces; the corrected declaration stands last in it."""
    named = etree.QName(element).namespace is not None
    own = [child for child in element if etree.QName(child).localname == "Declaration"][1:]
    for child in own:
        element.remove(child)
    corrected = [place(c, table(Declaration, *((DMS_2.declaration, DMS_2.declaration_types) if named else ("", "")))) for c in own]
    response: Response = place(element, table(Response, *((DMS_2.response, DMS_2.response_types) if named else ("", ""))))
    return replace(response, corrected_declaration=corrected[0] if corrected else None)


def published(shared_data: Path) -> Iterator[tuple[str, Response]]:
    for path in sorted((shared_data / "wcodm" / "RES").glob("*.xml")):
        for element in list(parse(path.read_bytes()).iter("{*}Response")):
            yield path.name, read_response(element)


def homeless(group: Group) -> Iterator[str]:
    """Elements in a noun that the noun does not know. What it knows in another shape is kept, and not meant here."""
    known = {spot.name for spot in places(type(group))}
    yield from (one.name for one in group.unplaced.elements if one.name not in known) if group.unplaced else ()
    for spot in places(type(group)):
        value = getattr(group, spot.field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Group):
                yield from homeless(one)


def test_every_element_of_the_published_responses_has_a_home(shared_data: Path) -> None:
    left = {name: list(homeless(response)) for name, response in published(shared_data)}
    assert len(left) == 1605
    assert {name: elements for name, elements in left.items() if elements} == {}


def test_a_published_response_written_and_read_again_is_equal(shared_data: Path) -> None:
    for name, response in published(shared_data):
        assert read_response(parse(write_response(response).encode())) == response, name
