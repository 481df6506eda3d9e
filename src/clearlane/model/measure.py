"""Measures: what the tariff charges or asks for on goods of a code, from an area, between two days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.dated import ALWAYS
from clearlane.model.duty import DutyExpression
from clearlane.model.text import Text

ALL_ORIGINS = "1011"
"""The area of every origin (erga omnes)."""

Series = Literal[
    "third-country",  # the ordinary, most-favoured-nation rate of import duty
    "ordinary",  # the higher rate of goods that enjoy no most-favoured-nation treatment
    "preference",  # the rate under an agreement
    "suspension",  # autonomous suspension, end use
    "quota",  # the rate within a tariff quota
    "anti-dumping",
    "countervailing",
    "safeguard",
    "additional",  # any other duty on top
    "excise",
    "environment",
    "vat",
    "fee",
    "unit",  # a supplementary unit, no duty
    "control",  # a licence or prohibition, no duty
]


class Season(msgspec.Struct, frozen=True):
    """A part of every year, both days included; it may run over the new year.

    Attributes:
      since: Month and day.
      until: Month and day.
    """

    since: tuple[int, int]
    until: tuple[int, int]

    def holds(self, on: date) -> bool:
        """Say whether a day lies in the season.

        >>> Season((11, 25), (1, 25)).holds(date(2026, 1, 25))
        True
        """
        day = on.month, on.day
        if self.since <= self.until:
            return self.since <= day <= self.until
        return day >= self.since or day <= self.until


class Condition(msgspec.Struct, frozen=True, omit_defaults=True):
    """One condition of a measure. Conditions of one group are tried in order; the first that is met decides.

    Attributes:
      group: The letter that ties alternatives together.
      certificates: Document codes any of which meets it; with none and no threshold it is always met (the "else" of its group).
      threshold: A quantity or price that must be reached (``at_least``) or not exceeded.
      per: The quantity the threshold counts or is per, as in ``Measurement.key``; empty for a value.
      currency: ISO 4217 where the threshold is a price.
      at_least: Whether the threshold is a floor.
      applies: Whether the measure applies when the condition is met; if not, it is as if it were not there.
      duty: What is then charged instead of the measure's own duty; None to leave that.
    """

    group: str
    certificates: tuple[str, ...] = ()
    threshold: Decimal | None = None
    per: str = ""
    currency: str = ""
    at_least: bool = True
    applies: bool = True
    duty: DutyExpression | None = None


class Measure(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What is charged or asked for. Goods below a code bear its measures unless a nearer one of the same type stands in their way.

    Attributes:
      id: Its identifier within the tariff, unique.
      code: The goods code, in digits, on which it stands; in a profile's standing measures any beginning, empty for all goods.
      type: The code of its ``MeasureType``.
      duty: What is charged; None for measures without a duty (units, controls).
      area: A country, a group of ``Area`` or ``ALL_ORIGINS``.
      since: First day.
      until: Last day, None while in force.
      season: The part of the year it is confined to.
      excluded: Countries and groups of the area to which it does not apply.
      conditions: What it depends on.
      additional_code: The additional code that must be declared with the goods (producer, composition); empty for none.
      order_number: The quota it draws on.
      footnotes: Codes of footnotes.
      reference: The law.
    """

    id: str
    code: str
    type: str
    duty: DutyExpression | None = None
    area: str = ALL_ORIGINS
    since: date = ALWAYS
    until: date | None = None
    season: Season | None = None
    excluded: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    additional_code: str = ""
    order_number: str = ""
    footnotes: tuple[str, ...] = ()
    reference: str = ""

    def holds(self, on: date) -> bool:
        """Say whether it is in force on a day."""
        return self.since <= on and (self.until is None or on <= self.until) and (self.season is None or self.season.holds(on))


class MeasureType(msgspec.Struct, frozen=True):
    """A kind of measure.

    Attributes:
      code: As in the tariff, such as ``103``.
      series: Which question it answers.
      text: Its name.
    """

    code: str
    series: Series
    text: Text


class Area(msgspec.Struct, frozen=True, omit_defaults=True):
    """A group of countries, or a scheme that is claimed by its code.

    Attributes:
      code: Its code, such as ``1013`` or ``KR``.
      text: Its name.
      members: ISO 3166 codes. Empty where membership is not known here: then a claim is conditional on it.
      agreement: The agreement behind a preference; empty for none.
      proofs: Document codes any of which proves origin under the agreement.
      reference: The law.
    """

    code: str
    text: Text
    members: tuple[str, ...] = ()
    agreement: str = ""
    proofs: tuple[str, ...] = ()
    reference: str = ""
