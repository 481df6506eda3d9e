"""Lines of duty: an expression priced on its base, with formula, law and trace; open where anything it needs is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec

from clearlane.assessment import reasons
from clearlane.assessment.choice import Choice
from clearlane.assessment.exchange import rate_of
from clearlane.assessment.goods import Goods
from clearlane.assessment.pricing import Given, price
from clearlane.assessment.pricing_quantities import quantity
from clearlane.model.assessment import Conditional, Outcome, Priced, Step, TaxLine
from clearlane.model.duty import AdValorem, DutyExpression
from clearlane.model.profile import Profile
from clearlane.model.tax import Tax
from clearlane.model.text import Text

_FINEST = 6
"""Decimal places of a quantity in a message (WCO n..16,6)."""


class Blocked(msgspec.Struct, frozen=True, gc=False):
    """An amount that others are charged on and that is open.

    Attributes:
      outcome: ``conditional`` or ``unpriced``.
      reason: Why.
      missing: What it waits for.
    """

    outcome: Outcome
    reason: Text | None
    missing: tuple[str, ...] = ()


class Base(msgspec.Struct, frozen=True, gc=False):
    """What a tax is charged on.

    Attributes:
      amount: The sum of the earlier amounts; None where one is open.
      blocked: Why it is open.
    """

    amount: Decimal | None
    blocked: Blocked | None = None


def line_of(tax: Tax, choice: Choice, goods: Goods, base: Base, profile: Profile, on: date) -> TaxLine:
    """Return the line that a choice comes to.

    Args:
      tax: The tax.
      choice: What was chosen for the goods.
      goods: The goods.
      base: What the tax is charged on.
      profile: The law.
      on: The day whose rates of exchange hold.
    """
    line = _line(tax, choice, goods, base, profile, on)
    if choice.remark is None:
        return line
    return msgspec.structs.replace(line, steps=(Step(remark=choice.remark), *line.steps))


def _line(tax: Tax, choice: Choice, goods: Goods, base: Base, profile: Profile, on: date) -> TaxLine:
    duty, item = choice.duty, goods.item
    if duty is None:
        return open_line(tax, choice, item)
    percent = duty.ad_valorem
    if percent is not None or _needs_base(duty):
        if not tax.base:
            return _like(tax, choice, item, "unpriced", duty, reason=reasons.no_base(tax))
        if base.amount is None:
            blocked = base.blocked or Blocked("unpriced", None)
            return _like(tax, choice, item, blocked.outcome, duty, reason=blocked.reason, missing=blocked.missing)
    if percent is None or base.amount is None:
        return _computed(tax, choice, goods, base, profile, on)
    amount = tax.rounding.of(base.amount * percent / 100)
    return TaxLine(
        item,
        tax.code,
        "priced",
        amount,
        base.amount,
        duty.text,
        f"{base.amount} x {percent} % = {amount} ({tax.rounding})",
        choice.reference or tax.reference,
        choice.reason,
        measure=choice.measure.id if choice.measure else "",
        claim=choice.claim,
    )


def open_line(tax: Tax, choice: Choice, item: int) -> TaxLine:
    """Return a line that is open because of what was found, or not found, for the goods."""
    outcome: Outcome = "conditional" if choice.missing else "unpriced"
    return _like(tax, choice, item, outcome, choice.measure.duty if choice.measure else None, reason=choice.reason, missing=choice.missing)


def blocked_by(tax: Tax, others: Sequence[tuple[Tax, Blocked]]) -> Blocked:
    """Return why a tax is open that is charged on open amounts: it waits where all of them wait."""
    outcome: Outcome = "conditional" if all(blocked.outcome == "conditional" for _, blocked in others) else "unpriced"
    missing = tuple(dict.fromkeys(name for _, blocked in others for name in blocked.missing)) if outcome == "conditional" else ()
    other, first = next((pair for pair in others if pair[1].outcome == outcome), others[0])
    return Blocked(outcome, reasons.charged_on_open(tax, other, first.reason), missing)


def _computed(tax: Tax, choice: Choice, goods: Goods, base: Base, profile: Profile, on: date) -> TaxLine:
    """Return a line whose expression asks for quantities, bounds, or what cannot be computed."""
    duty = choice.duty
    assert duty is not None  # noqa: S101 - an open choice never comes here
    found = price(duty, given(goods.quantities, base.amount, tax, profile, on))
    if isinstance(found, Priced):
        line = _like(tax, choice, goods.item, "priced", duty, reason=choice.reason)
        formula = f"{duty.text} = {found.amount} ({tax.rounding})"
        counted, unit = _counted(duty, goods.quantities)
        return msgspec.structs.replace(
            line,
            amount=found.amount,
            base=base.amount if tax.base else None,
            formula=formula,
            steps=found.steps,
            quantity=counted,
            unit=unit,
        )
    if isinstance(found, Conditional):
        line = _like(tax, choice, goods.item, "conditional", duty, reason=found.reason, missing=found.missing)
        return msgspec.structs.replace(line, base=base.amount, steps=found.steps)
    return _like(tax, choice, goods.item, "unpriced", duty, reason=found.reason)


def given(quantities: Mapping[str, Decimal], base: Decimal | None, tax: Tax, profile: Profile, on: date) -> Given:
    """Return what an expression is priced with."""
    return Given(
        base=base or Decimal(0),
        quantities=quantities,
        currency=profile.currency,
        rate=lambda currency: rate_of(currency, profile, on),
        rounding=tax.rounding,
    )


def _counted(duty: DutyExpression, quantities: Mapping[str, Decimal]) -> tuple[Decimal | None, str]:
    """Return the quantity a rate was computed on and its unit, where it asks for just one that a decimal figure writes."""
    if len(duty.quantities) != 1:
        return None, ""
    wanted = duty.quantities[0]
    found = quantity(wanted, quantities, Fraction)
    figure = found.figure if found else None
    if figure is None or (10**_FINEST) % figure.denominator:
        return None, ""
    return Decimal(figure.numerator) / Decimal(figure.denominator), wanted.key


def _needs_base(duty: DutyExpression) -> bool:
    return any(isinstance(term.part, AdValorem) and not term.part.of for term in duty.terms)


def _like(
    tax: Tax,
    choice: Choice,
    item: int,
    outcome: Outcome,
    duty: DutyExpression | None,
    *,
    reason: Text | None = None,
    missing: tuple[str, ...] = (),
) -> TaxLine:
    """Return a line without an amount."""
    return TaxLine(
        item,
        tax.code,
        outcome,
        rate=duty.text if duty else "",
        reference=choice.reference or tax.reference,
        reason=reason,
        missing=missing,
        measure=choice.measure.id if choice.measure else "",
        claim=choice.claim,
    )
