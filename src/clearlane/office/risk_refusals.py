"""Why an act of risk work is refused, in words."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.model.refusals import Closed, Conflict, NotAllowed, NotFound, Unavailable, Unreadable
from clearlane.model.text import Text

INSPECTED_BY_NOBODY = Text(
    en="Give your staff number: a result of inspection is one officer's.",
    vi="Hãy nhập số hiệu công chức: mỗi kết quả kiểm tra do một công chức chịu trách nhiệm.",
)
SIGNED_BY_NOBODY = Text(
    en="Give your staff number: what officers can do, and what is given up, is signed by one manager.",
    vi="Hãy nhập số hiệu công chức: năng lực kiểm tra và phần thôi kiểm tra phải do một lãnh đạo ký.",
)


def no_such_profile(code: str, version: int) -> NotFound:
    """Return that no such version of a profile was written."""
    return NotFound(
        Text(
            en=f"No version {version} of the risk profile {code} is kept here.", vi=f"Không có phiên bản {version} của hồ sơ rủi ro {code}."
        ),
        profile=code,
        version=version,
    )


def no_such_list(name: str) -> NotFound:
    """Return that no such list is kept."""
    return NotFound(Text(en=f"No list {name} is kept here.", vi=f"Không có danh sách {name}."), list=name)


def no_such_model(version: str) -> NotFound:
    """Return that no such model is kept."""
    return NotFound(Text(en=f"No model {version} is kept here.", vi=f"Không có mô hình {version}."), model=version)


def text_missing(name: str) -> Unavailable:
    """Return that what a decision rests on is missing or altered."""
    return Unavailable(
        Text(
            en=f"What is kept of {name} is missing or is not what was kept. Restore the store from its backup.",
            vi=f"Nội dung lưu của {name} bị thiếu hoặc không còn như khi lưu. Hãy khôi phục kho dữ liệu từ bản sao lưu.",
        ),
        name=name,
    )


def written_by_the_same(code: str) -> NotAllowed:
    """Return that the author of a profile cannot put it in force."""
    return NotAllowed(
        Text(
            en=f"You wrote this version of {code}. Another person puts it in force.",
            vi=f"Bạn là người soạn phiên bản này của {code}. Người khác phải phê duyệt để áp dụng.",
        ),
        profile=code,
    )


def trained_by_the_same(version: str) -> NotAllowed:
    """Return that whoever trained a model cannot make it score."""
    return NotAllowed(
        Text(
            en=f"You trained the model {version}. Another person makes it score.",
            vi=f"Bạn là người huấn luyện mô hình {version}. Người khác phải phê duyệt để áp dụng.",
        ),
        model=version,
    )


def another_model(version: str) -> Conflict:
    """Return that what is to score under a model's name is another model than the one approved."""
    return Conflict(
        Text(
            en=f"This is another model than the {version} that was approved. Keep it under a name of its own.",
            vi=f"Đây không phải mô hình {version} đã được phê duyệt. Hãy lưu với tên khác.",
        ),
        model=version,
    )


def not_tried(code: str) -> Closed:
    """Return that a profile was not back-tested, so that nobody could know what he approves."""
    return Closed(
        Text(
            en=f"{code} has not been back-tested since it was written. Back-test it, then approve it.",
            vi=f"{code} chưa được thử trên dữ liệu quá khứ từ khi soạn. Hãy chạy thử rồi phê duyệt.",
        ),
        profile=code,
    )


def examples_fail(code: str, failing: Sequence[str]) -> Unreadable:
    """Return that a profile does not do what its own examples say."""
    which = "; ".join(failing)
    return Unreadable(
        Text(
            en=f"The examples of {code} do not come out as written: {which}. Mend the condition or the example.",
            vi=f"Ví dụ của {code} không cho kết quả như đã ghi: {which}. Hãy sửa điều kiện hoặc ví dụ.",
        ),
        profile=code,
    )


def no_such_lane(lane: str) -> Conflict:
    """Return that the territory's policy has no such lane."""
    return Conflict(
        Text(en=f"This territory's policy has no {lane} lane.", vi=f"Chính sách phân luồng ở đây không có luồng {lane}."), lane=lane
    )


def not_so_long(most: int) -> Conflict:
    """Return that a version rests from tomorrow on, and not for ever."""
    return Conflict(
        Text(en=f"Give a day after today, at most {most} days ahead.", vi=f"Hãy chọn ngày sau hôm nay, tối đa {most} ngày."),
    )


def not_changed(code: str, version: int) -> Conflict:
    """Return that a text is the same as the version before."""
    return Conflict(
        Text(
            en=f"This is word for word version {version} of {code}. Nothing was kept.",
            vi=f"Nội dung giống hệt phiên bản {version} của {code}. Không lưu gì thêm.",
        ),
        profile=code,
        version=version,
    )


def queue_changed(shift: str) -> Conflict:
    """Return that a queue is not what the manager saw when he agreed to what falls of it."""
    return Conflict(
        Text(
            en=f"The queue of {shift} changed since you looked. Nothing was signed. Look at what would fall now, then sign.",
            vi=f"Hàng đợi của ca {shift} đã thay đổi từ lúc bạn xem. Chưa có gì được ký. Hãy xem lại phần sẽ thôi kiểm tra rồi ký.",
        ),
        shift=shift,
    )
