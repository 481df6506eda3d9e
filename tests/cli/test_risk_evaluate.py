"""Anyone can invent a country and measure how well its inspections would be chosen."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Clearlane

SMALL = ("weeks=24", "per_week=120", "importers=120", "brokers=10", "ring_begins=14", "ring_weeks=8", "ring_rows=10", "kinds=0.4,0.3,0.3")
SETTINGS = [word for setting in SMALL for word in ("--set", setting)]


@pytest.fixture
def world(clearlane: Clearlane) -> Clearlane:
    """The command, in a folder with an invented country."""
    said = clearlane("risk", "world", "world.csv", "--seed", "3", *SETTINGS)
    assert said.code == 0
    assert "declarations of an invented country" in said.err
    return clearlane


@pytest.mark.parametrize("protocol", ["full", "selective"])
def test_an_evaluation_is_one_object_of_five_shares(world: Clearlane, protocol: str) -> None:
    pytest.importorskip("lightgbm")
    said = world("risk", "evaluate", "--world", "world.csv", "--protocol", protocol, "--budget", "0.05", "--seed", "1", "--json")
    assert said.code == 0
    (answer,) = said.answers
    assert list(answer) == ["precision", "recall", "revenue", "ring", "auc"]
    assert all(0 <= share <= 1 for share in answer.values())


def test_an_evaluation_is_told_in_words_beside_what_it_must_beat(world: Clearlane) -> None:
    pytest.importorskip("lightgbm")
    said = world("risk", "evaluate", "--world", "world.csv", "--beside", "--language", "vi")
    assert said.code == 0
    assert "quy tắc thủ công" in said.out
    assert "Phát hiện theo loại" in said.out


def test_it_is_told_how_soon_a_new_scheme_was_found(world: Clearlane) -> None:
    pytest.importorskip("lightgbm")
    said = world("risk", "evaluate", "--world", "world.csv")
    assert said.code == 0
    assert "A new scheme began in week 14" in said.out


def test_an_unknown_parameter_of_a_country_is_refused_in_words(clearlane: Clearlane) -> None:
    said = clearlane("risk", "world", "world.csv", "--set", "moons=2")
    assert said.code == 2
    assert "No such parameter" in said.err


def test_a_file_that_is_not_there_is_refused_in_words(clearlane: Clearlane) -> None:
    said = clearlane("risk", "evaluate", "--world", "nowhere.csv")
    assert said.code == 2
    assert "nowhere.csv cannot be read" in said.err


def test_a_folder_without_the_korean_files_is_refused(clearlane: Clearlane) -> None:
    said = clearlane("risk", "korea", ".")
    assert said.code == 2
    assert "df_syn_train_eng.csv cannot be read" in said.err
