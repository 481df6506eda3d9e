"""The words of the papers of inspections, in English and Vietnamese."""

from __future__ import annotations

from clearlane.model.text import Text

_WORDS = {
    "title.inspection-order": Text(en="Inspection order", vi="Lệnh kiểm tra thực tế hàng hóa"),
    "title.inspection-report": Text(en="Inspection report", vi="Biên bản kiểm tra thực tế hàng hóa"),
    "place": Text(en="Place", vi="Địa điểm"),
    "when": Text(en="Time", vi="Thời gian"),
    "how": Text(en="How closely", vi="Mức độ kiểm tra"),
    "how.physical": Text(en="Goods opened", vi="Mở kiểm tra thực tế"),
    "how.scan": Text(en="Scanned image", vi="Soi chiếu"),
    "office": Text(en="Customs office", vi="Đơn vị hải quan"),
    "ordered-by": Text(en="Ordered by", vi="Người ra lệnh"),
    "agency": Text(en="Together with", vi="Phối hợp kiểm tra"),
    "agrees": Text(en="agrees to release", vi="đồng ý thông quan"),
    "objects": Text(en="does not agree to release", vi="chưa đồng ý thông quan"),
    "began": Text(en="Begun", vi="Bắt đầu"),
    "ended": Text(en="Concluded", vi="Kết thúc"),
    "signed": Text(en="Signed by", vi="Người ký"),
    "signed-too": Text(en="Second signature", vi="Chữ ký thứ hai"),
    "order": Text(
        en="The goods below are inspected at the place and time above. Tick each step when it is done.",
        vi="Hàng hóa dưới đây được kiểm tra tại địa điểm và thời gian nêu trên. Đánh dấu từng bước khi hoàn thành.",
    ),
    "satisfied": Text(en="Nothing stands against release.", vi="Không có gì cản trở thông quan."),
    "unsatisfied": Text(en="The goods cannot be released yet.", vi="Chưa thể thông quan hàng hóa."),
    "goods": Text(en="Goods declared", vi="Hàng hóa khai báo"),
    "steps": Text(en="What to look at", vi="Nội dung kiểm tra"),
    "results": Text(en="Result of each item", vi="Kết quả từng mặt hàng"),
    "photos": Text(en="Photographs", vi="Ảnh chụp"),
    "samples": Text(en="Samples", vi="Mẫu hàng"),
    "seals": Text(en="Seals", vi="Niêm phong"),
    "item": Text(en="Item", vi="Mặt hàng"),
    "code": Text(en="Code", vi="Mã số"),
    "description": Text(en="Description", vi="Mô tả hàng hóa"),
    "origin": Text(en="Origin", vi="Xuất xứ"),
    "net": Text(en="Net mass", vi="Trọng lượng tịnh"),
    "step": Text(en="Step", vi="Bước"),
    "what": Text(en="What to do", vi="Việc cần làm"),
    "done": Text(en="Done", vi="Đã làm"),
    "undone": Text(en="Not done", vi="Không làm"),
    "remark": Text(en="Remark", vi="Ghi chú"),
    "result": Text(en="Result", vi="Kết quả"),
    "conform": Text(en="As declared", vi="Đúng khai báo"),
    "amount": Text(en="Found missing", vi="Số thuế thiếu"),
    "whole": Text(en="all", vi="cả lô"),
    "taken": Text(en="Taken", vi="Thời gian chụp"),
    "where": Text(en="Degrees north, east", vi="Vĩ độ, kinh độ"),
    "digest": Text(en="SHA-256", vi="SHA-256"),
    "sample": Text(en="Sample", vi="Số mẫu"),
    "quantity": Text(en="Quantity", vi="Lượng mẫu"),
    "laboratory": Text(en="Laboratory", vi="Nơi phân tích"),
    "awaited": Text(en="awaited", vi="chờ kết quả"),
    "as-declared": Text(en="as declared", vi="đúng khai báo"),
    "differs": Text(en="differs", vi="khác khai báo"),
    "seal": Text(en="Seal", vi="Số niêm phong"),
    "broken": Text(en="Broken", vi="Đã tháo"),
    "applied": Text(en="Applied", vi="Đã gắn"),
    "official": Text(
        en="For officers of customs. Not to be handed to anyone else.", vi="Dùng cho công chức hải quan. Không giao cho người khác."
    ),
    "not-ordered": Text(
        en="No place and time is set for this inspection; there is no order to print.",
        vi="Chưa ấn định địa điểm, thời gian kiểm tra; chưa có lệnh để in.",
    ),
    "not-concluded": Text(
        en="The inspection is not concluded; there is no report to print.", vi="Chưa kết thúc kiểm tra; chưa có biên bản để in."
    ),
}


def says(key: str, language: str) -> str:
    """Return a phrase."""
    return _WORDS[key].said(language)


def phrase(key: str) -> Text:
    """Return a phrase in both languages."""
    return _WORDS[key]
