"""Migrations: the tables of a store, made and changed in numbered steps.

Each database has a folder of SQL files, ``0001_what_it_does.sql`` and so on, the same numbers for all. A store applies those
that are missing when it opens, each step whole or not at all, and notes them in the table ``migrations``. A step that has
been released is never edited: what is to change comes as the next one.
"""

from __future__ import annotations

from importlib.resources import files
from typing import NamedTuple

from clearlane.model.refusals import Refusal
from clearlane.model.text import Text

HISTORY = "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)"
LATEST = "SELECT coalesce(max(number), 0) FROM migrations"
NOTE = "INSERT INTO migrations (number, name, applied_at) VALUES ({number}, '{name}', CURRENT_TIMESTAMP)"


class NewerStore(Refusal):
    """The store was written by a newer version of the program, and this one would not understand it. Fields: ``store``, ``program``."""

    kind = "newer-store"


class Migration(NamedTuple):
    """One step.

    Attributes:
      number: Its place, from 1.
      name: What it does.
      sql: Its statements.
    """

    number: int
    name: str
    sql: str

    @property
    def note(self) -> str:
        """The statement that notes it as applied."""
        return NOTE.format(number=self.number, name=self.name)


def migrations(database: str) -> list[Migration]:
    """Return every step for a kind of database, in order."""
    found = sorted((entry.name, entry) for entry in files(__name__).joinpath(database).iterdir() if entry.name.endswith(".sql"))
    return [Migration(int(name[:4]), name[5:-4].replace("_", " "), entry.read_text("utf-8")) for name, entry in found]


def missing(database: str, applied: int) -> list[Migration]:
    """Return the steps a store still needs.

    Args:
      database: The kind of database.
      applied: The number of the last step it has had.

    Raises:
      NewerStore: It has had steps this program does not know.
    """
    known = migrations(database)
    newest = known[-1].number
    if applied > newest:
        raise NewerStore(
            Text(
                en=f"The store is at version {applied}, and this program knows versions up to {newest}. "
                "Install the newer program that last wrote to the store; nothing was changed.",
                vi=f"Kho dữ liệu ở phiên bản {applied}, còn chương trình này chỉ biết đến phiên bản {newest}. "
                "Hãy cài chương trình mới hơn đã ghi vào kho lần cuối; chưa có gì bị thay đổi.",
            ),
            store=applied,
            program=newest,
        )
    return [one for one in known if one.number > applied]
