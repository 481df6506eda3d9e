"""The words of the office's papers, and how figures and moments are written on them, in English and Vietnamese."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from clearlane.model.profile import Profile
from clearlane.model.text import Text

_SWAP = str.maketrans(",.", ".,")
_WORDS = {
    "title.assessment": Text(en="Assessment notice", vi="Thông báo tiền thuế"),
    "title.release": Text(en="Release note", vi="Thông báo thông quan hàng hóa"),
    "reference": Text(en="Your reference", vi="Số tham chiếu của người khai"),
    "declarant": Text(en="Declarant", vi="Người khai"),
    "lodged": Text(en="Lodged", vi="Ngày giờ nộp"),
    "issued": Text(en="Issued", vi="Ngày giờ cấp"),
    "total": Text(en="Total", vi="Tổng cộng"),
    "pay": Text(en="Pay under the reference", vi="Nộp tiền với số tham chiếu"),
    "unpriced": Text(en="not known yet", vi="chưa xác định"),
    "dues": Text(en="Duty and taxes", vi="Thuế và phí"),
    "due.item": Text(en="Item", vi="Mặt hàng"),
    "due.tax": Text(en="Duty or tax", vi="Loại thuế"),
    "due.base": Text(en="Base", vi="Trị giá tính thuế"),
    "due.rate": Text(en="Rate", vi="Thuế suất"),
    "due.amount": Text(en="Amount", vi="Số tiền"),
    "due.law": Text(en="Law", vi="Căn cứ pháp lý"),
    "reduced": Text(en="Taken off", vi="Giảm"),
    "reduced.dispute": Text(en="Dispute decided", vi="Giải quyết khiếu nại"),
    "reduced.error": Text(en="Error in the assessment (RKC 4.18)", vi="Tính thuế sai (Công ước Kyoto 4.18)"),
    "reduced.customs-error": Text(en="Error of customs (RKC 4.22)", vi="Sai sót của hải quan (Công ước Kyoto 4.22)"),
    "reduced.defective": Text(
        en="Goods defective or not as agreed (RKC 4.19)", vi="Hàng lỗi hoặc không đúng hợp đồng (Công ước Kyoto 4.19)"
    ),
    "reduced.other-procedure": Text(en="Another procedure (RKC 4.20)", vi="Chuyển sang thủ tục khác (Công ước Kyoto 4.20)"),
    "outcome.priced": Text(en="due", vi="phải nộp"),
    "outcome.suspended": Text(en="suspended", vi="tạm chưa thu"),
    "outcome.unpriced": Text(en="not known yet", vi="chưa xác định"),
    "outcome.conditional": Text(en="depends on what is missing", vi="phụ thuộc thông tin còn thiếu"),
    "goods": Text(en="Goods", vi="Hàng hóa"),
    "goods.item": Text(en="Item", vi="Mặt hàng"),
    "goods.code": Text(en="Code", vi="Mã số"),
    "goods.goods": Text(en="Description", vi="Mô tả hàng hóa"),
    "goods.packages": Text(en="Packages", vi="Số kiện"),
    "goods.mass": Text(en="Gross mass", vi="Trọng lượng cả bì"),
    "practice": Text(en="PRACTICE, NOT VALID", vi="THỰC HÀNH, KHÔNG CÓ GIÁ TRỊ"),
    "made-up": Text(
        en="Made for practice. It states nothing that is so, and nothing is to be paid.",
        vi="Lập để thực hành. Nội dung không có thật và không phải nộp khoản nào.",
    ),
    "unsigned": Text(
        en="Made by the office's system and valid without a signature.",
        vi="Văn bản do hệ thống của cơ quan hải quan lập, có giá trị không cần chữ ký.",
    ),
    "check": Text(en="Anyone can check this paper at", vi="Bất kỳ ai cũng có thể kiểm tra giấy tờ này tại"),
}


def says(key: str, language: str) -> str:
    """Return a phrase."""
    return _WORDS[key].said(language)


def figure(value: Decimal | None, language: str) -> str:
    """Return a number with its thousands set apart; nothing for none.

    >>> figure(Decimal("1234.50"), "en"), figure(Decimal("1234.50"), "vi"), figure(None, "en")
    ('1,234.50', '1.234,50', '')
    """
    said = "" if value is None else f"{value:,f}"
    return said.translate(_SWAP) if language == "vi" else said


def moment(at: datetime, profile: Profile, language: str) -> str:
    """Return a moment in the territory's own time, with the offset, since a paper travels."""
    local = at.astimezone(ZoneInfo(profile.time_zone))
    day = f"{local:%d/%m/%Y %H:%M}" if language == "vi" else f"{local.day} {local:%B %Y %H:%M}"
    return f"{day} (UTC{local:%z})" if local.utcoffset() else f"{day} UTC"
