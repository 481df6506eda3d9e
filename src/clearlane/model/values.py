"""Values of the WCO Data Model, kept as they were written.

A declaration is evidence: ``100.00`` must stay ``100.00`` and a date that is no date must stay
readable, so that the finding can quote it. Values therefore hold their text; numbers, money and
moments are read from it on demand, and are None where the text is none.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal

import msgspec

from clearlane.model.money import Money

Code = str
"""A value of a code list."""
Identifier = str
"""A number or name that identifies one thing."""
Words = str
"""Free text."""
Numeric = str
"""A number without a unit, as written."""

_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)


def number(text: str | None) -> Decimal | None:
    """Return the number a text writes (XML Schema ``decimal``), or None where it writes none.

    >>> number("100.00"), number("1e3"), number(None)
    (Decimal('100.00'), None, None)
    """
    return Decimal(text) if text is not None and _DECIMAL.fullmatch(text) else None


class Amount(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """An amount of money as written.

    Attributes:
      value: The figure, as written.
      currency_id: The currency, ISO 4217; None where the message names none.
    """

    value: str
    currency_id: str | None = msgspec.field(default=None, name="currencyID")

    @property
    def figure(self) -> Decimal | None:
        """The figure as a number, None where it is none."""
        return number(self.value)

    @property
    def money(self) -> Money | None:
        """The money meant, None where the figure is no number or the currency is missing."""
        figure = number(self.value)
        return None if figure is None or not self.currency_id else Money(figure, self.currency_id)


class Quantity(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """A quantity or measure as written.

    Attributes:
      value: The figure, as written.
      unit_code: The unit, UNECE Recommendation 20; None where the message names none.
    """

    value: str
    unit_code: str | None = msgspec.field(default=None, name="unitCode")

    @property
    def figure(self) -> Decimal | None:
        """The figure as a number, None where it is none."""
        return number(self.value)


class DateTime(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """A day or moment as written.

    Attributes:
      value: The digits, as written.
      format_code: 102 for CCYYMMDD, 304 for CCYYMMDDHHMMSS and the zone.
    """

    value: str
    format_code: str | None = msgspec.field(default=None, name="formatCode")

    @property
    def moment(self) -> datetime | None:
        """The moment meant, in UTC where no zone is written; None where the text is no such date."""
        digits, zone = self.value[:14], self.value[14:]
        try:
            if self.format_code == "102":
                return datetime.strptime(self.value, "%Y%m%d").replace(tzinfo=UTC)
            if self.format_code == "304":
                offset = "+0000" if zone in ("", "Z") else (zone if len(zone) > 3 else zone + "00")
                return datetime.strptime(digits + offset, "%Y%m%d%H%M%S%z")
        except ValueError:
            return None
        return None
