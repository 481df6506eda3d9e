"""Assess a declaration: value and duty for every item, summed."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from clearlane.assessment.duty import tax_lines
from clearlane.assessment.value import customs_values
from clearlane.model.assessment import TaxLine
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed
from clearlane.model.money import MINOR_DIGITS
from clearlane.model.profile import Profile


def assess(declaration: Declaration, profile: Profile, at: datetime) -> Assessed:
    """Return value and duty of a declaration.

    Goods going out bear no import taxes: they have values and no lines, and the total is nothing.

    Args:
      declaration: What is declared; it passed the checks.
      profile: The law.
      at: The moment that fixes rates of duty and exchange.
    """
    on = profile.day(at)
    kind = profile.kind(declaration.type_code or "")
    values = customs_values(declaration, profile, on)
    lines: tuple[TaxLine, ...] = ()
    if kind is None or kind.direction == "import":
        lines = tuple(line for item, value in zip(declaration.item, values, strict=True) for line in tax_lines(item, value, profile, on))
    nothing = Decimal(0).quantize(Decimal(1).scaleb(-MINOR_DIGITS.get(profile.currency, 2)))
    total = None if any(line.outcome == "unpriced" for line in lines) else sum((line.amount or Decimal(0) for line in lines), nothing)
    return Assessed(profile.currency, at, values, lines, total, profile.tariff.version if profile.tariff else "")
