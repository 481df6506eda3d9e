"""Which measures goods bear for a tax: the nearest line, then the narrowest area, then what is declared and shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from clearlane.assessment import reasons
from clearlane.assessment.conditions import Rate, verdict
from clearlane.assessment.goods import Goods
from clearlane.model.dated import ALWAYS
from clearlane.model.duty import DutyExpression
from clearlane.model.measure import ALL_ORIGINS, Measure
from clearlane.model.tariff import Borne, Tariff
from clearlane.model.tax import Tax
from clearlane.model.text import Text

CLAIMED = frozenset({"third-country", "ordinary", "preference", "suspension", "quota"})
"""Series among which the claim decides."""


class Choice(msgspec.Struct, frozen=True, gc=False):
    """What was found for a tax.

    Attributes:
      duty: What is charged; None where that is open.
      measure: The measure; None where a rate of the profile decided, or nothing.
      reference: The law with the day it is in force from, where one is known; empty for the law of the tax.
      missing: What it waits for, as in ``Conditional``; empty with no duty means unpriced.
      reason: Why it is open; of a preference what was claimed and how it was met.
      remark: What a reader must know beside the computation, such as a relief that was asked for and does not hold.
      claim: The code of the rate claimed; empty where none decides.
    """

    duty: DutyExpression | None = None
    measure: Measure | None = None
    reference: str = ""
    missing: tuple[str, ...] = ()
    reason: Text | None = None
    remark: Text | None = None
    claim: str = ""


def of_measure(measure: Measure, tax: Tax, duty: DutyExpression | None = None, reason: Text | None = None) -> Choice:
    """Return the choice of a measure at its own duty, or at the one a condition puts in its place."""
    return Choice(duty or measure.duty, measure, cited(measure.reference or tax.reference, measure.since), reason=reason)


def cited(law: str, since: date) -> str:
    """Return a law with the day it is in force from, where that is known.

    >>> cited("Tariff Act, section 1", date(2024, 7, 1)), cited("Tariff Act", ALWAYS)
    ('Tariff Act, section 1 (2024-07-01)', 'Tariff Act')
    """
    return f"{law} ({since:%Y-%m-%d})" if since > ALWAYS else law


def open_on(measure: Measure, missing: Sequence[str], reason: Text) -> Choice:
    """Return a measure that waits for something."""
    return Choice(measure=measure, missing=tuple(missing), reason=reason)


def covering(
    borne: Iterable[Borne], tariff: Tariff, goods: Goods, series: frozenset[str], types: frozenset[str], *, preferential: bool = False
) -> list[Measure]:
    """Return the measures of some series and types that concern goods of an origin, best first; additional codes aside."""
    origin = (goods.preferential_origin if preferential else "") or goods.origin
    found = [
        (one.distance, _breadth(one.measure, origin), one.measure)
        for one in borne
        if one.measure.type in types and tariff.types[one.measure.type].series in series and tariff.covers(one.measure, origin)
    ]
    return [measure for _, _, measure in sorted(found, key=lambda entry: entry[:2])]


def _breadth(measure: Measure, origin: str) -> int:
    return 0 if measure.area == origin else 2 if measure.area in ("", ALL_ORIGINS) else 1


def first_met(tax: Tax, found: Iterable[Measure], goods: Goods, rate: Rate, *, claimed: bool = False) -> Choice | None:
    """Return the first measure whose conditions let it apply, or what it waits for; None where none applies.

    Args:
      tax: The tax.
      found: Measures, best first.
      goods: The goods.
      rate: Rates of exchange.
      claimed: Whether the measure was claimed: then a document that is not shown leaves it open rather than passed over.
    """
    waiting: Choice | None = None
    for measure in found:
        decided = verdict(measure, goods, rate)
        if decided.applies is None:
            return waiting or open_on(measure, decided.missing, reasons.condition_open(decided.missing))
        if not decided.applies:
            if claimed and decided.wanting and waiting is None:
                missing = [f"document:{code}" for code in decided.wanting]
                waiting = open_on(measure, missing, reasons.documents_missing(measure, decided.wanting))
            continue
        if decided.duty is None and measure.duty is None:
            continue
        if measure.order_number:
            declared = measure.order_number in goods.quotas
            return open_on(measure, (f"quota:{measure.order_number}",), reasons.quota(measure.order_number, declared=declared))
        return of_measure(measure, tax, decided.duty)
    return waiting


def by_type(tax: Tax, found: Sequence[Measure], goods: Goods, rate: Rate) -> list[Choice]:
    """Return a choice for each type of measure: those of the additional codes declared, else the one without a code.

    Where a type has measures with additional codes alone and none of them is declared, what is due hangs on the code.
    """
    chosen: list[Choice] = []
    for kind in dict.fromkeys(measure.type for measure in found):
        own = [measure for measure in found if measure.type == kind]
        declared = dict.fromkeys(one.additional_code for one in own if one.additional_code in goods.additional_codes)
        if declared:
            picked = [first_met(tax, [one for one in own if one.additional_code == code], goods, rate) for code in declared]
        elif plain := [one for one in own if not one.additional_code]:
            picked = [first_met(tax, plain, goods, rate)]
        else:
            codes = tuple(dict.fromkeys(one.additional_code for one in own))
            picked = [open_on(own[0], [f"additional-code:{code}" for code in codes], reasons.codes_missing(tax, codes))]
        chosen += [one for one in picked if one is not None]
    return chosen
