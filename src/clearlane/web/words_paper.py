"""Phrases about the office's papers, in English and Vietnamese."""

from __future__ import annotations

PAPER: dict[str, tuple[str, str]] = {
    "paper.assessment": ("Assessment notice (PDF)", "Thông báo tiền thuế (PDF)"),
    "paper.release": ("Release note (PDF)", "Thông báo thông quan (PDF)"),
    "paper.kind.assessment": ("Assessment notice", "Thông báo tiền thuế"),
    "paper.kind.release": ("Release note", "Thông báo thông quan hàng hóa"),
    "paper.kind.inspection-order": ("Inspection order", "Lệnh kiểm tra thực tế hàng hóa"),
    "paper.kind.inspection-report": ("Inspection report", "Biên bản kiểm tra thực tế hàng hóa"),
    "paper.check": ("Check of a paper", "Kiểm tra giấy tờ"),
    "paper.genuine": ("This paper is genuine", "Giấy tờ này là thật"),
    "paper.genuine.words": (
        "This office handed it out, and nothing newer stands against it.",
        "Cơ quan này đã cấp giấy tờ này và chưa có bản mới hơn thay thế.",
    ),
    "paper.outdated": ("Genuine, but no longer the latest", "Giấy tờ thật nhưng không còn là bản mới nhất"),
    "paper.outdated.words": (
        "This office handed it out; the declaration was changed or cancelled since. Ask for the latest paper.",
        "Cơ quan này đã cấp giấy tờ này; sau đó tờ khai đã được sửa đổi hoặc hủy. Hãy yêu cầu bản mới nhất.",
    ),
    "paper.compare": (
        "Compare what is printed with what stands here. If anything differs, the paper was altered.",
        "Hãy đối chiếu nội dung in với thông tin tại đây. Nếu có điểm khác, giấy tờ đã bị sửa.",
    ),
    "paper.number": ("Declaration", "Tờ khai"),
    "paper.kind": ("Paper", "Loại giấy tờ"),
    "paper.total": ("Duty and taxes in total", "Tổng số thuế"),
    "paper.total.none": ("not known when it was handed out", "chưa xác định khi cấp"),
}
