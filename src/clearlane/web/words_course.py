"""What each fact of clearance and payment is called in the course of a declaration, in English and Vietnamese."""

from __future__ import annotations

COURSE: dict[str, tuple[str, str]] = {
    "fact.queried": ("Question to the trader", "Yêu cầu người khai giải trình, bổ sung"),
    "fact.answered": ("Answer of the trader", "Người khai trả lời"),
    "fact.query-settled": ("Question settled", "Kết thúc yêu cầu giải trình"),
    "fact.document-supplied": ("Document supplied", "Nộp chứng từ"),
    "fact.check-begun": ("Check begun", "Bắt đầu kiểm tra"),
    "fact.check-ended": ("Check ended", "Kết thúc kiểm tra"),
    "fact.countersignature-asked": ("Second signature asked for", "Đề nghị ký duyệt thứ hai"),
    "fact.countersigned": ("Signed by a second officer", "Công chức thứ hai đã ký duyệt"),
    "fact.assigned": ("Given to an officer", "Phân công công chức"),
    "fact.secured": ("Secured", "Đã bảo lãnh, đặt cọc"),
    "fact.paid": ("Paid", "Đã nộp thuế"),
    "fact.stored": ("In the owner's storage", "Đưa hàng về bảo quản"),
    "fact.cleared": ("Cleared", "Hoàn thành thủ tục"),
    "fact.gate-passed": ("Passed the gate", "Qua khu vực giám sát"),
    "fact.disposed": ("Goods disposed of", "Xử lý hàng hóa"),
    "fact.disputed": ("Contested", "Khiếu nại"),
    "fact.dispute-decided": ("Contest decided", "Giải quyết khiếu nại"),
    "fact.request-made": ("Request of the trader", "Đề nghị của người khai"),
    "fact.request-decided": ("Request decided", "Quyết định về đề nghị"),
    "fact.bound": ("Declarant bound himself", "Người khai xác nhận tờ khai"),
    "fact.booked": ("Booked", "Đã hạch toán"),
    "fact.refund-ordered": ("Refund ordered", "Lệnh hoàn thuế"),
    "fact.refund-asked": ("Refund asked for", "Đề nghị hoàn thuế"),
    "fact.excess-chosen": ("Use of an excess chosen", "Chọn cách xử lý khoản nộp thừa"),
    "fact.assignment-asked": ("Assignment of money asked for", "Đề nghị chuyển khoản nộp"),
    "fact.suspense-assigned": ("Money assigned", "Chuyển khoản chờ xử lý"),
}
