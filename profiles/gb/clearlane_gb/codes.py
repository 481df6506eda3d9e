"""Code lists of the United Kingdom, as far as its published messages need them, and where they are used."""

from __future__ import annotations

from collections.abc import Mapping

from clearlane.model.dated import CodeList, DatedCode
from clearlane.model.profile import CodeRule
from clearlane.model.text import Text
from clearlane_gb.procedures import procedures

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_TAX = f"{_ITEM}/Commodity/DutyTaxFee"

_INCOTERMS = {
    "EXW": Text(en="Ex works", vi="Giao tại xưởng"),
    "FCA": Text(en="Free carrier", vi="Giao cho người chuyên chở"),
    "FAS": Text(en="Free alongside ship", vi="Giao dọc mạn tàu"),
    "FOB": Text(en="Free on board", vi="Giao lên tàu"),
    "CFR": Text(en="Cost and freight", vi="Tiền hàng và cước phí"),
    "CIF": Text(en="Cost, insurance and freight", vi="Tiền hàng, bảo hiểm và cước phí"),
    "CPT": Text(en="Carriage paid to", vi="Cước phí trả tới"),
    "CIP": Text(en="Carriage and insurance paid to", vi="Cước phí và bảo hiểm trả tới"),
    "DAP": Text(en="Delivered at place", vi="Giao tại nơi đến"),
    "DPU": Text(en="Delivered at place, unloaded", vi="Giao tại nơi đến đã dỡ hàng"),
    "DAT": Text(en="Delivered at terminal", vi="Giao tại bến"),
    "DDP": Text(en="Delivered, duty paid", vi="Giao hàng đã nộp thuế"),
    "XXX": Text(en="Other terms", vi="Điều kiện khác"),
}
_MODES = {
    "1": Text(en="Sea", vi="Đường biển"),
    "2": Text(en="Rail", vi="Đường sắt"),
    "3": Text(en="Road", vi="Đường bộ"),
    "4": Text(en="Air", vi="Đường hàng không"),
    "5": Text(en="Post", vi="Bưu chính"),
    "6": Text(en="Roll-on roll-off ferry", vi="Phà chở xe"),
    "7": Text(en="Fixed installation", vi="Đường ống, đường dây"),
    "8": Text(en="Inland water", vi="Đường thủy nội địa"),
    "9": Text(en="Own propulsion", vi="Tự di chuyển"),
}
_PAYMENTS = {
    "A": Text(en="Cash", vi="Tiền mặt"),
    "C": Text(en="Cheque", vi="Séc"),
    "E": Text(en="Deferment account", vi="Tài khoản chậm nộp"),
    "H": Text(en="Bank transfer", vi="Chuyển khoản"),
    "N": Text(en="Cash account", vi="Tài khoản tiền mặt"),
    "P": Text(en="Deposit from a cash account", vi="Đặt cọc từ tài khoản tiền mặt"),
    **{form: Text(en=f"Security, form {form}", vi=f"Bảo đảm, hình thức {form}") for form in "RSTUV"},
    "Z": Text(en="Nothing payable now", vi="Chưa phải nộp"),
}
_PREFERENCES = {
    "1": Text(en="Every origin", vi="Mọi xuất xứ"),
    "2": Text(en="Scheme for developing countries", vi="Ưu đãi phổ cập"),
    "3": Text(en="Trade agreement", vi="Hiệp định thương mại"),
    "4": Text(en="Customs union", vi="Liên minh hải quan"),
}
_MANNERS = {
    "00": Text(en="plain rate", vi="thuế suất thông thường"),
    "10": Text(en="suspension", vi="tạm ngừng thuế"),
    "15": Text(en="suspension for an end use", vi="tạm ngừng thuế theo mục đích sử dụng"),
    "18": Text(en="suspension with a certificate", vi="tạm ngừng thuế có giấy chứng nhận"),
    "19": Text(en="suspension for airworthy parts", vi="tạm ngừng thuế đối với phụ tùng tàu bay"),
    "20": Text(en="quota", vi="hạn ngạch"),
    "23": Text(en="quota for an end use", vi="hạn ngạch theo mục đích sử dụng"),
    "25": Text(en="quota with a certificate", vi="hạn ngạch có giấy chứng nhận"),
    "28": Text(en="quota after outward processing", vi="hạn ngạch sau gia công ở nước ngoài"),
    "40": Text(en="end use", vi="mục đích sử dụng"),
    "50": Text(en="code subject to a certificate", vi="mã cần giấy chứng nhận"),
}
_TAXES = {
    "A00": Text(en="Customs duty", vi="Thuế nhập khẩu"),
    "A20": Text(en="Additional duty", vi="Thuế nhập khẩu bổ sung"),
    "A30": Text(en="Definitive anti-dumping duty", vi="Thuế chống bán phá giá chính thức"),
    "A35": Text(en="Provisional anti-dumping duty", vi="Thuế chống bán phá giá tạm thời"),
    "A40": Text(en="Definitive countervailing duty", vi="Thuế chống trợ cấp chính thức"),
    "A45": Text(en="Provisional countervailing duty", vi="Thuế chống trợ cấp tạm thời"),
    "A50": Text(en="Customs duty, Northern Ireland", vi="Thuế nhập khẩu, Bắc Ireland"),
    "A70": Text(en="Additional duty, Northern Ireland", vi="Thuế nhập khẩu bổ sung, Bắc Ireland"),
    "A80": Text(en="Definitive anti-dumping duty, Northern Ireland", vi="Thuế chống bán phá giá chính thức, Bắc Ireland"),
    "A85": Text(en="Provisional anti-dumping duty, Northern Ireland", vi="Thuế chống bán phá giá tạm thời, Bắc Ireland"),
    "A90": Text(en="Definitive countervailing duty, Northern Ireland", vi="Thuế chống trợ cấp chính thức, Bắc Ireland"),
    "A95": Text(en="Provisional countervailing duty, Northern Ireland", vi="Thuế chống trợ cấp tạm thời, Bắc Ireland"),
    "B00": Text(en="Value added tax", vi="Thuế giá trị gia tăng"),
    "B05": Text(en="Value added tax, Northern Ireland", vi="Thuế giá trị gia tăng, Bắc Ireland"),
}
_ADDITIONAL = {
    "VATE": Text(en="Exempt from value added tax", vi="Không chịu thuế giá trị gia tăng"),
    "VATR": Text(en="Reduced rate of value added tax", vi="Thuế suất giá trị gia tăng giảm"),
    "VATZ": Text(en="Zero rate of value added tax, such as most food", vi="Thuế suất giá trị gia tăng 0 %, như phần lớn thực phẩm"),
}
_EXCISE = Text(en="Excise", vi="Thuế tiêu thụ đặc biệt")


