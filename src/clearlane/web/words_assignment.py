"""Phrases about the lottery that gives cases to officers, in English and Vietnamese."""

from __future__ import annotations

ASSIGNMENT: dict[str, tuple[str, str]] = {
    "nav.lots": ("Check who got which case", "Kiểm tra việc phân công hồ sơ"),
    "nav.assignment": ("Assignment", "Phân công"),
    "lots.title": ("Cases given by lot", "Phân công hồ sơ bằng bốc thăm"),
    "lots.lead": (
        (
            "A lottery decides which officer gets a case. Its seed is bound before the period and published after, so that anyone can "
            "recompute every choice. Officers and cases stand under pseudonyms."
        ),
        (
            "Công chức xử lý hồ sơ được chọn bằng bốc thăm. Hạt giống được cam kết trước kỳ và công bố sau kỳ, để ai cũng tính lại được "
            "từng kết quả. Công chức và hồ sơ mang bí danh."
        ),
    ),
    "lots.periods": ("Periods", "Các kỳ"),
    "lots.period": ("Period", "Kỳ"),
    "lots.since": ("From (UTC)", "Từ (UTC)"),
    "lots.until": ("Until (UTC)", "Đến (UTC)"),
    "lots.state": ("State", "Tình trạng"),
    "lots.state.to-come": ("to come", "chưa bắt đầu"),
    "lots.state.decides": ("decides now", "đang áp dụng"),
    "lots.state.waits": ("over, seed to be published", "đã kết thúc, chờ công bố hạt giống"),
    "lots.state.open": ("published", "đã công bố"),
    "lots.commitment": ("Commitment", "Cam kết"),
    "lots.none": (
        "No period has been bound yet. Until then no case is given by lot.",
        "Chưa có kỳ nào được cam kết, nên chưa có hồ sơ nào được phân công bằng bốc thăm.",
    ),
    "lots.of": ("Period {period}", "Kỳ {period}"),
    "lots.seed": ("Published seed", "Hạt giống đã công bố"),
    "lots.holds": ("Every lot holds.", "Mọi kết quả đều đúng."),
    "lots.holds.words": (
        (
            "{n} lots were recomputed from the seed. The seed is the one that was bound, no lot is missing, and each case went to the "
            "officer whom the lot chose."
        ),
        (
            "Đã tính lại {n} lượt từ hạt giống. Hạt giống đúng với cam kết, không thiếu lượt nào, và mỗi hồ sơ được giao đúng công chức "
            "trúng thăm."
        ),
    ),
    "lots.fails": ("Something does not hold.", "Có điểm không đúng."),
    "lots.doubt.seed": ("The seed is not the one that was bound.", "Hạt giống không đúng với cam kết."),
    "lots.doubt.turn": ("Lot {n}: one is missing here, or stands twice.", "Lượt {n}: thiếu hoặc trùng."),
    "lots.doubt.list": ("Lot {n}: the list of officers is not in order.", "Lượt {n}: danh sách công chức không hợp lệ."),
    "lots.doubt.choice": ("Lot {n}: another officer got the case than the one drawn.", "Lượt {n}: hồ sơ không giao cho người trúng thăm."),
    "lots.doubt.period": ("Lot {n} belongs to another period.", "Lượt {n} thuộc kỳ khác."),
    "lots.caption": ("Lots of the period, in their order", "Các lượt bốc thăm trong kỳ, theo thứ tự"),
    "lots.turn": ("Lot", "Lượt"),
    "lots.case": ("Case", "Hồ sơ"),
    "lots.eligible": ("Officers who could be chosen", "Số công chức đủ điều kiện"),
    "lots.chosen": ("Chosen", "Được chọn"),
    "lots.more": ("The first {n} of {whole}. All of them are in the file.", "Hiển thị {n} trên tổng số {whole}. Tệp có đầy đủ."),
    "lots.empty": ("No case was given by lot in this period.", "Không có hồ sơ nào được bốc thăm trong kỳ này."),
    "lots.file": ("Save seed and lots (JSON)", "Tải hạt giống và các lượt (JSON)"),
    "lots.still-secret": (
        "The seed of this period has not been published yet.",
        "Hạt giống của kỳ này chưa được công bố.",
    ),
    "lots.unknown": ("No such period is published here.", "Không có kỳ này."),
    "lots.by-hand": ("Recompute it yourself", "Tự tính lại"),
    "lots.by-hand.1": (
        "The commitment is the SHA-256 of “clearlane lottery”, “seed”, the period and the 32 bytes of the seed, with a zero byte between.",
        "Cam kết là SHA-256 của “clearlane lottery”, “seed”, tên kỳ và 32 byte hạt giống, cách nhau bằng một byte 0.",
    ),
    "lots.by-hand.2": (
        "Lots are numbered from 1 without gaps: one thrown away would be missed.",
        "Các lượt đánh số từ 1, không ngắt quãng: bỏ một lượt sẽ bị phát hiện.",
    ),
    "lots.by-hand.3": (
        (
            "For each officer who could be chosen, compute HMAC-SHA-256 under the seed of the case's pseudonym, a zero byte and the "
            "officer's. Whoever has the highest is chosen."
        ),
        (
            "Với mỗi công chức đủ điều kiện, tính HMAC-SHA-256 bằng hạt giống trên bí danh hồ sơ, một byte 0 và bí danh công chức. "
            "Giá trị lớn nhất được chọn."
        ),
    ),
}
