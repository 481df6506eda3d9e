"""Phrases of the page of reviews."""

from __future__ import annotations

REVIEWS: dict[str, tuple[str, str]] = {
    "nav.reviews": ("Reviews", "Xem xét lại"),
    "reviews.lead": (
        "A lot takes a share of all checks, whether the machine was followed or not. A second pair of eyes says whether each was sound.",
        "Hệ thống bốc thăm một tỷ lệ lượt kiểm tra, dù theo hay không theo khuyến nghị của máy, để người thứ hai xem xét lại.",
    ),
    "reviews.nothing-changes": (
        "Nothing changes in the case by it: the machine advises, people decide, and both learn.",
        "Việc này không làm thay đổi hồ sơ: máy khuyến nghị, con người quyết định, và cả hai cùng rút kinh nghiệm.",
    ),
    "reviews.not-yours": ("Reviews are for supervisors.", "Chức năng này dành cho lãnh đạo."),
    "reviews.waiting": ("Waiting", "Đang chờ"),
    "reviews.waiting.none": ("Nothing waits for a second look.", "Không có lượt kiểm tra nào chờ xem xét lại."),
    "reviews.done": ("Reviewed", "Đã xem xét"),
    "reviews.done.none": ("Nothing was reviewed yet.", "Chưa có lượt nào được xem xét."),
    "reviews.case": ("Declaration", "Tờ khai"),
    "reviews.check": ("Check", "Nội dung kiểm tra"),
    "reviews.concluded": ("Concluded", "Kết thúc lúc"),
    "reviews.said": ("Decision", "Quyết định"),
    "reviews.why": ("Noticed", "Nhận xét"),
    "reviews.sound": ("sound", "thỏa đáng"),
    "reviews.unsound": ("would have decided otherwise", "lẽ ra phải quyết định khác"),
    "reviews.tally": ("Followed or not, held to the same measure", "Theo hay không theo khuyến nghị, cùng một thước đo"),
    "reviews.followed": ("The machine's advice was followed", "Làm theo khuyến nghị của máy"),
    "reviews.not-followed": ("It was not followed", "Không làm theo khuyến nghị"),
    "reviews.drawn": ("Drawn by lot", "Được bốc thăm"),
    "reviews.reviewed": ("Reviewed", "Đã xem xét"),
    "reviews.share": ("Sound", "Thỏa đáng"),
}
