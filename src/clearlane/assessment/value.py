"""The customs value of items, built up from the price to the basis of the law, charge by charge.

By the transaction value (method 1) the price is taken in the currency of account; each charge declared with the item or
with the whole shipment is added, deducted, or left where it is, as the term of delivery and the basis say. Under any
other method the value declared stands as it is.
Source: WTO Customs Valuation Agreement, Articles 1 to 8.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from clearlane.assessment.charges import Terms, declared, effect, lacking, not_declared, terms_of
from clearlane.assessment.exchange import Open, converted
from clearlane.assessment.sharing import Share, shares
from clearlane.model.assessment import Step, ValueLine
from clearlane.model.commodity import CustomsValuation
from clearlane.model.declaration import Declaration
from clearlane.model.money import Money
from clearlane.model.profile import Profile
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text
from clearlane.model.valuation import Segment


class _Built(msgspec.Struct, frozen=True, gc=False):
    """An item's price with its own charges."""

    price: Decimal
    figure: Decimal
    formula: str
    steps: tuple[Step, ...]
    method: int


def customs_values(declaration: Declaration, profile: Profile, on: date) -> tuple[ValueLine, ...]:
    """Return the customs value of every item, in the profile's currency and rounded as it says.

    Args:
      declaration: What is declared.
      profile: The law.
      on: The day whose rates of exchange hold.
    """
    whole = _of_all(declaration)
    terms = terms_of(declaration, profile.valuation)
    built = [_attempt(item, whole, terms, profile, on) for item in declaration.item]
    prices = [None if isinstance(one, Text) else one.price for one in built]
    try:
        shared = shares(whole, declaration.item, prices, terms, profile, on)
    except Open as open_:
        return tuple(_open(count, one if isinstance(one, Text) else open_.reason, profile) for count, one in enumerate(built, 1))
    return tuple(_line(count, one, share, profile) for count, (one, share) in enumerate(zip(built, shared, strict=True), 1))


def parts_lacking(declaration: Declaration, item: GovernmentAgencyGoodsItem, profile: Profile) -> tuple[Segment, ...]:
    """Return the parts of the way that the value would need, or need taken away, and that are not declared for an item."""
    return _lacking(item, _of_all(declaration), terms_of(declaration, profile.valuation), profile)


def _of_all(declaration: Declaration) -> CustomsValuation | None:
    return declaration.goods_shipment.customs_valuation if declaration.goods_shipment else None


def _lacking(item: GovernmentAgencyGoodsItem, whole: CustomsValuation | None, terms: Terms, profile: Profile) -> tuple[Segment, ...]:
    if not profile.valuation.charges or not terms.term:
        return ()
    given = (*declared(item.customs_valuation, profile.valuation), *declared(whole, profile.valuation))
    return lacking(terms, {charge.segment for charge, _ in given if charge.segment})


def _attempt(item: GovernmentAgencyGoodsItem, whole: CustomsValuation | None, terms: Terms, profile: Profile, on: date) -> _Built | Text:
    """Return an item's price with its own charges, or why there is none."""
    method = _method(_method_code(item, whole), profile)
    try:
        if method > 1:
            return _standing(item, method, profile, on)
        return _transaction(item, whole, terms, profile, on, method)
    except Open as open_:
        return open_.reason


def _transaction(
    item: GovernmentAgencyGoodsItem, whole: CustomsValuation | None, terms: Terms, profile: Profile, on: date, method: int
) -> _Built:
    price = converted(_price(item), profile, on)
    figure, formula = price.figure, price.formula
    steps = [Step(price.formula, price.figure, terms.remark)]
    if method == 0 and (code := _method_code(item, whole)):
        steps.append(Step(remark=_method_unknown(code)))
    for charge, money in declared(item.customs_valuation, profile.valuation):
        sign, why = effect(charge, terms, profile.valuation)
        more = converted(money, profile, on)
        steps.append(Step(more.formula, sign * more.figure, why))
        if sign:
            figure += sign * more.figure
            formula += f" {'+' if sign > 0 else '-'} {more.formula}"
    steps += [Step(remark=not_declared(part, terms)) for part in _lacking(item, whole, terms, profile)]
    return _Built(price.figure, figure, formula, tuple(steps), method)


def _standing(item: GovernmentAgencyGoodsItem, method: int, profile: Profile, on: date) -> _Built:
    """Return the value declared under a method other than the transaction value: nothing is built up on it."""
    charge = item.customs_value_amount or item.item_charge or item.statistical_value_amount
    value = converted(_money(charge.money if charge else None), profile, on)
    said = Text(
        en=f"Valued by method {method}: the value declared stands, no charges are added to it or deducted.",
        vi=f"Xác định trị giá theo phương pháp {method}: giữ nguyên trị giá khai báo, không cộng hay trừ chi phí.",
    )
    return _Built(value.figure, value.figure, value.formula, (Step(value.formula, value.figure, said),), method)


def _method_code(item: GovernmentAgencyGoodsItem, whole: CustomsValuation | None) -> str | None:
    return (item.customs_valuation.method_code if item.customs_valuation else None) or (whole.method_code if whole else None)


def _method_unknown(code: str) -> Text:
    return Text(
        en=f"The valuation method {code} is not known here; the value is built up from the price.",
        vi=f"Không có phương pháp xác định trị giá mã {code}; trị giá được tính từ giá giao dịch.",
    )


def _method(code: str | None, profile: Profile) -> int:
    """Return the method declared, 0 where none is or it is not known here."""
    if not code:
        return 0
    if profile.valuation.methods:
        return profile.valuation.methods.get(code, 0)
    return int(code) if code in ("1", "2", "3", "4", "5", "6") else 0


def _line(count: int, built: _Built | Text, share: Share, profile: Profile) -> ValueLine:
    if isinstance(built, Text):
        return _open(count, built, profile)
    figure, formula, steps = built.figure, built.formula, built.steps
    if built.method <= 1:
        figure, steps = figure + share.figure, steps + share.steps
        if share.figure:
            formula += f" {'+' if share.figure > 0 else '-'} {abs(share.figure)} {profile.currency} (GoodsShipment)"
    if figure < 0:
        return _open(count, _BELOW_ZERO, profile)
    value = profile.value_rounding.of(figure)
    if value != figure:
        steps += (Step(f"{figure} = {value} ({profile.value_rounding})", value),)
    return ValueLine(count, value, formula, profile.valuation.reference, method=built.method, steps=steps)


def _open(count: int, reason: Text, profile: Profile) -> ValueLine:
    return ValueLine(count, None, reference=profile.valuation.reference, reason=reason)


def _price(item: GovernmentAgencyGoodsItem) -> Money:
    charge = item.item_charge or item.customs_value_amount or item.statistical_value_amount
    return _money(charge.money if charge else None)


def _money(money: Money | None) -> Money:
    if money is None:
        raise Open(Text(en="The item's price or its currency is missing.", vi="Thiếu trị giá hoặc đồng tiền của dòng hàng."))
    return money


_BELOW_ZERO = Text(
    en="The deductions come to more than the price, so there is no customs value.",
    vi="Các khoản trừ lớn hơn giá nên không có trị giá hải quan.",
)
