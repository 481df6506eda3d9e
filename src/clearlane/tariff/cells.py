"""The cells of one row, read as codes, days, numbers and duties; what cannot be read is a fault in its column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from clearlane.model.measure import Season
from clearlane.model.text import Text
from clearlane.tariff.faults import Faults
from clearlane.tariff.tables import Row

T = TypeVar("T")
_SEASON = re.compile(r"(\d\d)-(\d\d)/(\d\d)-(\d\d)", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,15})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


class Cells:
    """Reads the cells of rows, noting each fault where it stands.

    Args:
      faults: Where faults are noted.
    """

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._row = Row("", 0, {})

    def on(self, row: Row) -> Cells:
        """Turn to another row."""
        self._row = row
        return self

    def fault(self, column: str, cause: Text, remedy: Text | None = None, at: int = 0) -> None:
        """Note a fault in a column of this row."""
        self._faults.add(self._row.file, self._row.number, column, cause, remedy, at)

    def text(self, column: str) -> str:
        """Return what stands in a column; empty where there is none."""
        return self._row.cells.get(column, "")

    def needed(self, column: str) -> str:
        """Return what stands in a column that must not be empty."""
        found = self._row.cells.get(column, "")
        if not found:
            self.fault(column, Text(en="The cell is empty.", vi="Ô trống."))
        return found

    def many(self, column: str) -> tuple[str, ...]:
        """Return the codes in a cell, parted by blanks."""
        found = self._row.cells.get(column)
        return tuple(found.split()) if found else ()

    def listed(self, column: str) -> tuple[str, ...]:
        """Return the names in a cell, parted by semicolons since a name may hold a blank."""
        found = self._row.cells.get(column)
        return tuple(filter(None, map(str.strip, found.split(";")))) if found else ()

    def words(self, prefix: str = "text.") -> Mapping[str, str]:
        """Return the texts of a row by language, from columns ``text.en``, ``text.vi`` …"""
        return {column[len(prefix) :]: cell for column, cell in self._row.cells.items() if cell and column.startswith(prefix)}

    def said(self) -> Text:
        """Return the text of a row in the two languages of the house; the one stands in for the other."""
        english, vietnamese = self.text("text.en"), self.text("text.vi")
        return Text(en=english or vietnamese, vi=vietnamese or english)

    def day(self, column: str, default: T) -> date | T:
        """Return a day written as 2026-01-31; the default where the cell is empty."""
        found = self._row.cells.get(column)
        if not found:
            return default
        try:
            return date.fromisoformat(found.removesuffix(" 00:00:00"))
        except ValueError:
            self.fault(column, _unreadable(found), _DAY)
            return default

    def whole(self, column: str, default: int) -> int:
        """Return a whole number, not negative; the default where the cell is empty."""
        found = self._row.cells.get(column)
        if not found:
            return default
        if not _WHOLE.fullmatch(found):
            self.fault(column, _unreadable(found), _WHOLE_NUMBER)
            return default
        return int(found)

    def number(self, column: str) -> Decimal | None:
        """Return a decimal number; None where the cell is empty."""
        found = self._row.cells.get(column)
        if not found:
            return None
        if not _NUMBER.fullmatch(found):
            self.fault(column, _unreadable(found), _DECIMAL)
            return None
        return Decimal(found)

    def yes(self, column: str, default: bool = True) -> bool:
        """Return whether a cell says yes; the default where it is empty."""
        found = self._row.cells.get(column, "").lower()
        if found in ("yes", "true", "1"):
            return True
        if found in ("no", "false", "0"):
            return False
        if found:
            self.fault(column, _unreadable(found), Text(en="Write yes or no.", vi="Hãy ghi yes hoặc no."))
        return default

    def season(self, column: str) -> Season | None:
        """Return a season written as 07-01/01-31; None where the cell is empty."""
        found = self._row.cells.get(column)
        if not found:
            return None
        try:
            return season_of(found)
        except ValueError:
            self.fault(column, _unreadable(found), _SEASONS)
            return None


_DAY = Text(en="Write the day as 2026-01-31.", vi="Hãy ghi ngày theo dạng 2026-01-31.")
_SEASONS = Text(en="Write the season as 07-01/01-31, month and day.", vi="Hãy ghi mùa vụ theo dạng 07-01/01-31 (tháng-ngày).")
_DECIMAL = Text(en="Write a number such as 1250.75.", vi="Hãy ghi số, ví dụ 1250.75.")
_WHOLE_NUMBER = Text(en="Write a whole number, 0 or more.", vi="Hãy ghi số nguyên từ 0 trở lên.")


def _unreadable(found: str) -> Text:
    shown = found[:60]
    return Text(en=f"“{shown}” cannot be read here.", vi=f"Không đọc được “{shown}” ở đây.")


def season_of(text: str) -> Season:
    """Return a season from ``07-01/01-31``.

    Raises:
      ValueError: It is written otherwise, or a day is none of the calendar.

    >>> season_of("07-01/01-31")
    Season(since=(7, 1), until=(1, 31))
    """
    match = _SEASON.fullmatch(text)
    if match is None:
        raise ValueError(text)
    since_month, since_day, until_month, until_day = map(int, match.groups())
    for month, day in ((since_month, since_day), (until_month, until_day)):
        date(2024, month, day)
    return Season((since_month, since_day), (until_month, until_day))
