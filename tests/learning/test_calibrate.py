"""Probabilities hold on later goods, and every order of the trees stays."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from clearlane.learning.calibrate import Calibration, isotonic, platt
from clearlane.learning.table import Floats


@pytest.mark.parametrize("shape", [platt, isotonic])
def test_what_was_said_too_boldly_is_brought_to_what_holds(shape: Callable[[Floats, Floats, Floats], Calibration]) -> None:
    chance = np.random.default_rng(1)
    truth = chance.normal(-2.0, 1.0, 20_000)
    found = (chance.random(20_000) < 1 / (1 + np.exp(-truth))).astype(float)
    calibration = shape(2.0 * truth + 1.0, found, np.ones(20_000))
    for odds in (-3.0, -2.0, -1.0, 0.0):
        assert calibration.probability(2.0 * odds + 1.0) == pytest.approx(1 / (1 + np.exp(-odds)), abs=0.04)
    assert all(low < high for low, high in pairwise(calibration.odds(raw) for raw in np.linspace(-20, 20, 200)))


def test_the_probability_of_extreme_odds_stays_between_nothing_and_all() -> None:
    straight = Calibration((-1.0, 1.0), (-1.0, 1.0))
    assert (straight.probability(-1e6), straight.probability(1e6)) == (0.0, 1.0)
