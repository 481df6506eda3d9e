"""Duty that falls after it was asked for: never by more than stands of a tax on a goods item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from clearlane.model.duty_facts import DutyReduced, Reduction
from clearlane.model.facts import Fact, Record
from clearlane.model.payment import Inexact, from_minor, in_minor
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text
from clearlane.payment.charging import left

Less = Mapping[tuple[int, str], Decimal]
"""What is no longer owed, by goods item and tax."""


def reductions(less: Less, currency: str) -> tuple[Reduction, ...]:
    """Return amounts as they stand in a fact, those of nothing left out.

    Args:
      less: What is no longer owed, by goods item and tax.
      currency: The currency of account.

    Raises:
      Conflict: An amount is below zero, or no whole number of minor units.
    """
    try:
        made = tuple(Reduction(item, tax, in_minor(amount, currency)) for (item, tax), amount in sorted(less.items()) if amount)
    except Inexact as error:
        raise Conflict(_INEXACT) from error
    if any(one.minor < 0 for one in made):
        raise Conflict(_INEXACT)
    return made


def demand_within(before: Iterable[Record], facts: Sequence[Fact]) -> None:
    """Refuse to take off more than stands.

    Raises:
      Conflict: More is taken off than stands of a tax on a goods item; it names the item, the tax and what stands.
    """
    falling = [fact for fact in facts if isinstance(fact, DutyReduced)]
    if not falling:
        return
    stands, off = left(record.fact for record in before), Counter[tuple[int, str]]()
    for fact in falling:
        for one in fact.reductions:
            off[one.item, one.tax] += one.minor
            if one.minor <= 0 or off[one.item, one.tax] > stands.get((one.item, one.tax), 0):
                raise _more_than_stands(one, stands.get((one.item, one.tax), 0), fact.currency)


NOTHING_LESS = Text(
    en="Say by how much at least one amount falls, for a tax on a goods item.",
    vi="Hãy nêu số tiền giảm của ít nhất một sắc thuế trên một mặt hàng.",
)
NOT_WON = Text(
    en="Amounts fall only where the decision is changed or set aside. Choose so, or leave the amounts empty.",
    vi="Chỉ giảm số thuế khi quyết định được sửa đổi hoặc hủy bỏ. Hãy chọn như vậy hoặc để trống số tiền.",
)
_INEXACT = Text(
    en="An amount that falls is above zero, with no more decimals than the currency has.",
    vi="Số tiền giảm phải lớn hơn 0 và không có nhiều chữ số thập phân hơn đồng tiền cho phép.",
)


def _more_than_stands(one: Reduction, minor: int, currency: str) -> Conflict:
    stands = f"{from_minor(minor, currency):f} {currency}"
    return Conflict(
        Text(
            en=f"Of tax {one.tax} on goods item {one.item} only {stands} stands. Take off no more than that.",
            vi=f"Sắc thuế {one.tax} của mặt hàng {one.item} chỉ còn {stands}. Không được giảm quá số này.",
        )
    )
