"""Reading what is kept of persons beside the log: who they are, how they sign in, their sessions, and who was shown personal data."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Any

from clearlane.model.person import Reading
from clearlane.store import rows
from clearlane.store.rows import Row, key

TABLES = ("persons", "credentials", "invitations", "sessions", "failures", "webhooks")


class PeopleReader(ABC):
    """Questions about persons, answered from committed rows, or from those of the work it belongs to."""

    @abstractmethod
    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows a query finds."""

    def entry(self, table: str, name: str) -> str | None:
        """Return what is kept in a table under a name."""
        found = self._ask(f"SELECT body FROM {_checked(table)} WHERE name = ?", (key(name),))  # noqa: S608
        return str(found[0][0]) if found else None

    def entries(self, table: str, owner: str = "", limit: int = 1000) -> list[tuple[str, str]]:
        """Return (name, body) of what is kept for an owner, or of all, by name."""
        whose = " WHERE owner = ?" if owner else ""
        sql = f"SELECT name, body FROM {_checked(table)}{whose} ORDER BY name LIMIT ?"  # noqa: S608
        return [(name, body) for name, body in self._ask(sql, (*((key(owner),) if owner else ()), limit))]

    def reads(self, who: str = "", subject: str = "", before: int = 0, limit: int = 100) -> list[tuple[int, Reading]]:
        """Return who was shown personal data with the line's place, latest first; of one person or declaration where named."""
        asked = [(f"{column} = ?", key(value)) for column, value in (("who", who), ("subject", subject)) if value]
        asked += [("place < ?", before)] if before else []  # type: ignore[list-item]
        where = " WHERE " + " AND ".join(one for one, _ in asked) if asked else ""
        sql = f"SELECT place, body FROM reads{where} ORDER BY place DESC LIMIT ?"  # noqa: S608
        return [(place, rows.read_of(body)) for place, body in self._ask(sql, (*(value for _, value in asked), limit))]

    def reads_before(self, day: date) -> int:
        """Return how many lines of who was shown personal data are of days before one."""
        return int(self._ask("SELECT count(*) FROM reads WHERE at < ?", (day.isoformat(),))[0][0])


def _checked(table: str) -> str:
    if table not in TABLES:
        raise ValueError(f"No table of persons is called {table}.")
    return table
