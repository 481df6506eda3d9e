"""Checks of Arcadian law that are more than a list of codes or of data demanded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from clearlane.model.dated import CodeList, ExchangeRates
from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.rule import Rule
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text
from clearlane_xa import further, tables, trader_number
from clearlane_xa.codes import code_lists
from clearlane_xa.kinds import EXPORT_TYPES, IMPORT_TYPES

_INVOICES = frozenset({"N380", "N935"})
_PROOFS_OF_ORIGIN = frozenset({"N861", "N954", "U110", "U112", "U116"})
_PREFERENTIAL = ("2", "3")

lists = cache(code_lists)
exchange = cache(tables.exchange)


def check_further(declaration: Declaration, on: date) -> tuple[Finding, ...]:
    """Return what Arcadian law has to say beyond its lists: numbers, codes in two places, proof of price and origin."""
    found = [*_trader_numbers(declaration), *_invoice_currency(declaration, on)]
    invoice_due = declaration.type_code in IMPORT_TYPES and not _has_invoice(declaration)
    for place, item in enumerate(declaration.item, 1):
        path = f"GoodsShipment/GovernmentAgencyGoodsItem[{place}]"
        found += _commodity(path, item, on)
        found += _additional_procedures(path, item, on)
        found += _currency(path, item, on)
        found += _unit(path, item, on)
        found += _preference(path, item)
        found += _lacking_documents(path, item, on, invoice_due=invoice_due)
    return tuple(found)


def _trader_numbers(declaration: Declaration) -> Iterator[Finding]:
    exporter = declaration.exporter.id if declaration.exporter and declaration.type_code in EXPORT_TYPES else None
    agent = declaration.agent.id if declaration.agent else None
    for rule, path, number in (
        (further.DECLARANT_NUMBER, "Declarant/ID", declaration.declarant_id),
        (further.IMPORTER_NUMBER, "GoodsShipment/Importer/ID", declaration.importer_id),
        (further.EXPORTER_NUMBER, "Exporter/ID", exporter),
        (further.AGENT_NUMBER, "Agent/ID", agent),
    ):
        if number and (wrong := trader_number.fault(number)):
            message = Text(en=f"{number!r} is no trader number: {wrong.en}.", vi=f"{number!r} không phải mã số hợp lệ: {wrong.vi}.")
            remedy = Text(
                en="Give the number as registered: XA and ten digits, such as XA1234567897.",
                vi="Khai đúng mã số đã đăng ký: XA và mười chữ số, ví dụ XA1234567897.",
            )
            yield rule.at(path, message, remedy)


def _commodity(path: str, item: GovernmentAgencyGoodsItem, on: date) -> Iterator[Finding]:
    for place, code in enumerate(item.commodity.classification if item.commodity else (), 1):
        if code.identification_type_code != "TSP" or not code.id:
            continue
        well_formed = code.id.isascii() and code.id.isdigit() and 6 <= len(code.id) <= 8
        if not (well_formed and lists()["commodities"].holds(code.id[:6], on)):
            message = Text(
                en=f"The commodity code {code.id!r} is not in the Harmonized System 2022.",
                vi=f"Mã số hàng hóa {code.id!r} không có trong danh mục HS 2022.",
            )
            remedy = Text(
                en="Give six to eight digits that begin with a code in force, such as 620520.",
                vi="Khai sáu đến tám chữ số, bắt đầu bằng mã còn hiệu lực, ví dụ 620520.",
            )
            yield further.COMMODITY.at(f"{path}/Commodity/Classification[{place}]/ID", message, remedy)


def _additional_procedures(path: str, item: GovernmentAgencyGoodsItem, on: date) -> Iterator[Finding]:
    for place, procedure in enumerate(item.government_procedure, 1):
        code = procedure.current_code
        if place > 1 and procedure.previous_code is None and code and not lists()["additional procedures"].holds(code, on):
            yield _unknown(
                further.ADDITIONAL_PROCEDURE, f"{path}/GovernmentProcedure[{place}]/CurrentCode", code, lists()["additional procedures"], on
            )


def _unknown(rule: Rule, path: str, code: str, codes: CodeList, on: date) -> Finding:
    day, example = f"{on:%d/%m/%Y}", codes.example(on)
    message = Text(
        en=f"{code!r} is not in force on {on.isoformat()} in the list of {codes.name.en}.",
        vi=f"{code!r} không có hiệu lực ngày {day} trong danh mục {codes.name.vi}.",
    )
    return rule.at(path, message, Text(en=f"Give a code in force, such as {example}.", vi=f"Khai mã còn hiệu lực, ví dụ {example}."))


def _invoice_currency(declaration: Declaration, on: date) -> Iterator[Finding]:
    if declaration.invoice_amount and declaration.invoice_amount.currency_id:
        yield from _no_rate(further.INVOICE_CURRENCY, "InvoiceAmount", declaration.invoice_amount.currency_id, exchange(), on)


def _currency(path: str, item: GovernmentAgencyGoodsItem, on: date) -> Iterator[Finding]:
    if item.item_charge and item.item_charge.currency_id:
        yield from _no_rate(
            further.ITEM_CURRENCY, f"{path}/Commodity/InvoiceLine/ItemChargeAmount", item.item_charge.currency_id, exchange(), on
        )


def _no_rate(rule: Rule, path: str, currency: str, rates: ExchangeRates, on: date) -> Iterator[Finding]:
    if rates.find(currency, on) is None:
        message = Text(
            en=f"No rate of exchange is published for the currency {currency!r}.",
            vi=f"Không có tỷ giá được công bố cho đồng tiền {currency!r}.",
        )
        remedy = Text(
            en="Give the price in a currency of the bulletin, such as USD.",
            vi="Khai trị giá bằng đồng tiền có trong thông báo tỷ giá, ví dụ USD.",
        )
        yield rule.at(path, message, remedy)


def _unit(path: str, item: GovernmentAgencyGoodsItem, on: date) -> Iterator[Finding]:
    measure = item.commodity.goods_measure if item.commodity else None
    quantity = measure.tariff_quantity if measure else None
    if quantity and quantity.unit_code and not lists()["units"].holds(quantity.unit_code, on):
        yield _unknown(further.UNIT, f"{path}/Commodity/GoodsMeasure/TariffQuantity", quantity.unit_code, lists()["units"], on)


def _documents(item: GovernmentAgencyGoodsItem) -> frozenset[str]:
    return frozenset((document.category_code or "") + (document.type_code or "") for document in item.additional_document)


def _has_invoice(declaration: Declaration) -> bool:
    shipment = declaration.goods_shipment
    return bool(shipment and shipment.invoice) or any(
        (d.category_code or "") + (d.type_code or "") in _INVOICES for d in declaration.additional_document
    )


def _lacking_documents(path: str, item: GovernmentAgencyGoodsItem, on: date, *, invoice_due: bool) -> Iterator[Finding]:
    named = _documents(item)
    if not all(lists()["documents"].holds(code, on) for code in named):
        return  # a document whose code is not known is said already, and may be the one looked for
    if invoice_due and not named & _INVOICES:
        yield _no_invoice(path)
    if _claims_preference(item) and not named & _PROOFS_OF_ORIGIN:
        yield _no_proof_of_origin(path)


def _no_invoice(path: str) -> Finding:
    return further.INVOICE.at(
        f"{path}/AdditionalDocument",
        Text(en="No invoice is named for this item.", vi="Dòng hàng chưa khai hóa đơn."),
        Text(
            en="Name the invoice: category N, type 380 (or 935), and its number, such as INV-2026-118.",
            vi="Khai hóa đơn: nhóm N, loại 380 (hoặc 935) và số hóa đơn, ví dụ INV-2026-118.",
        ),
    )


def _claims_preference(item: GovernmentAgencyGoodsItem) -> bool:
    fees = item.commodity.duty_tax_fee if item.commodity else ()
    return any((fee.duty_regime_code or "").startswith(_PREFERENTIAL) for fee in fees)


def _preference(path: str, item: GovernmentAgencyGoodsItem) -> Iterator[Finding]:
    if item.origin and _claims_preference(item) and not any(origin.type_code == "2" for origin in item.origin):
        yield further.PREFERENTIAL_ORIGIN.at(
            f"{path}/Origin",
            Text(en="A preference is claimed without preferential origin.", vi="Khai hưởng ưu đãi nhưng không khai xuất xứ ưu đãi."),
            Text(
                en="Give the origin with type 2, such as country XN, type 2, or claim preference 100.",
                vi="Khai xuất xứ loại 2, ví dụ nước XN, loại 2, hoặc khai mã ưu đãi 100.",
            ),
        )


def _no_proof_of_origin(path: str) -> Finding:
    return further.PROOF_OF_ORIGIN.at(
        f"{path}/AdditionalDocument",
        Text(en="A preference is claimed without proof of origin.", vi="Khai hưởng ưu đãi nhưng không có chứng từ chứng nhận xuất xứ."),
        Text(
            en="Name the proof: category N, type 954 (or U110, U112, U116, N861), and its number, such as EUR-4711.",
            vi="Khai chứng từ: nhóm N, loại 954 (hoặc U110, U112, U116, N861) và số, ví dụ EUR-4711.",
        ),
    )
