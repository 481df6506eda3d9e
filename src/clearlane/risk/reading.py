"""Read the declared and assessed fields of the catalogue from a declaration and its assessment.

Texts are NFC; an empty text, a figure that is none, and a figure beyond what binary64 holds are missing. Ratios are computed here,
once, from the numbers of the same row; by 0 they are missing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from math import inf
from zoneinfo import ZoneInfo

from clearlane.model.commodity import Commodity, GoodsMeasure
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed
from clearlane.model.parties import Consignor, Exporter, Seller
from clearlane.model.profile import Profile
from clearlane.model.risk_field import Value
from clearlane.model.shipment import GoodsShipment, GovernmentAgencyGoodsItem
from clearlane.model.transport import BorderTransportMeans, Consignment
from clearlane.model.values import Quantity

NO_SHIPMENT = GoodsShipment()
_NO_GOODS, _NO_MEASURE, _NO_CONSIGNMENT, _NO_MEANS = Commodity(), GoodsMeasure(), Consignment(), BorderTransportMeans()
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII).fullmatch
_KILOGRAMS: Mapping[str | None, float] = {None: 1.0, "": 1.0, "KGM": 1.0, "TNE": 1000.0, "GRM": 0.001}


def declared(declaration: Declaration, assessed: Assessed, profile: Profile, at: datetime) -> list[list[Value]]:
    """Return the declared and assessed values of each goods item, in the order of the catalogue.

    Args:
      declaration: The declaration.
      assessed: Its assessment.
      profile: The profile, for the direction of trade and the office's time.
      at: When it was lodged.
    """
    shipment = declaration.goods_shipment
    if shipment is None:
        return []
    whole = _whole(declaration, shipment, profile, at)
    values, duties = _values(assessed), _duties(assessed)
    every = [values.get(count) for count in range(1, len(shipment.government_agency_goods_item) + 1)]
    total = _finite(sum(value for value in every if value is not None)) if None not in every else None
    return [
        _item(item, shipment, whole, (value, _finite(duties.get(count, Decimal(0))), total))
        for count, (item, value) in enumerate(zip(shipment.government_agency_goods_item, every, strict=True), 1)
    ]


def text(words: str | None) -> str | None:
    """Return a text in NFC; None where it is empty."""
    if not words:
        return None
    return words if words.isascii() else unicodedata.normalize("NFC", words)


def folded(words: str | None) -> str | None:
    """Return a text in NFC with its case folded; None where it is empty."""
    if not words:
        return None
    return words.lower() if words.isascii() else unicodedata.normalize("NFC", unicodedata.normalize("NFC", words).casefold())


def departure(item: GovernmentAgencyGoodsItem, shipment: GoodsShipment) -> str | None:
    """Return the country of dispatch: the item's, else the shipment's."""
    country = item.export_country or shipment.export_country
    return text(country.id) if country else None


def party(found: Exporter | Consignor | Seller | None) -> str | None:
    """Return a party's number, else its name with its case folded; None where it has neither."""
    return (text(found.id) or folded(found.name)) if found else None


def _whole(declaration: Declaration, shipment: GoodsShipment, profile: Profile, at: datetime) -> tuple[Value, ...]:
    """Return what all items share, in the order of the catalogue from ``importer.id`` to ``hour``, fields of items left out."""
    carried = shipment.consignment or _NO_CONSIGNMENT
    means = declaration.border_transport_means or _NO_MEANS
    kind = profile.kind(declaration.type_code or "")
    local = at.astimezone(_zone(profile.time_zone))
    return (
        text(declaration.importer_id),
        text(declaration.declarant_id),
        party(declaration.exporter or shipment.consignor or carried.consignor),
        text(declaration.type_code),
        kind.direction if kind else None,
        text(declaration.declaration_office_id),
        text(means.mode_code),
        text(means.registration_nationality_code),
        text(carried.goods_location.id) if carried.goods_location else None,
        float(len(carried.transport_equipment)),
        text(shipment.trade_terms.condition_code) if shipment.trade_terms else None,
        float(len(shipment.government_agency_goods_item)),
        float(local.isoweekday()),
        float(local.hour),
    )


def _item(
    item: GovernmentAgencyGoodsItem,
    shipment: GoodsShipment,
    whole: tuple[Value, ...],
    money: tuple[Decimal | None, float | None, float | None],
) -> list[Value]:
    importer, declarant, exporter, kind, direction, office, mode, flag, place, containers, term, items, weekday, hour = whole
    goods = item.commodity or _NO_GOODS
    measure = goods.goods_measure or _NO_MEASURE
    net, gross = _mass(measure.net_net_weight_measure), _mass(measure.gross_mass_measure)
    counted = measure.tariff_quantity
    quantity, unit = (_figure(counted.value), text(counted.unit_code)) if counted else (None, None)
    value, duty, total = _finite(money[0]), money[1], money[2]
    bound = item.destination or shipment.destination
    price = goods.invoice_line.item_charge_amount if goods.invoice_line else None
    per_kilogram = _ratio(value, net)
    return [
        text(item.commodity_code),
        text(item.origin_country),
        departure(item, shipment),
        text(bound.country_code) if bound else None,
        text(item.procedure_code),
        next((text(fee.duty_regime_code) for fee in goods.duty_tax_fee if fee.duty_regime_code), None),
        folded(goods.description),
        *(importer, declarant, exporter),
        party(item.seller or shipment.seller),
        *(kind, direction, office, mode, flag, place, containers, term),
        text(price.currency_id) if price else None,
        items,
        float(len(item.additional_document)),
        *(net, gross, _packages(item), quantity, unit, value),
        _ratio(value, quantity) if unit else per_kilogram,
        per_kilogram,
        _ratio(net, quantity) if unit else None,
        *(duty, _ratio(duty, value), total, weekday, hour),
    ]


def _values(assessed: Assessed) -> dict[int, Decimal | None]:
    return {line.item: line.value for line in assessed.values}


def _duties(assessed: Assessed) -> dict[int, Decimal | None]:
    """Return the sum of lines per item: None where one could not be computed."""
    found: dict[int, Decimal | None] = {}
    for line in assessed.lines:
        before = found.get(line.item, Decimal(0))
        if line.outcome in ("unpriced", "conditional") or before is None:
            found[line.item] = None
        else:
            found[line.item] = before + (line.amount or 0)
    return found


def _figure(written: str | None) -> float | None:
    """Return the number a text writes, as ``model.values.number`` reads it."""
    if written is None or not _DECIMAL(written):
        return None
    found = float(written)
    return found if -inf < found < inf else None


def _finite(figure: Decimal | int | None) -> float | None:
    if figure is None:
        return None
    try:
        found = float(figure)
    except OverflowError:
        return None
    return found if -inf < found < inf else None


def _ratio(above: float | None, below: float | None) -> float | None:
    if above is None or not below:
        return None
    found = above / below
    return found if -inf < found < inf else None


def _mass(measure: Quantity | None) -> float | None:
    """Return a mass in kilograms; None where it is none, or in a unit that is no mass."""
    if measure is None or (factor := _KILOGRAMS.get(measure.unit_code)) is None:
        return None
    found = _figure(measure.value)
    return found if found is None or factor == 1.0 else _finite_float(found * factor)


def _finite_float(figure: float) -> float | None:
    return figure if -inf < figure < inf else None


def _packages(item: GovernmentAgencyGoodsItem) -> float | None:
    counts = [_figure(pack.quantity_quantity.value) for pack in item.packaging if pack.quantity_quantity]
    present = [count for count in counts if count is not None]
    return _finite_float(sum(present)) if present else None


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
