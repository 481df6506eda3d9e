"""What tests of the HTTP door may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.desk import Counter, counter


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    """An office behind its HTTP door."""
    with counter(tmp_path) as made:
        yield made
