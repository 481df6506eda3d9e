"""The reference page of facts names every kind of fact with its fields, in their order, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from clearlane.model import facts

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "facts.md").read_text()
SECTIONS = dict(re.findall(r"^## ([a-z-]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
KINDS = {str(kind.__struct_config__.tag): kind for kind in get_args(facts.Fact)}


def test_every_kind_of_fact_has_a_section_in_order_and_no_other() -> None:
    assert list(SECTIONS) == list(KINDS)


def test_every_field_of_a_fact_is_named_in_order_and_no_other() -> None:
    named = {kind: tuple(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) for kind, section in SECTIONS.items()}
    assert named == {kind: fact.__struct_fields__ for kind, fact in KINDS.items()}


def test_every_section_says_whether_the_trader_is_told() -> None:
    assert [kind for kind, section in SECTIONS.items() if "Told: " not in section] == []
