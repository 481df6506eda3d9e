"""``clearlane convert`` and ``schema``: forms of a message, nothing recorded."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Clearlane
from tests.cli.messages import EXAMPLE, file


def test_json_becomes_xml_and_json_again(clearlane: Clearlane) -> None:
    xml = clearlane("convert", file("a.json", EXAMPLE), "--to", "xml").out
    back = clearlane("convert", "-", "--to", "json", given=xml.encode()).out
    assert json.loads(back) == json.loads(EXAMPLE)


def test_converting_makes_no_store(clearlane: Clearlane) -> None:
    clearlane("convert", file("a.json", EXAMPLE), "--to", "xml")
    assert [path.name for path in Path().iterdir()] == ["a.json"]


def test_the_schema_is_written_as_json(clearlane: Clearlane) -> None:
    assert json.loads(clearlane("schema").out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
