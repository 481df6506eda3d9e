"""A charge on the whole declaration, such as a fee with a minimum and a maximum: computed once and shared out by base."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec

from clearlane.assessment.apportion import apportion
from clearlane.assessment.choice import Choice
from clearlane.assessment.goods import Goods
from clearlane.assessment.lines import Base, line_of
from clearlane.model.assessment import Step, TaxLine
from clearlane.model.profile import Profile
from clearlane.model.tax import Tax
from clearlane.model.text import Text

_SHARE = Text(
    en="Computed once on the whole declaration and shared out by base; the shares sum to the whole.",
    vi="Tính một lần trên cả tờ khai rồi phân bổ theo căn cứ tính; các phần cộng lại đúng bằng tổng.",
)


def lines_together(
    tax: Tax,
    goods: Sequence[Goods],
    found: Sequence[Sequence[Choice | TaxLine]],
    bases: Sequence[Base],
    profile: Profile,
    on: date,
) -> list[list[TaxLine]]:
    """Return the lines of each item. Items that bear the same measure are charged together.

    Args:
      tax: The tax.
      goods: The items.
      found: For each item what was chosen, and lines settled already.
      bases: For each item what the tax is charged on.
      profile: The law.
      on: The day whose rates hold.
    """
    lines: list[list[TaxLine]] = [[one for one in own if isinstance(one, TaxLine)] for own in found]
    groups: dict[str, list[tuple[int, Choice]]] = {}
    for place, own in enumerate(found):
        for one in own:
            if isinstance(one, Choice):
                groups.setdefault(one.measure.id if one.measure else "", []).append((place, one))
    for group in groups.values():
        for (place, _), line in zip(group, _group(tax, goods, group, bases, profile, on), strict=True):
            lines[place].append(line)
    return lines


def _group(
    tax: Tax, goods: Sequence[Goods], group: Sequence[tuple[int, Choice]], bases: Sequence[Base], profile: Profile, on: date
) -> list[TaxLine]:
    own = [bases[place] for place, _ in group]
    amounts = [base.amount for base in own if base.amount is not None]
    blocked = next((base.blocked for base in own if base.amount is None), None)
    whole = Base(sum(amounts, Decimal(0)) if blocked is None else None, blocked)
    first = msgspec.structs.replace(goods[group[0][0]], quantities=_together([goods[place].quantities for place, _ in group]))
    line = line_of(tax, group[0][1], first, whole, profile, on)
    numbered = [msgspec.structs.replace(line, item=goods[place].item) for place, _ in group]
    if len(group) == 1 or line.amount is None:
        return numbered
    weights = [base.amount or Decimal(0) for base in own]
    parts = apportion(line.amount, weights, tax.rounding.places)
    return [
        _shared(one, line.amount, f"{weight} / {sum(weights)}" if any(weights) else f"1 / {len(group)}", part, base.amount)
        for one, weight, part, base in zip(numbered, weights, parts, own, strict=True)
    ]


def _shared(line: TaxLine, whole: Decimal, fraction: str, part: Decimal, base: Decimal | None) -> TaxLine:
    formula = f"{whole} x {fraction} = {part}"
    steps = (*line.steps, Step(formula, part, _SHARE))
    return msgspec.structs.replace(line, amount=part, base=base, formula=f"{line.formula} ; {formula}", steps=steps)


def _together(quantities: Sequence[object]) -> dict[str, Decimal]:
    """Return the sums of quantities that every item has."""
    maps = [one for one in quantities if isinstance(one, dict)]
    keys = set(maps[0]).intersection(*maps[1:]) if maps else set()
    return {key: sum((one[key] for one in maps), Decimal(0)) for key in sorted(keys)}
