"""Stores to test: what is promised is promised by each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.opening import AnyStore, opened


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new store that outlives whoever opens it."""
    return f"sqlite:///{tmp_path}/office.db" if request.param == "sqlite" else str(request.getfixturevalue("postgres_database"))


@pytest.fixture(params=["sqlite", "memory", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnyStore]:
    """A new store, open."""
    urls = {"sqlite": f"sqlite:///{tmp_path}/office.db", "memory": "sqlite:///:memory:"}
    with closing(opened(urls.get(request.param) or request.getfixturevalue("postgres_database"))) as store:
        yield store
