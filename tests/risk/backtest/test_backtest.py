"""A back-test says whom profiles hit, what is known of it, and what is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.risk.backtest import (
    BacktestReport,
    Costs,
    Daily,
    Hits,
    Outcomes,
    Record,
    daily,
    forecast,
    overlap,
    report,
    stopped,
    to_retire,
    weekly,
)
from clearlane.risk.estimate import Sample

ROWS = 2000


def hits(code: str, *rows: int, share: float = 1.0) -> Hits:
    return Hits(code, np.array(rows, dtype=np.int64), share)


def year(seed: int = 1) -> Outcomes:
    """An invented stretch of 100 days: every tenth row drawn and inspected, one in twenty wrong, one in four of the first 200."""
    dice = np.random.default_rng(seed)
    wrong = dice.random(ROWS) < np.where(np.arange(ROWS) < 200, 0.25, 0.05)
    drawn = dice.random(ROWS) < 0.1
    sample = Sample.of(np.full(ROWS, 0.1), drawn, drawn, wrong, np.where(wrong, 100.0, 0.0))
    day, office = np.arange(ROWS, dtype=np.int32) % 100, np.arange(ROWS, dtype=np.int32) % 2
    return Outcomes(day, office, ("north", "south"), sample)


def tried(*profiles: Hits, outcomes: Outcomes | None = None, costs: Costs | None = None) -> BacktestReport:
    return report(profiles, outcomes or year(), {"north": 1}, costs)


def test_hits_unique_hits_and_overlap_are_counted() -> None:
    got = tried(hits("A", 1, 2, 3, 4), hits("B", 3, 4, 5), hits("C", 4, 9))
    assert [(one.hits, one.unique) for one in got.profiles] == [(4, 2), (3, 1), (2, 1)]
    assert [one.overlaps for one in got.profiles] == [(("B", 2), ("C", 1)), (("A", 2), ("C", 1)), (("A", 1), ("B", 1))]
    assert (got.hit, got.rows, got.days) == (6, ROWS, 100)


def test_hits_nobody_inspected_have_no_rate_rather_than_a_rate_of_nothing() -> None:
    outcomes = year()
    unseen = np.flatnonzero(~outcomes.sample.inspected)[:50]
    got = tried(Hits("A", unseen), outcomes=outcomes).profiles[0]
    assert (got.rate, got.unseen, got.expected.value) == (None, None, None)
    assert (got.low, got.high) == (0.0, 1.0)
    assert "Nobody inspected" in got.warnings[0].en


def test_fewer_than_thirty_inspected_hits_carry_a_warning_and_thirty_do_not() -> None:
    looked = np.flatnonzero(year().sample.inspected)
    few, enough = tried(Hits("A", looked[:29]), Hits("B", looked[:30])).profiles
    assert "Only 29" in few.warnings[0].en
    assert enough.warnings == ()
    assert enough.low <= (enough.rate or 0.0) <= enough.high
    assert enough.revenue == 100.0 * enough.findings


def test_what_is_expected_among_hits_and_outside_comes_from_those_inspected_by_chance() -> None:
    tries = [tried(hits("A", *range(200)), outcomes=year(seed)) for seed in range(30)]
    assert np.mean([one.profiles[0].expected.value for one in tries]) == pytest.approx(0.25, abs=0.03)
    assert np.mean([one.outside.value for one in tries]) == pytest.approx(0.05, abs=0.01)
    assert np.mean([one.missed for one in tries]) == pytest.approx(90, abs=18)
    assert np.mean([one.profiles[0].unseen for one in tries]) == pytest.approx(45, abs=6)


def test_inspections_and_delay_follow_the_share_and_what_an_hour_costs() -> None:
    got = tried(hits("A", *range(200), share=0.5), costs=Costs(hours=4.0, hourly=10.0))
    assert got.profiles[0].daily == Daily(2.0, 0.0, 2.0, 2, 100)
    assert (got.profiles[0].inspections, got.profiles[0].delay) == (1.0, 40.0)


def test_each_office_is_held_against_its_capacity_and_a_row_is_inspected_once() -> None:
    got = tried(hits("A", *range(0, 400, 2)), hits("B", *range(0, 400, 2)))
    north, south = got.loads
    assert (north.mean, north.capacity, north.over, north.days) == (2.0, 1, 50, 100)
    assert (south.mean, south.capacity, south.over) == (0.0, None, None)


def test_a_profile_that_hits_nothing_and_no_profiles_at_all_are_reported() -> None:
    empty = tried(hits("A")).profiles[0]
    assert (empty.hits, empty.rate, empty.daily.mean) == (0, None, 0.0)
    assert "hit nothing" in empty.warnings[0].en
    assert tried().profiles == ()


@given(st.lists(st.sets(st.integers(0, 25), max_size=12), max_size=7))
def test_the_sparse_overlap_is_that_of_every_pair(drawn: list[set[int]]) -> None:
    got = overlap([hits(str(count), *sorted(rows)) for count, rows in enumerate(drawn)], 26)
    pairs = {(a, b): len(drawn[a] & drawn[b]) for a in range(len(drawn)) for b in range(a + 1, len(drawn))}
    found = {(int(a), int(b)): int(n) for a, b, n in zip(got.first, got.second, got.both, strict=True)}
    assert found == {pair: both for pair, both in pairs.items() if both}
    others = [set().union(*(rows for b, rows in enumerate(drawn) if b != a)) for a in range(len(drawn))]
    assert got.unique.tolist() == [len(rows - others[a]) for a, rows in enumerate(drawn)]


def test_rows_beyond_a_block_meet_too() -> None:
    far = (1 << 20) + 5
    got = overlap([hits("A", 1, far), hits("B", far)], far + 1)
    assert (got.unique.tolist(), got.both.tolist(), got.of(1)) == ([1, 0], [1], [(0, 1)])


def test_the_forecast_does_not_stop_a_lumpy_profile_on_an_ordinary_busy_day() -> None:
    weekly = Outcomes(np.arange(ROWS, dtype=np.int32) // 20, year().office, ("north", "south"), year().sample)
    lumpy = daily(np.flatnonzero(weekly.day % 10 == 0), weekly)
    assert (lumpy.mean, lumpy.most) == (2.0, 20)
    assert stopped(lumpy.most, lumpy.mean, 3.0)
    assert forecast(Daily(10.0, 2.0, 14.0, 20, 90)) == 10.0
    assert forecast(Daily(2.0, 9.0, 30.0, 40, 90)) == 10.0
    assert not stopped(lumpy.most, forecast(lumpy), 3.0)


def test_the_breaker_stops_what_leaves_its_forecast_but_not_a_handful() -> None:
    assert stopped(301, 100.0, 3.0)
    assert not stopped(300, 100.0, 3.0)
    assert not stopped(10, 0.0, 3.0)
    assert stopped(11, 0.0, 3.0)


def test_profiles_are_proposed_for_retirement_when_quiet_or_worse_than_chance() -> None:
    records = [
        Record("quiet", 400, 90, 50, 25),
        Record("never", 90, None, 0, 0),
        Record("new", 30, None, 0, 0),
        Record("worse", 400, 1, 100, 1),
        Record("good", 400, 1, 100, 3),
        Record("unsure", 400, 1, 29, 0),
    ]
    assert set(to_retire(records, 0.025)) == {"quiet", "never", "worse"}
    assert set(to_retire(records, None)) == {"quiet", "never"}


def test_hits_by_week_add_up_and_the_last_week_may_be_short() -> None:
    rows = np.arange(0, ROWS, 3, dtype=np.int64)
    weeks = weekly(rows, year())
    assert (len(weeks), sum(weeks)) == (15, len(rows))
    assert weeks[0] == sum(1 for row in rows.tolist() if row % 100 < 7)
