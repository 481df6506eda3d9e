"""What an assessment found: the customs value and every duty line with its law."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.text import Text

Outcome = Literal["priced", "suspended", "unpriced"]


class ValueLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """The customs value of one item and how it was reached.

    Attributes:
      item: The item, counted from 1.
      value: The customs value in the profile's currency, rounded as the profile says; None where it cannot be computed.
      formula: How it was computed, in figures and in no language: prices, each rate of exchange with the day it holds
        from in brackets, charges; a share of the whole shipment's charges is marked ``GoodsShipment``.
      reference: The law.
      reason: Why there is no value; None where there is one.
    """

    item: int
    value: Decimal | None
    formula: str = ""
    reference: str = ""
    reason: Text | None = None


class TaxLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One duty, tax or fee on one item.

    Attributes:
      item: The item, counted from 1.
      tax: The tax type, such as ``A00``.
      outcome: ``priced``; ``suspended`` where the procedure relieves of it; ``unpriced`` with the reason.
      amount: In the profile's currency, rounded as the law of the tax says; None unless priced or suspended.
      base: The amount it was computed on.
      rate: The rate in words, such as ``7.5 %``.
      formula: The computation in figures and in no language, the rounding in brackets such as ``half-up:2``.
      reference: The law, with the day the rate is in force from in brackets.
      reason: Why it is suspended or unpriced.
    """

    item: int
    tax: str
    outcome: Outcome
    amount: Decimal | None = None
    base: Decimal | None = None
    rate: str = ""
    formula: str = ""
    reference: str = ""
    reason: Text | None = None
