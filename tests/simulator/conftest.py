"""One piece of imaginary trade for the tests to look at."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice

import pytest

from clearlane.model.profile import Profile
from clearlane.simulator import Economy, Simulated, Truth
from clearlane_xa import profile

SINCE = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.fixture(scope="session")
def trade() -> list[Simulated]:
    """Three thousand messages, sent over some days."""
    return list(islice(Economy.of(7, SINCE).stream(), 3000))


@pytest.fixture(scope="session")
def truths() -> list[Truth]:
    """The truth of the declarations among thirty thousand messages, each counted once."""
    stream = islice(Economy.of(7, SINCE).stream(), 30_000)
    return [one.truth for one in stream if not one.mends and not one.refers_to]


@pytest.fixture(scope="session")
def arcadia() -> Profile:
    """The law of Arcadia."""
    return profile()
