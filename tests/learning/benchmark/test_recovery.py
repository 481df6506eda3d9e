"""A scheme that begins in the middle of a season raises an alarm, and is then found as well as anything before it."""

from __future__ import annotations

import numpy as np
import pytest

from clearlane.learning.benchmark.inputs import Inputs, inputs_of
from clearlane.learning.benchmark.recovery import recovery
from clearlane.learning.benchmark.selective import evaluate_selective
from clearlane.learning.benchmark.table import Season, season
from clearlane.learning.benchmark.worlds.plan import WorldPlan
from clearlane.learning.benchmark.worlds.world import COLUMNS, World

PLAN = WorldPlan(weeks=38, per_week=600, importers=800, brokers=60, ring_begins=26, ring_weeks=12, ring_rows=30, ring_share=0.35)
Told = tuple[Season, Inputs]


def world(plan: WorldPlan, seed: int) -> Told:
    declared = season(dict(zip(COLUMNS, zip(*World(seed, plan).rows(), strict=True), strict=True)))
    return declared, inputs_of(declared)


@pytest.fixture(scope="module")
def ringed() -> Told:
    """A country in which a ring begins in week 26."""
    return world(PLAN, 1)


def test_a_new_scheme_raises_an_alarm_and_is_found_within_four_weeks(ringed: Told) -> None:
    pytest.importorskip("lightgbm")
    declared, inputs = ringed
    told = recovery(declared, inputs, evaluate_selective(declared, inputs, 0.05, 1).chosen)
    assert told is not None
    assert told.alarm is not None
    assert told.alarm < told.began + 4
    assert told.spans[1] >= told.before


def test_a_country_without_a_scheme_raises_no_alarm_of_many_beginning_together() -> None:
    declared, inputs = world(WorldPlan(weeks=40, per_week=300, importers=400, brokers=40, ring_firms=0), 1)
    assert inputs.alarms == ()
    assert recovery(declared, inputs, np.zeros(declared.count, np.bool_)) is None


def test_an_alarm_marks_later_declarations_of_those_who_began_together_only(ringed: Told) -> None:
    declared, inputs = ringed
    marked = inputs.column("began_together") > 0
    assert declared.week[marked].min() > PLAN.ring_begins
    assert declared.ring[marked].mean() > 0.8
