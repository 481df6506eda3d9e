"""The reference pages name every route, parameter, header and kind of problem, as they are."""

from __future__ import annotations

from pathlib import Path

from clearlane.api.problems import KINDS
from tests.api.desk import Counter

PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference"


def test_every_route_is_on_the_page(at: Counter) -> None:
    page = (PAGES / "api.md").read_text(encoding="utf-8")
    routes = [f"{method.upper()} {path}`" for path, methods in at.app.openapi()["paths"].items() for method in methods]
    assert [route for route in routes if route not in page] == []


def test_every_parameter_is_on_the_page(at: Counter) -> None:
    page = (PAGES / "api.md").read_text(encoding="utf-8")
    operations = [operation for methods in at.app.openapi()["paths"].values() for operation in methods.values()]
    names = {parameter["name"] for operation in operations for parameter in operation.get("parameters", [])}
    assert [name for name in sorted(names) if name not in page] == []


def test_every_kind_of_problem_is_on_its_page_with_its_words() -> None:
    page = (PAGES / "problems.md").read_text(encoding="utf-8")
    rows = [f"| `{name}` | {kind.status} | {kind.title.en} | {kind.title.vi} |" for name, kind in KINDS.items()]
    assert [row for row in rows if row not in page] == []
