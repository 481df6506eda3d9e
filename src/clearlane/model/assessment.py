"""What an assessment found: the customs value and every duty line with its law."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.text import Text

Outcome = Literal["priced", "suspended", "unpriced", "conditional"]


class Step(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One step of a computation.

    Attributes:
      formula: In figures and in no language: ``9.6 % x 1000.00 = 96.000``.
      figure: What it came to, exact where it can be written, in the currency of account; None for a remark alone.
      remark: What a reader must know beside the figures, such as which quantity was taken and why.
    """

    formula: str = ""
    figure: Decimal | None = None
    remark: Text | None = None


class Priced(msgspec.Struct, frozen=True, gc=False):
    """An expression came to an amount.

    Attributes:
      amount: In the currency of account, rounded as asked.
      steps: How.
    """

    amount: Decimal
    steps: tuple[Step, ...] = ()


class Conditional(msgspec.Struct, frozen=True, gc=False):
    """An expression cannot be computed before something more is given.

    Attributes:
      missing: Names of what is missing: quantities as in ``Measurement.key``, documents as ``document:U110``, rates of exchange
        as ``rate:EUR``, elements as ``element:EA``, lines of the tariff as ``line:99038803``.
      reason: The same in words.
      steps: What was computed so far.
    """

    missing: tuple[str, ...]
    reason: Text
    steps: tuple[Step, ...] = ()


class Unpriced(msgspec.Struct, frozen=True, gc=False):
    """An expression cannot be computed from its text at all."""

    reason: Text


Price = Priced | Conditional | Unpriced


class ValueLine(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The customs value of one item and how it was reached.

    Attributes:
      item: The item, counted from 1.
      value: The customs value in the profile's currency, rounded as the profile says; None where it cannot be computed.
      formula: How it was computed, in figures and in no language: prices, each rate of exchange with the day it holds
        from in brackets, charges; a share of the whole shipment's charges is marked ``GoodsShipment``.
      reference: The law.
      reason: Why there is no value; None where there is one.
      method: The method of the Valuation Agreement, 1 to 6; 0 where none was recorded.
      steps: The build-up, one step for the price and each charge, also those already in the price or outside the value.
    """

    item: int
    value: Decimal | None
    formula: str = ""
    reference: str = ""
    reason: Text | None = None
    method: int = 0
    steps: tuple[Step, ...] = ()


class TaxLine(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One duty, tax or fee on one item.

    Attributes:
      item: The item, counted from 1.
      tax: The tax type, such as ``A00``.
      outcome: ``priced``; ``suspended`` where the procedure or a relief lets it rest; ``conditional`` where a document or a quantity
        is missing; ``unpriced`` with the reason.
      amount: In the profile's currency, rounded as the law of the tax says; None unless priced or suspended.
      base: The amount it was computed on.
      rate: The rate in words, such as ``7.5 %``.
      formula: The computation in figures and in no language, the rounding in brackets such as ``half-up:2``.
      reference: The law, with the day the rate is in force from in brackets.
      reason: Why it is suspended, conditional or unpriced; of a priced line what was claimed and by which rule it was met.
      missing: What a conditional line waits for, as in ``Conditional``.
      measure: The identifier of the tariff's measure; empty where none decided.
      steps: The computation, step by step; none where the formula is all of it.
      claim: The rate claimed, by its code; empty where none decides.
      quantity: The quantity it was computed on, where the rate asks for just one.
      unit: The unit of that quantity, as in ``Measurement.key``.
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
    missing: tuple[str, ...] = ()
    measure: str = ""
    steps: tuple[Step, ...] = ()
    claim: str = ""
    quantity: Decimal | None = None
    unit: str = ""
