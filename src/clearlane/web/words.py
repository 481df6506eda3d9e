"""Every phrase of the pages, in English and Vietnamese. Fields in braces are filled in where a phrase is used."""

from __future__ import annotations

from clearlane.model.text import Text
from clearlane.web.words_assignment import ASSIGNMENT
from clearlane.web.words_assignment_desk import ASSIGNMENT_DESK
from clearlane.web.words_course import COURSE
from clearlane.web.words_daily import DAILY
from clearlane.web.words_declaration import DECLARATION
from clearlane.web.words_documents import DOCUMENTS
from clearlane.web.words_paper import PAPER
from clearlane.web.words_people import PEOPLE
from clearlane.web.words_release_times import RELEASE
from clearlane.web.words_risk import RISK
from clearlane.web.words_tariff import TARIFF
from clearlane.web.words_tariff_desk import DESK

_FRAME: dict[str, tuple[str, str]] = {
    "house": ("Clearlane", "Clearlane"),
    "tagline": ("Customs office of {country}", "Cơ quan hải quan {country}"),
    "skip": ("Skip to the content", "Đến nội dung chính"),
    "nav": ("Pages", "Các trang"),
    "nav.border": ("The border now", "Tình hình cửa khẩu"),
    "nav.own": ("Your declarations", "Tờ khai của tôi"),
    "nav.lookup": ("Look up", "Tra cứu"),
    "nav.lodge": ("Lodge a file", "Nộp tờ khai"),
    "language": ("Language", "Ngôn ngữ"),
    "role.officer": ("Customs officer", "Công chức hải quan"),
    "role.admin": ("Administrator", "Quản trị viên"),
    "role.trader": ("Trader {declarant}", "Người khai {declarant}"),
    "role.see-as-trader": ("See as the trader", "Xem với vai người khai"),
    "role.see-as-officer": ("Back to the officer's view", "Trở lại màn hình công chức"),
    "sandbox": (
        "Practice office: nothing here has legal effect.",
        "Cơ quan thực hành: mọi dữ liệu ở đây không có giá trị pháp lý.",
    ),
    "foot": (
        "Clearlane, open customs software. All times are UTC.",
        "Clearlane, phần mềm hải quan mã nguồn mở. Mọi thời điểm theo giờ UTC.",
    ),
    "sign-out": ("Sign out", "Đăng xuất"),
    "under-a-minute": ("under 1 min", "dưới 1 phút"),
}

