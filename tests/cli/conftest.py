"""A counter to stand at: the command line in an empty folder, with nothing set in the environment."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner

from clearlane.cli import app


class Said(msgspec.Struct, frozen=True):
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def answers(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Clearlane = Callable[..., Said]


@pytest.fixture
def clearlane(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clearlane:
    """The command, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CLEARLANE_")]:
        monkeypatch.delenv(name)

    def called(*words: str, given: bytes = b"") -> Said:
        result = CliRunner().invoke(app, list(words), input=given, catch_exceptions=False)
        return Said(result.exit_code, result.stdout, result.stderr)

    return called
