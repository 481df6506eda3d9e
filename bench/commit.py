"""From XML to committed facts, sustained, on both stores; beside the same bytes written in as many durable commits."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.corpus import Corpus, distinct
from bench.figure import Figure
from clearlane.model.receipt import Receipt
from clearlane.office.office import GROUP, Office
from tests import postgres

NUMBER = 10_000
TARGET = "1,000/s sustained"


def figures(corpus: Corpus, *, number: int = NUMBER) -> Iterator[Figure]:
    """Yield declarations a second into SQLite and into PostgreSQL."""
    messages = distinct(corpus.stripped, number)
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{folder}/office.db"
        floor = floor_sqlite(Path(folder) / "floor.db", messages)
        yield Figure("XML in to facts committed, SQLite", taken(address, corpus, messages), "declarations/s", _NAME, floor, TARGET)
    with postgres.server(durable=True) as server, postgres.fresh_database(server) as address:
        floor = floor_postgres(address, messages)
        yield Figure("XML in to facts committed, PostgreSQL", taken(address, corpus, messages), "declarations/s", _NAME, floor, TARGET)


_NAME = f"the bare bytes, one durable commit per {GROUP}"


def taken(address: str, corpus: Corpus, messages: list[bytes]) -> float:
    """Return how many declarations a second an office takes."""
    with Office.open(profile=corpus.profile, store=address) as office:
        start = time.perf_counter()
        taken = sum(isinstance(outcome, Receipt) for outcome in office.lodge_many(messages))
        spent = time.perf_counter() - start
    if taken != len(messages):
        raise AssertionError(f"{len(messages) - taken} of {len(messages)} messages were refused.")
    return taken / spent


def _timed(write: Callable[[list[bytes]], None], messages: list[bytes]) -> float:
    start = time.perf_counter()
    for place in range(0, len(messages), GROUP):
        write(messages[place : place + GROUP])
    return len(messages) / (time.perf_counter() - start)


def floor_sqlite(path: Path, messages: list[bytes]) -> float:
    """Return how many messages a second SQLite takes as bare bytes, in as many durable commits."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute("create table messages (body blob)")

    def write(group: list[bytes]) -> None:
        connection.execute("begin")
        connection.executemany("insert into messages values (?)", [(one,) for one in group])
        connection.execute("commit")

    spent = _timed(write, messages)
    connection.close()
    return spent


def floor_postgres(address: str, messages: list[bytes]) -> float:
    """Return the same for PostgreSQL."""
    import psycopg  # noqa: PLC0415 - only with a server

    with psycopg.connect(address) as connection:
        connection.execute("create table messages (body bytea)")
        connection.commit()

        def write(group: list[bytes]) -> None:
            with connection.cursor() as cursor:
                cursor.executemany("insert into messages values (%s)", [(one,) for one in group])
            connection.commit()

        return _timed(write, messages)
