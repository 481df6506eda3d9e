"""What the documentation promises holds: the README's example runs, and every link leads somewhere."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_FENCED = re.compile(r"```python\n(>>> .*?)```", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("page", [p for p in PAGES if _FENCED.search(p.read_text())], ids=lambda p: str(p.relative_to(ROOT)))
def test_examples_run_as_printed(page: Path) -> None:
    for count, example in enumerate(_FENCED.findall(page.read_text())):
        test = doctest.DocTestParser().get_doctest(example, {}, f"{page.name}-{count}", str(page), 0)
        assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed == 0


def test_the_readme_clears_a_declaration_in_twelve_lines() -> None:
    example = _FENCED.findall((ROOT / "README.md").read_text())[0]
    assert len([line for line in example.splitlines() if line.startswith((">>>", "..."))]) <= 12


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    missing = [link for link in _LINK.findall(page.read_text()) if not (page.parent / link).exists()]
    assert missing == []
