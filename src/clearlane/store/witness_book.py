"""What a witness remembers, in a small SQLite file of its own.

It is kept apart from the office's store on purpose: an office restored from an old copy must not make its witness forget what it cosigned.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from clearlane.model.witnessing import Evidence, Seen, WitnessAsked

_TABLES = """
CREATE TABLE IF NOT EXISTS logs (origin TEXT NOT NULL, vkey TEXT NOT NULL, PRIMARY KEY (origin, vkey)) STRICT;
CREATE TABLE IF NOT EXISTS seen (
  origin TEXT NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (origin, size)
) STRICT;
CREATE TABLE IF NOT EXISTS evidence (
  place INTEGER PRIMARY KEY, origin TEXT NOT NULL, kind TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, at INTEGER NOT NULL,
  UNIQUE (origin, kind, first, second)
) STRICT;
CREATE TABLE IF NOT EXISTS asked (vkey TEXT PRIMARY KEY, address TEXT NOT NULL, size INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE IF NOT EXISTS parted (vkey TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS handovers (place INTEGER PRIMARY KEY, note TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE IF NOT EXISTS said (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS seen_stays BEFORE DELETE ON seen BEGIN SELECT raise(ABORT, 'what was cosigned stays'); END;
CREATE TRIGGER IF NOT EXISTS evidence_stays BEFORE DELETE ON evidence BEGIN SELECT raise(ABORT, 'evidence stays'); END;
"""
_ENOUGH = 100
"""Pieces of evidence kept against one log."""
_WAIT = 10.0
"""Seconds that one request waits for another to be decided."""


class WitnessBook:
    """The book of a node: logs it sees, what it cosigned, evidence, and who is asked to see its own log.

    Args:
      path: The file; made where there is none.
    """

    def __init__(self, path: Path) -> None:
        self._held = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        self._lock = RLock()
        self._held.execute("PRAGMA journal_mode = WAL")
        self._held.execute("PRAGMA synchronous = FULL")
        self._held.executescript(_TABLES)

    def close(self) -> None:
        """Let go of the file."""
        self._held.close()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold off every other writer, in this process and others, until the block ends; then everything in it is kept, or nothing."""
        with self._lock:
            self._held.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._held.execute("ROLLBACK")
                raise
            self._held.execute("COMMIT")

    def trust(self, origin: str, vkey: str) -> None:
        """See a log from now on, by this key too."""
        self._do("INSERT OR IGNORE INTO logs VALUES (?, ?)", origin, vkey)

    def keys(self, origin: str) -> list[str]:
        """Return the public keys of a log; none where it is not known."""
        return [str(row[0]) for row in self._rows("SELECT vkey FROM logs WHERE origin = ? ORDER BY rowid", origin)]

    def origins(self) -> list[str]:
        """Return the names of the logs that are seen."""
        return [str(row[0]) for row in self._rows("SELECT DISTINCT origin FROM logs ORDER BY origin")]

    def keep(self, origin: str, seen: Seen) -> None:
        """Keep what was cosigned; what is kept of a size stays as it is."""
        self._do("INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?, ?)", origin, *seen)

    def seen(self, origin: str, size: int | None = None) -> Seen | None:
        """Return what was cosigned of a log at a size, or last; None for nothing."""
        rows = self._rows(
            "SELECT size, root, note, at FROM seen WHERE origin = ? AND size = ifnull(?, size) ORDER BY size DESC LIMIT 1", origin, size
        )
        return Seen(*rows[0]) if rows else None

    def history(self, origin: str, limit: int = 1000) -> list[Seen]:
        """Return what was cosigned of a log, latest first."""
        return [
            Seen(*row)
            for row in self._rows("SELECT size, root, note, at FROM seen WHERE origin = ? ORDER BY size DESC LIMIT ?", origin, limit)
        ]

    def testify(self, evidence: Evidence) -> None:
        """Keep evidence; the same is kept once, and of one log no more than convicts it many times over."""
        many = "(SELECT count(*) FROM evidence WHERE origin = ?)"
        self._do(
            f"INSERT OR IGNORE INTO evidence (origin, kind, first, second, at) SELECT ?, ?, ?, ?, ? WHERE {many} < {_ENOUGH}",
            *evidence,
            evidence.origin,
        )

    def evidence(self) -> list[Evidence]:
        """Return the evidence, oldest first."""
        return [Evidence(*row) for row in self._rows("SELECT origin, kind, first, second, at FROM evidence ORDER BY place")]

    def ask(self, asked: WitnessAsked) -> None:
        """Ask a partner's node from now on, or know better how many records it saw."""
        self._do(
            "INSERT INTO asked VALUES (?, ?, ?) ON CONFLICT (vkey) DO UPDATE SET address = excluded.address, size = excluded.size", *asked
        )

    def hand_over(self, note: str, old: str = "", new: str = "") -> None:
        """Keep the note by which a key hands over; where the old one is a witness's that is asked, ask it by the new one from now on."""
        with self.turn():
            self._held.execute("INSERT OR IGNORE INTO handovers (note) VALUES (?)", (note,))
            self._held.execute("UPDATE OR REPLACE asked SET vkey = ? WHERE vkey = ?", (new, old))

    def handovers(self) -> list[str]:
        """Return the notes by which keys handed over, oldest first."""
        return [str(row[0]) for row in self._rows("SELECT note FROM handovers ORDER BY place")]

    def asked(self) -> list[WitnessAsked]:
        """Return the nodes that are asked."""
        return [WitnessAsked(*row) for row in self._rows("SELECT vkey, address, size FROM asked ORDER BY rowid")]

    def part(self, name: str) -> bool:
        """Neither ask a partner's node nor see its log any more; what was seen stays, and its keys. Return whether it was known."""
        with self.turn():
            known = [(key,) for key in [*self.keys(name), *(one.vkey for one in self.asked())] if key.partition("+")[0] == name]
            self._held.executemany("INSERT OR IGNORE INTO parted VALUES (?)", known)
            self._held.executemany("DELETE FROM asked WHERE vkey = ?", known)
            self._held.executemany("DELETE FROM logs WHERE vkey = ?", known)
            return bool(known)

    def parted(self) -> list[str]:
        """Return the public keys of partners parted from, of logs and of witnesses."""
        return [str(row[0]) for row in self._rows("SELECT vkey FROM parted ORDER BY rowid")]

    def say(self, name: str, value: str) -> None:
        """Keep a word of this node about itself, such as its name."""
        self._do("INSERT INTO said VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)

    def said(self, name: str) -> str:
        """Return a word of this node about itself; empty where there is none."""
        return next((str(row[0]) for row in self._rows("SELECT value FROM said WHERE name = ?", name)), "")

    def _do(self, command: str, *values: object) -> None:
        with self._lock:
            self._held.execute(command, values)

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._held.execute(query, values).fetchall()
