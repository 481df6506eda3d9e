"""Pages that explain speak of functions that exist, and the index knows every page."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
LIFE = "".join(page.read_text() for page in sorted((DOCS / "explanation").glob("life-of-*.md")))
NAMED = sorted(set(re.findall(r"`([a-z]+(?:\.[A-Za-z_]+)+)`", LIFE)))
SHELVES = ("tutorial", "how-to", "reference", "explanation")


@pytest.mark.parametrize("name", NAMED)
def test_every_function_named_exists(name: str) -> None:
    assert pkgutil.resolve_name(f"clearlane.{name}") is not None


@pytest.mark.parametrize("shelf", SHELVES)
def test_the_index_names_every_page_of_a_shelf(shelf: str) -> None:
    index = (DOCS / "README.md").read_text()
    assert [page.name for page in sorted((DOCS / shelf).glob("*.md")) if f"({shelf}/{page.name})" not in index] == []