def _list(en: str, vi: str, codes: Mapping[str, Text]) -> CodeList:
    return CodeList.of(Text(en=en, vi=vi), (DatedCode(code, text) for code, text in codes.items()))


def code_lists() -> dict[str, CodeList]:
    """Return every code list by the name that rules use."""
    preferences = {
        group + manner: Text(en=f"{of.en}, {words.en}", vi=f"{of.vi}, {words.vi}")
        for group, of in _PREFERENCES.items()
        for manner, words in _MANNERS.items()
    }
    excises = {f"{number:03}": _EXCISE for number in range(301, 700)}
    return {
        "procedures": procedures(),
        "incoterms": _list("terms of delivery", "điều kiện giao hàng", _INCOTERMS),
        "transport modes": _list("modes of transport", "phương thức vận chuyển", _MODES),
        "payment methods": _list("methods of payment", "phương thức nộp thuế", _PAYMENTS),
        "preferences": _list("preferences", "mã ưu đãi", preferences),
        "tax types": _list("tax types", "sắc thuế", _TAXES | excises),
        "additional codes": _list("additional codes", "mã bổ sung", _ADDITIONAL),
    }


CODE_RULES = (
    CodeRule("GB-101", f"{_ITEM}/GovernmentProcedure/CurrentCode+PreviousCode", "procedures", severity="warning"),
    CodeRule("GB-102", "GoodsShipment/TradeTerms/ConditionCode", "incoterms"),
    CodeRule("GB-103", "BorderTransportMeans/ModeCode", "transport modes"),
    CodeRule("GB-104", f"{_TAX}/Payment/MethodCode", "payment methods", severity="warning"),
    CodeRule("GB-105", f"{_TAX}/DutyRegimeCode", "preferences", severity="warning"),
    CodeRule("GB-106", f"{_TAX}/TypeCode", "tax types", severity="warning"),
)
