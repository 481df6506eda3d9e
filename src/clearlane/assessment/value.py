"""The customs value of items: the price in the currency of account, with its charges (transaction value).

Charges declared for the whole shipment are shared out over the items by price, the parts summing to the whole.
Source: WTO Customs Valuation Agreement, Articles 1 and 8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from clearlane.assessment.apportion import apportion
from clearlane.model.assessment import ValueLine
from clearlane.model.commodity import ChargeDeduction
from clearlane.model.declaration import Declaration
from clearlane.model.money import Money
from clearlane.model.profile import Profile
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text

REFERENCE = "WTO Customs Valuation Agreement, Art. 1 and 8"


class _Open(Exception):
    """A value cannot be computed, for a reason worth telling."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


class _Sum(msgspec.Struct, frozen=True):
    """A figure in the profile's currency and how it came about."""

    figure: Decimal
    formula: str


def customs_values(declaration: Declaration, profile: Profile, on: date) -> tuple[ValueLine, ...]:
    """Return the customs value of every item, in the profile's currency and rounded as it says.

    Args:
      declaration: What is declared.
      profile: The law.
      on: The day whose rates of exchange hold.
    """
    prices = [_attempt(item, profile, on) for item in declaration.item]
    try:
        shared = tuple(_shared(declaration, prices, profile, on))
    except _Open as open_:
        return tuple(_open(count, one if isinstance(one, Text) else open_.reason) for count, one in enumerate(prices, 1))
    return tuple(_line(count, one, shared[count - 1], profile) for count, one in enumerate(prices, 1))


def _attempt(item: GovernmentAgencyGoodsItem, profile: Profile, on: date) -> _Sum | Text:
    """Return an item's price with its own charges, or why there is none."""
    try:
        found = _converted(_price(item), profile, on)
        for charge in item.customs_valuation.charge_deduction if item.customs_valuation else ():
            sign, amount = _charge(charge)
            more = _converted(amount, profile, on)
            found = _Sum(found.figure + sign * more.figure, f"{found.formula} {'+' if sign > 0 else '-'} {more.formula}")
    except _Open as open_:
        return open_.reason
    return found


def _shared(declaration: Declaration, prices: Sequence[_Sum | Text], profile: Profile, on: date) -> Iterator[Decimal]:
    """Yield each item's share of the whole shipment's charges."""
    whole = sum((sign * _converted(amount, profile, on).figure for sign, amount in _charges_of_all(declaration)), Decimal(0))
    if not whole:
        yield from (Decimal(0) for _ in prices)
        return
    known = [max(one.figure, Decimal(0)) for one in prices if isinstance(one, _Sum)]
    if len(known) < len(prices):
        raise _Open(
            Text(
                en="Charges of the whole shipment cannot be shared out, since an item has no price.",
                vi="Chưa phân bổ được chi phí của cả lô hàng vì có dòng hàng chưa có trị giá.",
            )
        )
    yield from apportion(profile.value_rounding.of(whole), known, profile.value_rounding.places)


def _charges_of_all(declaration: Declaration) -> Iterator[tuple[int, Money]]:
    valuation = declaration.goods_shipment.customs_valuation if declaration.goods_shipment else None
    if valuation is None:
        return
    if valuation.freight_charge_amount is not None:
        freight = valuation.freight_charge_amount.money
        if freight is None:
            raise _Open(Text(en="The freight or its currency is missing.", vi="Thiếu cước phí vận chuyển hoặc đồng tiền."))
        yield 1, freight
    yield from map(_charge, valuation.charge_deduction)


def _line(count: int, price: _Sum | Text, share: Decimal, profile: Profile) -> ValueLine:
    if isinstance(price, Text):
        return _open(count, price)
    sign = "+" if share > 0 else "-"
    formula = f"{price.formula} {sign} {abs(share)} {profile.currency} (GoodsShipment)" if share else price.formula
    return ValueLine(count, profile.value_rounding.of(price.figure + share), formula, REFERENCE)


def _open(count: int, reason: Text) -> ValueLine:
    return ValueLine(count, None, reference=REFERENCE, reason=reason)


def _price(item: GovernmentAgencyGoodsItem) -> Money:
    charge = item.item_charge or item.customs_value_amount or item.statistical_value_amount
    money = charge.money if charge else None
    if money is None:
        raise _Open(Text(en="The item's price or its currency is missing.", vi="Thiếu trị giá hoặc đồng tiền của dòng hàng."))
    return money


def _charge(charge: ChargeDeduction) -> tuple[int, Money]:
    """Return whether a charge is added (codes A…) or deducted (codes B…), and the charge."""
    code = charge.charges_type_code or ""
    money = charge.other_charge_deduction_amount.money if charge.other_charge_deduction_amount else None
    if money is None or code[:1] not in ("A", "B"):
        raise _Open(
            Text(en=f"The charge {code or 'without a code'} cannot be computed.", vi=f"Không tính được khoản {code or 'không mã'}.")
        )
    return (1 if code[0] == "A" else -1), money


def _converted(money: Money, profile: Profile, on: date) -> _Sum:
    if money.currency == profile.currency:
        return _Sum(money.amount, str(money))
    rate = profile.exchange.find(money.currency, on) if profile.exchange else None
    if rate is None:
        raise _Open(
            Text(
                en=f"No rate of exchange from {money.currency} to {profile.currency} is loaded for {on:%Y-%m-%d}.",
                vi=f"Chưa nạp tỷ giá từ {money.currency} sang {profile.currency} cho ngày {on:%d/%m/%Y}.",
            )
        )
    since, figure = rate
    return _Sum(money.amount * figure, f"{money} x {figure} ({since:%Y-%m-%d})")
