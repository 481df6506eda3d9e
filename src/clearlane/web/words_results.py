"""Phrases of the results of inspections on the page of a declaration, for officers; in English and Vietnamese."""

from __future__ import annotations

RESULTS: dict[str, tuple[str, str]] = {
    "results.title": ("Inspection", "Kết quả kiểm tra thực tế và hồ sơ"),
    "results.none": (
        "Nobody has looked at it: nothing is known, and nothing counts as clean.",
        "Chưa ai kiểm tra: chưa biết gì, và không được coi là đúng.",
    ),
    "results.enter": ("Enter what an inspection found", "Nhập kết quả kiểm tra"),
    "results.again": ("Enter a further inspection", "Nhập thêm kết quả kiểm tra"),
    "results.kind": ("How it was inspected", "Hình thức kiểm tra"),
    "results.how.documents": ("Documents checked", "Kiểm tra hồ sơ"),
    "results.how.physical": ("Goods examined", "Kiểm tra thực tế hàng hóa"),
    "results.how.scan": ("Image scanned", "Soi chiếu"),
    "results.how.post-clearance": ("Checked after release", "Kiểm tra sau thông quan"),
    "results.rest": ("Items without a code of their own", "Dòng hàng không chọn riêng"),
    "results.rest.each": ("each has its own code below", "mỗi dòng hàng chọn bên dưới"),
    "results.code": ("Found", "Kết quả"),
    "results.choose": ("Choose …", "Chọn …"),
    "results.conform": ("As declared", "Đúng khai báo"),
    "results.wrong": ("Wrong: {what}", "Sai lệch: {what}"),
    "results.not-looked-at": ("Not looked at", "Không kiểm tra"),
    "results.amount": ("Duty and tax missing, {currency}", "Số thuế thiếu, {currency}"),
    "results.missing": ("missing: {amount} {currency}", "thiếu: {amount} {currency}"),
    "results.words": (
        (
            "Where value, classification, origin or quantity was wrong, give what is missing, 0 where nothing is. A finding is no "
            "decision on intent."
        ),
        (
            "Nếu sai về trị giá, phân loại, xuất xứ hoặc lượng, hãy nhập số thuế thiếu, 0 nếu không thiếu. Phát hiện không phải là "
            "kết luận về cố ý."
        ),
    ),
    "results.by": ("Your staff number", "Số hiệu công chức của bạn"),
    "results.own": ("It is recorded under your staff number, {name}.", "Kết quả được ghi theo số hiệu của bạn, {name}."),
    "results.send": ("Record the result", "Ghi kết quả"),
    "results.not-yours": ("Results are entered by customs officers.", "Kết quả kiểm tra do công chức hải quan nhập."),
    "results.faults": (
        "Nothing was recorded: something is missing or wrong in the form below.",
        "Chưa ghi gì: biểu mẫu bên dưới còn thiếu hoặc sai.",
    ),
    "results.fault.kind": ("Choose how it was inspected.", "Hãy chọn hình thức kiểm tra."),
    "results.fault.code": ("Choose what was found.", "Hãy chọn kết quả."),
    "results.fault.amount": ("Give the duty and tax found missing, 0 where none is.", "Hãy nhập số thuế thiếu, 0 nếu không thiếu."),
    "results.fault.no-amount": ("No amount goes with this.", "Kết quả này không kèm số tiền."),
    "results.fault.figure": (
        "Give the amount in digits from 0 up, decimals after a point or comma, nothing between thousands.",
        "Hãy nhập số tiền bằng chữ số, từ 0 trở lên, phần thập phân sau dấu chấm hoặc phẩy, không ngăn cách hàng nghìn.",
    ),
    "results.fault.nothing": (
        "Nothing was recorded: at least one item must have been looked at.",
        "Chưa ghi gì: phải có ít nhất một dòng hàng được kiểm tra.",
    ),
}
