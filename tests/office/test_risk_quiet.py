"""How many hits went by without one being taken is the same after a restart, in another process, and after a rebuilding."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from clearlane.model.facts import Scored
from clearlane.model.risk_facts import Selected
from clearlane.office.machine_key import KeyInMemory
from clearlane.office.office import Office
from clearlane.office.wiring import store_from
from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock

SELDOM = 'profile SELDOM "Seldom taken" scope declaration when items >= 1 then lane red at 1%, quiet 30'
KEY = KeyInMemory()


def opened(folder: Path, name: str) -> Office:
    """A process of an office: its own desk, over the one file."""
    law = office(risk_profiles=(SELDOM,)).profile
    return Office(law, store_from(f"sqlite:///{folder}/{name}.db"), clock=Clock(MORNING), key=KEY, randomness=Random(7).randbytes)


def selections(desk: Office) -> list[Selected]:
    return [record.fact for record in desk.store.facts() if isinstance(record.fact, Selected)]


def taken_in(folder: Path, name: str, sizes: list[int], *, rebuilt: bool = False) -> list[tuple[str, tuple[tuple[str, int], ...]]]:
    """Lodge the same trade in parts, each in a process of its own, and return the arms with the counts."""
    begun, messages = 0, trade(120)
    for size in sizes:
        desk = opened(folder, name)
        list(desk.lodge_many(messages[begun : begun + size]))
        begun += size
        if rebuilt:
            desk.rebuild()
        desk.close()
    desk = opened(folder, name)
    found: list[tuple[str, tuple[tuple[str, int], ...]]] = [(one.arm, one.gone_by) for one in selections(desk)]
    assert any(isinstance(record.fact, Scored) and record.fact.hits for record in desk.store.facts())
    desk.close()
    return found


@pytest.mark.parametrize("rebuilt", [False, True])
def test_another_process_goes_on_counting_where_the_first_stopped(tmp_path: Path, rebuilt: bool) -> None:
    whole = taken_in(tmp_path, "whole", [120])
    parts = taken_in(tmp_path, "parts", [40, 20, 60], rebuilt=rebuilt)
    assert parts == whole
    counts = [dict(gone)["SELDOM"] for _, gone in whole if gone]
    assert (len(counts), max(counts)) == (len(whole), 30)
    assert sum(count == 0 for count in counts) >= 3


def test_two_processes_in_turn_share_one_count(tmp_path: Path) -> None:
    first, second = opened(tmp_path, "both"), opened(tmp_path, "both")
    for place, message in enumerate(trade(70)):
        (first, second)[place % 2].lodge(message)
    counts = [dict(one.gone_by)["SELDOM"] for one in selections(first)]
    assert all(after in {0, before + 1} for before, after in pairwise(counts))
    assert max(counts) == 30
    first.close()
    second.close()
