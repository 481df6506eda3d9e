"""Code lists of Arcadia, and the places of a declaration that must hold a code of one."""

from __future__ import annotations

from clearlane.model.dated import CodeList
from clearlane.model.profile import CodeRule
from clearlane.model.text import Text
from clearlane_xa.kinds import EXPORT_TYPES, IMPORT_TYPES
from clearlane_xa.tables import codes, commodities

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_TAX = f"{_ITEM}/Commodity/DutyTaxFee"


def code_lists() -> dict[str, CodeList]:
    """Return every code list by the name that rules use."""
    return {
        "commodities": commodities(Text(en="commodity codes", vi="mã số hàng hóa")),
        "import procedures": codes(
            "procedures", Text(en="import procedures", vi="chế độ nhập khẩu"), keep=lambda row: row["direction"] == "import"
        ),
        "export procedures": codes(
            "procedures", Text(en="export procedures", vi="chế độ xuất khẩu"), keep=lambda row: row["direction"] == "export"
        ),
        "additional procedures": codes("additional_procedures", Text(en="additional procedures", vi="chế độ bổ sung")),
        "documents": codes("documents", Text(en="kinds of document", vi="loại chứng từ"), key=("category", "type")),
        "statements": codes("additional_information", Text(en="additional statements", vi="mã thông tin bổ sung")),
        "offices": codes("offices", Text(en="customs offices", vi="cơ quan hải quan")),
        "countries": codes("countries", Text(en="countries", vi="mã nước")),
        "incoterms": codes("incoterms", Text(en="terms of delivery", vi="điều kiện giao hàng")),
        "packages": codes("packages", Text(en="kinds of package", vi="loại kiện")),
        "units": codes("units", Text(en="units of quantity", vi="đơn vị tính")),
        "transport modes": codes("transport_modes", Text(en="modes of transport", vi="phương thức vận chuyển")),
        "payment methods": codes("payment_methods", Text(en="methods of payment", vi="phương thức nộp thuế")),
        "preferences": codes("preferences", Text(en="preferences", vi="mã biểu thuế ưu đãi")),
    }


CODE_RULES = (
    CodeRule("XA-101", f"{_ITEM}/GovernmentProcedure/CurrentCode+PreviousCode", "import procedures", types=IMPORT_TYPES),
    CodeRule("XA-102", f"{_ITEM}/GovernmentProcedure/CurrentCode+PreviousCode", "export procedures", types=EXPORT_TYPES),
    CodeRule("XA-103", f"{_ITEM}/AdditionalDocument/CategoryCode+TypeCode", "documents"),
    CodeRule("XA-104", f"{_ITEM}/Origin/CountryCode", "countries"),
    CodeRule("XA-105", "GoodsShipment/ExportCountry/ID", "countries"),
    CodeRule("XA-106", "GoodsShipment/Destination/CountryCode", "countries"),
    CodeRule("XA-107", f"{_ITEM}/Destination/CountryCode", "countries"),
    CodeRule("XA-108", "GoodsShipment/TradeTerms/ConditionCode", "incoterms"),
    CodeRule("XA-109", f"{_ITEM}/Packaging/TypeCode", "packages"),
    CodeRule("XA-110", "BorderTransportMeans/ModeCode", "transport modes"),
    CodeRule("XA-111", "DeclarationOfficeID", "offices"),
    CodeRule("XA-112", "PresentationOffice/ID", "offices"),
    CodeRule("XA-113", "ExitOffice/ID", "offices"),
    CodeRule("XA-114", f"{_TAX}/DutyRegimeCode", "preferences"),
    CodeRule("XA-115", f"{_TAX}/Payment/MethodCode", "payment methods", severity="warning"),
    CodeRule("XA-116", f"{_ITEM}/AdditionalInformation/StatementCode", "statements", severity="warning"),
    CodeRule("XA-117", "Exporter/Address/CountryCode", "countries", severity="warning"),
)
