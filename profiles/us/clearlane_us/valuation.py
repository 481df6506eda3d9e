"""How the United States values goods: the price paid or payable without international carriage and insurance (FOB)."""

from __future__ import annotations

from clearlane.model.text import Text
from clearlane.model.valuation import Charge, ChargeKind, Segment, Valuation

VALUE_LAW = "19 U.S.C. 1401a"


def _charge(code: str, en: str, vi: str, kind: ChargeKind, law: str, segment: Segment | None = None) -> Charge:
    return Charge(code, Text(en=en, vi=vi), kind, segment, f"{VALUE_LAW}{law}")


CHARGES = (
    _charge("AB", "Selling commission", "Hoa hồng bán hàng", "addition", "(b)(1)(B)"),
    _charge("AD", "Packing paid by the buyer", "Chi phí đóng gói do người mua trả", "addition", "(b)(1)(A)"),
    _charge("AE", "Assist: materials and parts", "Trợ giúp: nguyên liệu, bộ phận", "addition", "(b)(1)(C)"),
    _charge("AF", "Assist: tools, dies and moulds", "Trợ giúp: công cụ, khuôn dập, khuôn đúc", "addition", "(b)(1)(C)"),
    _charge("AG", "Assist: materials used up", "Trợ giúp: vật tư tiêu hao", "addition", "(b)(1)(C)"),
    _charge("AH", "Assist: engineering and design abroad", "Trợ giúp: thiết kế làm ở nước ngoài", "addition", "(b)(1)(C)"),
    _charge("AI", "Royalties and licence fees", "Phí bản quyền, phí giấy phép", "addition", "(b)(1)(D)"),
    _charge("AJ", "Proceeds of resale that go to the seller", "Tiền thu được sau bán lại chuyển cho người bán", "addition", "(b)(1)(E)"),
    _charge("AA", "Carriage to on board at export", "Vận chuyển đến khi xếp hàng tại nước xuất khẩu", "segment", "(b)(4)(A)", "a"),
    _charge("AK", "International carriage", "Cước vận chuyển quốc tế", "segment", "(b)(4)(A)", "b"),
    _charge("AP", "International insurance", "Phí bảo hiểm quốc tế", "segment", "(b)(4)(A)", "c"),
    _charge("BU", "Unloading at arrival", "Chi phí dỡ hàng tại nơi đến", "segment", "(b)(3)(A)", "d"),
    _charge("BA", "Carriage after importation", "Vận chuyển sau khi nhập khẩu", "segment", "(b)(3)(A)", "e"),
    _charge("BC", "Duty and federal tax on importation", "Thuế nhập khẩu và thuế liên bang", "segment", "(b)(3)(B)", "f"),
    _charge("BB", "Assembly and maintenance after importation", "Lắp ráp, bảo dưỡng sau khi nhập khẩu", "deduction", "(b)(3)(A)"),
    _charge("BF", "Buying commission", "Hoa hồng mua hàng", "neither", "(b)(1)"),
)

VALUATION = Valuation(
    basis="FOB",
    charges={charge.code: charge for charge in CHARGES},
    methods={str(method): method for method in range(1, 7)},
    act="registration",
    reference=VALUE_LAW,
)
"""Charges by the codes of the WCO list where it has one."""
