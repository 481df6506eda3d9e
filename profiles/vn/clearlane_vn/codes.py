"""Code lists of Việt Nam: kinds of declaration, customs units, and what VNACCS lets a declarant choose from."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from clearlane.model.dated import CodeList, DatedCode
from clearlane.model.profile import CodeRule, DeclarationKind
from clearlane.model.text import Text

_MODES = {
    "1": Text(en="Air", vi="Đường không"),
    "2": Text(en="Sea, in containers", vi="Đường biển (container)"),
    "3": Text(en="Sea, in bulk", vi="Đường biển (hàng rời, lỏng)"),
    "4": Text(en="Road", vi="Đường bộ"),
    "5": Text(en="Rail", vi="Đường sắt"),
    "6": Text(en="River", vi="Đường sông"),
    "9": Text(en="Other", vi="Khác"),
}
_TERMS = ("CIF", "CIP", "FOB", "FCA", "FAS", "EXW", "C&F", "CFR", "CPT", "DDP", "DAP", "DPU", "DAT", "C&I", "DAF", "DDU", "DES", "DEQ")
_METHODS = {
    "1": Text(en="Identical goods", vi="Trị giá giao dịch của hàng hóa giống hệt"),
    "2": Text(en="Similar goods", vi="Trị giá giao dịch của hàng hóa tương tự"),
    "3": Text(en="Deductive value", vi="Trị giá khấu trừ"),
    "4": Text(en="Computed value", vi="Trị giá tính toán"),
    "6": Text(en="Transaction value", vi="Trị giá giao dịch"),
    "7": Text(en="Transaction value, relation without influence", vi="Trị giá giao dịch, có mối quan hệ đặc biệt nhưng không ảnh hưởng"),
    "8": Text(en="Transaction value, charges apportioned by hand", vi="Trị giá giao dịch, phân bổ khoản điều chỉnh bằng tay"),
    "9": Text(en="Fall-back method", vi="Phương pháp suy luận"),
    "T": Text(en="Special cases", vi="Trường hợp đặc biệt"),
}

CODE_RULES = (
    CodeRule("VN-101", "DeclarationOfficeID", "offices"),
    CodeRule("VN-102", "BorderTransportMeans/ModeCode", "transport modes"),
    CodeRule("VN-103", "GoodsShipment/TradeTerms/ConditionCode", "incoterms"),
    CodeRule("VN-104", "GoodsShipment/GovernmentAgencyGoodsItem/CustomsValuation/MethodCode", "valuation methods", severity="warning"),
)


@cache
def kinds() -> dict[str, DeclarationKind]:
    """Return what each kind code (mã loại hình) means, by Decision 1357/QĐ-TCHQ, in force since 1 June 2021.

    A declaration registered before arrival counts as presented in this thin law.
    """
    return {
        row["code"]: DeclarationKind("export" if row["direction"] == "export" else "import", "presented", Text(en=row["en"], vi=row["vi"]))
        for row in _rows("kinds")
    }


def code_lists() -> dict[str, CodeList]:
    """Return every code list by the name that rules use."""
    offices = (
        DatedCode(row["code"], Text(en=row["en"], vi=row["vi"]), date.fromisoformat(row["since"]), _end(row["until"]))
        for row in _rows("offices")
    )
    terms = {term: Text(en=term, vi=term) for term in _TERMS}
    return {
        "offices": CodeList.of(Text(en="customs units", vi="đơn vị hải quan"), offices),
        "transport modes": _always("modes of transport", "mã hiệu phương thức vận chuyển", _MODES),
        "incoterms": _always("terms of delivery", "điều kiện giao hàng", terms),
        "valuation methods": _always("methods of valuation", "mã phân loại khai trị giá", _METHODS),
    }


def _always(en: str, vi: str, codes: Mapping[str, Text]) -> CodeList:
    return CodeList.of(Text(en=en, vi=vi), (DatedCode(code, text) for code, text in codes.items()))


def _rows(table: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((files("clearlane_vn") / "data" / f"{table}.csv").read_text("utf-8").splitlines())


def _end(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
