"""A small invented country, read once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from clearlane.learning.benchmark.inputs import Inputs, inputs_of
from clearlane.learning.benchmark.table import Season, season
from clearlane.learning.benchmark.worlds.plan import WorldPlan
from clearlane.learning.benchmark.worlds.world import COLUMNS, World

SMALL = WorldPlan(weeks=36, per_week=200, importers=250, brokers=30, shock_week=16, ring_begins=20, ring_weeks=12, ring_rows=14)


@pytest.fixture(scope="session")
def columns() -> Mapping[str, tuple[Any, ...]]:
    """The columns of a small country."""
    return dict(zip(COLUMNS, zip(*World(3, SMALL).rows(), strict=True), strict=True))


@pytest.fixture(scope="session")
def small(columns: Mapping[str, tuple[Any, ...]]) -> Season:
    """A small country as a season."""
    return season(columns)


@pytest.fixture(scope="session")
def inputs(small: Season) -> Inputs:
    """Its inputs."""
    return inputs_of(small)
