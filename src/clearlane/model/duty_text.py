"""What a tariff writes of a duty, read: its parts by season, programme and condition, and the fault where it cannot be read."""

from __future__ import annotations

from datetime import date

import msgspec

from clearlane.model.duty import DutyExpression, Measurement
from clearlane.model.measure import Condition, Season
from clearlane.model.text import Text

DIALECTS = ("taric", "us", "vn")
"""How duties are written: in the integrated tariffs of Europe, in the schedule of the United States, in Viet Nam."""


class DutyPart(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One rate of a text, and when and for whom it holds.

    Attributes:
      expression: What is charged; None where the text only names a unit, or only conditions.
      season: The part of the year it holds in; None for the whole year.
      programmes: Marks of the programmes or partners it is for, such as ``KR``; empty for all.
      conditions: What it depends on, in order.
      excluded: Origins it is not for, ISO 3166.
      units: The units named where nothing is charged (a supplementary unit).
    """

    expression: DutyExpression | None
    season: Season | None = None
    programmes: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    excluded: tuple[str, ...] = ()
    units: tuple[Measurement, ...] = ()

    def holds(self, on: date) -> bool:
        """Say whether it holds on a day of the year."""
        return self.season is None or self.season.holds(on)


class DutyText(msgspec.Struct, frozen=True, gc=False):
    """A duty as the tariff writes it, read.

    Attributes:
      text: As written.
      dialect: One of ``DIALECTS``.
      parts: Its rates, at least one, in the order written.
    """

    text: str
    dialect: str
    parts: tuple[DutyPart, ...]


class DutyTextFault(Exception):
    """A text that is meant as a duty and cannot be read as one.

    Attributes:
      column: Where, counted from 1.
      cause: What is wrong there.
      hint: An example that is right.
    """

    def __init__(self, column: int, cause: Text, hint: Text) -> None:
        super().__init__(f"{column}: {cause.en}")
        self.column = column
        self.cause = cause
        self.hint = hint
