"""Conditions of a measure: in each group the first that is met decides whether the measure applies, and at which duty."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import msgspec

from clearlane.assessment.goods import Goods
from clearlane.assessment.pricing_quantities import quantity
from clearlane.model.duty import DutyExpression, Measurement
from clearlane.model.measure import Condition, Measure

Rate = Callable[[str], Decimal | None]
"""From a currency to its rate in the currency of account; None where none is loaded."""


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """What the conditions come to.

    Attributes:
      applies: Whether the measure applies; None where that hangs on something missing.
      duty: What is charged instead of the measure's own duty; None to leave that.
      missing: What it hangs on, as in ``Conditional.missing``.
      wanting: Documents that would have made it apply.
    """

    applies: bool | None
    duty: DutyExpression | None = None
    missing: tuple[str, ...] = ()
    wanting: tuple[str, ...] = ()


_PLAIN = Verdict(applies=True)


def verdict(measure: Measure, goods: Goods, rate: Rate) -> Verdict:
    """Return whether a measure applies to goods.

    A group none of whose conditions is met leaves the measure open where a document would meet one, else the measure does not apply.

    Args:
      measure: The measure.
      goods: The goods.
      rate: Rates of exchange, for thresholds in other currencies.
    """
    if not measure.conditions:
        return _PLAIN
    groups: dict[str, list[Condition]] = {}
    for condition in measure.conditions:
        groups.setdefault(condition.group, []).append(condition)
    found = [_group(group, goods, rate) for group in groups.values()]
    refused = next((one for one in found if one.applies is False), None)
    if refused is not None:
        return refused
    missing = tuple(dict.fromkeys(name for one in found for name in one.missing))
    if missing:
        return Verdict(None, missing=missing)
    return Verdict(True, next((one.duty for one in found if one.duty is not None), None))


def _group(conditions: list[Condition], goods: Goods, rate: Rate) -> Verdict:
    wanting = tuple(code for one in conditions if one.applies for code in one.certificates)
    for one in conditions:
        missing = _unknown(one, goods, rate)
        if missing:
            return Verdict(None, missing=(missing,))
        if _met(one, goods, rate):
            return Verdict(True, one.duty) if one.applies else Verdict(False, wanting=wanting)
    if wanting:
        return Verdict(None, missing=tuple(f"document:{code}" for code in wanting))
    return Verdict(False)


def _met(one: Condition, goods: Goods, rate: Rate) -> bool:
    if one.certificates and not goods.shown(one.certificates):
        return False
    if one.threshold is None:
        return True
    reached, asked = _sides(one, goods, rate)
    return reached >= asked if one.at_least else reached <= asked


def _sides(one: Condition, goods: Goods, rate: Rate) -> tuple[Decimal, Decimal]:
    """Return what the goods reach and what is asked, of one kind: a quantity, or a value in the currency of account."""
    threshold, value = one.threshold or Decimal(0), goods.value.value or Decimal(0)
    counted = (_quantity(one, goods) or Decimal(0)) if one.per else Decimal(1)
    if one.per and not one.currency:
        return counted, threshold
    return value, threshold * counted * ((rate(one.currency) or Decimal(0)) if one.currency else Decimal(1))


def _unknown(one: Condition, goods: Goods, rate: Rate) -> str:
    """Return what a threshold hangs on and is not known; empty where all is."""
    if one.threshold is None or (one.certificates and not goods.shown(one.certificates)):
        return ""
    if one.per and _quantity(one, goods) is None:
        return one.per
    if (one.currency or not one.per) and goods.value.value is None:
        return "value"
    return f"rate:{one.currency}" if one.currency and rate(one.currency) is None else ""


def _quantity(one: Condition, goods: Goods) -> Decimal | None:
    """Return the quantity a threshold counts, found as a rate finds the one it is multiplied by; None where none is given."""
    unit, _, qualifier = one.per.partition(":")
    found = quantity(Measurement(unit, qualifier), goods.quantities, Decimal)
    return None if found is None else found.figure
