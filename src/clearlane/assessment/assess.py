"""Assess a declaration: value and duty for every item, summed."""

from __future__ import annotations

import decimal
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from clearlane.assessment.duty import tax_lines
from clearlane.assessment.goods import goods_of
from clearlane.assessment.value import customs_values
from clearlane.model.assessment import TaxLine, ValueLine
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed
from clearlane.model.money import MINOR_DIGITS
from clearlane.model.profile import Profile

EXACT = decimal.Context(prec=60, rounding=decimal.ROUND_HALF_EVEN)
"""Wide enough that sums and products of amounts, rates and quantities of any message are exact."""


def assess(declaration: Declaration, profile: Profile, at: datetime) -> Assessed:
    """Return value and duty of a declaration.

    Goods going out bear no import taxes: they have values and no lines, and the total is nothing.

    Args:
      declaration: What is declared; it passed the checks.
      profile: The law.
      at: The moment that fixes rates of duty and exchange.
    """
    with decimal.localcontext(EXACT):
        on = profile.day(at)
        kind = profile.kind(declaration.type_code or "")
        values = customs_values(declaration, profile, on)
        lines: tuple[TaxLine, ...] = ()
        if kind is None or kind.direction == "import":
            lines = _lines(declaration, values, profile, on)
        return Assessed(profile.currency, at, values, lines, total(lines, profile), profile.tariff.version if profile.tariff else "")


def recompute(assessed: Assessed, declaration: Declaration, profile: Profile) -> Assessed:
    """Return an assessment made again at its own moment: equal to the first, to the cent and to the step, under the same law.

    Args:
      assessed: The assessment.
      declaration: The declaration it was made of.
      profile: The law, with the tariff that ``assessed`` names.
    """
    return assess(declaration, profile, assessed.on)


def total(lines: Sequence[TaxLine], profile: Profile) -> Decimal | None:
    """Return the sum of lines in the profile's currency; None as soon as one is unpriced or conditional."""
    if any(line.outcome in ("unpriced", "conditional") for line in lines):
        return None
    nothing = Decimal(0).quantize(Decimal(1).scaleb(-MINOR_DIGITS.get(profile.currency, 2)))
    return sum((line.amount for line in lines if line.amount is not None), nothing)


def _lines(declaration: Declaration, values: Sequence[ValueLine], profile: Profile, on: date) -> tuple[TaxLine, ...]:
    tariff = profile.tariff
    goods = [
        goods_of(declaration, item, count, value, tariff.line(item.commodity_code, on) if tariff else None)
        for count, (item, value) in enumerate(zip(declaration.item, values, strict=True), 1)
    ]
    return tax_lines(goods, profile, on)
