"""The PostgreSQL that the tests stand on."""

from __future__ import annotations

import psycopg

from tests import postgres


def test_a_fresh_database_is_empty_and_gone_afterwards(postgres_url: str) -> None:
    with postgres.fresh_database(postgres_url) as address, psycopg.connect(address) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        name = connection.info.dbname
    with psycopg.connect(postgres_url) as connection:
        left = connection.execute("SELECT count(*) FROM pg_database WHERE datname = %s", [name]).fetchone()
    assert (tables, left) == ((0,), (0,))


def test_what_one_database_keeps_another_does_not_see(postgres_url: str, postgres_database: str) -> None:
    with psycopg.connect(postgres_database) as connection:
        connection.execute("CREATE TABLE only_here ()")
    with postgres.fresh_database(postgres_url) as other, psycopg.connect(other) as connection:
        assert connection.execute("SELECT to_regclass('only_here')").fetchone() == (None,)
