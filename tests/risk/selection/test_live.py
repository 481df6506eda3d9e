"""Live selection keeps to the capacity as declarations arrive; a queue cut anew gives up only what may be given up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.risk_policy import SelectionPolicy
from clearlane.risk.selection import Candidate, Queued, SharedHit, Shift, Threshold, Waiting, aged, decide, recut
from clearlane.risk.selection.recut import Recut

POLICY = SelectionPolicy(random_share=0.02, revenue_power=0.5)


def season(arrivals: int, places: int, policy: SelectionPolicy) -> tuple[float, float, float]:
    """Play a shift; return places used, the value found by rank, and the value the best would have had."""
    dice, recent = np.random.default_rng(3), Threshold()
    for value in dice.lognormal(0, 1, 2000):
        recent.learn(value * 0.1)
    left, found, values = places, 0.0, dice.lognormal(0, 1, arrivals)
    for count, value in enumerate(values):
        one = Candidate(str(count), probability=0.1, revenue=value * value, drawn=bool(dice.random() < 0.02), coin=dice.random())
        got = decide(one, Shift(left, arrivals - count, 0.02), recent, policy, {})
        recent.learn(got.value)
        left -= got.lane == "red"
        found += value if got.arm == "ranking" else 0.0
    return places - left, found, float(np.sort(values)[::-1][: places - round(0.02 * arrivals)].sum())


def test_a_shift_s_places_are_used_and_nearly_the_most_valuable_get_them() -> None:
    used, found, best = season(2000, 120, POLICY)
    assert 108 <= used <= 122
    assert found > 0.9 * best


def test_no_place_left_means_rank_takes_nobody_but_the_draw_and_mandatory_profiles_do() -> None:
    full, recent = Shift(0, 100), Threshold()
    rich = Candidate("rich", probability=0.9, revenue=1e6)
    assert decide(rich, full, recent, POLICY, {}).arm == "none"
    assert decide(Candidate("d", drawn=True), full, recent, POLICY, {}).arm == "random"
    assert decide(Candidate("m", (SharedHit("M", "yellow"),)), full, recent, POLICY, {}).lane == "yellow"


def test_equal_values_are_not_all_taken_at_once() -> None:
    recent = Threshold()
    for _ in range(100):
        recent.learn(1.0)
    taken = [decide(Candidate("n", probability=1.0, revenue=1.0), Shift(0, 50), recent, POLICY, {}).arm for _ in range(5)]
    assert taken == ["none"] * 5


def test_exploring_takes_below_the_line_as_often_as_it_says() -> None:
    dice, recent, policy = np.random.default_rng(5), Threshold(), SelectionPolicy(random_share=0.01, exploration=0.5)
    for value in range(1000):
        recent.learn(float(value + 10))
    got = [decide(Candidate("n", probability=1e-9, coin=dice.random()), Shift(200, 1000), recent, policy, {}) for _ in range(3000)]
    share = sum(one.arm == "ranking" for one in got) / 3000
    assert abs(share - 0.1) < 0.02
    assert abs(got[0].propensity - (1 - 0.99 * 0.9)) < 1e-9


def test_lanes_below_their_expected_rate_are_filled_by_rank() -> None:
    recent = Threshold()
    for value in range(100):
        recent.learn(float(value))
    policy, short = SelectionPolicy(random_share=0.01, revenue_power=0.0), Shift(10, 100, due={"yellow": 0.1, "blue": 0.1})
    lanes = [decide(Candidate("n", probability=value), short, recent, policy, {}).lane for value in (95.0, 85.0, 75.0, 65.0)]
    assert lanes == ["red", "yellow", "blue", "green"]


def test_authorised_operators_are_capped_at_arrival_too() -> None:
    one = Candidate("a", probability=0.9, revenue=1e6, authorised=True)
    policy = SelectionPolicy(random_share=0.01, authorised_cap=0.1)
    assert decide(one, Shift(9, 10, authorised=20, authorised_taken=1), Threshold(), policy, {}).arm == "ranking"
    assert decide(one, Shift(9, 10, authorised=20, authorised_taken=2), Threshold(), policy, {}).arm == "none"


def queued(number: str, arm: str, value: float = 1.0, **more: bool) -> Queued:
    return Queued(number, arm, value, value * 10, 1.0, 0.05, **more)  # type: ignore[arg-type]


QUEUE = [
    queued("must", "mandatory"),
    queued("drawn", "random", 0.0),
    queued("rich", "ranking", 9.0),
    queued("poor", "ranking", 2.0),
    queued("told", "ranking", 1.0, notified=True),
    queued("share", "percentage", 0.5),
    queued("fill", "fill", 8.0),
    queued("both", "ranking", 1.5, drawn=True),
]


def test_fill_falls_before_rank_before_shares_and_the_least_valuable_first() -> None:
    assert recut(QUEUE, 8).fallen == ()
    assert recut(QUEUE, 6).fallen == ("fill", "poor")
    assert recut(QUEUE, 4).fallen == ("fill", "poor", "rich", "share")
    assert recut(QUEUE, 6).given_up == 100.0


def test_mandatory_the_draw_and_what_the_trader_knows_of_wait_instead_of_falling() -> None:
    got = recut(QUEUE, 1)
    assert got.fallen == ("fill", "poor", "rich", "share")
    assert (got.now, got.waiting) == (("must",), (("drawn", 1), ("told", 2), ("both", 3)))
    assert recut(QUEUE, 0).waiting[0] == ("must", 1)


def test_propensities_of_what_fell_and_of_its_drawn_likes_are_restated() -> None:
    assert recut(QUEUE, 6).propensities == {"fill": 0.05, "poor": 0.05, "drawn": 0.05, "both": 0.05}
    assert recut(QUEUE, 8).propensities == {}


def sizes(got: Recut) -> int:
    return len(got.now) + len(got.fallen) + len(got.waiting)


@given(
    st.lists(st.tuples(st.sampled_from(["mandatory", "percentage", "ranking", "random", "fill"]), st.booleans()), max_size=30),
    st.integers(0, 30),
)
def test_a_recut_loses_nobody_and_never_gives_up_more_than_it_must(drawn: list[tuple[str, bool]], places: int) -> None:
    queue = [queued(str(i), arm, float(i), notified=told) for i, (arm, told) in enumerate(drawn)]
    got = recut(queue, places)
    fixed = {one.number for one in queue if not one.can_fall}
    assert sizes(got) == len(queue)
    assert not fixed & set(got.fallen)
    assert len(got.fallen) == min(max(0, len(queue) - places), len(queue) - len(fixed))


def test_yellow_goes_to_blue_after_the_days_unless_drawn_mandatory_or_begun() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    old, new = now - timedelta(days=3), now - timedelta(days=2, hours=23)
    cases = [
        Waiting("old", "yellow", old, "ranking"),
        Waiting("new", "yellow", new, "ranking"),
        Waiting("red", "red", old, "ranking"),
        Waiting("must", "yellow", old, "mandatory"),
        Waiting("drawn", "yellow", old, "fill", drawn=True),
        Waiting("begun", "yellow", old, "fill", begun=True),
    ]
    assert aged(cases, now, 3) == ("old",)
    assert aged(cases, now, None) == ()


def filled(arrivals: int, values: list[float]) -> list[str]:
    """Play a shift that expects 15 % yellow, each arrival of the next of these values; return the lanes in their order."""
    dice, recent, lanes = np.random.default_rng(11), Threshold(), list[str]()
    for count in range(arrivals):
        left = arrivals - count
        due = (0.15 * arrivals - lanes.count("yellow")) / left
        one = Candidate(str(count), probability=values[count % len(values)], tie=dice.random())
        policy = SelectionPolicy(random_share=0.01, revenue_power=0.0)
        got = decide(one, Shift(0, left, due={"yellow": due} if due > 0 else {}), recent, policy, {})
        recent.learn(got.value)
        lanes.append(got.lane)
    return lanes


@pytest.mark.parametrize("values", [[0.0], [0.2, 0.2, 0.2], [0.1, 0.1, 0.1, 0.3]], ids=["no model", "one rank", "ties below"])
def test_where_ranks_are_equal_a_lane_is_filled_evenly_over_the_shift(values: list[float]) -> None:
    lanes = filled(1000, values)
    for moment in (100, 300, 600, 1000):
        assert abs(lanes[:moment].count("yellow") / moment - 0.15) < 3 * (0.15 * 0.85 / moment) ** 0.5
    assert abs(lanes.count("yellow") - 150) <= 5


def test_the_chance_told_is_the_chance_had_where_ranks_are_equal() -> None:
    policy, shift = SelectionPolicy(random_share=0.01, revenue_power=0.0), Shift(0, 100, due={"red": 0.1, "blue": 0.2})
    dice = np.random.default_rng(2)
    got = [decide(Candidate("n", tie=dice.random()), shift, Threshold(), policy, {}) for _ in range(4000)]
    assert abs(sum(one.lane == "red" for one in got) / 4000 - 0.1) < 0.02
    assert abs(sum(one.lane == "blue" for one in got) / 4000 - 0.2) < 0.02
    assert {round(one.propensity, 9) for one in got} == {round(1 - 0.99 * 0.9, 9)}
