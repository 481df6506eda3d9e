"""The cut of a batch keeps the order of a customs office, its capacity, and what each decision says of its own chance."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.risk_policy import SelectionPolicy
from clearlane.risk.selection import Candidate, Capacity, Plan, SharedHit, cut, faults, rank_value
from clearlane.risk.selection.sampling import inclusion, systematic

POLICY = SelectionPolicy(random_share=0.1, revenue_power=0.5)
ALWAYS = SharedHit("M-1", "red")
ROOM = Capacity(3)


def arms(plan: Plan) -> dict[str, str]:
    return {one.number: one.arm for one in plan.decisions}


def scored(*values: float) -> list[Candidate]:
    return [Candidate(f"n{place}", probability=value, revenue=100.0) for place, value in enumerate(values)]


def test_mandatory_then_shares_then_the_draw_then_rank() -> None:
    chance = SharedHit("P-1", "red", share=0.4, coin=0.3)
    batch = [
        *scored(0.9, 0.8, 0.7),
        Candidate("mandatory", (ALWAYS,), drawn=True),
        Candidate("share", (chance,)),
        Candidate("drawn", drawn=True),
    ]
    got = cut(batch, Capacity(5), POLICY)
    assert arms(got) == {"n0": "ranking", "n1": "ranking", "n2": "none", "mandatory": "mandatory", "share": "percentage", "drawn": "random"}
    assert got.line == rank_value(batch[1], POLICY)
    assert [one.drawn for one in got.decisions] == [False, False, False, True, False, True]


def test_the_draw_keeps_its_places_however_valuable_the_others_are() -> None:
    drawn = [Candidate(f"d{count}", drawn=True) for count in range(3)]
    assert Counter(one.arm for one in cut([*scored(0.9, 0.9), *drawn], ROOM, POLICY).decisions) == {"random": 3, "none": 2}


def test_what_goes_beyond_the_capacity_waits_and_is_not_dropped() -> None:
    must = [Candidate(f"m{count}", (ALWAYS,)) for count in range(8)]
    assert [one.waits for one in cut(must, ROOM, POLICY).decisions] == [0, 0, 0, 1, 1, 1, 2, 2]
    assert {one.arm for one in cut(must, Capacity(0), POLICY).decisions} == {"mandatory"}


def test_a_share_is_due_once_so_many_hits_went_by() -> None:
    batch = [Candidate(f"q{count}", (SharedHit("P-1", "red", 0.1, 0.99, quiet_hits=2),)) for count in range(6)]
    first = cut(batch, Capacity(6), SelectionPolicy(ranking_lane="yellow", random_share=0.1), {"P-1": 1})
    assert [one.arm for one in first.decisions[:5] if one.lane == "red"] == ["percentage", "percentage"]
    assert [one.number for one in first.decisions if one.arm == "percentage"] == ["q1", "q4"]
    assert [one.propensity for one in first.decisions if one.number == "q1"] == [1.0]
    assert dict(first.quiet) == {"P-1": 1}


def test_lanes_are_filled_red_before_yellow_before_blue() -> None:
    policy = SelectionPolicy(random_share=0.1, expected={"red": 0.4, "yellow": 0.2, "blue": 0.2})
    got = cut(scored(*(count / 10 for count in range(10, 0, -1))), Capacity(3, 10), policy)
    assert [one.lane for one in got.decisions] == ["red"] * 3 + ["yellow"] * 2 + ["blue"] * 2 + ["green"] * 3
    assert [one.arm for one in got.decisions] == ["ranking"] * 3 + ["fill"] * 4 + ["none"] * 3
    assert [round(one.propensity, 6) for one in got.decisions[5:]] == [0.1] * 5


def test_authorised_operators_are_capped_except_by_mandatory_profiles_and_the_draw() -> None:
    policy = SelectionPolicy(random_share=0.1, authorised_cap=0.25)
    batch = [Candidate(f"a{count}", probability=0.9, revenue=100.0, authorised=True) for count in range(8)]
    batch += [Candidate("must", (ALWAYS,), authorised=True), Candidate("drawn", authorised=True, drawn=True), *scored(0.1, 0.1)]
    got = cut(batch, Capacity(9), policy)
    assert Counter(one.arm for one in got.decisions if one.number.startswith("a")) == {"ranking": 2, "none": 6}
    assert (arms(got)["must"], arms(got)["drawn"], arms(got)["n0"]) == ("mandatory", "random", "ranking")


def test_the_closest_lane_of_all_that_took_it_counts() -> None:
    both = Candidate("both", (SharedHit("B-1", "blue"), SharedHit("Y-1", "yellow")))
    assert cut([both], ROOM, POLICY).decisions[0].lane == "yellow"
    assert cut([Candidate("drawn", (SharedHit("B-1", "blue"),), drawn=True)], ROOM, POLICY).decisions[0].lane == "red"


def test_blue_alone_is_no_inspection_before_release_so_its_chance_stays_the_draw_s() -> None:
    blue = cut([Candidate("b", (SharedHit("B-1", "blue"),))], Capacity(0), POLICY).decisions[0]
    assert (blue.arm, blue.lane, round(blue.propensity, 9)) == ("mandatory", "blue", 0.1)


def test_the_propensity_is_how_often_one_is_inspected_over_all_coins_and_draws() -> None:
    dice, times, size = np.random.default_rng(7), 400, 48
    policy, values = SelectionPolicy(random_share=0.2, exploration=0.5), np.random.default_rng(1).random(48)
    seen, said = np.zeros(size), np.zeros(size)
    for _ in range(times):
        coins, drawn = dice.random(size), dice.random(size) < 0.2
        hits = [(SharedHit("P", "red", 0.3, coin),) if place % 3 == 0 else () for place, coin in enumerate(coins)]
        batch = [Candidate(str(i), hits[i], values[i], 9.0, bool(drawn[i]), unknown=1.0 + i % 4) for i in range(size)]
        for place, one in enumerate(cut(batch, Capacity(25), policy, start=dice.random()).decisions):
            seen[place] += one.lane == "red"
            said[place] += one.propensity
    gap = (seen - said) / times
    assert np.abs(gap).max() < 0.1
    assert abs(gap.mean()) < 0.01


@given(st.lists(st.floats(0, 50), min_size=1, max_size=30), st.integers(0, 20), st.floats(0, 0.999999))
def test_exploring_gives_exactly_the_places_there_are(weights: list[float], places: int, start: float) -> None:
    chances = inclusion(weights, places)
    assert all(0 <= chance <= 1 for chance in chances)
    assert sum(chances) == pytest.approx(min(places, sum(weight > 0 for weight in weights)))
    assert len(systematic(chances, start)) == pytest.approx(sum(chances))


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1e9), st.booleans(), st.booleans(), st.booleans()), max_size=40), st.integers(0, 12)
)
def test_nothing_targeted_goes_beyond_the_capacity(drawn: list[tuple[float, float, bool, bool, bool]], places: int) -> None:
    batch = [Candidate(str(i), (ALWAYS,) if must else (), p, r, d, a) for i, (p, r, d, a, must) in enumerate(drawn)]
    got = cut(batch, Capacity(places), SelectionPolicy(random_share=0.5, expected={"red": 0.5}))
    sure = sum(one.arm in {"mandatory", "random"} for one in got.decisions)
    assert sum(one.lane == "red" for one in got.decisions) <= max(places, sure)
    assert all(one.arm != "none" for one, given in zip(got.decisions, batch, strict=True) if given.hits or given.drawn)
    assert all(0.5 <= one.propensity <= 1 for one in got.decisions)


def test_a_policy_that_cannot_be_signed_says_why() -> None:
    assert faults(POLICY) == ()
    bad = SelectionPolicy(random_share=0.0, revenue_power=-1.0, expected={"red": 0.9, "blue": 0.2}, exploration=2.0)
    assert len(faults(bad)) == 4
