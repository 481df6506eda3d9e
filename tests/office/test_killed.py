"""Killed at any moment, no acknowledged declaration is lost and none is doubled."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from clearlane.model.facts import Lodged
from clearlane.model.receipt import Receipt
from clearlane.office.office import Office
from clearlane.office.rebuild import rebuild
from tests.office.lodger import message

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = (3, 40, 150, 7)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/office.db"
    return str(request.getfixturevalue("postgres_database"))


def killed_after(lines: int, address: str, first: int) -> dict[str, str]:
    """Let a process lodge, kill it in full flow, and return what it acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.office.lodger", address, str(first)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    out = process.stdout
    if out is None:
        raise AssertionError("The process has no output to read.")
    said = [out.readline() for _ in range(lines)]
    process.kill()
    said += out.readlines()
    process.wait()
    return dict(line.split() for line in said if line.endswith("\n"))


def test_nothing_acknowledged_is_lost_and_nothing_doubled(address: str) -> None:
    acknowledged: dict[str, str] = {}
    for turn, lines in enumerate(ROUNDS):
        made = killed_after(lines, address, first=turn * 10_000)
        assert len(made) >= lines
        acknowledged |= made
    with Office.open(profile="xa", store=address) as office:
        assert {reference: office.case(reference).number for reference in acknowledged} == acknowledged
        again = list(office.lodge_many(message(reference) for reference in acknowledged))
        assert all(isinstance(receipt, Receipt) and not receipt.new for receipt in again)
        lodged = Counter(record.fact.reference for record in office.store.facts() if isinstance(record.fact, Lodged))
        assert set(lodged.values()) == {1}
        assert [record.seq for record in office.store.facts()] == list(range(1, office.store.last_seq() + 1))


def test_read_models_of_a_killed_office_are_those_of_its_log(address: str) -> None:
    references = killed_after(60, address, first=0)
    with Office.open(profile="xa", store=address) as office:
        before = office.tally(), [office.case(reference) for reference in references]
        rebuild(office.store, office.profile)
        assert (office.tally(), [office.case(reference) for reference in references]) == before
