"""The import contracts hold the layers: each is broken on purpose in a copy, and import-linter must see it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BREACHES = {
    "the model imports the office": ("clearlane/model/planted.py", "import clearlane.office"),
    "a stage imports another stage": ("clearlane/lodgement/planted.py", "import clearlane.risk"),
    "a stage imports a plug": ("clearlane/clearance/planted.py", "import clearlane.store"),
    "a door imports a stage": ("clearlane/web/planted.py", "import clearlane.assessment"),
    "a door imports a plug": ("clearlane/api/planted.py", "import clearlane.store"),
    "the office imports the database driver": ("clearlane/office/planted.py", "import psycopg"),
    "a stage imports a library for signatures": ("clearlane/lodgement/planted.py", "import signxml"),
    "the office imports the cluster's library": ("clearlane/office/planted.py", "import distributed"),
    "the office imports the analytic database": ("clearlane/office/planted.py", "import duckdb"),
    "another stage imports a library that learns": ("clearlane/risk/planted.py", "import lightgbm"),
    "the office imports the typesetter": ("clearlane/office/planted.py", "import typst"),
    "a package stands in no layer": ("clearlane/planted/__init__.py", ""),
}


def lint(source: Path) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    environment = os.environ | {"PYTHONPATH": str(source)}
    return subprocess.run([*program, "--no-logo", "--no-cache"], cwd=source, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package, the profiles and the contracts, to break."""
    for package in [ROOT / "src" / "clearlane", *ROOT.glob("profiles/*/clearlane_*")]:
        shutil.copytree(package, tmp_path / package.name, ignore=shutil.ignore_patterns("data", "__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(copy: Path, path: str, line: str) -> None:
    (copy / path).parent.mkdir(exist_ok=True)
    (copy / path).write_text(f'"""Planted."""\n{line}\n')


def test_the_copy_as_it_is_keeps_every_contract(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES)
def test_a_contract_sees_that(copy: Path, breach: tuple[str, str]) -> None:
    plant(copy, *breach)
    result = lint(copy)
    assert result.returncode == 1
    assert "planted" in result.stdout


def test_a_contract_sees_two_modules_that_import_each_other(copy: Path) -> None:
    plant(copy, "clearlane/model/planted.py", "import clearlane.model.planted_too")
    plant(copy, "clearlane/model/planted_too.py", "import clearlane.model.planted")
    result = lint(copy)
    assert result.returncode == 1
    assert "planted" in result.stdout
