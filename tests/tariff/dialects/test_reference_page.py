"""The reference page of duty expressions names every unit and qualifier, and its examples are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clearlane.model.units import QUALIFIERS, UNITS
from clearlane.tariff.dialects import read_duty

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "duty-expressions.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## [^\n]*\(`(taric|us|vn)`\)\n(.*?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLES = [
    (dialect, text)
    for dialect, section in SECTIONS.items()
    for shown in re.findall(r"^Examples: (.*?)\.\n\n", section, re.MULTILINE | re.DOTALL)
    for text in re.findall(r"`([^`]+)`", shown.replace("\n", " "))
]


def test_every_unit_is_named_with_what_it_is_counted_in() -> None:
    rows = re.findall(r"^\| `([A-Z0-9]+)` \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$", PAGE, re.MULTILINE)
    assert rows == [
        (unit.code, unit.text.en, unit.text.vi, "" if unit.base == unit.code else f"{unit.factor:f} `{unit.base}`")
        for unit in UNITS.values()
    ]


def test_every_qualifier_is_named() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
    assert rows == [(one.code, one.text.en, one.text.vi) for one in QUALIFIERS.values() if one.code]


@pytest.mark.parametrize(("dialect", "text"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_every_example_is_read(dialect: str, text: str) -> None:
    assert read_duty(text, dialect).parts


def test_every_manner_of_writing_has_examples() -> None:
    assert {dialect for dialect, _ in EXAMPLES} == {"taric", "us", "vn"}
