"""A profile speaks the model's words only; found by folder, so that a new country's is held to it without being listed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROFILES = sorted(ROOT.glob("profiles/*/clearlane_*"))
OURS = ("clearlane", "tests", "bench")


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def breaches(source: str, package: str) -> list[str]:
    """The imports of ours that are neither the model's nor the profile's own."""
    ours = (name for name in imported(ast.parse(source)) if name.startswith(OURS))
    return [name for name in ours if not f"{name}.".startswith(("clearlane.model.", f"{package}."))]


@pytest.mark.parametrize("package", PROFILES, ids=lambda package: package.name)
def test_a_profile_imports_nothing_of_ours_but_the_model(package: Path) -> None:
    found = {str(path.relative_to(ROOT)): breaches(path.read_text(), package.name) for path in package.rglob("*.py")}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import clearlane.office",
        "from clearlane import risk",
        "from clearlane.store import sqlite",
        "import clearlane",
        "import clearlane_gb",
    ],
)
def test_an_import_of_anything_else_is_seen(line: str) -> None:
    assert breaches(line, "clearlane_xa") != []


@pytest.mark.parametrize(
    "line", ["from clearlane.model.money import Money", "from clearlane import model", "from clearlane_xa import tariff"]
)
def test_an_import_of_the_model_or_of_itself_is_permitted(line: str) -> None:
    assert breaches(line, "clearlane_xa") == []
