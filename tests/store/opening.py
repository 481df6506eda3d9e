"""Open a store by its address, and look into it past its own questions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import psycopg

from clearlane.store.postgres import PostgresStore
from clearlane.store.sqlite import SqliteStore

AnyStore = SqliteStore | PostgresStore


def opened(url: str) -> AnyStore:
    return SqliteStore(url) if url.startswith("sqlite:") else PostgresStore(url)


def run_sql(url: str, sql: str) -> list[tuple[Any, ...]]:
    """Run a statement over a connection of its own, as an administrator would."""
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as file:
            return file.execute(sql).fetchall()
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(sql.encode())
        return cursor.fetchall() if cursor.description else []
