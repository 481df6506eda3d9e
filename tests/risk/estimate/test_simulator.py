"""The estimate covers the truth of the simulator's trade, of which inspectors miss what the simulator says they miss."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice

import numpy as np
import pytest

from clearlane.model.inspection import Category, Intensity
from clearlane.risk.estimate import Estimate, Misses, MissRate, Sample, by_propensity, from_draw, seen_rates
from clearlane.simulator import Economy, Kind, Truth
from clearlane.simulator.truth import MISSES

SHARE = 0.05
BY_KIND = {kind: papers * boxes / 1_000_000 for kind, (papers, boxes) in MISSES.items()}
"""An examination misses what both the papers and the boxes hide."""
MODEL: Misses = {(str(kind), "physical"): MissRate(miss, miss, miss) for kind, miss in BY_KIND.items()}


class Trade:
    """What is wrong in some months of declarations, each thing by itself."""

    def __init__(self, truths: list[Truth]) -> None:
        wrong = [[one.kind for one in truth.irregularities if one.kind is not Kind.INCOMPLETE] for truth in truths]
        self.size = len(wrong)
        self.at = np.array([place for place, kinds in enumerate(wrong) for _ in kinds])
        self.kind = [kind for kinds in wrong for kind in kinds]
        self.missed = np.array([BY_KIND[kind] for kind in self.kind])
        self.illicit = np.array([bool(kinds) for kinds in wrong])

    def season(self, seed: int) -> tuple[Sample, list[list[Category | str]], list[Intensity | None]]:
        """Draw who is inspected and what inspectors see: 5 % at random, 3 % by a score that knows something."""
        dice = np.random.default_rng(seed)
        score = 1.5 * self.illicit + dice.normal(0, 1, self.size)
        rank = score > np.quantile(score, 0.97)
        drawn = dice.random(self.size) < SHARE
        inspected = drawn | rank
        saw = inspected[self.at] & (dice.random(len(self.at)) >= self.missed)
        found: list[list[Category | str]] = [[] for _ in range(self.size)]
        for thing in np.flatnonzero(saw):
            found[self.at[thing]].append(str(self.kind[thing]))
        hit = np.array([bool(one) for one in found])
        how: list[Intensity | None] = ["physical" if looked else None for looked in inspected]
        return Sample.of(np.where(rank, 1.0, SHARE), inspected, drawn, hit), found, how


@pytest.fixture(scope="module")
def trade() -> Trade:
    stream = islice(Economy.of(11, datetime(2026, 1, 5, tzinfo=UTC)).stream(), 12_000)
    return Trade([one.truth for one in stream if not one.mends and not one.refers_to])


def test_with_the_simulator_s_misses_modelled_95_of_100_seeds_cover_its_truth(trade: Trade) -> None:
    truth, right, draw, plain = float(trade.illicit.mean()), list[Estimate](), list[Estimate](), list[Estimate]()
    for seed in range(100):
        sample, found, how = trade.season(seed)
        modelled = sample.seeing(seen_rates(MODEL, found, how))
        right.append(by_propensity(modelled))
        draw.append(from_draw(modelled))
        plain.append(by_propensity(sample))
    assert 89 <= _covering(right, truth) <= 99
    assert 89 <= _covering(draw, truth) <= 99
    assert _covering(plain, truth) < 89
    assert np.mean([one.value for one in right]) == pytest.approx(truth, rel=0.03)


def _covering(estimates: list[Estimate], truth: float) -> int:
    return sum(one.low <= truth <= one.high for one in estimates)
