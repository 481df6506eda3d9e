"""What a page shows at the console happens as shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.console import agrees, answers, commands

ROOT = Path(__file__).resolve().parents[2]
PAGES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if commands(page.read_text())]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_answer_as_printed(page: Path, tmp_path: Path) -> None:
    text = page.read_text()
    shown, got = commands(text), answers(text, tmp_path)
    assert len(got) == len(shown)
    for one, answer in zip(shown, got, strict=True):
        assert agrees(one.wanted, answer), f"$ {one.command}\nshown:\n{one.wanted}\nanswered:\n{answer}"


def test_a_page_that_shows_a_wrong_answer_is_caught(tmp_path: Path) -> None:
    page = "```txt a.txt\nblue\n```\n```console\n$ cat a.txt\nred\n$ echo $? \\\n> twice\n0 tw...\n```\n"
    assert [agrees(shown.wanted, answer) for shown, answer in zip(commands(page), answers(page, tmp_path), strict=True)] == [False, True]
