"""Why an assignment is refused, in words."""

from __future__ import annotations

from datetime import datetime

from clearlane.model.refusals import Closed, Conflict, NotAllowed, NotFound
from clearlane.model.text import Text

UNSIGNED = Text(
    en="Say who you are, by your staff number: an assignment is one person's act.",
    vi="Hãy cho biết số hiệu công chức của bạn: mỗi lần phân công gắn với một người cụ thể.",
)


def no_reason() -> Conflict:
    """Return that whoever sets the lot aside must say why."""
    return Conflict(Text(en="Say why the lot is set aside.", vi="Hãy nêu lý do không theo kết quả bốc thăm."))


def to_oneself() -> NotAllowed:
    """Return that nobody gives a case to himself."""
    return NotAllowed(Text(en="Nobody gives a case to himself.", vi="Không ai được tự phân công hồ sơ cho mình."))


def nobody_eligible(number: str, section: str) -> Conflict:
    """Return that nobody on the rota can have a case."""
    return Conflict(
        Text(
            en=f"Nobody on duty in the section {section} can have {number}. Widen the rota, or assign it with a reason.",
            vi=f"Không có công chức đang trực tại bộ phận {section} đủ điều kiện nhận {number}. "
            "Hãy bổ sung lịch trực, hoặc phân công kèm lý do.",
        ),
        number=number,
    )


def no_rota(office: str, shift: str) -> Conflict:
    """Return that nobody said who is on duty."""
    return Conflict(
        Text(
            en=f"There is no rota for {office or 'this office'} in the shift {shift}. A supervisor keeps it first.",
            vi=f"Chưa có lịch trực của {office or 'đơn vị này'} cho ca {shift}. Lãnh đạo bộ phận cần lập lịch trực trước.",
        )
    )


def not_in_rota(officer: str) -> Conflict:
    """Return that somebody stands twice in a rota, or that it names nobody."""
    return Conflict(
        Text(
            en=f"A rota names each officer once, and one at least: {officer or '(nobody)'}.",
            vi=f"Lịch trực ghi mỗi công chức một lần, ít nhất một người: {officer or '(không có ai)'}.",
        )
    )


def no_lottery(at: datetime) -> Conflict:
    """Return that no seed was committed to for this time."""
    return Conflict(
        Text(
            en=f"No lottery was committed to for {at:%d %b %Y %H:%M} UTC. It is committed to before the period begins.",
            vi=f"Chưa có cam kết bốc thăm cho thời điểm {at:%d/%m/%Y %H:%M} UTC. Cam kết phải có trước khi kỳ bắt đầu.",
        )
    )


def unknown_period(period: str) -> NotFound:
    """Return that there is no such period."""
    return NotFound(Text(en=f"No lottery {period} was committed to here.", vi=f"Không có kỳ bốc thăm {period} trong hệ thống."))


def not_over(period: str, until: datetime) -> Closed:
    """Return that a seed is not published while it decides."""
    return Closed(
        Text(
            en=f"The lottery {period} decides until {until:%d %b %Y %H:%M} UTC; its seed is published after.",
            vi=f"Kỳ bốc thăm {period} có hiệu lực đến {until:%d/%m/%Y %H:%M} UTC; mầm ngẫu nhiên được công bố sau đó.",
        )
    )


def not_a_period(period: str) -> Conflict:
    """Return that a period is in the past, ends before it begins, or overlaps another."""
    return Conflict(
        Text(
            en=f"The lottery {period} must begin later than now, end after it begins, and overlap no other.",
            vi=f"Kỳ bốc thăm {period} phải bắt đầu sau thời điểm hiện tại, kết thúc sau khi bắt đầu và không chồng lên kỳ khác.",
        )
    )


def linked_to_party(officer: str) -> Conflict:
    """Return that an officer must not have a case of a firm to which he said he is linked."""
    return Conflict(
        Text(
            en=f"{officer} declared to be linked to a party of this declaration. Choose another officer.",
            vi=f"{officer} đã khai có liên quan đến một bên của tờ khai này. Hãy chọn công chức khác.",
        )
    )
