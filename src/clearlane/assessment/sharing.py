"""Charges of the whole shipment, shared out over its items by value, mass or quantity; the parts sum to the whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec

from clearlane.assessment.apportion import apportion
from clearlane.assessment.charges import Terms, declared, effect
from clearlane.assessment.exchange import Open, converted
from clearlane.model.assessment import Step
from clearlane.model.commodity import CustomsValuation
from clearlane.model.profile import Profile
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text
from clearlane.model.values import Quantity

_KEYS = {
    "value": Text(en="value", vi="trị giá"),
    "gross mass": Text(en="gross mass", vi="trọng lượng cả bì"),
    "net mass": Text(en="net mass", vi="trọng lượng tịnh"),
    "quantity": Text(en="quantity", vi="số lượng"),
}


class Share(msgspec.Struct, frozen=True, gc=False):
    """What falls on one item, and how."""

    figure: Decimal = Decimal(0)
    steps: tuple[Step, ...] = ()


def shares(
    given: CustomsValuation | None,
    items: Sequence[GovernmentAgencyGoodsItem],
    prices: Sequence[Decimal | None],
    terms: Terms,
    profile: Profile,
    on: date,
) -> list[Share]:
    """Return each item's share of the whole shipment's charges.

    Args:
      given: The charges of the whole shipment.
      items: The goods.
      prices: Their prices in the profile's currency; None where one has none.
      terms: What the prices hold.
      profile: The law.
      on: The day whose rates of exchange hold.

    Raises:
      Open: A charge cannot be computed, or an item lacks what it is shared out by.
    """
    totals: dict[str, Decimal] = {}
    steps: list[Step] = []
    for charge, money in declared(given, profile.valuation):
        sign, why = effect(charge, terms, profile.valuation)
        amount = converted(money, profile, on)
        steps.append(Step(f"{amount.formula} (GoodsShipment)", sign * amount.figure, why))
        if sign:
            key: str = profile.valuation.shared_by.get(charge.code, "value")
            totals[key] = totals.get(key, Decimal(0)) + sign * amount.figure
    found = [Share(steps=tuple(steps)) for _ in items]
    for key, whole in totals.items():
        if whole:
            found = [
                Share(a.figure + b.figure, a.steps + b.steps) for a, b in zip(found, _of(whole, key, items, prices, profile), strict=True)
            ]
    return found


def _of(
    whole: Decimal, key: str, items: Sequence[GovernmentAgencyGoodsItem], prices: Sequence[Decimal | None], profile: Profile
) -> list[Share]:
    if len(items) == 1:
        return [Share(whole)]
    weights = _by_value(prices) if key == "value" else _by_measure(key, items)
    amount, total = profile.value_rounding.of(whole), sum(weights, Decimal(0))
    parts = apportion(amount, weights, profile.value_rounding.places)
    said = Text(
        en=f"This item's share of the shipment's charges, by {_KEYS[key].en}; the shares sum to the whole.",
        vi=f"Phần của dòng hàng trong chi phí cả lô, phân bổ theo {_KEYS[key].vi}; các phần cộng lại đúng bằng tổng.",
    )
    pairs = zip(parts, weights, strict=True)
    return [Share(part, (Step(f"{amount} x {weight} / {total} = {part}", part, said),)) for part, weight in pairs]


def _by_value(prices: Sequence[Decimal | None]) -> list[Decimal]:
    known = [max(price, Decimal(0)) for price in prices if price is not None]
    if len(known) < len(prices):
        raise Open(
            Text(
                en="Charges of the whole shipment cannot be shared out, since an item has no price.",
                vi="Chưa phân bổ được chi phí của cả lô hàng vì có dòng hàng chưa có trị giá.",
            )
        )
    return known


def _by_measure(key: str, items: Sequence[GovernmentAgencyGoodsItem]) -> list[Decimal]:
    measured = [_measured(key, item) for item in items]
    known = [quantity.figure for quantity in measured if quantity is not None and quantity.figure is not None]
    units = {quantity.unit_code for quantity in measured if quantity is not None}
    if len(known) < len(items) or len(units) > 1 or any(figure < 0 for figure in known):
        raise Open(
            Text(
                en=f"Charges of the whole shipment are shared out by {_KEYS[key].en}, and an item has none or another unit.",
                vi=f"Chi phí của cả lô hàng phân bổ theo {_KEYS[key].vi}, nhưng có dòng hàng chưa khai hoặc khác đơn vị.",
            )
        )
    return known


def _measured(key: str, item: GovernmentAgencyGoodsItem) -> Quantity | None:
    measure = item.commodity.goods_measure if item.commodity else None
    if measure is None:
        return None
    if key == "gross mass":
        return measure.gross_mass_measure
    return measure.net_net_weight_measure if key == "net mass" else measure.tariff_quantity
