"""Code lists of the United States as far as the profile needs them, and where they are used."""

from __future__ import annotations

from collections.abc import Mapping

from clearlane.model.dated import CodeList, DatedCode
from clearlane.model.profile import CodeRule
from clearlane.model.text import Text
from clearlane.model.valuation import IN_PRICE
from clearlane_us.claims import CLAIMS

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_PROCEDURES = {
    "1000": Text(en="Export", vi="Xuất khẩu"),
    "4000": Text(en="Entry for consumption", vi="Nhập khẩu tiêu dùng"),
    "4071": Text(en="Consumption from a warehouse", vi="Tiêu dùng từ kho ngoại quan"),
    "4078": Text(en="Consumption from a foreign trade zone", vi="Tiêu dùng từ khu ngoại thương"),
    "5300": Text(en="Temporary importation under bond", vi="Tạm nhập có bảo đảm"),
    "7100": Text(en="Entry for warehouse", vi="Nhập kho ngoại quan"),
}
_MODES = {
    "1": Text(en="Vessel", vi="Đường biển"),
    "2": Text(en="Rail", vi="Đường sắt"),
    "3": Text(en="Truck", vi="Đường bộ"),
    "4": Text(en="Air", vi="Đường hàng không"),
    "5": Text(en="Mail", vi="Bưu chính"),
    "7": Text(en="Pipeline", vi="Đường ống"),
}


def _list(en: str, vi: str, codes: Mapping[str, Text]) -> CodeList:
    return CodeList.of(Text(en=en, vi=vi), (DatedCode(code, text) for code, text in codes.items()))


def code_lists() -> dict[str, CodeList]:
    """Return every code list by the name that rules use."""
    return {
        "procedures": _list("procedures", "chế độ hải quan", _PROCEDURES),
        "incoterms": _list("terms of delivery", "điều kiện giao hàng", {term: Text(en=term, vi=term) for term in IN_PRICE}),
        "transport modes": _list("modes of transport", "phương thức vận chuyển", _MODES),
        "programmes": _list("tariff programmes", "chương trình thuế quan", {code: claim.text for code, claim in CLAIMS.items()}),
    }


CODE_RULES = (
    CodeRule("US-101", f"{_ITEM}/GovernmentProcedure/CurrentCode+PreviousCode", "procedures"),
    CodeRule("US-102", "GoodsShipment/TradeTerms/ConditionCode", "incoterms"),
    CodeRule("US-103", "BorderTransportMeans/ModeCode", "transport modes"),
    CodeRule("US-104", f"{_ITEM}/Commodity/DutyTaxFee/DutyRegimeCode", "programmes"),
)
