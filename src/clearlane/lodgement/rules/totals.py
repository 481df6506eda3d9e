"""Rules on counts, sums and masses. Codes CL-301 to CL-309."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearlane.lodgement.rules.rule import Rule
from clearlane.lodgement.rules.walk import UNIT
from clearlane.model.commodity import GoodsMeasure
from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text
from clearlane.model.values import Quantity

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_MEASURE = "Commodity/GoodsMeasure"
_KILOGRAM = ("KGM", None)

ITEM_COUNT = Rule(
    "CL-301",
    "blocking",
    Text(en="The number of items is right", vi="Số dòng hàng khớp"),
    Text(en="GoodsItemQuantity is the number of goods items.", vi="GoodsItemQuantity bằng số dòng hàng đã khai."),
    {"GoodsItemQuantity": "2"},
    {"GoodsItemQuantity": "3"},
)
NUMBERING = Rule(
    "CL-302",
    "blocking",
    Text(en="Items are numbered from 1", vi="Dòng hàng đánh số từ 1"),
    Text(
        en="Items carry the numbers 1, 2, 3 … in the order they stand.",
        vi="Các dòng hàng mang số 1, 2, 3 … theo thứ tự xuất hiện.",
    ),
    {f"{_ITEM}[2]/SequenceNumeric": "2"},
    {f"{_ITEM}[2]/SequenceNumeric": "7"},
)
NUMBER_TWICE = Rule(
    "CL-303",
    "blocking",
    Text(en="No item number twice", vi="Không trùng số dòng hàng"),
    Text(en="No two items carry the same number.", vi="Không có hai dòng hàng cùng số thứ tự."),
    {f"{_ITEM}[2]/SequenceNumeric": "2"},
    {f"{_ITEM}[2]/SequenceNumeric": "1"},
)
PACKAGES = Rule(
    "CL-304",
    "warning",
    Text(en="Packages add up", vi="Tổng số kiện khớp"),
    Text(
        en="TotalPackageQuantity is the sum of the items' packages; packages shared by items can make it less.",
        vi="TotalPackageQuantity bằng tổng số kiện của các dòng hàng; kiện chung nhiều dòng hàng có thể làm số này nhỏ hơn.",
    ),
    {"TotalPackageQuantity": "100"},
    {"TotalPackageQuantity": "99"},
    after=("QuantityQuantity",),
)
NET_MASS = Rule(
    "CL-305",
    "blocking",
    Text(en="Gross mass is not below net mass", vi="Trọng lượng cả bì không nhỏ hơn trọng lượng tịnh"),
    Text(
        en="An item's gross mass is at least its net mass.",
        vi="Trọng lượng cả bì của dòng hàng không nhỏ hơn trọng lượng tịnh.",
    ),
    {f"{_ITEM}[1]/{_MEASURE}/NetNetWeightMeasure": "1250.5 KGM"},
    {f"{_ITEM}[1]/{_MEASURE}/NetNetWeightMeasure": "1250.6 KGM"},
    after=("NetNetWeightMeasure",),
)
GROSS_MASS = Rule(
    "CL-306",
    "warning",
    Text(en="Gross masses add up", vi="Tổng trọng lượng cả bì khớp"),
    Text(
        en="TotalGrossMassMeasure is the sum of the items' gross masses.",
        vi="TotalGrossMassMeasure bằng tổng trọng lượng cả bì các dòng hàng.",
    ),
    {"TotalGrossMassMeasure": "2430.50 KGM"},
    {"TotalGrossMassMeasure": "2500 KGM"},
    after=("GrossMassMeasure",),
)
INVOICE = Rule(
    "CL-307",
    "blocking",
    Text(en="The invoice adds up", vi="Tổng trị giá hóa đơn khớp"),
    Text(
        en="InvoiceAmount is the sum of the items' prices, where all are in one currency.",
        vi="InvoiceAmount bằng tổng trị giá các dòng hàng khi tất cả cùng một loại tiền.",
    ),
    {"InvoiceAmount": "22900 USD"},
    {"InvoiceAmount": "22990 USD"},
    after=("ItemChargeAmount",),
)
INVOICE_CURRENCY = Rule(
    "CL-308",
    "warning",
    Text(en="One currency for the invoice", vi="Một loại tiền cho hóa đơn"),
    Text(
        en="The items' prices are in the currency of InvoiceAmount.",
        vi="Trị giá các dòng hàng cùng loại tiền với InvoiceAmount.",
    ),
    {f"{_ITEM}[1]/Commodity/InvoiceLine/ItemChargeAmount": "9600.00 USD"},
    {f"{_ITEM}[1]/Commodity/InvoiceLine/ItemChargeAmount": "9600.00 EUR"},
)
KILOGRAMS = Rule(
    "CL-309",
    "warning",
    Text(en="Masses in kilograms", vi="Trọng lượng tính bằng ki-lô-gam"),
    Text(
        en="Gross and net masses are in kilograms (KGM); without a unit they are read so.",
        vi="Trọng lượng cả bì và trọng lượng tịnh tính bằng ki-lô-gam (KGM); không ghi đơn vị thì hiểu là ki-lô-gam.",
    ),
    {f"{_ITEM}[1]/{_MEASURE}/GrossMassMeasure": "1250.5"},
    {f"{_ITEM}[1]/{_MEASURE}/GrossMassMeasure": "1250.5 TNE"},
)
RULES = (ITEM_COUNT, NUMBERING, NUMBER_TWICE, PACKAGES, NET_MASS, GROSS_MASS, INVOICE, INVOICE_CURRENCY, KILOGRAMS)


def check_totals(declaration: Declaration) -> Iterator[Finding]:
    """Return what does not add up."""
    items = declaration.item
    quantity = declaration.goods_item_quantity
    if items and quantity is not None and quantity.value != str(len(items)) and quantity.figure != len(items):
        yield ITEM_COUNT.at(
            "GoodsItemQuantity",
            Text(
                en=f"GoodsItemQuantity is {quantity.value[:20]}, but there are {len(items)} items.",
                vi=f"GoodsItemQuantity là {quantity.value[:20]}, nhưng có {len(items)} dòng hàng.",
            ),
            Text(en=f"Give the number of items, such as {len(items)}.", vi=f"Khai số dòng hàng, ví dụ {len(items)}."),
        )
    yield from _numbers(items)
    if declaration.total_package_quantity is not None:
        yield from _packages(declaration.total_package_quantity, items)
    yield from _masses(declaration.total_gross_mass_measure, items)
    if declaration.invoice_amount is not None:
        yield from _invoice(declaration, items)


def _numbers(items: tuple[GovernmentAgencyGoodsItem, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for count, item in enumerate(items, 1):
        number = item.sequence_numeric
        if number is None or (number == str(count) and number not in seen):
            seen.add(number or "")
            continue
        rule = NUMBER_TWICE if number in seen else NUMBERING
        words = (
            Text(en=f"Another item has the number {number[:20]} too.", vi=f"Có dòng hàng khác cùng số {number[:20]}.")
            if rule is NUMBER_TWICE
            else Text(en=f"Item {count} has the number {number[:20]}.", vi=f"Dòng hàng thứ {count} mang số {number[:20]}.")
        )
        seen.add(number)
        yield rule.at(
            f"{_ITEM}[{count}]/SequenceNumeric",
            words,
            Text(en=f"Number the items in their order, here {count}.", vi=f"Đánh số dòng hàng theo thứ tự, ở đây là {count}."),
        )


def _packages(total: Quantity, items: tuple[GovernmentAgencyGoodsItem, ...]) -> Iterator[Finding]:
    written = [p.quantity_quantity for item in items for p in item.packaging if p.quantity_quantity is not None]
    figures = [quantity.figure for quantity in written]
    found = sum(figure for figure in figures if figure is not None)
    if written and None not in figures and total.figure not in (None, found):
        yield PACKAGES.at(
            "TotalPackageQuantity",
            Text(
                en=f"TotalPackageQuantity is {total.value[:20]}; the items hold {found} packages.",
                vi=f"TotalPackageQuantity là {total.value[:20]}; các dòng hàng có {found} kiện.",
            ),
            Text(
                en=f"Give the sum, such as {found}, unless items share packages.",
                vi=f"Khai tổng số kiện, ví dụ {found}, trừ khi các dòng hàng chung kiện.",
            ),
        )


def _masses(total: Quantity | None, items: tuple[GovernmentAgencyGoodsItem, ...]) -> Iterator[Finding]:
    found = Decimal(0)
    complete = bool(items)
    for count, item in enumerate(items, 1):
        measure = item.commodity.goods_measure if item.commodity else None
        gross = measure.gross_mass_measure.figure if measure and measure.gross_mass_measure else None
        if gross is None:
            complete = False
        else:
            found += gross
        if measure is not None:
            yield from _measure(f"{_ITEM}[{count}]/{_MEASURE}", measure, gross)
    if total is not None and _in_another_unit(total):
        yield _not_in_kilograms("TotalGrossMassMeasure", "TotalGrossMassMeasure")
    elif complete and total is not None and total.figure not in (None, found):
        yield GROSS_MASS.at(
            "TotalGrossMassMeasure",
            Text(
                en=f"TotalGrossMassMeasure is {total.value[:20]}; the items weigh {found}.",
                vi=f"TotalGrossMassMeasure là {total.value[:20]}; các dòng hàng nặng {found}.",
            ),
            Text(en=f"Give the sum, such as {found}.", vi=f"Khai tổng trọng lượng, ví dụ {found}."),
        )


def _measure(path: str, measure: GoodsMeasure, gross: Decimal | None) -> Iterator[Finding]:
    other = [
        _not_in_kilograms(f"{path}/{name}", name)
        for name, mass in (("GrossMassMeasure", measure.gross_mass_measure), ("NetNetWeightMeasure", measure.net_net_weight_measure))
        if mass is not None and _in_another_unit(mass)
    ]
    yield from other
    net = measure.net_net_weight_measure.figure if measure.net_net_weight_measure else None
    if not other and gross is not None and net is not None and gross < net:
        yield NET_MASS.at(
            f"{path}/GrossMassMeasure",
            Text(
                en=f"The gross mass {gross} is below the net mass {net}.", vi=f"Trọng lượng cả bì {gross} nhỏ hơn trọng lượng tịnh {net}."
            ),
            Text(
                en=f"Give a gross mass of at least the net mass, such as {net}, or correct the net mass.",
                vi=f"Khai trọng lượng cả bì không nhỏ hơn trọng lượng tịnh, ví dụ {net}, hoặc sửa trọng lượng tịnh.",
            ),
        )


def _in_another_unit(mass: Quantity) -> bool:
    return mass.unit_code not in _KILOGRAM and UNIT.fullmatch(mass.unit_code or "") is not None


def _not_in_kilograms(path: str, name: str) -> Finding:
    return KILOGRAMS.at(
        path,
        Text(en=f"{name} is not in kilograms.", vi=f"{name} không tính bằng ki-lô-gam."),
        Text(en='Give kilograms, such as 1250.5 with unitCode="KGM".', vi='Khai bằng ki-lô-gam, ví dụ 1250.5 với unitCode="KGM".'),
    )


def _invoice(declaration: Declaration, items: tuple[GovernmentAgencyGoodsItem, ...]) -> Iterator[Finding]:
    total = declaration.invoice_amount.money if declaration.invoice_amount else None
    if total is None:
        return
    prices = [item.item_charge for item in items]
    for count, price in enumerate(prices, 1):
        if price is not None and price.currency_id and price.currency_id != total.currency:
            yield INVOICE_CURRENCY.at(
                f"{_ITEM}[{count}]/Commodity/InvoiceLine/ItemChargeAmount",
                Text(
                    en=f"The price is in {price.currency_id[:3]}, the invoice in {total.currency[:3]}.",
                    vi=f"Trị giá dòng hàng tính bằng {price.currency_id[:3]}, hóa đơn bằng {total.currency[:3]}.",
                ),
                Text(en=f"Give the price in {total.currency[:3]}.", vi=f"Khai trị giá bằng {total.currency[:3]}."),
            )
    known = [price.money for price in prices if price is not None]
    same = [money.amount for money in known if money is not None and money.currency == total.currency]
    found = sum(same, Decimal(0))
    if items and len(same) == len(items) and found != total.amount:
        yield INVOICE.at(
            "InvoiceAmount",
            Text(
                en=f"InvoiceAmount is {total.amount}; the items' prices come to {found}.",
                vi=f"InvoiceAmount là {total.amount}; tổng trị giá các dòng hàng là {found}.",
            ),
            Text(en=f"Give the sum, such as {found} {total.currency[:3]}.", vi=f"Khai tổng trị giá, ví dụ {found} {total.currency[:3]}."),
        )
