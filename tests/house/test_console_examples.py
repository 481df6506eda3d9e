"""What a page shows at the console happens as shown."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.house.console import DATABASE, agrees, answers, commands

ROOT = Path(__file__).resolve().parents[2]
PAGES = {str(page.relative_to(ROOT)): page.read_text() for page in sorted((ROOT / "docs").rglob("*.md"))}
SHOWING = [name for name, text in PAGES.items() if commands(text)]
NEEDS_A_SERVER = [name for name in SHOWING if DATABASE in PAGES[name]]


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[list[str]]]]:
    """What the commands of each page answer; two pages are run at a time, since starting a command takes longer than its work."""
    with ThreadPoolExecutor(2) as readers:
        yield {
            name: readers.submit(answers, PAGES[name], tmp_path_factory.mktemp("page")) for name in SHOWING if name not in NEEDS_A_SERVER
        }


def hold(text: str, got: list[str]) -> None:
    """Compare what a page shows with what was answered."""
    for one, answer in zip(commands(text), got, strict=True):
        assert agrees(one.wanted, answer), f"$ {one.command}\nshown:\n{one.wanted}\nanswered:\n{answer}"


@pytest.mark.parametrize("page", [name for name in SHOWING if name not in NEEDS_A_SERVER])
def test_commands_answer_as_printed(page: str, answered: dict[str, Future[list[str]]]) -> None:
    hold(PAGES[page], answered[page].result())


@pytest.mark.parametrize("page", NEEDS_A_SERVER)
def test_commands_answer_as_printed_with_a_server(page: str, postgres_database: str, tmp_path: Path) -> None:
    text = PAGES[page].replace(DATABASE, postgres_database)
    hold(text, answers(text, tmp_path))


def test_a_page_that_shows_a_wrong_answer_is_caught(tmp_path: Path) -> None:
    page = "```txt a.txt\nblue\n```\n```console\n$ cat a.txt\nred\n$ echo $? \\\n> twice\n0 tw...\n```\n"
    assert [agrees(shown.wanted, answer) for shown, answer in zip(commands(page), answers(page, tmp_path), strict=True)] == [False, True]
