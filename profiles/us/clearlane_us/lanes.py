"""What becomes of an entry in the United States."""

from __future__ import annotations

from clearlane.model.profile import LanePolicy
from clearlane.model.text import Text

LANES = LanePolicy(
    yellow_from=0.35,
    red_from=0.65,
    names={
        "green": Text(en="Released without examination", vi="Giải phóng hàng, không kiểm tra (luồng xanh)"),
        "yellow": Text(en="Documents required", vi="Kiểm tra hồ sơ (luồng vàng)"),
        "red": Text(en="Intensive examination", vi="Kiểm tra thực tế (luồng đỏ)"),
    },
    control_notice={
        "green": Text(en="No control before release.", vi="Không kiểm tra trước khi giải phóng hàng."),
        "yellow": Text(
            en="Documents will be checked. Supply those asked for.", vi="Sẽ kiểm tra hồ sơ. Đề nghị nộp các chứng từ được yêu cầu."
        ),
        "red": Text(
            en="The goods will be examined. Have them ready at the place named.",
            vi="Sẽ kiểm tra thực tế hàng hóa. Đề nghị chuẩn bị hàng hóa tại địa điểm được chỉ định.",
        ),
    },
)
