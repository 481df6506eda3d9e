"""Luồng xanh, vàng, đỏ: the lanes of Việt Nam."""

from __future__ import annotations

from clearlane.model.profile import LanePolicy
from clearlane.model.text import Text

LANES = LanePolicy(
    yellow_from=0.35,
    red_from=0.65,
    names={
        "green": Text(en="Green lane", vi="Luồng xanh"),
        "yellow": Text(en="Yellow lane", vi="Luồng vàng"),
        "red": Text(en="Red lane", vi="Luồng đỏ"),
    },
    control_notice={
        "green": Text(
            en="Neither the dossier nor the goods are checked before release.",
            vi="Miễn kiểm tra chi tiết hồ sơ và miễn kiểm tra thực tế hàng hóa.",
        ),
        "yellow": Text(
            en="The dossier is checked. Supply the documents asked for through the system.",
            vi="Kiểm tra chi tiết hồ sơ. Đề nghị nộp, xuất trình các chứng từ thuộc hồ sơ hải quan qua hệ thống.",
        ),
        "red": Text(
            en="The dossier is checked and the goods are examined. Present the goods at the place declared.",
            vi="Kiểm tra chi tiết hồ sơ và kiểm tra thực tế hàng hóa. Đề nghị xuất trình hàng hóa tại địa điểm đã khai.",
        ),
    },
)
