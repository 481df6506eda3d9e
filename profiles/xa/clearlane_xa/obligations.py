"""Data that Arcadian law demands, by direction of trade, kind of declaration and procedure."""

from __future__ import annotations

from datetime import date

from clearlane.model.findings import Severity
from clearlane.model.profile import Direction, Obligation
from clearlane.model.text import Text
from clearlane_xa.kinds import FIRST_TYPES

_SINCE = date(2020, 1, 1)
_LAW = "Customs Code 2020, Annex 3"
_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_BOTH: tuple[Direction, ...] = ()
_IMPORT: tuple[Direction, ...] = ("import",)
_EXPORT: tuple[Direction, ...] = ("export",)


def _must(  # noqa: PLR0913 - one argument for each column of the annex
    rule: str,
    path: str,
    what: Text,
    example: str,
    directions: tuple[Direction, ...] = _BOTH,
    *,
    types: tuple[str, ...] = (),
    procedures: tuple[str, ...] = (),
    severity: Severity = "blocking",
) -> Obligation:
    message = Text(en=f"{what.en[0].upper()}{what.en[1:]} is missing.", vi=f"Thiếu {what.vi}.")
    remedy = Text(en=f"Give {what.en}, such as {example}.", vi=f"Khai {what.vi}, ví dụ {example}.")
    return Obligation(rule, path, message, remedy, types, procedures, severity, _SINCE, None, _LAW, directions)


OBLIGATIONS = (
    _must("XA-201", "Declarant/ID", Text(en="the declarant's trader number", vi="mã số của người khai hải quan"), "XA1234567897"),
    _must(
        "XA-202",
        "GoodsShipment/Importer/ID",
        Text(en="the importer's trader number", vi="mã số của người nhập khẩu"),
        "XA1234567897",
        _IMPORT,
    ),
    _must(
        "XA-203", "Exporter/Name", Text(en="the foreign exporter's name", vi="tên người xuất khẩu nước ngoài"), "Nordmarren Mills", _IMPORT
    ),
    _must("XA-204", "Exporter/ID", Text(en="the exporter's trader number", vi="mã số của người xuất khẩu"), "XA1234567897", _EXPORT),
    _must("XA-205", "DeclarationOfficeID", Text(en="the office of lodgement", vi="cơ quan hải quan nơi đăng ký tờ khai"), "XAPOR001"),
    _must(
        "XA-206",
        "BorderTransportMeans/ModeCode",
        Text(en="the mode of transport at the border", vi="phương thức vận chuyển qua biên giới"),
        "1",
    ),
    _must(
        "XA-207",
        "GoodsShipment/Consignment/GoodsLocation/Name",
        Text(en="the place where the goods can be examined", vi="địa điểm có thể kiểm tra hàng hóa"),
        "Saltmarrow, shed 4",
        types=FIRST_TYPES,
    ),
    _must("XA-208", "GoodsShipment/ExportCountry/ID", Text(en="the country the goods were sent from", vi="nước gửi hàng"), "XN", _IMPORT),
    _must("XA-209", "GoodsShipment/Destination/CountryCode", Text(en="the country of destination", vi="nước hàng đến"), "XB", _EXPORT),
    _must("XA-210", "GoodsShipment/TradeTerms/ConditionCode", Text(en="the term of delivery", vi="điều kiện giao hàng"), "CIF", _IMPORT),
    _must(
        "XA-211",
        "GoodsShipment/TradeTerms/ConditionCode",
        Text(en="the term of delivery", vi="điều kiện giao hàng"),
        "FOB",
        _EXPORT,
        severity="warning",
    ),
    _must(
        "XA-212",
        f"{_ITEM}/Commodity/Description",
        Text(en="the description of the goods", vi="tên, mô tả hàng hóa"),
        "Cotton shirts, men's, woven",
    ),
    _must("XA-213", f"{_ITEM}/Commodity/Classification/ID", Text(en="the commodity code", vi="mã số hàng hóa"), "620520"),
    _must("XA-214", f"{_ITEM}/Origin/CountryCode", Text(en="the country of origin", vi="nước xuất xứ"), "XN", _IMPORT),
    _must("XA-215", f"{_ITEM}/Commodity/GoodsMeasure/GrossMassMeasure", Text(en="the gross mass", vi="trọng lượng cả bì"), "1250.5 (KGM)"),
    _must("XA-216", f"{_ITEM}/Commodity/GoodsMeasure/NetNetWeightMeasure", Text(en="the net mass", vi="trọng lượng tịnh"), "1180 (KGM)"),
    _must(
        "XA-217",
        f"{_ITEM}/Commodity/InvoiceLine/ItemChargeAmount",
        Text(en="the price of the item", vi="trị giá hóa đơn của dòng hàng"),
        "4800.00 (USD)",
    ),
    _must("XA-218", f"{_ITEM}/Packaging/TypeCode", Text(en="the kind of package", vi="loại kiện"), "CT", types=FIRST_TYPES),
    _must("XA-219", f"{_ITEM}/Packaging/QuantityQuantity", Text(en="the number of packages", vi="số lượng kiện"), "40", types=FIRST_TYPES),
    _must("XA-220", f"{_ITEM}/GovernmentProcedure/CurrentCode", Text(en="the procedure", vi="mã chế độ hải quan"), "40"),
    _must("XA-224", f"{_ITEM}/GovernmentProcedure/PreviousCode", Text(en="the procedure before", vi="mã chế độ hải quan trước đó"), "00"),
    _must(
        "XA-221",
        "GoodsShipment/Warehouse/ID",
        Text(en="the customs warehouse", vi="kho ngoại quan"),
        "XAW0001",
        procedures=("71", "3171", "4071", "5171", "5371"),
    ),
    _must(
        "XA-222",
        f"{_ITEM}/CustomsValuation/MethodCode",
        Text(en="the method of valuation", vi="phương pháp xác định trị giá hải quan"),
        "1",
        _IMPORT,
        severity="warning",
    ),
    _must("XA-223", "TotalPackageQuantity", Text(en="the number of packages in all", vi="tổng số kiện"), "40", severity="warning"),
)
"""The annex, line by line."""
