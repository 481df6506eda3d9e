"""Chance falls the same everywhere, and as often as it says."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import clearlane.simulator
from clearlane.simulator import digest
from clearlane.simulator.chance import Chance, Choice, scaled

FOLDER = Path(clearlane.simulator.__file__).parent
DIGEST = "d830e876379ae8e823296653d1c3f0b7623e1d5f5a5db0bf5eb66f0eee160815"


def test_the_stream_of_seed_seven_has_the_digest_it_always_had() -> None:
    assert digest(7, 1000) == DIGEST


def test_another_hash_seed_of_the_process_changes_nothing() -> None:
    code = "from clearlane.simulator import digest; print(digest(7, 1000))"
    environment = os.environ | {"PYTHONHASHSEED": "4711", "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == DIGEST


def test_other_seeds_give_other_streams() -> None:
    assert len({digest(seed, 50) for seed in range(5)}) == 5


@pytest.mark.parametrize("module", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_no_module_computes_with_floating_point_or_borrowed_chance(module: Path) -> None:
    """Their last bits, or their order, differ between machines and versions of Python."""
    forbidden = {"float", "round", "hash", "set", "id", "random", "pow", "exp", "log", "sqrt", "shuffle"}
    found = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Div) or (isinstance(node, ast.Constant) and isinstance(node.value, float)):
            found.append(ast.dump(node))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in forbidden:
            found.append(node.func.id)
    assert found == []


def test_the_generator_gives_the_published_first_words_of_splitmix64() -> None:
    chance = Chance(0)
    chance._state = 0
    assert [chance.word() for _ in range(3)] == [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F]


def test_streams_with_other_names_go_their_own_way() -> None:
    assert Chance(7, "trade").word() != Chance(7, "inspection").word()


def test_half_of_the_log_normal_numbers_lie_below_the_median() -> None:
    chance = Chance(1)
    assert 4800 < sum(chance.around(1_000_000, 700) < 1_000_000 for _ in range(10_000)) < 5200


def test_two_thirds_of_the_log_normal_numbers_lie_within_one_spread() -> None:
    chance, upper, lower = Chance(2), scaled(1_000_000, 2048), scaled(1_000_000, -2048)
    assert 6600 < sum(lower < chance.around(1_000_000, 500) < upper for _ in range(10_000)) < 7050


def test_waiting_times_have_the_mean_asked_for() -> None:
    chance = Chance(3)
    assert 97_000 < sum(chance.wait(100_000) for _ in range(20_000)) // 20_000 < 103_000


def test_what_weighs_nothing_is_never_chosen() -> None:
    chance, choice = Chance(4), Choice("abc", (1, 0, 3))
    assert {chance.of(choice) for _ in range(200)} == {"a", "c"}
