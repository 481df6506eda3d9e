"""Opening a store: its tables are brought up to date, or it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from clearlane.model.refusals import Refusal
from clearlane.store.migrations import NewerStore, migrations
from clearlane.store.unavailable import Unavailable
from tests.store.opening import opened, run_sql
from tests.store.samples import write


def test_every_step_taken_is_noted(url: str) -> None:
    opened(url).close()
    kind = "sqlite" if url.startswith("sqlite:") else "postgres"
    assert run_sql(url, "SELECT number, name FROM migrations ORDER BY number") == [(step.number, step.name) for step in migrations(kind)]


def test_both_databases_have_the_same_steps_numbered_without_gaps() -> None:
    steps = [[(step.number, step.name) for step in migrations(kind)] for kind in ("sqlite", "postgres")]
    assert steps[0] == steps[1]
    assert [number for number, _ in steps[0]] == list(range(1, len(steps[0]) + 1))


def test_a_store_of_a_newer_program_is_refused_and_left_alone(url: str) -> None:
    store = opened(url)
    records = write(store)
    store.close()
    run_sql(url, "INSERT INTO migrations (number, name, applied_at) VALUES (999, 'from the future', '')")
    with pytest.raises(NewerStore, match="version 999") as refused:
        opened(url)
    assert refused.value.fields["store"] == 999
    run_sql(url, "DELETE FROM migrations WHERE number = 999")
    again = opened(url)
    assert list(again.facts()) == records
    again.close()


def test_a_step_that_fails_changes_nothing(url: str) -> None:
    run_sql(url, "CREATE TABLE series (name text)")
    with pytest.raises(Unavailable, match="already exists"):
        opened(url)
    run_sql(url, "DROP TABLE series")
    store = opened(url)
    assert len(write(store)) == 4
    store.close()


@pytest.mark.parametrize("address", ["sqlite:////nowhere/at/all/office.db", "postgresql://clerk:secret@localhost:1/office"])
def test_a_store_that_cannot_be_reached_is_named_without_its_password(address: str) -> None:
    with pytest.raises(Refusal) as refused:
        opened(address)
    assert refused.value.kind == "unavailable"
    assert "secret" not in str(refused.value.words)
    assert "office" in refused.value.words.en


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear sirs, " * 100)
    with pytest.raises(Unavailable, match="not a database"):
        opened(f"sqlite:///{file}")
