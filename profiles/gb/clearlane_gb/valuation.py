"""How the United Kingdom values goods: to the place where they come in (CIF), with the charges of the Customs Declaration Service."""

from __future__ import annotations

from clearlane.model.text import Text
from clearlane.model.valuation import Charge, ChargeKind, Segment, Valuation

LAW = "Taxation (Cross-border Trade) Act 2018, s. 16; Customs (Import Duty) (EU Exit) Regulations 2018, part 12"


def _charge(
    code: str,
    en: str,
    vi: str,
    kind: ChargeKind,
    segment: Segment | None = None,
) -> Charge:
    return Charge(code, Text(en=en, vi=vi), kind, segment, LAW)


CHARGES = {
    charge.code: charge
    for charge in (
        _charge("AB", "Commissions and brokerage, other than for buying", "Hoa hồng và môi giới, trừ hoa hồng mua hàng", "addition"),
        _charge("AD", "Containers and packing", "Bao bì và chi phí đóng gói", "addition"),
        _charge("AE", "Materials and parts supplied by the buyer", "Nguyên liệu, bộ phận do người mua cung cấp", "addition"),
        _charge("AF", "Tools and moulds supplied by the buyer", "Công cụ, khuôn mẫu do người mua cung cấp", "addition"),
        _charge("AG", "Materials used up in production", "Vật tư tiêu hao trong sản xuất", "addition"),
        _charge("AH", "Engineering and design done abroad", "Thiết kế kỹ thuật, mỹ thuật làm ở nước ngoài", "addition"),
        _charge("AI", "Royalties and licence fees", "Phí bản quyền, phí giấy phép", "addition"),
        _charge("AJ", "Proceeds of resale that go to the seller", "Tiền bán lại phải trả cho người bán", "addition"),
        _charge("AK", "Transport, loading and insurance to the place of entry", "Vận tải, bốc xếp, bảo hiểm đến nơi nhập", "segment", "b"),
        _charge("AL", "Indirect and other payments", "Khoản thanh toán gián tiếp và khác", "addition"),
        _charge("AN", "Additions by decision of customs", "Khoản cộng theo quyết định của hải quan", "addition"),
        _charge("BA", "Transport after the place of entry", "Vận tải sau nơi nhập khẩu", "segment", "e"),
        _charge("BB", "Building, assembly or upkeep after import", "Xây dựng, lắp đặt, bảo dưỡng sau nhập khẩu", "deduction"),
        _charge("BC", "Duty and tax payable on import", "Thuế phải nộp khi nhập khẩu", "segment", "f"),
        _charge("BD", "Interest", "Lãi trả chậm", "deduction"),
        _charge("BE", "The right to reproduce", "Quyền sao chép", "deduction"),
        _charge("BF", "Buying commission", "Hoa hồng mua hàng", "deduction"),
        _charge("BG", "Deductions by decision of customs", "Khoản trừ theo quyết định của hải quan", "deduction"),
    )
}
VALUATION = Valuation("CIF", CHARGES, {str(method): method for method in range(1, 7)}, {}, "acceptance", LAW)
