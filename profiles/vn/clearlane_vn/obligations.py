"""Data that a Vietnamese declaration must hold, with the fields of VNACCS by which declarants know them."""

from __future__ import annotations

from datetime import date

from clearlane.model.findings import Severity
from clearlane.model.profile import Direction, Obligation
from clearlane.model.text import Text

_SINCE = date(2015, 1, 1)
_LAW = "Luật Hải quan 2014, Điều 29; Thông tư 38/2015/TT-BTC, Phụ lục II"
_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_BOTH: tuple[Direction, ...] = ()
_IMPORT: tuple[Direction, ...] = ("import",)
_EXPORT: tuple[Direction, ...] = ("export",)


def _must(
    rule: str, path: str, what: Text, example: str, directions: tuple[Direction, ...] = _BOTH, severity: Severity = "blocking"
) -> Obligation:
    message = Text(en=f"{what.en[0].upper()}{what.en[1:]} is missing.", vi=f"Thiếu {what.vi}.")
    remedy = Text(en=f"Give {what.en}, such as {example}.", vi=f"Khai {what.vi}, ví dụ {example}.")
    return Obligation(rule, path, message, remedy, severity=severity, since=_SINCE, reference=_LAW, directions=directions)


OBLIGATIONS = (
    _must("VN-201", "Declarant/ID", Text(en="the declarant's tax number", vi="mã số thuế của người khai hải quan"), "9912345671"),
    _must(
        "VN-202",
        "GoodsShipment/Importer/ID",
        Text(en="the importer's tax number", vi="mã số thuế của người nhập khẩu"),
        "9912345671",
        _IMPORT,
    ),
    _must("VN-203", "Exporter/ID", Text(en="the exporter's tax number", vi="mã số thuế của người xuất khẩu"), "9912345671", _EXPORT),
    _must(
        "VN-204", "Exporter/Name", Text(en="the foreign exporter's name", vi="tên người xuất khẩu nước ngoài"), "Nordmarren Mills", _IMPORT
    ),
    _must("VN-205", "DeclarationOfficeID", Text(en="the customs unit", vi="cơ quan hải quan nơi đăng ký tờ khai"), "02CI"),
    _must("VN-206", "BorderTransportMeans/ModeCode", Text(en="the mode of transport", vi="mã hiệu phương thức vận chuyển"), "2"),
    _must("VN-207", "TotalGrossMassMeasure", Text(en="the gross weight", vi="tổng trọng lượng hàng (gross)"), "1250.5 (KGM)"),
    _must("VN-208", "TotalPackageQuantity", Text(en="the number of packages", vi="số lượng kiện"), "40"),
    _must("VN-209", f"{_ITEM}/Commodity/Classification/ID", Text(en="the commodity code", vi="mã số hàng hóa"), "62052010"),
    _must(
        "VN-210",
        f"{_ITEM}/Commodity/Description",
        Text(en="the description of the goods", vi="mô tả hàng hóa"),
        "Áo sơ mi nam, 100 % cotton",
    ),
    _must("VN-211", f"{_ITEM}/Origin/CountryCode", Text(en="the country of origin", vi="nước xuất xứ"), "XN", _IMPORT),
    _must("VN-212", f"{_ITEM}/Commodity/InvoiceLine/ItemChargeAmount", Text(en="the invoice value", vi="trị giá hóa đơn"), "4800.00 (USD)"),
    _must("VN-213", "GoodsShipment/TradeTerms/ConditionCode", Text(en="the term of delivery", vi="điều kiện giá hóa đơn"), "CIF"),
    _must("VN-214", "GoodsShipment/Invoice/ID", Text(en="the invoice number", vi="số hóa đơn"), "INV-2026-118", severity="warning"),
    _must("VN-215", "GoodsShipment/PreviousDocument/ID", Text(en="the bill of lading", vi="số vận đơn"), "SGN26004418", _IMPORT, "warning"),
)
"""What is demanded, line by line."""
