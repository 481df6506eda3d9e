"""Run what a documentation page shows at the console, in one folder and one shell, as its reader would.

A fence ```` ```console ```` holds commands after `$ `, continued after `> `, each followed by what it writes on standard output;
`...` stands for anything. A fence with a name after its language, such as ```` ```xml cancel.xml ````, is a file, written before
the first command. The office's clock stands at the moment the pages were written for, so that numbers and duty can be shown whole.
"""

from __future__ import annotations

import doctest
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.house.warm import warm

_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_MARK = "=== end of answer ==="
PATIENCE = 600
"""Seconds until a page counts as one that never ends."""
DATABASE = "postgresql://clearlane@localhost/office"
"""The database that pages name; whoever runs them puts one of his own in its place."""


class Shown(NamedTuple):
    """A command on a page, and what the page says it writes."""

    command: str
    wanted: str


def commands(page: str) -> list[Shown]:
    """Return the commands a page shows, in order."""
    return [shown for block in _CONSOLE.findall(page) for shown in _commands(block)]


def _commands(block: str) -> Iterator[Shown]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        first, *rest = part.splitlines()
        more = 0
        while more < len(rest) and rest[more].startswith("> "):
            more += 1
        command = "\n".join([first, *(line[2:] for line in rest[:more])])
        yield Shown(command, "\n".join(rest[more:]))


def answers(page: str, folder: Path, **environment: str) -> list[str]:
    """Return what each command on a page writes on standard output when they are run one after another in a folder."""
    for name, content in _FILE.findall(page):
        (folder / name).write_text(content)
    bin_folder = folder / ".bin"
    bin_folder.mkdir()
    around = {name: value for name, value in os.environ.items() if not name.startswith("CLEARLANE_")}
    around |= {"PATH": f"{bin_folder}:{Path(sys.executable).parent}:{os.environ['PATH']}", "PYTHONUNBUFFERED": "1", "COLUMNS": "140"}
    script = "trap 'kill $(jobs -p) 2>/dev/null' EXIT\n" + "".join(
        f"{shown.command}\n__code=$?; printf '%s\\n' '{_MARK}'; (exit $__code)\n" for shown in commands(page)
    )
    with warm(bin_folder, around | environment):
        said = _run(script, folder, around | environment)
    return [part.removeprefix("\n") for part in said.split(_MARK)][:-1]


def _run(script: str, folder: Path, environment: dict[str, str]) -> str:
    """Run a script and whatever it starts; one that waits for what never comes is ended, and what it wrote so far is returned."""
    running = subprocess.Popen(
        ["bash"],
        text=True,
        cwd=folder,
        env=environment,
        start_new_session=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        return running.communicate(script, timeout=PATIENCE)[0]
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        return running.communicate()[0]


def agrees(wanted: str, got: str) -> bool:
    """Say whether an answer is as a page shows it."""
    tidy = "\n".join(line.rstrip() for line in got.strip("\n").splitlines())
    return doctest.OutputChecker().check_output(f"{wanted.strip(chr(10))}\n", f"{tidy}\n", doctest.ELLIPSIS)
