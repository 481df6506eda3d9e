"""What goods would cost at the border: an enquiry taken down the path of a declaration, with the same functions."""

from __future__ import annotations

import decimal
from decimal import Decimal

from clearlane.assessment.assess import EXACT, total
from clearlane.assessment.charges import SEGMENTS
from clearlane.assessment.duty import tax_lines
from clearlane.assessment.goods import Goods
from clearlane.assessment.value import customs_values, parts_lacking
from clearlane.model.assessment import ValueLine
from clearlane.model.commodity import ChargeDeduction, Commodity, CustomsValuation, InvoiceLine
from clearlane.model.declaration import Declaration
from clearlane.model.estimate import Enquiry, Estimate
from clearlane.model.measuring import quantity_key
from clearlane.model.profile import Profile
from clearlane.model.shipment import GoodsShipment, GovernmentAgencyGoodsItem, TradeTerms
from clearlane.model.text import Text
from clearlane.model.values import Amount

_MOST_DIGITS = 20
_NO_LAW = Text(en="No tax of that day is known here.", vi="Chưa có quy định thuế nào cho ngày này.")


def estimate(enquiry: Enquiry, profile: Profile) -> Estimate:
    """Return value, duties and taxes of goods someone wants to bring in for home use: an estimate, not a ruling.

    Args:
      enquiry: What he wants to bring in.
      profile: The law, with the tariff to look in.
    """
    with decimal.localcontext(EXACT):
        declaration = _declared(enquiry)
        value = customs_values(declaration, profile, enquiry.on)[0]
        lines = tax_lines((_goods(enquiry, value),), profile, enquiry.on)
        known = any(tax.holds(enquiry.on) for tax in profile.taxes)
        duties = total(lines, profile) if known else None
        landed = None if duties is None or value.value is None else value.value + duties
        tariff = profile.tariff
        left_open = (*(tariff.header.caveats if tariff else ()), *_caveats(value, profile))
        caveats = (*left_open, *_lacking(declaration, value, profile), *(() if known else (_NO_LAW,)))
        return Estimate(enquiry, profile.currency, value, lines, duties, landed, caveats, tariff.version if tariff else "")


def _declared(enquiry: Enquiry) -> Declaration:
    """Return the enquiry as a declaration of one item."""
    charges = tuple(
        ChargeDeduction(charges_type_code=code, other_charge_deduction_amount=Amount(_written(amount), enquiry.currency))
        for code, amount in enquiry.charges.items()
    )
    price = InvoiceLine(item_charge_amount=Amount(_written(enquiry.price), enquiry.currency))
    item = GovernmentAgencyGoodsItem(
        commodity=Commodity(invoice_line=price), customs_valuation=CustomsValuation(charge_deduction=charges) if charges else None
    )
    terms = TradeTerms(condition_code=enquiry.incoterm) if enquiry.incoterm else None
    return Declaration(goods_shipment=GoodsShipment(government_agency_goods_item=(item,), trade_terms=terms))


def _written(amount: Decimal) -> str:
    """Return an amount as a message writes it; nothing for a figure that no message could hold."""
    return f"{amount:f}" if _sound(amount) else ""


def _sound(figure: Decimal) -> bool:
    return figure.is_finite() and abs(figure.adjusted()) <= _MOST_DIGITS


def _goods(enquiry: Enquiry, value: ValueLine) -> Goods:
    return Goods(
        item=1,
        code=enquiry.code,
        value=value,
        origin=enquiry.origin,
        documents={code.replace("-", ""): "" for code in enquiry.documents},
        additional_codes=frozenset(enquiry.additional_codes),
        mode=enquiry.mode,
        claims={"": enquiry.claim} if enquiry.claim else {},
        quantities={quantity_key(key) or key: figure for key, figure in enquiry.quantities.items() if _sound(figure) and figure >= 0},
    )


def _caveats(value: ValueLine, profile: Profile) -> tuple[Text, ...]:
    """Return what the law here leaves out for goods of such a value; all of it where the value is open."""
    return tuple(one.text for one in profile.caveats if one.most is None or value.value is None or value.value <= one.most)


def _lacking(declaration: Declaration, value: ValueLine, profile: Profile) -> tuple[Text, ...]:
    """Return what the value would need beside what was given, in words."""
    if value.value is None:
        return ()
    return tuple(
        Text(
            en=f"The cost of {SEGMENTS[part].en} bears on the customs value under this term of delivery and was not given.",
            vi=f"Khoản {SEGMENTS[part].vi} ảnh hưởng đến trị giá hải quan theo điều kiện giao hàng này nhưng chưa khai.",
        )
        for part in parts_lacking(declaration, declaration.item[0], profile)
    )
