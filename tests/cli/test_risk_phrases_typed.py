"""Pass phrases of the draw are typed at a terminal, one holder after the other, and what is typed is not shown."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="There are no such terminals on this system.")

PROGRAM = (sys.executable, "-c", "from clearlane.cli import main; main()")
HOLDERS = ("--holder", "H-1", "--holder", "H-2", "--holder", "H-3")
WORDS = {"H-1": "first words of mine", "H-2": "second words of mine", "H-3": "third words of mine"}


def typed(folder: Path, words: list[str], answers: list[tuple[str, str]]) -> tuple[int, str]:
    """Run a command at a terminal of its own, answer each prompt when it comes, and return its exit status and all that was shown.

    The blank after a prompt comes once the terminal shows no more what is typed.
    """
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execv(PROGRAM[0], [*PROGRAM, *words])
    shown = ""
    place = 0
    for prompt, answer in answers:
        while prompt not in shown[place:] and (got := _read(terminal)):
            shown += got
        place = len(shown)
        os.write(terminal, answer.encode() + b"\n")
    while got := _read(terminal):
        shown += got
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown


def _read(terminal: int) -> str:
    try:
        return os.read(terminal, 4096).decode(errors="replace")
    except OSError:  # the other end is closed
        return ""


def committed(folder: Path, again: dict[str, str]) -> tuple[int, str]:
    begins = f"{datetime.now(UTC) + timedelta(minutes=5):%Y-%m-%dT%H:%M}"
    how = ["risk", "draw", "commit", "today", "--since", begins, "--share", "0.1", "--needed", "2", *HOLDERS]
    answers = []
    for name, words in WORDS.items():
        answers.append((f"Pass phrase of {name}: ", words))
        if name in again:
            answers += [("Repeat for confirmation: ", again[name]), (f"Pass phrase of {name}: ", words)]
        answers.append(("Repeat for confirmation: ", words))
    return typed(folder, how, answers)


def opened(folder: Path, *names: str, words: str = "") -> tuple[int, str]:
    how = ["risk", "draw", "open", "today", "--auditor", "AU-1", *(word for name in names for word in ("--holder", name))]
    return typed(folder, how, [(f"Pass phrase of {name}: ", words or WORDS[name]) for name in names])


def test_each_holder_types_his_words_and_they_are_never_shown(tmp_path: Path) -> None:
    code, shown = committed(tmp_path, {})
    assert code == 0, shown
    assert "Committed: today" in shown
    code, secret = opened(tmp_path, "H-1", "H-3")
    assert code == 0, secret
    other = opened(tmp_path, "H-2", "H-3")[1]
    assert secret.split()[-1] == other.split()[-1]
    assert len(secret.split()[-1]) == 64
    assert [words for words in WORDS.values() if words in shown + secret + other] == []


def test_words_repeated_otherwise_are_asked_again(tmp_path: Path) -> None:
    code, shown = committed(tmp_path, {"H-2": "other words"})
    assert code == 0, shown
    assert shown.count("Pass phrase of H-2") == 2
    assert opened(tmp_path, "H-2", "H-3")[0] == 0


def test_other_words_than_were_given_open_nothing(tmp_path: Path) -> None:
    committed(tmp_path, {})
    code, shown = opened(tmp_path, "H-1", "H-2", words="words of nobody")
    assert code == 2, shown
    assert "words of nobody" not in shown
