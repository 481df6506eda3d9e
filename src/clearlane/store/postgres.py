"""PostgreSQL: the store of an office whose doors stand on more than one machine.

Writers follow one another over an advisory lock taken when a work opens, so the log's order is the order of commits. Readers
are never in the way. After the server has been away, what was under way has failed; the next work or question connects anew.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import TransactionStatus

from clearlane.store.migrations import HISTORY, LATEST, missing
from clearlane.store.pool import Pool
from clearlane.store.reading import Reader
from clearlane.store.rows import DOCUMENT, Row
from clearlane.store.unavailable import unavailable
from clearlane.store.writing import Writer

READERS = 16
WRITERS_LOCK = 7_268_241_953
"""The advisory lock every writer takes, in each database its own."""

_BEGIN = f"BEGIN; SET LOCAL lock_timeout = '60s'; SELECT pg_advisory_xact_lock({WRITERS_LOCK})"
_DURABLE = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
_NUMBERS = ("cases", "priced", "last", "seq", "item")


class PostgresReader(Reader):
    """Questions in PostgreSQL's words."""

    def _attempts_under(self, pairs: list[tuple[str, str]]) -> list[Row]:
        # OFFSET 0 holds the planner to one look into the index per pair, however little it knows of the table.
        sql = (
            "SELECT made.body FROM unnest(?::text[], ?::text[]) AS asked (declarant, reference) CROSS JOIN LATERAL ("
            "SELECT place, body FROM attempts WHERE attempts.declarant = asked.declarant AND attempts.reference = asked.reference OFFSET 0"
            ") AS made ORDER BY made.place"
        )
        return self._ask(sql, tuple(map(list, zip(*pairs, strict=True))))

    def _raw(self, column: str) -> str:
        return f"convert_to({column}, 'UTF8')"

    def _signed(self) -> str:
        return 'strpos(body, \'"by":"\') > 0'

    def _chosen_of(self, consignments: list[str]) -> list[Row]:
        sql = "SELECT body FROM chosen WHERE consignment <> '' AND consignment = ANY(?) ORDER BY at, number"
        return self._ask(sql, (consignments,))


class PostgresWork(PostgresReader, Writer):
    """One write transaction in PostgreSQL."""

    def __init__(self, connection: psycopg.Connection[Row]) -> None:
        super().__init__()
        self._own = connection

    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        return _asked(self._own, sql, values)

    def _do(self, sql: str, values: Sequence[Any] = ()) -> None:
        self._own.execute(_marked(sql), values or None)

    def _insert(self, table: str, columns: Sequence[str], new: list[Row]) -> None:
        with self._own.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
            for row in new:
                copy.write_row(row)

    def _keep(self, new: list[Row]) -> None:
        sql = f"INSERT INTO documents ({', '.join(DOCUMENT)}) SELECT * FROM unnest(%b::text[], %b::bytea[]) ON CONFLICT DO NOTHING"  # noqa: S608
        if new:
            self._own.execute(sql, tuple(map(list, zip(*new, strict=True))))

    def _replace(self, table: str, columns: Sequence[str], keys: int, new: list[Row]) -> None:
        lists = ", ".join("%s::bigint[]" if column in _NUMBERS else "%b::text[]" for column in columns)
        changes = ", ".join(f"{column} = excluded.{column}" for column in columns[keys:])
        sql = (
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT * FROM unnest({lists}) "  # noqa: S608
            f"ON CONFLICT ({', '.join(columns[:keys])}) DO UPDATE SET {changes}"
        )
        if new:
            self._own.execute(sql, tuple(map(list, zip(*new, strict=True))))

    def _standings(self, numbers: list[str]) -> list[Row]:
        return self._ask("SELECT state, lane, currency, duty FROM cases WHERE number = ANY(?)", (numbers,))

    def commit(self) -> None:
        """Make it durable."""
        self._finish()
        self._own.execute("COMMIT")


