"""Invented countries for risk work: the same seed, the same trade; and what is planted is there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from clearlane.learning.benchmark.worlds.plan import WorldPlan
from clearlane.learning.benchmark.worlds.world import COLUMNS, World, write_world

PLAN = WorldPlan(weeks=30, per_week=200, importers=250, brokers=20, shock_week=10, ring_begins=15, ring_weeks=10, ring_rows=12)
AT = {name: place for place, name in enumerate(COLUMNS)}


def test_the_same_seed_writes_the_same_file(tmp_path: Path) -> None:
    for name in ("one.csv", "two.csv"):
        write_world(tmp_path / name, 5, PLAN)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_each_kind_of_misconduct_occurs_and_loses_duty() -> None:
    wrong = [row for row in World(5, PLAN).rows() if row[AT["illicit"]]]
    assert {row[AT["ftype"]] for row in wrong} == {"underval", "misclass", "origin"}
    assert all(float(row[AT["revenue"]]) > 0 for row in wrong)


def test_the_ring_is_there_in_its_weeks_only_and_shares_a_broker() -> None:
    ring = [row for row in World(5, PLAN).rows() if row[AT["ring"]]]
    assert {int(row[AT["week"]]) for row in ring} == set(range(15, 25))
    assert Counter(row[AT["broker"]] for row in ring).most_common(1)[0][1] > len(ring) / 2
    assert len({int(row[AT["hs6"]]) // 10000 for row in ring}) == 1


@pytest.mark.parametrize(("prevalence", "low", "high"), [(0.01, 0.003, 0.02), (0.06, 0.03, 0.1)])
def test_the_prevalence_is_about_what_is_asked_for(prevalence: float, low: float, high: float) -> None:
    rows = list(World(5, WorldPlan(weeks=20, per_week=300, importers=600, prevalence=prevalence, ring_firms=0)).rows())
    assert low < sum(int(row[AT["illicit"]]) for row in rows) / len(rows) < high


def test_duties_rise_with_the_shock() -> None:
    before: dict[object, object] = {}
    risen = 0
    for row in World(5, PLAN).rows():
        if not row[AT["pref"]]:
            early = before.setdefault(row[AT["hs6"]], row[AT["rate"]])
            risen += float(str(row[AT["rate"]])) > float(str(early)) and int(row[AT["week"]]) >= PLAN.shock_week
    assert risen > 0
