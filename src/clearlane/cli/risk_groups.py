"""The groups of commands below ``clearlane risk``: ``profile``, ``list`` and ``draw``."""

from __future__ import annotations

from collections.abc import Callable

from clearlane.cli import risk_approve, risk_control, risk_draw, risk_list, risk_profile
from clearlane.model.text import Text

Command = tuple[str, Callable[..., None], Text]
_PROFILE: tuple[Command, ...] = (
    ("write", risk_profile.write, Text(en="Keep a new version. Exit 1: faults.", vi="Lưu phiên bản mới. Mã thoát 1: có lỗi.")),
    (
        "control",
        risk_control.control,
        Text(en="Make profiles of a value-control file.", vi="Tạo hồ sơ từ tệp giá kiểm tra."),
    ),
    ("check", risk_profile.check, Text(en="Check a text. Exit 1: faults.", vi="Kiểm tra văn bản. Mã thoát 1: có lỗi.")),
    ("list", risk_profile.names, Text(en="List every version of every profile.", vi="Liệt kê mọi phiên bản của mọi hồ sơ.")),
    ("show", risk_profile.show, Text(en="Show a version as written, or in words.", vi="Xem một phiên bản, nguyên văn hoặc bằng lời.")),
    (
        "diff",
        risk_profile.diff,
        Text(en="Say what changed between versions. Exit 1: they differ.", vi="So sánh hai phiên bản. Mã thoát 1: có khác biệt."),
    ),
    (
        "approve",
        risk_approve.approve,
        Text(en="Put a version in force, as a second person.", vi="Áp dụng một phiên bản, do người thứ hai thực hiện."),
    ),
    ("shadow", risk_approve.shadow, Text(en="Only count what a version hits.", vi="Chỉ đếm số lần trúng, không chọn.")),
    ("snooze", risk_approve.snooze, Text(en="Let a version rest until a day.", vi="Cho một phiên bản tạm nghỉ đến một ngày.")),
    ("retire", risk_approve.retire, Text(en="Withdraw a version.", vi="Thu hồi một phiên bản.")),
    ("fields", risk_profile.fields, Text(en="List the fields a profile can ask of.", vi="Liệt kê các trường dùng trong hồ sơ.")),
)
_LIST: tuple[Command, ...] = (
    ("keep", risk_list.keep, Text(en="Keep a version of a list.", vi="Lưu một phiên bản của danh sách.")),
    ("show", risk_list.show, Text(en="Show what stands in a list.", vi="Xem nội dung danh sách.")),
    ("names", risk_list.names, Text(en="List the lists kept.", vi="Liệt kê các danh sách.")),
)
_DRAW: tuple[Command, ...] = (
    (
        "commit",
        risk_draw.commit,
        Text(en="Bind a period's draw to a secret, before lodging hours.", vi="Cam kết kỳ rút ngẫu nhiên trước giờ nộp tờ khai."),
    ),
    ("open", risk_draw.open_, Text(en="Open a period's secret to the auditor.", vi="Mở bí mật của kỳ cho kiểm toán viên.")),
    ("check", risk_draw.check, Text(en="Check a proof. Exit 1: it shows nothing.", vi="Kiểm tra chứng minh. Mã thoát 1: không xác nhận.")),
    ("show", risk_draw.show, Text(en="List what was committed, for anyone.", vi="Xem các cam kết, dành cho mọi người.")),
)
GROUPS: tuple[tuple[str, Text, tuple[Command, ...]], ...] = (
    ("profile", Text(en="Risk profiles: write, try, approve, withdraw.", vi="Hồ sơ rủi ro: soạn, thử, phê duyệt, thu hồi."), _PROFILE),
    ("list", Text(en="Lists of traders, countries and codes.", vi="Danh sách người khai, quốc gia và mã."), _LIST),
    ("draw", Text(en="The random draw: commit, check, open.", vi="Rút ngẫu nhiên: cam kết, kiểm tra, mở."), _DRAW),
)