class PostgresStore(PostgresReader):
    """Facts at rest in a PostgreSQL database, version 15 or later, in UTF-8.

    Args:
      url: ``postgresql://user@host/database``, as libpq reads it.

    Raises:
      Unavailable: The database cannot be reached.
      NewerStore: A newer program has changed its tables.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._writing = threading.RLock()
        self._writer: psycopg.Connection[Row] | None = None
        self._readers = Pool(self._connected, READERS)
        try:
            with self._readers.lent() as connection:
                _migrate(connection)
        except psycopg.Error as reason:
            raise unavailable(self._where(), reason) from reason

    @contextmanager
    def work(self) -> Iterator[PostgresWork]:
        """Open a write transaction; it commits at the end of the block and vanishes whole on an error.

        Raises:
          Unavailable: The server cannot be reached, or another writer does not let go. Nothing was recorded.
        """
        with self._writing:
            connection = self._begun()
            try:
                work = PostgresWork(connection)
                yield work
                work.commit()
            finally:
                _ended(connection)

    def close(self) -> None:
        """Let go of connections."""
        self._readers.close()
        with self._writing:
            if self._writer:
                self._writer.close()

    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        try:
            with self._readers.lent() as connection:
                return _asked(connection, sql, values)
        except psycopg.OperationalError:
            self._readers.close()
        with self._readers.lent() as connection:
            return _asked(connection, sql, values)

    def _begun(self) -> psycopg.Connection[Row]:
        """Return the writing connection with every other writer locked out; connect anew where the server has been away."""
        if self._writer and not self._writer.closed:
            if self._writer.info.transaction_status != TransactionStatus.IDLE:
                raise RuntimeError("A work is already open in this thread; end it before opening another.")
            try:
                return _locked(self._writer)
            except psycopg.OperationalError:
                self._writer.close()
        self._writer = self._connected()
        try:
            return _locked(self._writer)
        except psycopg.OperationalError as reason:
            self._writer.close()
            raise unavailable(self._where(), reason) from reason

    def _connected(self) -> psycopg.Connection[Row]:
        try:
            connection = psycopg.connect(self._url, autocommit=True, client_encoding="utf-8")
            connection.execute(_DURABLE)
            return connection
        except psycopg.Error as reason:
            raise unavailable(self._where(), reason) from reason

    def _where(self) -> str:
        """Return the address as far as it may be told: without user and password."""
        try:
            parts = conninfo_to_dict(self._url)
        except psycopg.ProgrammingError:
            return "postgresql:"
        return f"postgresql://{parts.get('host') or 'localhost'}/{parts.get('dbname') or ''}"


def _marked(sql: str) -> str:
    return sql.replace("?", "%s")


def _asked(connection: psycopg.Connection[Row], sql: str, values: Sequence[Any]) -> list[Row]:
    return connection.execute(_marked(sql), values).fetchall()


def _locked(connection: psycopg.Connection[Row]) -> psycopg.Connection[Row]:
    """Begin a transaction, and wait until every other writer has ended."""
    try:
        connection.execute(_BEGIN)
    except BaseException:
        _ended(connection)
        raise
    return connection


def _ended(connection: psycopg.Connection[Row]) -> None:
    """Roll back what was not committed; a connection that cannot even do that is closed."""
    if not connection.closed and connection.info.transaction_status != TransactionStatus.IDLE:
        with suppress(psycopg.Error):
            connection.rollback()
            return
        connection.close()


def _migrate(connection: psycopg.Connection[Row]) -> None:
    """Bring the tables up to date; where they are, no lock is taken."""
    if _asked(connection, "SELECT to_regclass('migrations')", ()) != [(None,)] and not missing("postgres", _latest(connection)):
        return
    try:
        _locked(connection).execute(HISTORY)
        for migration in missing("postgres", _latest(connection)):
            connection.execute(migration.sql)
            connection.execute(migration.note)
        connection.execute("COMMIT")
    finally:
        _ended(connection)


def _latest(connection: psycopg.Connection[Row]) -> int:
    latest: int = _asked(connection, LATEST, ())[0][0]
    return latest
