"""Data that the United States demands of a formal entry (19 CFR 141 and 142), as far as the profile knows."""

from __future__ import annotations

from clearlane.model.profile import Direction, Obligation
from clearlane.model.text import Text

_LAW = "19 CFR 141.61, 142.3"
_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"


def _must(rule: str, path: str, what: Text, example: str, *directions: Direction) -> Obligation:
    message = Text(en=f"{what.en[0].upper()}{what.en[1:]} is missing.", vi=f"Thiếu {what.vi}.")
    remedy = Text(en=f"Give {what.en}, such as {example}.", vi=f"Khai {what.vi}, ví dụ {example}.")
    return Obligation(rule, path, message, remedy, reference=_LAW, directions=directions)


OBLIGATIONS = (
    _must("US-201", "Declarant/ID", Text(en="the filer's number", vi="mã số của người khai hải quan"), "12-3456789"),
    _must(
        "US-202",
        "GoodsShipment/Importer/ID",
        Text(en="the number of the importer of record", vi="mã số của người nhập khẩu"),
        "12-3456789",
        "import",
    ),
    _must("US-203", "Exporter/ID", Text(en="the exporter's number", vi="mã số của người xuất khẩu"), "12-3456789", "export"),
    _must(
        "US-204",
        "BorderTransportMeans/ModeCode",
        Text(en="the mode of transport", vi="phương thức vận chuyển"),
        "1",
        "import",
    ),
    _must("US-205", "GoodsShipment/TradeTerms/ConditionCode", Text(en="the term of delivery", vi="điều kiện giao hàng"), "FOB", "import"),
    _must("US-206", f"{_ITEM}/Commodity/Description", Text(en="the description of the goods", vi="tên, mô tả hàng hóa"), "Steel brackets"),
    _must("US-207", f"{_ITEM}/Commodity/Classification/ID", Text(en="the tariff number", vi="mã số hàng hóa"), "7326908688"),
    _must("US-208", f"{_ITEM}/Origin/CountryCode", Text(en="the country of origin", vi="nước xuất xứ"), "VN", "import"),
    _must(
        "US-209",
        f"{_ITEM}/Commodity/InvoiceLine/ItemChargeAmount",
        Text(en="the price of the item", vi="trị giá hóa đơn của dòng hàng"),
        "4800.00 (USD)",
        "import",
    ),
    _must("US-210", f"{_ITEM}/GovernmentProcedure/CurrentCode", Text(en="the procedure", vi="mã chế độ hải quan"), "40"),
    _must("US-211", f"{_ITEM}/GovernmentProcedure/PreviousCode", Text(en="the procedure before", vi="mã chế độ hải quan trước đó"), "00"),
)
