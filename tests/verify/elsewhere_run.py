"""Programs made by others, run beside ours: packages of npm at the versions and hashes of a lock."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "elsewhere"


def judged(command: list[str], asked: dict[str, Any], folder: Path, **environment: str) -> dict[str, Any]:
    """What a program of others answers."""
    ran = subprocess.run(
        command,
        input=json.dumps(asked),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, **environment},
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def installed(name: str, folder: Path) -> Path:
    """Install the packages that a folder of ours names into another; skip where they cannot be had."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("Node.js is not installed.")
    folder = Path(shutil.copytree(HERE / name, folder))
    words = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000"]
    try:
        ran = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    except subprocess.TimeoutExpired:
        pytest.skip("The registry of npm does not answer.")
    if ran.returncode:
        assert "EINTEGRITY" not in ran.stderr, ran.stderr
        pytest.skip("The registry of npm cannot be reached.")
    return folder