_BORDER: dict[str, tuple[str, str]] = {
    "border.title": ("The border now", "Tình hình cửa khẩu"),
    "border.title.own": ("Your declarations", "Tờ khai của tôi"),
    "border.as-of": ("As of {when} UTC", "Tính đến {when} UTC"),
    "border.pause": ("Pause updates", "Tạm dừng cập nhật"),
    "border.resume": ("Resume updates", "Tiếp tục cập nhật"),
    "border.live": ("Live", "Trực tiếp"),
    "border.paused": ("Paused", "Đã tạm dừng"),
    "border.lost": ("No connection. Trying again.", "Mất kết nối. Đang thử lại."),
    "border.arrived": ("New or changed declarations: {n}", "Tờ khai mới hoặc có thay đổi: {n}"),
    "border.overview": ("Overview", "Tổng quan"),
    "border.lanes": ("Lanes", "Phân luồng"),
    "border.lanes.none": ("No declaration has a lane yet.", "Chưa có tờ khai nào được phân luồng."),
    "border.states": ("Where they stand", "Tình trạng tờ khai"),
    "border.duty": ("Duty and taxes", "Thuế phải nộp"),
    "border.duty.words": ("of all declarations priced so far", "của các tờ khai đã tính thuế"),
    "border.duty.none": ("Nothing priced yet.", "Chưa có tờ khai nào được tính thuế."),
    "border.all": ("Declarations", "Tờ khai"),
    "border.waiting": ("Where things wait", "Tờ khai đang chờ"),
    "border.waiting.none": ("Nothing waits.", "Không có tờ khai nào đang chờ."),
    "border.waiting.count": ("Waiting", "Đang chờ"),
    "border.waiting.longest": ("Longest", "Lâu nhất"),
    "border.waiting.over": ("over {span}", "hơn {span}"),
    "waiting.pre-lodged": ("Goods still to come", "Chờ hàng đến"),
    "waiting.under-control": ("Under control", "Đang kiểm tra"),
    "waiting.accepted": ("Accepted, not released", "Đã chấp nhận, chưa thông quan"),
    "waiting.queried": ("Waiting for the trader's answer", "Chờ người khai trả lời"),
    "border.filters": ("Filter declarations", "Lọc tờ khai"),
    "border.words": ("Number or reference", "Số tờ khai hoặc số tham chiếu"),
    "border.words.hint": ("begins with …", "bắt đầu bằng …"),
    "border.any": ("Any", "Tất cả"),
    "border.apply": ("Show", "Lọc"),
    "border.clear": ("Clear", "Bỏ lọc"),
    "border.caption": ("Declarations, latest change first", "Danh sách tờ khai, thay đổi mới nhất ở trên"),
    "border.keys": (
        "Keyboard: Tab to the table, then j and k or the arrows, Enter opens, Esc leaves.",
        "Bàn phím: nhấn Tab đến bảng, dùng j, k hoặc phím mũi tên, Enter để mở, Esc để thoát.",
    ),
    "border.empty": ("No declaration yet. As soon as one is lodged, it appears here.", "Chưa có tờ khai. Tờ khai mới sẽ xuất hiện ở đây."),
    "border.empty.filtered": ("No declaration meets these filters.", "Không có tờ khai nào phù hợp với bộ lọc."),
    "border.older": ("Older declarations", "Tờ khai cũ hơn"),
    "border.newest": ("Back to the newest", "Về tờ khai mới nhất"),
    "column.time": ("Time (UTC)", "Thời điểm (UTC)"),
    "column.number": ("Number", "Số tờ khai"),
    "column.reference": ("Reference", "Số tham chiếu"),
    "column.goods": ("Goods", "Hàng hóa"),
    "column.lane": ("Lane", "Luồng"),
    "column.state": ("State", "Tình trạng"),
    "column.duty": ("Duty and taxes", "Thuế phải nộp"),
    "goods.more": ("and {n} more", "và {n} dòng hàng khác"),
    "goods.none": ("No goods described", "Chưa mô tả hàng hóa"),
    "goods.erased": ("Content erased", "Nội dung đã xóa"),
    "lane": ("Lane", "Luồng"),
    "lane.none": ("none yet", "chưa phân luồng"),
    "lane.provisional": ("provisional", "dự kiến"),
    "state": ("State", "Tình trạng"),
    "state.rejected": ("Rejected", "Bị từ chối"),
    "state.pre-lodged": ("Pre-lodged", "Khai trước, chờ hàng"),
    "state.accepted": ("Accepted", "Đã chấp nhận"),
    "state.under-control": ("Under control", "Đang kiểm tra"),
    "state.released": ("Released", "Đã thông quan"),
    "state.cancelled": ("Cancelled", "Đã hủy"),
    "state.queried": ("Waiting for an answer", "Chờ người khai trả lời"),
    "state.stored": ("In owner's storage", "Đưa hàng về bảo quản"),
    "state.cleared": ("Cleared", "Hoàn thành thủ tục"),
    "state.left": ("Out of the area", "Đã qua khu vực giám sát"),
    "state.detained": ("Detained", "Bị tạm giữ"),
    "state.seized": ("Seized", "Bị tịch thu"),
    "state.abandoned": ("Abandoned", "Được từ bỏ"),
    "state.re-exported": ("Re-exported", "Đã tái xuất"),
    "state.destroyed": ("Destroyed", "Đã tiêu hủy"),
    "state.refused": ("Release refused", "Bị từ chối thông quan"),
    "duty.unpriced": ("not priced yet", "chưa tính thuế"),
    "duty.none": ("none", "không có"),
}

