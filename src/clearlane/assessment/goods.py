"""Goods as the tariff asks about them: code, origin, procedure, quantities, and what is claimed and shown with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from clearlane.model.assessment import ValueLine
from clearlane.model.commodity import DutyTaxFee
from clearlane.model.declaration import Declaration
from clearlane.model.documents import AdditionalDocument
from clearlane.model.measuring import quantity_key
from clearlane.model.nomenclature import TariffLine
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.values import Quantity

MASS = "KGM"
_NOMENCLATURE = ("TSP", "TRC")


class Goods(msgspec.Struct, frozen=True, gc=False):
    """What must be known of an item to find its measures and price them.

    Attributes:
      item: The item, counted from 1.
      code: The goods code, in digits.
      value: Its customs value.
      origin: The country of origin (ISO 3166); empty where none is declared.
      preferential_origin: The country of preferential origin, where it is declared apart; else as ``origin``.
      procedure: Requested and previous procedure; None where the goods are taken to enter for home use (an enquiry).
      reliefs: Additional procedures.
      documents: The documents shown and their numbers, by type and by category with type.
      additional_codes: Additional codes declared.
      stated: Codes of additional information, of the declaration and of the item.
      mode: The mode of transport at the border; empty where none is declared.
      claims: The rate claimed by tax type; under the empty key where no tax is named with it.
      quotas: Quota order numbers declared.
      quantities: Quantities as in ``Measurement.key``.
    """

    item: int
    code: str
    value: ValueLine
    origin: str = ""
    preferential_origin: str = ""
    procedure: str | None = None
    reliefs: tuple[str, ...] = ()
    documents: Mapping[str, str] = {}
    additional_codes: frozenset[str] = frozenset()
    stated: frozenset[str] = frozenset()
    mode: str = ""
    claims: Mapping[str, str] = {}
    quotas: frozenset[str] = frozenset()
    quantities: Mapping[str, Decimal] = {}

    def claim(self, tax: str) -> str:
        """Return the rate claimed for a tax; empty where none is."""
        return self.claims.get(tax) or self.claims.get("") or next(iter(self.claims.values()), "")

    def shown(self, codes: Sequence[str]) -> str:
        """Return the first of some document codes that is shown; empty where none is."""
        return next((code for code in codes if code.replace("-", "") in self.documents), "")


def goods_of(
    declaration: Declaration, item: GovernmentAgencyGoodsItem, count: int, value: ValueLine, line: TariffLine | None = None
) -> Goods:
    """Return an item as the tariff asks about it.

    Args:
      declaration: The declaration it stands in.
      item: The item.
      count: Its place, from 1.
      value: Its customs value.
      line: Its line in the nomenclature, whose unit counts where the message gives none.
    """
    fees = item.commodity.duty_tax_fee if item.commodity else ()
    border = declaration.border_transport_means
    return Goods(
        item=count,
        code=item.commodity_code,
        value=value,
        origin=item.origin_country,
        preferential_origin=next((one.country_code for one in item.origin if one.type_code == "2" and one.country_code), ""),
        procedure=item.procedure_code,
        reliefs=item.additional_procedure_code,
        documents=dict(_shown((*declaration.additional_document, *item.additional_document))),
        additional_codes=_additional_codes(item),
        stated=frozenset(
            one.statement_code for one in (*declaration.additional_information, *item.additional_information) if one.statement_code
        ),
        mode=(border.mode_code if border else None) or "",
        claims={fee.type_code or "": fee.duty_regime_code for fee in reversed(fees) if fee.duty_regime_code},
        quotas=frozenset(fee.quota_order_id for fee in fees if fee.quota_order_id),
        quantities=quantities_of(item, line),
    )


def quantities_of(item: GovernmentAgencyGoodsItem, line: TariffLine | None = None) -> dict[str, Decimal]:
    """Return the quantities declared, as in ``Measurement.key``: net mass, gross mass, the tariff's unit, bases of specific duties.

    Args:
      item: The item.
      line: Its line in the nomenclature, whose unit counts where the message gives none.
    """
    found: dict[str, Decimal] = {}
    measure = item.commodity.goods_measure if item.commodity else None
    if measure is not None:
        _put(found, measure.gross_mass_measure, MASS, "gross")
        _put(found, measure.net_net_weight_measure, MASS)
        own = next((unit for unit in line.units if unit != MASS), "") if line else ""
        _put(found, measure.tariff_quantity, own)
    for fee in item.commodity.duty_tax_fee if item.commodity else ():
        _put(found, fee.specific_tax_base_quantity, _unit_of(fee, line))
    return found


def _unit_of(fee: DutyTaxFee, line: TariffLine | None) -> str:
    return line.units[0] if line and line.units and fee.specific_tax_base_quantity else ""


def _put(found: dict[str, Decimal], quantity: Quantity | None, otherwise: str, qualifier: str = "") -> None:
    """Write down a quantity under its key; a letter after ``#`` in its unit says what of the goods is measured."""
    figure = quantity.figure if quantity is not None else None
    unit = ((quantity.unit_code if quantity else None) or otherwise).replace("#", " ")
    if figure is None or figure < 0 or not unit:
        return
    key = quantity_key(unit) or unit.upper()
    found.setdefault(f"{key}:{qualifier}" if qualifier and ":" not in key else key, figure)


def _shown(documents: Sequence[AdditionalDocument]) -> Iterator[tuple[str, str]]:
    for one in reversed(documents):
        if one.type_code:
            yield one.type_code, one.id or ""
            yield (one.category_code or "") + one.type_code, one.id or ""


def _additional_codes(item: GovernmentAgencyGoodsItem) -> frozenset[str]:
    found = item.commodity.classification if item.commodity else ()
    return frozenset(one.id for one in found if one.id and one.identification_type_code not in _NOMENCLATURE)
