"""Estimates cover the truth of simulated seasons as often as they say, misses of inspectors modelled."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from clearlane.model.inspection import Category, Intensity, ItemResult
from clearlane.risk.estimate import (
    Estimate,
    MissRate,
    Sample,
    by_group,
    by_propensity,
    detected,
    exact,
    from_draw,
    mean_revenue,
    of_category,
    seen_rates,
    sensitivity,
    wilson,
)

MISSED: dict[tuple[Category | str | None, Intensity], MissRate] = {
    ("value", "physical"): MissRate(0.3, 0.2, 0.4),
    (None, "physical"): MissRate(0.1, 0.05, 0.2),
}
SEEN = {"value": 0.7, "origin": 0.9}


class Season:
    """An invented month: 20,000 declarations, 2.5 % wrong, 4 % ranked by a score that knows something, a tenth explored, 3 % drawn."""

    def __init__(self, seed: int, misses: bool = False, size: int = 20_000, share: float = 0.03) -> None:
        dice = np.random.default_rng(seed)
        self.illicit = dice.random(size) < 0.025
        self.category = np.where(dice.random(size) < 0.6, "value", "origin")
        score = self.illicit * 1.2 + dice.normal(0, 1, size)
        ranked, mid = score > np.quantile(score, 0.96), (score > np.quantile(score, 0.86)) & (score <= np.quantile(score, 0.96))
        rank = np.where(ranked, 1.0, np.where(mid, 0.1, 0.0))
        drawn = dice.random(size) < share
        inspected = drawn | (dice.random(size) < rank)
        chance = 1 - (1 - share) * (1 - rank)
        saw = np.where(self.category == "value", SEEN["value"], SEEN["origin"]) if misses else np.ones(size)
        found = self.illicit & inspected & (dice.random(size) < saw)
        self.revenue = np.where(self.illicit, dice.gamma(2.0, 500.0, size), 0.0)
        self.office = dice.choice(["north", "south"], size)
        self.sample = Sample.of(chance, inspected, drawn, found, self.revenue)
        self._found, self._inspected = found, inspected

    @property
    def kinds(self) -> list[list[str]]:
        """What was found of each."""
        return [[str(kind)] if hit else [] for kind, hit in zip(self.category, self._found, strict=True)]

    @property
    def how(self) -> list[Intensity | None]:
        """How each was looked at."""
        return ["physical" if looked else None for looked in self._inspected]

    @property
    def truth(self) -> float:
        return float(self.illicit.mean())


@pytest.fixture(scope="module")
def seasons() -> list[Season]:
    """A hundred of them, in which inspectors miss nothing."""
    return [Season(seed) for seed in range(100)]


def covered(estimates: list[tuple[Estimate, float]]) -> int:
    return sum(one.low <= truth <= one.high for one, truth in estimates)


def test_the_interval_of_the_draw_alone_covers_the_truth_in_95_of_100_seeds(seasons: list[Season]) -> None:
    assert 89 <= covered([(from_draw(one.sample), one.truth) for one in seasons]) <= 99


def test_the_interval_by_propensity_covers_it_and_is_narrower(seasons: list[Season]) -> None:
    both = [(by_propensity(one.sample), from_draw(one.sample)) for one in seasons]
    assert 89 <= covered([(one, season.truth) for (one, _), season in zip(both, seasons, strict=True)]) <= 99
    assert np.mean([one.high - one.low for one, _ in both]) < 0.9 * np.mean([other.high - other.low for _, other in both])


def test_with_misses_modelled_the_interval_covers_the_truth_and_without_it_falls_short() -> None:
    missed = [Season(seed, misses=True) for seed in range(100)]
    right = [by_propensity(one.sample.seeing(seen_rates(MISSED, one.kinds, one.how))) for one in missed]
    assert 89 <= covered([(one, season.truth) for one, season in zip(right, missed, strict=True)]) <= 99
    assert covered([(by_propensity(one.sample), one.truth) for one in missed]) < 85


def test_what_is_found_among_targeted_says_far_too_much_and_by_propensity_it_is_right_on_average(seasons: list[Season]) -> None:
    naive = np.mean([one.sample.found.sum() / one.sample.inspected.sum() for one in seasons])
    gap = [(by_propensity(one.sample).value or 0.0) - one.truth for one in seasons]
    assert naive > 0.045
    assert abs(np.mean(gap)) < 3 * np.std(gap) / 10


def test_revenue_lost_per_declaration_is_covered_too(seasons: list[Season]) -> None:
    assert 89 <= covered([(mean_revenue(one.sample), float(one.revenue.mean())) for one in seasons]) <= 99


def test_revenue_of_those_looked_at_with_hardly_any_chance_speaks_for_no_more_than_there_are() -> None:
    looked = np.arange(100) < 40
    sample = Sample.of(np.full(100, 0.001), looked, ~looked & looked, looked & (np.arange(100) < 20), np.full(100, 900.0))
    assert mean_revenue(sample).value == pytest.approx(450.0)


def test_each_office_and_category_has_its_own_estimate_and_they_add_up() -> None:
    season = Season(1)
    offices = by_group(season.sample, list(season.office))
    assert set(offices) == {"north", "south"}
    assert sum(one.population for one in offices.values()) == 20_000
    kinds = [by_propensity(of_category(season.sample, season.kinds, kind)).value for kind in ("value", "origin")]
    assert sum(kinds) == pytest.approx(by_propensity(season.sample).value)  # type: ignore[arg-type]


def test_the_interval_widens_from_what_is_found_to_what_may_be_missed() -> None:
    season = Season(2, misses=True)
    found, right = sensitivity(season.sample, MISSED, season.kinds, season.how)
    assert found.value is not None
    assert right.value is not None
    assert found.value < right.value
    assert right.high - right.low > 1.2 * (found.high - found.low)


def test_nobody_looked_is_no_estimate_and_not_nothing_wrong() -> None:
    none = np.zeros(50, dtype=bool)
    sample = Sample.of(np.full(50, 0.1), none, none, none)
    assert by_propensity(sample) == Estimate(None, 0.0, 1.0, 0, 0, 50)
    assert from_draw(sample) == Estimate(None, 0.0, 1.0, 0, 0, 50)
    assert mean_revenue(sample).value is None


def test_nothing_found_among_few_leaves_much_possible() -> None:
    looked, none = np.ones(20, dtype=bool), np.zeros(20, dtype=bool)
    got = by_propensity(Sample.of(np.full(20, 0.1), looked, looked, none))
    assert got.value == 0.0
    assert 0.1 < got.high < 0.25


def test_where_everything_is_inspected_for_sure_nothing_is_left_to_estimate() -> None:
    looked = np.ones(40, dtype=bool)
    got = by_propensity(Sample.of(np.ones(40), looked, ~looked, np.arange(40) < 10))
    assert (got.value, got.low, got.high) == (0.25, 0.25, 0.25)


def test_whoever_was_inspected_had_a_chance() -> None:
    one = np.ones(1, dtype=bool)
    with pytest.raises(AssertionError):
        Sample.of(np.zeros(1), one, one, one)


@pytest.mark.parametrize(("found", "of"), [(0, 30), (1, 30), (15, 30), (30, 30), (7, 5000)])
def test_wilson_lies_within_or_near_the_exact_interval(found: int, of: int) -> None:
    (low, high), (exact_low, exact_high) = wilson(found, of), exact(found, of)
    assert exact_low <= found / of <= exact_high
    assert abs(low - exact_low) + abs(high - exact_high) < 2.5 / of + 0.01


def test_fraud_is_counted_only_where_a_decision_on_intent_says_so() -> None:
    wrong = ItemResult(1, conform=False, category="value", revenue=Decimal(40))
    on_purpose, by_mistake = ItemResult(2, conform=False, category="origin", intent=True), ItemResult(1, conform=False, intent=False)
    got = detected([[ItemResult(1, conform=True)], [wrong], [wrong, on_purpose], [by_mistake], []])
    assert (got.inspected, got.non_compliant, got.fraud, got.undecided, got.revenue) == (5, 3, 1, 1, Decimal(80))
    assert got.categories == {"value": 2, "origin": 1}