_DOORS: dict[str, tuple[str, str]] = {
    "lookup.title": ("Look up a declaration", "Tra cứu tờ khai"),
    "lookup.words": (
        "Enter the number that customs gave, a number from another system, or the declarant's own reference.",
        "Nhập số tờ khai do hải quan cấp, số của hệ thống khác hoặc số tham chiếu của người khai.",
    ),
    "lookup.field": ("Number or reference", "Số tờ khai hoặc số tham chiếu"),
    "lookup.find": ("Find", "Tìm"),
    "lookup.several": ("Declarations under {name}: {n}", "Số tờ khai tìm thấy theo {name}: {n}"),
    "lookup.none": (
        "Nothing is recorded under {name}. Check each letter and digit, or enter only the beginning.",
        "Không tìm thấy tờ khai nào theo {name}. Hãy kiểm tra từng chữ và số, hoặc chỉ nhập phần đầu.",
    ),
    "lodge.title": ("Lodge a declaration by file", "Nộp tờ khai bằng tệp"),
    "lodge.words": (
        "A declaration, amendment, cancellation or presentation of goods in XML or JSON. The answer names all that is wrong, at once.",
        "Tờ khai, khai sửa đổi, khai hủy hoặc thông báo hàng đến, dạng XML hoặc JSON. Kết quả nêu toàn bộ lỗi trong một lần.",
    ),
    "lodge.file": ("File (XML or JSON)", "Tệp (XML hoặc JSON)"),
    "lodge.or-text": ("or paste the message", "hoặc dán nội dung thông điệp"),
    "lodge.text": ("Message", "Thông điệp"),
    "lodge.send": ("Lodge", "Nộp"),
    "lodge.again": ("Lodge another", "Nộp thông điệp khác"),
    "lodge.nothing": (
        "No message came with the form. Choose a file or paste a message.",
        "Chưa có thông điệp. Hãy chọn tệp hoặc dán nội dung thông điệp.",
    ),
    "lodge.too-large": (
        "The message is larger than {size} MB. Split it, or lodge it through the programming interface.",
        "Thông điệp lớn hơn {size} MB. Hãy tách nhỏ hoặc nộp qua giao diện lập trình.",
    ),
    "lodge.stale": (
        "The form was too old or came from another page. Nothing was lodged. Send it once more.",
        "Biểu mẫu đã hết hạn hoặc được gửi từ trang khác. Chưa có gì được nộp. Hãy gửi lại.",
    ),
    "lodge.refused": ("Not lodged", "Chưa nộp được"),
    "receipt.title": ("Receipt", "Kết quả tiếp nhận"),
    "receipt.known": (
        "This message had come before; this is the answer given then, and nothing was recorded again.",
        "Thông điệp này đã được nộp trước đó; đây là kết quả đã trả lời, không ghi nhận thêm.",
    ),
    "receipt.declaration.taken": ("The declaration was taken.", "Tờ khai đã được tiếp nhận."),
    "receipt.declaration.refused": ("The declaration was rejected.", "Tờ khai bị từ chối."),
    "receipt.amendment.taken": ("The amendment was taken.", "Khai sửa đổi đã được tiếp nhận."),
    "receipt.amendment.refused": ("The amendment was rejected.", "Khai sửa đổi bị từ chối."),
    "receipt.cancellation.taken": ("The declaration was cancelled.", "Tờ khai đã được hủy."),
    "receipt.cancellation.refused": ("The cancellation was rejected.", "Yêu cầu hủy bị từ chối."),
    "receipt.amendment.waits": (
        "The amendment was received. An officer decides on it; until then the declaration stands as it was.",
        "Đã nhận khai sửa đổi. Công chức hải quan sẽ quyết định; trong thời gian này tờ khai giữ nguyên.",
    ),
    "receipt.cancellation.waits": (
        "The request to cancel was received. An officer decides on it; until then the declaration stands as it was.",
        "Đã nhận đề nghị hủy. Công chức hải quan sẽ quyết định; trong thời gian này tờ khai giữ nguyên.",
    ),
    "receipt.presentation.taken": ("The goods were presented.", "Đã ghi nhận hàng đến."),
    "receipt.presentation.refused": ("The presentation was rejected.", "Thông báo hàng đến bị từ chối."),
    "receipt.open": ("Open the declaration", "Mở tờ khai"),
    "problem.404": ("Not found", "Không tìm thấy"),
    "problem.404.words": (
        "There is no such page. The address may be mistyped, or the page was moved.",
        "Không có trang này. Có thể địa chỉ bị gõ sai hoặc trang đã được chuyển.",
    ),
    "problem.403": ("Not allowed", "Không được phép"),
    "problem.503": ("Not possible at the moment", "Tạm thời chưa thực hiện được"),
    "problem.429": ("Too many requests", "Quá nhiều yêu cầu"),
    "problem.400": ("That request cannot be carried out", "Không thể thực hiện yêu cầu"),
    "problem.next": ("What you can do", "Bạn có thể"),
}

_ALL = (
    ASSIGNMENT
    | ASSIGNMENT_DESK
    | RELEASE
    | _FRAME
    | _BORDER
    | _DOORS
    | DECLARATION
    | COURSE
    | DOCUMENTS
    | TARIFF
    | DESK
    | RISK
    | PEOPLE
    | PAPER
    | DAILY
)
WORDS: dict[str, Text] = {key: Text(en=en, vi=vi) for key, (en, vi) in _ALL.items()}
