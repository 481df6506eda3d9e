"""Tariffs to load at the counter."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Clearlane
from tests.office.tariffs import tariff


def folder(name: str, **parts: str) -> str:
    """Write a tariff into a folder here and return its name."""
    Path(name).mkdir()
    for file, body in tariff(**parts).items():
        (Path(name) / file).write_bytes(body)
    return name


def live(clearlane: Clearlane, name: str, version: str, **parts: str) -> None:
    """Load a tariff and put it in force."""
    assert clearlane("tariff", "load", folder(name, **parts), "--by", "T-17").code == 0
    assert clearlane("tariff", "activate", version, "--by", "T-18").code == 0
