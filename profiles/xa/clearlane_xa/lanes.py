"""Lanes in Arcadia."""

from __future__ import annotations

from clearlane.model.profile import LanePolicy
from clearlane.model.text import Text

LANES = LanePolicy(
    yellow_from=0.35,
    red_from=0.65,
    names={
        "green": Text(en="Green", vi="Xanh"),
        "blue": Text(en="Blue", vi="Xanh lam"),
        "yellow": Text(en="Yellow", vi="Vàng"),
        "red": Text(en="Red", vi="Đỏ"),
    },
    control_notice={
        "green": Text(en="No control before release.", vi="Không kiểm tra trước khi giải phóng hàng."),
        "blue": Text(
            en="No control before release. Customs may check the documents afterwards; keep them.",
            vi="Không kiểm tra trước khi giải phóng hàng. Cơ quan hải quan có thể kiểm tra hồ sơ sau thông quan; đề nghị lưu giữ hồ sơ.",
        ),
        "yellow": Text(
            en="Customs will check the documents. Keep them ready and supply those asked for.",
            vi="Cơ quan hải quan sẽ kiểm tra hồ sơ. Đề nghị chuẩn bị và nộp các chứng từ được yêu cầu.",
        ),
        "red": Text(
            en="Customs will check the documents and examine the goods. Have the goods ready at the place declared.",
            vi="Cơ quan hải quan sẽ kiểm tra hồ sơ và kiểm tra thực tế hàng hóa. Đề nghị chuẩn bị hàng hóa tại địa điểm đã khai.",
        ),
    },
)
