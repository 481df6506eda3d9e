"""Phrases of the desk of assignment, in English and Vietnamese."""

from __future__ import annotations

ASSIGNMENT_DESK: dict[str, tuple[str, str]] = {
    "assign.title": ("Assignment", "Phân công hồ sơ"),
    "assign.lead": (
        "The lot decides who gets a case. A person sets it aside only with a reason, and never for himself.",
        "Hồ sơ được phân công bằng bốc thăm. Chỉ được làm khác khi có lý do, và không ai được tự phân công cho mình.",
    ),
    "assign.public": ("What everyone sees of the lottery", "Thông tin bốc thăm công khai"),
    "assign.meetings": ("Who meets whom", "Ai gặp ai"),
    "assign.rota": ("On duty", "Lịch trực"),
    "assign.office": ("Customs office", "Cơ quan hải quan"),
    "assign.shift": ("Shift", "Ca trực"),
    "assign.show": ("Show", "Xem"),
    "assign.lines": ("Officers on duty", "Công chức đang trực"),
    "assign.lines.hint": (
        "One a line: officer, section, skills, most cases, conflicts; a hyphen for none, as in D-1 documents value,red-case 8 -",
        (
            "Mỗi dòng một người: công chức, bộ phận, kỹ năng, số hồ sơ tối đa, bên xung đột lợi ích. Gạch nối nếu không có. "
            "Ví dụ: D-1 documents value,red-case 8 -"
        ),
    ),
    "assign.keep": ("Keep rota", "Lưu lịch trực"),
    "assign.cases": ("Cases under control", "Hồ sơ đang kiểm tra"),
    "assign.none": ("No case is under control.", "Không có hồ sơ nào đang kiểm tra."),
    "assign.officer": ("Officer", "Công chức"),
    "assign.section.of": ("Section for {number}", "Bộ phận cho {number}"),
    "assign.how": ("How", "Cách phân công"),
    "assign.by-lot": ("by lot", "bốc thăm"),
    "assign.by-person": ("by {by}: {why}", "{by} quyết định: {why}"),
    "assign.nobody": ("nobody yet", "chưa có"),
    "assign.give": ("Give by lot", "Bốc thăm"),
    "assign.give.of": ("Give {number} by lot", "Bốc thăm {number}"),
    "assign.override": ("Set the lot aside", "Phân công khác kết quả bốc thăm"),
    "assign.number": ("Declaration", "Số tờ khai"),
    "assign.officer.hint": ("Leave empty to put it back.", "Để trống để đưa về chờ phân công."),
    "assign.why": ("Reason", "Lý do"),
    "assign.assign": ("Assign", "Phân công"),
    "assign.grounds": ("Who could have had a case", "Ai đủ điều kiện nhận hồ sơ"),
    "assign.grounds.words": (
        "Recomputed from what was frozen when the lot was drawn. That you were shown this is recorded.",
        "Tính lại từ dữ liệu đã lưu khi bốc thăm. Việc xem thông tin này được ghi lại.",
    ),
    "assign.grounds.show": ("Recompute the list", "Tính lại danh sách"),
    "assign.grounds.none": (
        "No lot with its grounds is kept for that declaration.",
        "Không có lượt bốc thăm kèm căn cứ cho tờ khai này.",
    ),
    "assign.grounds.holds": (
        "The list from which {number} was drawn is the one that follows.",
        "Danh sách bốc thăm của {number} đúng với kết quả tính lại.",
    ),
    "assign.grounds.fails": (
        "The list from which {number} was drawn is another than the one that follows.",
        "Danh sách bốc thăm của {number} không đúng với kết quả tính lại.",
    ),
    "assign.needs": ("Skills asked for", "Kỹ năng cần có"),
    "assign.lacking": ("asked for, but nobody on duty had it", "cần có nhưng không ai đang trực có"),
    "assign.could": ("Could have had it", "Đủ điều kiện"),
    "assign.why-not.none": ("yes", "có"),
    "assign.why-not.section": ("no: works in another section", "không: ở bộ phận khác"),
    "assign.why-not.skill": ("no: lacks a skill", "không: thiếu kỹ năng"),
    "assign.why-not.conflict": ("no: linked to a party", "không: có xung đột lợi ích với một bên"),
    "assign.why-not.barred": ("no: excluded, as where his decision is contested", "không: bị loại, như khi quyết định đang bị khiếu nại"),
    "assign.why-not.full": ("no: had as many cases as he can", "không: đã đủ số hồ sơ tối đa"),
    "assign.names": ("Whose pseudonyms", "Bí danh của ai"),
    "assign.names.words": (
        "That you were shown this is recorded. Name those you want to find.",
        "Việc xem thông tin này được ghi lại. Hãy nêu những đối tượng cần tìm.",
    ),
    "assign.officers": ("Staff numbers", "Số hiệu công chức"),
    "assign.numbers": ("Declarations", "Số tờ khai"),
    "assign.names.show": ("Show pseudonyms", "Xem bí danh"),
    "assign.pseudonym": ("Pseudonym", "Bí danh"),
    "assign.identity": ("Who or what", "Là ai, hồ sơ nào"),
    "assign.not-yours": (
        "Assignment is the supervisor's, of the office concerned.",
        "Việc phân công thuộc thẩm quyền lãnh đạo của đơn vị liên quan.",
    ),
    "meet.lead": (
        "Officers and traders who met in the last {days} days, beside how often the lot would have it.",
        "Công chức và người khai đã gặp nhau trong {days} ngày qua, so với số lần kỳ vọng theo bốc thăm.",
    ),
    "meet.none": ("No case was given in these days.", "Không có hồ sơ nào được phân công trong thời gian này."),
    "meet.odd": (
        "{n} pairs met more often than chance explains, even among so many pairs. That is a reason to look, and proves nothing.",
        "{n} cặp gặp nhau nhiều hơn mức ngẫu nhiên, kể cả khi xét nhiều cặp. Đây là lý do để xem xét, không phải bằng chứng.",
    ),
    "meet.even": (
        "No pair met more often than chance explains among so many pairs.",
        "Không có cặp nào gặp nhau nhiều hơn mức ngẫu nhiên khi xét nhiều cặp.",
    ),
    "meet.trader": ("Trader", "Người khai"),
    "meet.met": ("Met", "Số lần"),
    "meet.expected": ("Expected", "Kỳ vọng"),
    "meet.by-person": ("Of these by a person", "Do người phân công"),
    "meet.chance": ("Chance of so many", "Xác suất"),
    "meet.drawn": ("Drawn", "Biểu đồ"),
    "meet.odd.mark": ("improbable", "khó xảy ra"),
}
