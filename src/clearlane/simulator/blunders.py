"""Messages sent too early or mistyped: something is missing or does not add up, which the checks send back or remark on."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from clearlane.model.declaration import Declaration
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.values import Amount, Quantity
from clearlane.simulator.chance import Chance, Choice
from clearlane.simulator.truth import Irregularity, Kind


def blunder(chance: Chance, declaration: Declaration) -> tuple[Declaration, Irregularity]:
    """Return a declaration with one thing missing or wrong in form, and what it is."""
    what, change = chance.of(_BLUNDERS)
    return change(declaration), Irregularity(Kind.INCOMPLETE, 0, False, "", what)


def _first_item(declaration: Declaration, change: Callable[[GovernmentAgencyGoodsItem], GovernmentAgencyGoodsItem]) -> Declaration:
    shipment = declaration.goods_shipment
    if shipment is None:
        return declaration
    first, *others = shipment.government_agency_goods_item
    return replace(declaration, goods_shipment=replace(shipment, government_agency_goods_item=(change(first), *others)))


def _without_parties(declaration: Declaration) -> Declaration:
    shipment = declaration.goods_shipment
    return replace(declaration, exporter=None, goods_shipment=shipment and replace(shipment, importer=None, consignee=None))


def _without_origin(declaration: Declaration) -> Declaration:
    return _first_item(declaration, lambda item: replace(item, origin=()))


def _without_description(declaration: Declaration) -> Declaration:
    return _first_item(declaration, lambda item: replace(item, commodity=item.commodity and replace(item.commodity, description=None)))


def _without_packages(declaration: Declaration) -> Declaration:
    return _first_item(declaration, lambda item: replace(item, packaging=()))


def _without_procedure(declaration: Declaration) -> Declaration:
    return _first_item(declaration, lambda item: replace(item, government_procedure=()))


def _short_code(declaration: Declaration) -> Declaration:
    def shorten(item: GovernmentAgencyGoodsItem) -> GovernmentAgencyGoodsItem:
        if item.commodity is None:
            return item
        codes = tuple(replace(one, id=(one.id or "")[:4]) for one in item.commodity.classification)
        return replace(item, commodity=replace(item.commodity, classification=codes))

    return _first_item(declaration, shorten)


def _light(declaration: Declaration) -> Declaration:
    def swap(item: GovernmentAgencyGoodsItem) -> GovernmentAgencyGoodsItem:
        measure = item.commodity.goods_measure if item.commodity else None
        if item.commodity is None or measure is None:
            return item
        masses = replace(measure, gross_mass_measure=Quantity("0.500", "KGM"))
        return replace(item, commodity=replace(item.commodity, goods_measure=masses))

    return _first_item(declaration, swap)


def _miscounted(declaration: Declaration) -> Declaration:
    return replace(declaration, goods_item_quantity=Quantity(str(len(declaration.item) + 1)))


def _wrong_total(declaration: Declaration) -> Declaration:
    amount = declaration.invoice_amount
    return replace(declaration, invoice_amount=amount and Amount(f"1{amount.value}", amount.currency_id))


def _wrong_packages(declaration: Declaration) -> Declaration:
    total = declaration.total_package_quantity
    return replace(declaration, total_package_quantity=total and Quantity(f"{total.value}1"))


_BLUNDERS: Choice[tuple[str, Callable[[Declaration], Declaration]]] = Choice(
    (
        ("no exporter and no importer", _without_parties),
        ("no origin", _without_origin),
        ("no description", _without_description),
        ("no packages", _without_packages),
        ("no procedure", _without_procedure),
        ("tariff code too short", _short_code),
        ("gross mass below net mass", _light),
        ("items counted wrongly", _miscounted),
        ("invoice total does not add up", _wrong_total),
        ("packages do not add up", _wrong_packages),
    ),
    (10, 12, 8, 10, 6, 14, 8, 8, 16, 8),
)
