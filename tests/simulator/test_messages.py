"""The messages are what a careful broker would send, but for those that are faulty on purpose."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from clearlane.lodgement.read import read
from clearlane.lodgement.write import write
from clearlane.model.declaration import Declaration
from clearlane.model.profile import Profile
from clearlane.model.values import Amount, Quantity
from clearlane.simulator import Kind, Simulated
from clearlane.simulator.catalogue import partners, products
from clearlane.simulator.numbers import container_number
from clearlane.simulator.seasons import MONTHS
from clearlane_xa import trader_number

XA = Path(__file__).resolve().parents[2] / "profiles" / "xa" / "clearlane_xa" / "data"


@pytest.fixture(scope="module")
def complete(trade: list[Simulated]) -> list[Simulated]:
    """The declarations that are not sent faulty on purpose."""
    slipped = (Kind.INCOMPLETE, Kind.FORGOTTEN_DOCUMENT)
    return [one for one in trade if not one.refers_to and not any(wrong.kind in slipped for wrong in one.truth.irregularities)]


def _sum(values: list[Amount | Quantity | None]) -> Decimal:
    return sum((value.figure or Decimal(0) for value in values if value), Decimal(0))


def _masses(declaration: Declaration) -> list[tuple[Decimal, Decimal]]:
    measures = [item.commodity.goods_measure for item in declaration.item if item.commodity]
    return [(_sum([one.gross_mass_measure]), _sum([one.net_net_weight_measure])) for one in measures if one]


def test_every_message_is_valid_by_the_published_schema(trade: list[Simulated], shared_data: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared_data / "wcodm" / "schemas" / "wco" / "declaration" / "_driver.xsd"))
    assert all(schema.validate(etree.fromstring(write(one.message))) for one in trade)


def test_every_message_is_read_back_as_it_was_written(trade: list[Simulated]) -> None:
    assert all(read(write(one.message)) == one.message for one in trade)


def test_the_items_and_packages_are_as_many_as_the_header_says(complete: list[Simulated]) -> None:
    for declaration in (one.message.declaration for one in complete):
        assert _sum([declaration.goods_item_quantity]) == len(declaration.item)
        packages = [item.packaging[0].quantity_quantity for item in declaration.item]
        assert _sum([declaration.total_package_quantity]) == _sum([*packages])


def test_the_prices_add_up_to_the_invoice(complete: list[Simulated]) -> None:
    for declaration in (one.message.declaration for one in complete):
        assert _sum([declaration.invoice_amount]) == _sum([item.item_charge for item in declaration.item])


def test_nothing_weighs_less_packed_than_unpacked(complete: list[Simulated]) -> None:
    assert all(gross >= net > 0 for one in complete for gross, net in _masses(one.message.declaration))


def test_every_trader_number_is_one_by_arcadian_law(complete: list[Simulated]) -> None:
    numbers = {one.message.declaration.declarant_id for one in complete} | {one.truth.trader for one in complete}
    assert [number for number in numbers if not trader_number.is_valid(number)] == []


def test_every_container_number_has_its_check_digit(complete: list[Simulated]) -> None:
    shipments = [one.message.declaration.goods_shipment for one in complete]
    boxes = [
        box.id or "" for shipment in shipments if shipment and shipment.consignment for box in shipment.consignment.transport_equipment
    ]
    assert len(boxes) > 100
    assert [box for box in boxes if container_number(box[:4], int(box[4:10])) != box] == []


def test_the_law_of_arcadia_has_nothing_to_remark_on_complete_messages(complete: list[Simulated], arcadia: Profile) -> None:
    assert arcadia.check_further is not None
    remarks = [finding for one in complete for finding in arcadia.check_further(one.message.declaration, one.at.date())]
    assert remarks == []


def test_partner_countries_are_imaginary_and_known_in_arcadia() -> None:
    with (XA / "countries.csv").open(encoding="utf-8") as table:
        known = {row["code"] for row in csv.DictReader(table)}
    assert all(code[0] in "QX" and code in known for code in partners())


def test_every_product_has_a_code_of_the_harmonized_system() -> None:
    with (XA / "hs_codes.csv").open(encoding="utf-8") as table:
        known = {row["code"] for row in csv.DictReader(table)}
    assert [code for code in products() if code[:6] not in known or len(code) != 8] == []


def test_what_the_catalogue_names_is_there() -> None:
    for product in products().values():
        assert product.origins
        assert set(product.origins) <= set(partners())
        assert product.lookalike in {"", *products()}
        assert product.season in MONTHS
