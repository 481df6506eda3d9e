"""The customs value of an item: the price in the currency of account, with its charges (transaction value).

Source: WTO Customs Valuation Agreement, Articles 1 and 8. Charges of the whole shipment, which must be
shared out over the items, are not computed yet and leave the value open, with that reason.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clearlane.model.assessment import ValueLine
from clearlane.model.commodity import ChargeDeduction
from clearlane.model.declaration import Declaration
from clearlane.model.money import Money
from clearlane.model.profile import Profile
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text

_REFERENCE = "WTO Customs Valuation Agreement, Art. 1 and 8"


class _Open(Exception):
    """The value cannot be computed, for a reason worth telling."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def customs_value(item: GovernmentAgencyGoodsItem, count: int, declaration: Declaration, profile: Profile, on: date) -> ValueLine:
    """Return the customs value of an item, in the profile's currency and rounded as it says.

    Args:
      item: The goods.
      count: Its place, from 1.
      declaration: The declaration it stands in.
      profile: The law.
      on: The day whose rates of exchange hold.
    """
    try:
        _refuse_shared_charges(declaration)
        figure, formula = _converted(_price(item), profile, on)
        for charge in item.customs_valuation.charge_deduction if item.customs_valuation else ():
            sign, amount = _charge(charge)
            more, words = _converted(amount, profile, on)
            figure, formula = figure + sign * more, f"{formula} {'+' if sign > 0 else '-'} {words}"
    except _Open as open_:
        return ValueLine(count, None, reference=_REFERENCE, reason=open_.reason)
    return ValueLine(count, profile.value_rounding.of(figure), formula, _REFERENCE)


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


def _refuse_shared_charges(declaration: Declaration) -> None:
    valuation = declaration.goods_shipment.customs_valuation if declaration.goods_shipment else None
    if valuation and (valuation.charge_deduction or valuation.freight_charge_amount):
        raise _Open(
            Text(
                en="Charges of the whole shipment must be shared out over the items, which is not computed yet.",
                vi="Các khoản chi phí của cả lô hàng phải phân bổ cho từng dòng hàng, hiện chưa tính được.",
            )
        )


def _converted(money: Money, profile: Profile, on: date) -> tuple[Decimal, str]:
    if money.currency == profile.currency:
        return money.amount, str(money)
    rate = profile.exchange.find(money.currency, on) if profile.exchange else None
    if rate is None:
        raise _Open(
            Text(
                en=f"No rate of exchange from {money.currency} to {profile.currency} is loaded for {on:%Y-%m-%d}.",
                vi=f"Chưa nạp tỷ giá từ {money.currency} sang {profile.currency} cho ngày {on:%d/%m/%Y}.",
            )
        )
    since, figure = rate
    return money.amount * figure, f"{money} x {figure} (rate of {since:%Y-%m-%d})"
