"""How long files and functions may be, so that each can be read in one go; the bar is in CONTRIBUTING.md."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(
    [*ROOT.glob("src/**/*.py"), *ROOT.glob("verify/**/*.py"), *ROOT.glob("profiles/*/clearlane_*/**/*.py"), *ROOT.glob("bench/**/*.py")]
)
ALL = [*CODE, *sorted(ROOT.glob("tests/**/*.py"))]
LONGEST_FILE, LONGEST_FUNCTION = 500, 60

# What is longer than the hard stop, with its length of today: "path" or "path::function". It may only shrink.
EXCEPTIONS: dict[str, int] = {}


def file_lengths(paths: list[Path]) -> dict[str, int]:
    return {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in paths}


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}::{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def function_lengths(paths: list[Path]) -> dict[str, int]:
    return dict(sorted((pair for path in paths for pair in functions(path)), key=lambda pair: pair[1]))


def ninety_fifth(lengths: list[int]) -> float:
    return quantiles(lengths, n=20, method="inclusive")[-1]


def too_long() -> dict[str, int]:
    files = {name: length for name, length in file_lengths(ALL).items() if length > LONGEST_FILE}
    return files | {name: length for name, length in function_lengths(ALL).items() if length > LONGEST_FUNCTION}


def test_nothing_passes_the_hard_stop_unless_listed() -> None:
    assert {name: length for name, length in too_long().items() if length > EXCEPTIONS.get(name, 0)} == {}


def test_a_listed_exception_is_still_as_long_as_listed() -> None:
    assert {name: length for name, length in EXCEPTIONS.items() if too_long().get(name) != length} == {}


def test_files_are_short_on_the_whole() -> None:
    lengths = list(file_lengths(CODE).values())
    assert median(lengths) <= 100
    assert ninety_fifth(lengths) <= 300


def test_functions_are_short_on_the_whole() -> None:
    lengths = list(function_lengths(CODE).values())
    assert median(lengths) <= 10
    assert ninety_fifth(lengths) <= 30


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path.relative_to(ROOT)) for path in ALL if not ast.get_docstring(ast.parse(path.read_text()))] == []
