"""Anyone can let the imaginary country trade for a season and measure how well its inspections would be chosen."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Clearlane

SMALL = ("--weeks", "4", "--firms", "40", "--seed", "11")
METHODS = ["ranked", "probability", "expected", "rules", "history", "random"]


def test_a_season_is_measured_beside_what_it_must_beat_and_by_kind(clearlane: Clearlane) -> None:
    pytest.importorskip("lightgbm")
    said = clearlane("risk", "season", *SMALL, "--json")
    assert said.code == 0
    (answer,) = said.answers
    assert list(answer) == METHODS
    for one in answer.values():
        assert all(0 <= one["measures"][share] <= 1 for share in ("precision", "recall", "revenue", "auc"))
        assert all(0 <= kind["found"] <= 1 and 0 <= kind["revenue"] <= 1 for kind in one["kinds"].values())
    assert answer["ranked"]["measures"]["precision"] > answer["random"]["measures"]["precision"]


def test_a_season_is_told_in_words(clearlane: Clearlane) -> None:
    pytest.importorskip("lightgbm")
    said = clearlane("risk", "season", *SMALL, "--language", "vi")
    assert said.code == 0
    assert "quy tắc thủ công" in said.out
    assert "undervaluation" in said.out


def test_a_season_too_short_to_learn_from_is_refused_in_words(clearlane: Clearlane) -> None:
    said = clearlane("risk", "season", "--weeks", "2")
    assert said.code == 2
    assert "at least 4 weeks" in said.err
