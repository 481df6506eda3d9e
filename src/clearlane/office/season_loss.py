"""What a wrong declaration of the imaginary country costs: the duty and tax of what is really so, less what follows from what was said."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from decimal import Decimal

from msgspec.structs import replace

from clearlane.assessment.assess import assess
from clearlane.model.commodity import Commodity, DutyTaxFee, GovernmentProcedure
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed
from clearlane.model.profile import Profile
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.values import Quantity
from clearlane.simulator import Goods, Truth

_GRAMS = Decimal(1000)
_NOTHING = Decimal(0)
_NO_PREFERENCE = "100"
_HOME_USE = (GovernmentProcedure(current_code="40", previous_code="00"), GovernmentProcedure(current_code="000"))
Owed = dict[tuple[int, str], Decimal | None]
"""What is to be paid, by item and tax."""


def losses(declaration: Declaration, assessed: Assessed, truth: Truth, law: Profile, at: datetime) -> dict[int, float]:
    """Return the duty and tax lost by item, from 1, and under 0 that of goods which nobody declared; in the law's currency.

    Both are computed by the law itself, of the declaration as it was lodged and as it should have been. What was paid too much on one
    item makes up for nothing lost on another. Goods whose duty is suspended lose nothing, those hidden behind them do.

    Args:
      declaration: What was declared.
      assessed: Its assessment.
      truth: What is really so.
      law: The law.
      at: The moment whose rates hold.
    """
    shipment = declaration.goods_shipment
    if shipment is None:
        return {}
    said = shipment.government_agency_goods_item
    so = [_as_it_is(item, goods) for item, goods in zip(said, truth.items, strict=False)]
    more = [_undeclared(said[0], goods) for goods in truth.hidden]
    right = replace(declaration, goods_shipment=replace(shipment, government_agency_goods_item=(*so, *more)))
    lost = _less(_owed(assess(right, law, at)), _owed(assessed))
    hidden = sum(amount for item, amount in lost.items() if item > len(so))
    return {item: amount for item, amount in {**lost, 0: hidden}.items() if amount > 0 and item <= len(so)}


def _owed(assessed: Assessed) -> Owed:
    """Return what is to be paid by item and tax; None where that could not be computed."""
    owed: Owed = {}
    for line in assessed.lines:
        before = owed.get((line.item, line.tax), _NOTHING)
        amount = _NOTHING if line.outcome == "suspended" else line.amount
        owed[line.item, line.tax] = None if amount is None or before is None else before + amount
    return owed


def _less(due: Owed, paid: Owed) -> dict[int, float]:
    """Return by item how much more is due than was to be paid; a tax that could not be computed on either side counts as nothing."""
    lost: defaultdict[int, Decimal] = defaultdict(Decimal)
    for of in due.keys() | paid.keys():
        so, said = due.get(of, _NOTHING), paid.get(of, _NOTHING)
        if so is not None and said is not None:
            lost[of[0]] += so - said
    return {item: float(amount) for item, amount in sorted(lost.items())}


def _undeclared(beside: GovernmentAgencyGoodsItem, goods: Goods) -> GovernmentAgencyGoodsItem:
    """Return goods that nobody declared as an item for home use, without preference."""
    item = _as_it_is(beside, goods)
    commodity = item.commodity or Commodity()
    return replace(item, government_procedure=_HOME_USE, commodity=replace(commodity, duty_tax_fee=_unclaimed(commodity)))


def _as_it_is(item: GovernmentAgencyGoodsItem, goods: Goods) -> GovernmentAgencyGoodsItem:
    """Return a goods item as it should have been declared."""
    commodity = item.commodity or Commodity()
    elsewhere = goods.origin != item.origin_country
    return replace(
        item,
        commodity=replace(
            commodity,
            classification=tuple(replace(one, id=goods.code) for one in commodity.classification),
            invoice_line=commodity.invoice_line and replace(commodity.invoice_line, item_charge_amount=goods.value),
            duty_tax_fee=_unclaimed(commodity) if elsewhere else commodity.duty_tax_fee,
            goods_measure=commodity.goods_measure
            and replace(
                commodity.goods_measure,
                net_net_weight_measure=Quantity(str(Decimal(goods.net_grams) / _GRAMS), "KGM"),
                tariff_quantity=Quantity(str(goods.quantity), goods.unit),
            ),
        ),
        origin=tuple(replace(one, country_code=goods.origin) for one in item.origin),
    )


def _unclaimed(commodity: Commodity) -> tuple[DutyTaxFee, ...]:
    """Return the duties asked for without a preference: it was claimed for another country."""
    return tuple(replace(fee, duty_regime_code=_NO_PREFERENCE) if fee.duty_regime_code else fee for fee in commodity.duty_tax_fee)
