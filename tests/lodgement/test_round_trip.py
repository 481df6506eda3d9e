"""Real messages go in and come out the same: nothing dropped, nothing mended silently."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from clearlane.lodgement.json_form import read_json, write_json
from clearlane.lodgement.read import read
from clearlane.lodgement.write import write
from clearlane.model.refusals import Unreadable

FOLDERS = ("DEC", "DEC-AMEND", "DEC-AMEND-or-CANCEL", "DEC-CANCEL")
Content = Counter[tuple[str, tuple[tuple[str, str], ...], str]]


def content(root: etree._Element) -> Content:
    """A message as a multiset of (path, attributes, text): comments, prefixes and sibling order aside."""
    found: Content = Counter()

    def walk(element: etree._Element, above: str) -> None:
        path = f"{above}/{element.tag!s}"
        texts = [element.text or "", *(child.tail or "" for child in element)]
        attributes = tuple(sorted((str(name), str(value)) for name, value in element.items()))
        found[path, attributes, " ".join(t.strip() for t in texts if t.strip())] += 1
        for child in element:
            walk(child, path)

    walk(root, "")
    return found


def payload(data: bytes) -> etree._Element:
    root = etree.fromstring(data, etree.XMLParser(remove_comments=True))
    return root if etree.QName(root).localname in ("MetaData", "Declaration") else next(root.iter("{*}MetaData"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_published_message_is_given_back_equal(folder: str, shared_data: Path) -> None:
    for path in sorted((shared_data / "wcodm" / folder).glob("*.xml")):
        data = path.read_bytes()
        assert content(etree.fromstring(write(read(data)))) == content(payload(data)), path.name


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_published_message_survives_json(folder: str, shared_data: Path) -> None:
    for path in sorted((shared_data / "wcodm" / folder).glob("*.xml")):
        message = read(path.read_bytes())
        assert read_json(write_json(message)) == message, path.name


@pytest.mark.parametrize("driver", ["_driver.xsd", "_driver_cancel.xsd"])
def test_what_was_valid_is_valid_when_written_again(driver: str, shared_data: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared_data / "wcodm" / "schemas" / "wco" / "declaration" / driver))
    valid = 0
    for path in sorted((shared_data / "wcodm").glob("DEC*/*.xml")):
        data = path.read_bytes()
        if schema.validate(etree.fromstring(etree.tostring(payload(data)))):
            valid += 1
            assert schema.validate(etree.fromstring(write(read(data)))), (path.name, schema.error_log)
    assert valid


def test_every_broken_message_is_refused_with_line_column_and_words(shared_data: Path) -> None:
    broken = sorted((shared_data / "wcodm" / "notwellformed").glob("*.xml"))
    assert broken
    for path in broken:
        with pytest.raises(Unreadable) as refused:
            read(path.read_bytes())
        line, column = refused.value.fields["line"], refused.value.fields["column"]
        assert refused.value.words.en.startswith(f"Line {line}, column {column}: "), path.name
        assert refused.value.words.vi.startswith(f"Dòng {line}, cột {column}: "), path.name
