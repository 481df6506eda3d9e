"""Phrases of the page of components, English and Vietnamese."""

from __future__ import annotations

DESIGN: dict[str, tuple[str, str]] = {
    "design.title": ("Components", "Các thành phần giao diện"),
    "design.lead": (
        "What every page is made of. A meaning is never told by colour alone: a word and a shape go with it.",
        "Các thành phần tạo nên mọi trang. Ý nghĩa không bao giờ chỉ thể hiện bằng màu: luôn kèm chữ và hình.",
    ),
    "design.officers": ("This page is for those who work at the office.", "Trang này dành cho người làm việc tại cơ quan."),
    "design.colours": ("Colours", "Màu sắc"),
    "design.colours.words": (
        "Each has a value for light and one for dark; the reader's system chooses.",
        "Mỗi màu có giá trị cho nền sáng và nền tối, theo thiết lập máy của người đọc.",
    ),
    "design.words": ("Words", "Chữ"),
    "design.words.example": (
        "Plain sentences: what happened, what to do, until when.",
        "Câu ngắn gọn: việc gì đã xảy ra, cần làm gì, đến khi nào.",
    ),
    "design.lanes": ("Lanes and states", "Luồng và trạng thái"),
    "design.acts": ("Acts", "Thao tác"),
    "design.act.main": ("Release", "Thông quan"),
    "design.act.second": ("Ask the trader", "Hỏi người khai"),
    "design.act.off": ("Not now", "Chưa thực hiện được"),
    "design.act.why": (
        "What cannot be done now stands with its reason, and is not hidden.",
        "Thao tác chưa thực hiện được vẫn hiển thị kèm lý do, không bị ẩn đi.",
    ),
    "design.fields": ("Fields", "Ô nhập"),
    "design.field": ("Commodity code", "Mã số hàng hóa"),
    "design.field.wrong": ("A commodity code has 6 to 10 digits.", "Mã số hàng hóa có từ 6 đến 10 chữ số."),
    "design.notes": ("Notes", "Thông báo"),
    "design.note": ("The answer is due on Friday.", "Hạn trả lời là thứ Sáu."),
    "design.note.good": ("The goods are released.", "Hàng hóa đã được thông quan."),
    "design.note.bad": (
        "Somebody decided first; what you typed is kept below.",
        "Người khác đã quyết định trước; nội dung bạn nhập vẫn được giữ bên dưới.",
    ),
    "design.findings": ("Findings", "Kết quả kiểm tra"),
    "design.finding": ("Country ZZ is not in the list of countries.", "Mã nước ZZ không có trong danh mục."),
    "design.remedy": ("Give a country's code, such as XN.", "Khai mã nước, ví dụ XN."),
    "design.numbers": ("Numbers drawn", "Số liệu vẽ thành hình"),
    "design.numbers.days": ("Declarations of a fortnight", "Tờ khai trong hai tuần"),
    "design.numbers.share": ("A share with its interval", "Tỷ lệ kèm khoảng tin cậy"),
    "design.table": ("A list", "Danh sách"),
    "design.table.number": ("Number", "Số tờ khai"),
    "design.table.goods": ("Goods", "Hàng hóa"),
    "design.table.example": ("Coffee, not roasted", "Cà phê chưa rang"),
    "design.keys": ("Keys", "Phím tắt"),
    "design.keys.words": (
        "Every act has a key that works outside fields; ? lists them.",
        "Mỗi thao tác có một phím tắt dùng ngoài ô nhập; phím ? liệt kê các phím.",
    ),
    "design.empty": ("Nothing waits here.", "Không có việc nào đang chờ."),
}
