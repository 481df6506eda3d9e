"""Routes of examination in the United Kingdom."""

from __future__ import annotations

from clearlane.model.profile import LanePolicy
from clearlane.model.text import Text

LANES = LanePolicy(
    yellow_from=0.35,
    red_from=0.65,
    names={
        "green": Text(en="Route 6, no control", vi="Route 6, không kiểm tra (luồng xanh)"),
        "blue": Text(en="Route 3, documents after release", vi="Route 3, kiểm tra hồ sơ sau thông quan (luồng xanh lam)"),
        "yellow": Text(en="Route 1, documents", vi="Route 1, kiểm tra hồ sơ (luồng vàng)"),
        "red": Text(en="Route 2, examination", vi="Route 2, kiểm tra thực tế (luồng đỏ)"),
    },
    control_notice={
        "green": Text(en="No control before release.", vi="Không kiểm tra trước khi giải phóng hàng."),
        "blue": Text(
            en="No control before release. Documents may be checked afterwards; keep them.",
            vi="Không kiểm tra trước khi giải phóng hàng. Hồ sơ có thể được kiểm tra sau; đề nghị lưu giữ hồ sơ.",
        ),
        "yellow": Text(
            en="Documents will be checked. Supply those asked for.", vi="Sẽ kiểm tra hồ sơ. Đề nghị nộp các chứng từ được yêu cầu."
        ),
        "red": Text(
            en="The goods will be examined. Have them ready at the location declared.",
            vi="Sẽ kiểm tra thực tế hàng hóa. Đề nghị chuẩn bị hàng hóa tại địa điểm đã khai.",
        ),
    },
)
