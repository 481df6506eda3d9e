"""The weekly snapshot of what like goods cost and weigh, from what was declared and known before its Monday.

Like goods share the heading at six digits, the origin and the unit. Where they are few, their figures lean towards the heading of any
origin, that towards the heading at four digits, and that towards the chapter: on the scale of logarithms, with n goods items, a group
counts n / (n + 20) and what it leans on the rest. A group of 20 leans half. Below five no group is named, and the wider one answers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

import msgspec

from clearlane.model.risk_history import Reference
from clearlane.risk.history.definitions import micros

BY_MASS = frozenset(("KGM", "TNE", "GRM"))
"""Units in which goods are counted by mass: a weight per unit says nothing of them."""
PER_KILOGRAM = "KGM"
"""The unit where none is declared: the price is per kilogram then."""
LEVELS = ("group", "hs6", "hs4", "chapter")
"""From the nearest group of like goods to the widest."""
_DIGITS = {"hs6": 6, "hs4": 4, "chapter": 2}


class References(msgspec.Struct, frozen=True, dict=True):
    """A snapshot.

    Attributes:
      week: The Monday it holds from.
      references: The groups, by name.
    """

    week: date
    references: tuple[Reference, ...]

    @cached_property
    def _by_name(self) -> dict[str, Reference]:
        return {one.group: one for one in self.references}

    def of(self, hs: str, origin: str, unit: str) -> Reference | None:
        """Return what is known of like goods, of the nearest group that is known; None where not even the chapter is.

        Args:
          hs: The commodity code, six digits or more.
          origin: The country of origin; empty where none is declared.
          unit: The unit; empty for a kilogram.
        """
        known = self._by_name
        if (found := known.get(name("group", hs, origin, unit))) is not None:
            return found
        return next((known[wider] for level in LEVELS[1:] if (wider := name(level, hs, origin, unit)) in known), None)

    def written(self) -> bytes:
        """Return the snapshot as bytes: of one content, always the same."""
        return msgspec.json.encode(self)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes."""
        return hashlib.sha256(self.written()).hexdigest()


def read(written: bytes) -> References:
    """Return the snapshot that was written; ``msgspec.ValidationError`` where the bytes are none."""
    return msgspec.json.decode(written, type=References)


def kept(week: date, found: Iterable[Reference]) -> References:
    """Return a snapshot with its groups in order."""
    return References(week, tuple(sorted(found, key=lambda one: one.group)))


def name(level: str, hs: str, origin: str, unit: str) -> str:
    """Return how a group is named.

    >>> name("group", "8517130000", "QM", "NAR"), name("hs4", "8517130000", "QM", "")
    ('851713/QM/NAR', '8517//KGM')
    """
    if level == "group":
        return f"{hs[:6]}/{origin}/{unit or PER_KILOGRAM}"
    return f"{hs[: _DIGITS[level]]}//{unit or PER_KILOGRAM}"


def monday(at: datetime) -> date:
    """Return the week whose snapshot holds at a moment: its Monday, UTC."""
    day = at.astimezone(UTC).date()
    return day - timedelta(days=day.weekday())


def cut(week: date) -> int:
    """Return the first moment of a week in microseconds: what was declared or learned then is in no reference of the week."""
    return micros(datetime(week.year, week.month, week.day, tzinfo=UTC))
