"""Customs value in Việt Nam: to the first port of entry, apportioned by invoice value, rates fixed by registration."""

from __future__ import annotations

from clearlane.model.text import Text
from clearlane.model.valuation import Charge, ChargeKind, Segment, Valuation
from clearlane_vn.acts import CUSTOMS_CIRCULAR, VALUE_CIRCULAR, cited

LAW = f"WTO Customs Valuation Agreement, Art. 1 and 8; {cited(CUSTOMS_CIRCULAR)}; {cited(VALUE_CIRCULAR)}"


def _charge(code: str, en: str, vi: str, kind: ChargeKind, segment: Segment | None = None) -> Charge:
    return Charge(code, Text(en=en, vi=vi), kind, segment, LAW)


CHARGES = {
    charge.code: charge
    for charge in (
        _charge("AB", "Selling commission and brokerage", "Hoa hồng bán hàng, phí môi giới", "addition"),
        _charge("AD", "Packing and containers", "Chi phí bao bì, đóng gói gắn liền với hàng hóa", "addition"),
        _charge("AE", "Materials and parts supplied by the buyer", "Trợ giúp: nguyên liệu, bộ phận do người mua cung cấp", "addition"),
        _charge("AF", "Tools and moulds supplied by the buyer", "Trợ giúp: công cụ, khuôn mẫu do người mua cung cấp", "addition"),
        _charge("AG", "Materials used up in production", "Trợ giúp: vật tư tiêu hao trong sản xuất", "addition"),
        _charge("AH", "Engineering and design done abroad", "Trợ giúp: thiết kế thực hiện ở nước ngoài", "addition"),
        _charge("AI", "Royalties and licence fees", "Phí bản quyền, phí giấy phép", "addition"),
        _charge("AJ", "Proceeds of resale that go to the seller", "Khoản tiền sau khi bán lại phải trả cho người bán", "addition"),
        _charge("XK", "Carriage and loading in the country of export", "Chi phí vận chuyển, bốc xếp tại nước xuất khẩu", "segment", "a"),
        _charge("FR", "International freight (FR1)", "Phí vận chuyển quốc tế (FR1)", "segment", "b"),
        _charge("IN", "Insurance (IN1)", "Phí bảo hiểm (IN1)", "segment", "c"),
        _charge("DH", "Unloading and storage at arrival", "Chi phí dỡ hàng, lưu kho sau khi đến cửa khẩu nhập", "segment", "d"),
        _charge("BA", "Inland transport after arrival", "Vận chuyển nội địa sau khi nhập khẩu", "segment", "e"),
        _charge("BB", "Assembly after import", "Xây dựng, lắp đặt, bảo dưỡng sau khi nhập khẩu", "deduction"),
        _charge("BC", "Duties and taxes in the price", "Thuế, phí phải nộp ở Việt Nam nằm trong giá mua", "segment", "f"),
        _charge("BD", "Interest on deferred payment", "Tiền lãi trả chậm", "deduction"),
        _charge("BF", "Buying commission", "Hoa hồng mua hàng", "neither"),
    )
}
"""By code: those of the customs union list where there is one, else the two letters of the VNACCS field."""

METHODS = {"6": 1, "7": 1, "8": 1, "1": 2, "2": 3, "3": 4, "4": 5, "9": 6}
"""The method of the Valuation Agreement by mã phân loại khai trị giá; ``T``, special cases, is none of the six."""

VALUATION = Valuation("CIF", CHARGES, METHODS, dict.fromkeys(CHARGES, "value"), "registration", LAW)
