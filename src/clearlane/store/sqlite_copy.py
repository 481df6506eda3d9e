"""A SQLite file to be read and never written: a copy in an auditor's hands, or the file of an office that runs."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import quote

from clearlane.store.sqlite import SqliteReader
from clearlane.store.unavailable import unavailable


class SqliteCopy(SqliteReader):
    """Facts as they lie in a file.

    Args:
      url: ``sqlite:///office.db``; the file must be there.

    Raises:
      Unavailable: There is no such file, or it is no store.
    """

    def __init__(self, url: str) -> None:
        self._path = Path(url.removeprefix("sqlite://").removeprefix("/"))
        self._beside = self._path.with_name(self._path.name + "-wal")
        self._lent = threading.Lock()
        try:
            self._own = self._opened()
            self._own.execute("SELECT 1 FROM facts, ledger_tiles LIMIT 1").fetchall()
        except sqlite3.Error as reason:
            raise unavailable(url, reason) from reason

    def _opened(self) -> sqlite3.Connection:
        """Open the file: as one that nobody writes to, where no office has it open."""
        self._lonely = not self._beside.exists()
        how = "mode=ro&immutable=1" if self._lonely else "mode=ro"
        return sqlite3.connect(f"file:{quote(str(self._path))}?{how}", uri=True, isolation_level=None, check_same_thread=False)

    def ledger_handovers(self) -> list[str]:
        """Return the notes by which keys handed over; none of a file written before there were any."""
        known = self._ask("SELECT 1 FROM sqlite_master WHERE name = 'ledger_handovers'")
        return super().ledger_handovers() if known else []

    def close(self) -> None:
        """Let go of the file."""
        self._own.close()

    def _connection(self) -> AbstractContextManager[sqlite3.Connection]:
        return self._held()

    @contextmanager
    def _held(self) -> Iterator[sqlite3.Connection]:
        with self._lent:
            if self._lonely and self._beside.exists():  # an office has begun to write to it
                self._own.close()
                self._own = self._opened()
            yield self._own
