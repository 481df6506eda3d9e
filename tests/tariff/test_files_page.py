"""The reference page of tariff files names every table of our own form and every column, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clearlane.model.measure import Series
from clearlane.tariff import vn_plain
from clearlane.tariff.load import FORMS
from clearlane.tariff.own_columns import COLUMNS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "tariff-files.md").read_text()
SECTIONS = dict(re.findall(r"^##+ (.+?)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
TABLES = {name: section for title, section in SECTIONS.items() for name in title.split(", ")}


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_of_a_table_is_named_in_order_and_no_other(table: str) -> None:
    assert tuple(re.findall(r"^\| `([a-z_.]+)` \|", TABLES[table], re.MULTILINE)) == COLUMNS[table]


def test_every_column_of_the_plain_table_is_named() -> None:
    assert [column for column in vn_plain.COLUMNS if f"`{column}`" not in SECTIONS["vn"]] == []


def test_every_form_is_named() -> None:
    assert [form for form in FORMS if f"`{form}`" not in PAGE] == []


def test_every_series_is_named() -> None:
    assert [series for series in Series.__args__ if f"`{series}`" not in PAGE] == []  # type: ignore[attr-defined]
