"""What the office needs of a store for persons: what is kept of them beside the log, and who was shown personal data.

What is kept lies in five tables of the same form: ``persons`` (who they are), ``credentials`` (how they sign in), ``invitations`` (links
to set a password), ``sessions`` and ``failures`` (attempts to sign in that went wrong). The owner is the person; in ``persons`` it is the
name by which another sign-in service knows him.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from clearlane.model.person import Reading


class PeopleReading(Protocol):
    """What can be asked."""

    def entry(self, table: str, name: str) -> str | None:
        """Return what is kept in a table under a name."""

    def entries(self, table: str, owner: str = "", limit: int = 1000) -> list[tuple[str, str]]:
        """Return (name, body) of what is kept for an owner, or of all, by name."""

    def reads(self, who: str = "", subject: str = "", before: int = 0, limit: int = 100) -> list[tuple[int, Reading]]:
        """Return who was shown personal data with the line's place, latest first; of one person or declaration where named."""

    def reads_before(self, day: date) -> int:
        """Return how many lines of who was shown personal data are of days before one."""


class PeopleWriting(Protocol):
    """What a work can write."""

    def put_entry(self, table: str, name: str, owner: str, body: str) -> None:
        """Keep something of a person under a name, replacing what stood there."""

    def drop_entries(self, table: str, *, name: str = "", owner: str = "") -> None:
        """Erase what is kept under a name, or all that is kept for an owner."""

    def note_reading(self, reading: Reading) -> None:
        """Note that someone was shown personal data."""

    def expire_reads(self, before: date) -> None:
        """Remove the lines of days before one, where the log has a fact of just that."""
