"""Many lines of goods assessed at once: what came of a file of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.assessment import Outcome
from clearlane.model.text import Text

LineOutcome = Literal["not-due", "priced", "suspended", "conditional", "unpriced"]
"""What came of a whole line: the worst of its taxes; ``not-due`` where it bears none, such as goods going out."""


class TaxSum(msgspec.Struct, frozen=True, omit_defaults=True):
    """One tax over all lines.

    Attributes:
      tax: The tax type.
      name: Its name.
      amount: The sum of what is priced, also on lines where another tax is open.
      lines: How many lines bear it, by outcome.
    """

    tax: str
    name: Text
    amount: Decimal
    lines: Mapping[Outcome, int] = {}


class OpenReason(msgspec.Struct, frozen=True):
    """Why a tax is not computed.

    Attributes:
      tax: The tax type.
      outcome: Whether something is missing or nothing can be computed.
      text: Why.
      lines: On how many lines.
    """

    tax: str
    outcome: Outcome
    text: Text
    lines: int


class BulkSummary(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came of a file of lines.

    Attributes:
      lines: How many there are.
      outcomes: How many of each outcome.
      currency: The currency of every amount.
      total: The sum of the lines on which nothing is open.
      taxes: Taxes borne by any line, in the order of the law.
      reasons: Why taxes are open, the most frequent first.
      tariff: The version of the tariff; empty where the profile has none.
      seconds: How long it took to ``read``, ``assess`` and ``write``.
      written: The file that was written; empty for none.
    """

    lines: int
    outcomes: Mapping[LineOutcome, int]
    currency: str
    total: Decimal
    taxes: tuple[TaxSum, ...] = ()
    reasons: tuple[OpenReason, ...] = ()
    tariff: str = ""
    seconds: Mapping[str, float] = {}
    written: str = ""
