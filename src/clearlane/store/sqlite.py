"""SQLite: the store of an embedded office, one file beside which nothing needs to run.

Commits are durable (write-ahead log, ``synchronous=FULL``). While one works, everybody else reads what was last committed,
in this process and in others. A second writer waits, for a minute at most.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from clearlane.store.migrations import HISTORY, LATEST, missing
from clearlane.store.pool import Pool
from clearlane.store.reading import Reader
from clearlane.store.rows import DOCUMENT, Row
from clearlane.store.unavailable import unavailable
from clearlane.store.writing import Writer

PATIENCE = 60.0
READERS = 16
_SCHEME, _MEMORY = "sqlite://", ":memory:"
_DURABLE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
_BEGIN = "BEGIN IMMEDIATE"


class SqliteReader(Reader):
    """Questions in SQLite's words, asked over a connection lent."""

    @abstractmethod
    def _connection(self) -> AbstractContextManager[sqlite3.Connection]:
        """Lend a connection."""

    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        with self._connection() as connection:
            return connection.execute(sql, values).fetchall()

    def _attempts_under(self, pairs: list[tuple[str, str]]) -> list[Row]:
        sql = (
            "SELECT attempts.body FROM json_each(?) AS asked CROSS JOIN attempts "
            "ON attempts.declarant = asked.value ->> 0 AND attempts.reference = asked.value ->> 1 ORDER BY attempts.place"
        )
        return self._ask(sql, (json.dumps(pairs),))

    def _raw(self, column: str) -> str:
        return f"CAST({column} AS BLOB)"

    def _signed(self) -> str:
        return 'instr(body, \'"by":"\') > 0'

    def _chosen_of(self, consignments: list[str]) -> list[Row]:
        sql = (
            "SELECT chosen.body FROM json_each(?) AS asked CROSS JOIN chosen "
            "ON chosen.consignment = asked.value AND chosen.consignment <> '' ORDER BY chosen.at, chosen.number"
        )
        return self._ask(sql, (json.dumps(consignments),))


class SqliteWork(SqliteReader, Writer):
    """One write transaction in SQLite."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._own = connection

    def _connection(self) -> AbstractContextManager[sqlite3.Connection]:
        return nullcontext(self._own)

    def _do(self, sql: str, values: Sequence[Any] = ()) -> None:
        self._own.execute(sql, values)

    def _insert(self, table: str, columns: Sequence[str], new: list[Row]) -> None:
        self._own.executemany(_insertion(table, columns), new)

    def _keep(self, new: list[Row]) -> None:
        self._own.executemany(_insertion("documents", DOCUMENT) + " ON CONFLICT DO NOTHING", new)

    def _replace(self, table: str, columns: Sequence[str], keys: int, new: list[Row]) -> None:
        changes = ", ".join(f"{column} = excluded.{column}" for column in columns[keys:])
        same = ", ".join(columns[:keys])
        self._own.executemany(f"{_insertion(table, columns)} ON CONFLICT ({same}) DO UPDATE SET {changes}", new)

    def _standings(self, numbers: list[str]) -> list[Row]:
        sql = "SELECT state, lane, currency, duty FROM json_each(?) AS asked CROSS JOIN cases ON cases.number = asked.value"
        return self._ask(sql, (json.dumps(numbers),))

    def commit(self) -> None:
        """Make it durable."""
        self._finish()
        self._own.execute("COMMIT")


class SqliteStore(SqliteReader):
    """Facts at rest in one SQLite file.

    Args:
      url: ``sqlite:///office.db`` for a file here, ``sqlite:////var/lib/office.db`` for one anywhere,
        ``sqlite:///:memory:`` for a store that is gone when it is closed.

    Raises:
      Unavailable: The file cannot be opened.
      NewerStore: A newer program has changed its tables.
    """

    def __init__(self, url: str) -> None:
        self._path = url.removeprefix(_SCHEME).removeprefix("/") or _MEMORY
        self._writing = threading.RLock()
        self._readers: Pool[sqlite3.Connection] | None = None
        try:
            self._writer = _connected(self._path)
            _make_durable(self._writer)
            _migrate(self._writer)
        except sqlite3.Error as reason:
            raise unavailable(url, reason) from reason
        if self._path != _MEMORY:
            self._readers = Pool(self._reader, READERS)

    @contextmanager
    def work(self) -> Iterator[SqliteWork]:
        """Open a write transaction; it commits at the end of the block and vanishes whole on an error.

        Raises:
          Unavailable: Another process has been writing for longer than a minute. Nothing was recorded.
        """
        with self._writing:
            if self._writer.in_transaction:
                raise RuntimeError("A work is already open in this thread; end it before opening another.")
            try:
                self._writer.execute(_BEGIN)
            except sqlite3.OperationalError as reason:
                raise unavailable(f"{_SCHEME}/{self._path}", reason) from reason
            with _rolled_back_unless_committed(self._writer):
                work = SqliteWork(self._writer)
                yield work
                work.commit()

    def close(self) -> None:
        """Let go of connections."""
        if self._readers:
            self._readers.close()
        with self._writing:
            self._writer.close()

    def _connection(self) -> AbstractContextManager[sqlite3.Connection]:
        return self._readers.lent() if self._readers else self._shared()

    @contextmanager
    def _shared(self) -> Iterator[sqlite3.Connection]:
        """Lend the one connection of a store in memory: whoever asks waits until a work of another thread has ended."""
        with self._writing:
            yield self._writer

    def _reader(self) -> sqlite3.Connection:
        connection = _connected(self._path)
        connection.execute("PRAGMA query_only=ON")
        return connection


def _connected(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


@contextmanager
def _rolled_back_unless_committed(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _insertion(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


def _make_durable(connection: sqlite3.Connection) -> None:
    """Set how the file is kept. SQLite does not wait for others who change its journal at this moment, so we do."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.executescript(_DURABLE)
        except sqlite3.OperationalError as reason:
            if reason.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date; where they are, no lock is taken."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").fetchall()
    if known and not missing("sqlite", connection.execute(LATEST).fetchone()[0]):
        return
    connection.execute(_BEGIN)
    with _rolled_back_unless_committed(connection):
        connection.execute(HISTORY)
        for migration in missing("sqlite", connection.execute(LATEST).fetchone()[0]):
            for statement in _statements(migration.sql):
                connection.execute(statement)
            connection.execute(migration.note)
        connection.execute("COMMIT")


def _statements(sql: str) -> Iterator[str]:
    """Split a script into statements, so that all of them run within one transaction."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
