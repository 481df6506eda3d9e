"""Data that the United Kingdom demands, as its own published messages show it.

What every accepted message of a kind holds is demanded; what nearly all hold is only asked for.
"""

from __future__ import annotations

from clearlane.model.findings import Severity
from clearlane.model.profile import Obligation
from clearlane.model.text import Text
from clearlane_gb.kinds import types

_LAW = "Customs Declaration Service, completion rules (measured on published messages)"
_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_FULL = types("IMCOEX", "ABCDEFYZ")
_CLASSED = types("IMCO", "ABCDEFYZ") + types("EX", "ABCDEFYZ")


def _must(rule: str, path: str, what: Text, example: str, kinds: tuple[str, ...] = (), severity: Severity = "blocking") -> Obligation:
    message = Text(en=f"{what.en[0].upper()}{what.en[1:]} is missing.", vi=f"Thiếu {what.vi}.")
    remedy = Text(en=f"Give {what.en}, such as {example}.", vi=f"Khai {what.vi}, ví dụ {example}.")
    return Obligation(rule, path, message, remedy, kinds, severity=severity, reference=_LAW)


_LOCATION = Text(en="the location of the goods", vi="địa điểm lưu giữ hàng hóa")
_MODE = Text(en="the mode of transport at the border", vi="phương thức vận chuyển qua biên giới")

OBLIGATIONS = (
    _must("GB-201", "Declarant/ID", Text(en="the declarant's EORI number", vi="số EORI của người khai hải quan"), "GB123456789000"),
    _must(
        "GB-202",
        "Exporter/ID",
        Text(en="the exporter's EORI number", vi="số EORI của người xuất khẩu"),
        "GB123456789000",
        types("EX", "ABCDEFYZJK"),
    ),
    _must("GB-203", "BorderTransportMeans/ModeCode", _MODE, "1", types("IMCOEX", "ADYZJK")),
    _must("GB-204", "GoodsShipment/Consignment/GoodsLocation/Name", _LOCATION, "FXTFXTFXT", types("IMCOEX", "ABCDEFJK")),
    _must("GB-205", "ExitOffice/ID", Text(en="the office of exit", vi="cơ quan hải quan cửa khẩu xuất"), "GB000060", types("EX", "AD")),
    _must(
        "GB-206",
        "GoodsShipment/Destination/CountryCode",
        Text(en="the country of destination", vi="nước hàng đến"),
        "US",
        types("EX", "AD"),
    ),
    _must(
        "GB-207",
        f"{_ITEM}/Commodity/Description",
        Text(en="the description of the goods", vi="tên, mô tả hàng hóa"),
        "Tea, black, in bags",
        _FULL,
    ),
    _must("GB-208", f"{_ITEM}/Commodity/Classification/ID", Text(en="the commodity code", vi="mã số hàng hóa"), "09023000", _CLASSED),
    _must("GB-209", f"{_ITEM}/GovernmentProcedure/CurrentCode", Text(en="the procedure", vi="mã chế độ hải quan"), "40"),
    _must("GB-210", f"{_ITEM}/GovernmentProcedure/PreviousCode", Text(en="the procedure before", vi="mã chế độ hải quan trước đó"), "00"),
    _must(
        "GB-211",
        "GoodsShipment/Importer/ID",
        Text(en="the importer's EORI number", vi="số EORI của người nhập khẩu"),
        "GB123456789000",
        types("IMCO", "ABCDEFYZJK"),
        "warning",
    ),
    _must(
        "GB-212",
        f"{_ITEM}/Commodity/GoodsMeasure/GrossMassMeasure",
        Text(en="the gross mass", vi="trọng lượng cả bì"),
        "1250.5 (KGM)",
        _FULL,
        "warning",
    ),
    _must(
        "GB-213", f"{_ITEM}/Origin/CountryCode", Text(en="the country of origin", vi="nước xuất xứ"), "US", types("IMCO", "ADYZ"), "warning"
    ),
    _must(
        "GB-214",
        f"{_ITEM}/Commodity/InvoiceLine/ItemChargeAmount",
        Text(en="the price of the item", vi="trị giá hóa đơn của dòng hàng"),
        "4800.00 (GBP)",
        types("IMCO", "ADYZ"),
        "warning",
    ),
    _must(
        "GB-215",
        "GoodsShipment/PreviousDocument/ID",
        Text(en="the previous document", vi="chứng từ trước đó"),
        "9GB123456789000-118",
        types("IMCOEX", "ABCDEFJK"),
        "warning",
    ),
    _must(
        "GB-216", f"{_ITEM}/Packaging/TypeCode", Text(en="the kind of package", vi="loại kiện"), "CT", types("IMCOEX", "ABCDEF"), "warning"
    ),
    _must(
        "GB-217",
        f"{_ITEM}/CustomsValuation/MethodCode",
        Text(en="the valuation method", vi="phương pháp xác định trị giá"),
        "1",
        types("IMCO", "AD"),
        "warning",
    ),
)
"""What is demanded, line by line."""
