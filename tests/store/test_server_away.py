"""PostgreSQL goes away and comes back: what was under way has failed, and the next try works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest

from clearlane.store.postgres import PostgresStore
from tests.store.opening import run_sql
from tests.store.samples import NOON, case, facts, write


@pytest.fixture
def store(postgres_database: str) -> Iterator[PostgresStore]:
    with closing(PostgresStore(postgres_database)) as store:
        yield store


def cut_off(url: str) -> None:
    """End every other connection to the database, as a restart of the server does."""
    run_sql(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")


def work_cut_off(store: PostgresStore, url: str) -> None:
    with store.work() as work:
        work.append(NOON, [("N2", fact) for fact in facts()])
        cut_off(url)
        work.put_cases([case("N2")])


def test_the_next_question_and_the_next_work_are_answered(store: PostgresStore, postgres_database: str) -> None:
    write(store, "N1")
    cut_off(postgres_database)
    assert store.case("N1") == case("N1")
    cut_off(postgres_database)
    assert [record.seq for record in write(store, "N2")] == [5, 6, 7, 8]


def test_a_work_under_way_fails_whole_and_the_next_one_takes_its_place(store: PostgresStore, postgres_database: str) -> None:
    write(store, "N1")
    with pytest.raises(psycopg.OperationalError):
        work_cut_off(store, postgres_database)
    assert (store.last_seq(), store.case("N2")) == (4, None)
    assert [record.seq for record in write(store, "N3")] == [5, 6, 7, 8]


def test_a_commit_is_durable_even_where_the_database_is_set_to_forget(postgres_database: str) -> None:
    run_sql(postgres_database, f'ALTER DATABASE "{postgres_database.partition("?")[0].rpartition("/")[2]}" SET synchronous_commit = off')
    with closing(PostgresStore(postgres_database)) as store, store.work() as work:
        assert work._ask("SHOW synchronous_commit") == [("on",)]
