"""Duties, taxes and fees, in the order the law computes them. A tax is data (``Profile.taxes``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial

from msgspec.structs import replace

from clearlane.assessment import reasons
from clearlane.assessment.borne import choices
from clearlane.assessment.choice import Choice
from clearlane.assessment.exchange import rate_of
from clearlane.assessment.goods import Goods
from clearlane.assessment.law import Prepared, taxes_of
from clearlane.assessment.lines import Base, Blocked, blocked_by, line_of
from clearlane.assessment.relief import relief_from
from clearlane.assessment.together import lines_together
from clearlane.model.assessment import TaxLine
from clearlane.model.profile import Profile
from clearlane.model.tariff import Borne
from clearlane.model.tax import VALUE, Tax

_NOTHING = Decimal(0)


@dataclass
class Reckoning:
    """An item while its taxes are computed one after the other.

    Attributes:
      goods: The item.
      borne: The measures of the tariff that goods of its code bear.
      types: The types of those measures.
      amounts: What each tax came to; None where it is open.
      open: Why it is open, by tax.
      lines: The lines so far.
    """

    goods: Goods
    borne: Sequence[Borne]
    types: frozenset[str]
    amounts: dict[str, Decimal | None]
    open: dict[str, Blocked] = field(default_factory=dict)
    lines: list[TaxLine] = field(default_factory=list)

    def base(self, tax: Tax, taxes: dict[str, Tax]) -> Base:
        """Return what a tax is charged on here."""
        total = _NOTHING
        for name in tax.base:
            amount = self.amounts.get(name)
            if amount is None:
                return Base(None, self._why(tax, taxes))
            total += amount
        return Base(total)

    def _why(self, tax: Tax, taxes: dict[str, Tax]) -> Blocked:
        if VALUE in tax.base and self.amounts[VALUE] is None:
            return Blocked("unpriced", self.goods.value.reason)
        return blocked_by(tax, [(taxes[name], self.open[name]) for name in tax.base if name in self.open])

    def take(self, tax: Tax, lines: Sequence[TaxLine]) -> None:
        """Write down what a tax came to: the sum of its lines, or open as soon as one of them is."""
        if not lines:
            self.amounts[tax.code] = _NOTHING
            return
        self.lines += lines
        waiting = [line for line in lines if line.outcome in ("unpriced", "conditional")]
        if not waiting:
            self.amounts[tax.code] = sum((line.amount for line in lines if line.amount is not None), Decimal(0))
            return
        worst = next((line for line in waiting if line.outcome == "unpriced"), waiting[0])
        self.amounts[tax.code] = None
        self.open[tax.code] = Blocked(worst.outcome, worst.reason, worst.missing)


def tax_lines(goods: Sequence[Goods], profile: Profile, on: date) -> tuple[TaxLine, ...]:
    """Return every line of a declaration, item by item and in the order of the law.

    Args:
      goods: Its items.
      profile: The law.
      on: The day whose rates hold.
    """
    tariff, taxes = profile.tariff, {tax.code: tax for tax in profile.taxes}
    items = [begun(one, tariff.borne(one.code, on) if tariff else ()) for one in goods]
    values = [one.value.value for one in goods]
    whole = None if None in values else sum((value for value in values if value is not None), Decimal(0))
    for prepared in taxes_of(profile):
        tax = prepared.tax
        found = [[] if prepared.passes_by(item.goods.code, item.types) else found_for(prepared, item, profile, on, whole) for item in items]
        if not any(found):
            for item in items:
                item.take(tax, ())
            continue
        bases = [item.base(tax, taxes) for item in items]
        if tax.scope == "declaration":
            lines = lines_together(tax, [item.goods for item in items], found, bases, profile, on)
        else:
            lines = [
                [one if isinstance(one, TaxLine) else line_of(tax, one, item.goods, base, profile, on) for one in own]
                for item, own, base in zip(items, found, bases, strict=True)
            ]
        for item, own in zip(items, lines, strict=True):
            item.take(tax, own)
    return tuple(line for item in items for line in item.lines)


def begun(goods: Goods, borne: Sequence[Borne]) -> Reckoning:
    """Return an item of which nothing is computed yet."""
    return Reckoning(goods, borne, frozenset(one.measure.type for one in borne), {VALUE: goods.value.value})


def found_for(prepared: Prepared, item: Reckoning, profile: Profile, on: date, whole: Decimal | None) -> list[Choice | TaxLine]:
    """Return what is to be priced for a tax, or the lines that are settled without: suspended, or hanging on the transport."""
    tax, goods = prepared.tax, item.goods
    if not tax.holds(on) or not tax.borne(goods.stated):
        return []
    if tax.modes and goods.mode not in tax.modes:
        waits = TaxLine(goods.item, tax.code, "conditional", reference=tax.reference, reason=reasons.mode_missing(tax), missing=("mode",))
        return [] if goods.mode else [waits]
    if tax.due_under and goods.procedure is not None and goods.procedure[:2] not in tax.due_under:
        resting = TaxLine(goods.item, tax.code, "suspended", reference=tax.reference, reason=reasons.not_due(tax, goods.procedure))
        return [] if tax.optional else [resting]
    found = choices(prepared, goods, item.borne, profile, on, partial(rate_of, profile=profile, on=on))
    if not found or not profile.reliefs:
        return list(found)
    relief, beyond = relief_from(tax, goods, profile, on, whole)
    if relief is None:
        return [replace(one, remark=reasons.not_relieved(beyond)) for one in found] if beyond else list(found)
    return [TaxLine(goods.item, tax.code, "suspended", reference=relief.reference or tax.reference, reason=reasons.relieved(tax, relief))]
