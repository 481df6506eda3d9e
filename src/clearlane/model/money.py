"""Money: an exact figure with its currency, and the ways of rounding it that law knows."""

from __future__ import annotations

import decimal
from decimal import Decimal

import msgspec

MINOR_DIGITS = (
    dict.fromkeys(
        ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0
    )
    | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)
    | {"CLF": 4, "UYW": 4}
)
"""Decimal places of the minor unit (ISO 4217) where they are not two."""

_MODES = {"half-up": decimal.ROUND_HALF_UP, "down": decimal.ROUND_DOWN, "up": decimal.ROUND_UP, "half-even": decimal.ROUND_HALF_EVEN}


class Money(msgspec.Struct, frozen=True):
    """An exact amount of one currency.

    Attributes:
      amount: The figure, never a float.
      currency: ISO 4217.
    """

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


class Rounding(msgspec.Struct, frozen=True):
    """How a law rounds: a manner and a number of decimal places. Rounding is data, named per tax.

    >>> Rounding("down", 2).of(Decimal("1.999"))
    Decimal('1.99')
    """

    manner: str = "half-up"
    places: int = 2

    def __str__(self) -> str:
        return f"{self.manner}:{self.places}"

    def of(self, figure: Decimal) -> Decimal:
        """Return the figure rounded; away from zero or towards it as the manner says."""
        return figure.quantize(Decimal(1).scaleb(-self.places), rounding=_MODES[self.manner])
