"""A process killed in the middle of a load or a roll back leaves the tariff that held, and nothing half done."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from clearlane.office.wiring import store_from
from tests.office.tariffs import Clock, live, message, office, tariff

ROOT = Path(__file__).resolve().parents[2]
DECLARATIONS = 200


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/office.db"
    return str(request.getfixturevalue("postgres_database"))


def killed_during(act: str, address: str) -> None:
    """Let a process do an act, and kill it when it says that it is in the middle."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.office.tariff_actor", act, address], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "in the middle\n"
    process.kill()
    assert process.wait() != 0


@pytest.mark.parametrize("act", ["load", "load-written", "roll-back", "roll-back-written"])
def test_the_tariff_that_held_holds_and_the_act_can_be_done_again(act: str, address: str) -> None:
    with closing(store_from(address)) as store:
        desk = office(store, Clock())
        live(desk)
        list(desk.lodge_many(message(f"R-{number}") for number in range(DECLARATIONS)))
        before = store.last_seq(), desk.tariff.versions()
    killed_during(act, address)
    with closing(store_from(address)) as store:
        desk = office(store, Clock(before[1][0].loaded_at))
        assert (store.last_seq(), desk.tariff.versions(), desk.tariff.reassessments()) == (*before, [])
        if act.startswith("load"):
            assert desk.tariff.load(tariff("12 %"), by="T-17").new
        else:
            assert len(desk.tariff.roll_back(by="T-17")[1]) == DECLARATIONS
