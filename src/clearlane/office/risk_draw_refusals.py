"""Why an act on a random draw is refused, in words."""

from __future__ import annotations

from clearlane.model.refusals import Conflict, NotAllowed, NotFound
from clearlane.model.text import Text


def already_committed(period: str) -> Conflict:
    """Return that a period has its draw."""
    return Conflict(
        Text(
            en=f"The draw of {period} is committed already; it is never made twice.",
            vi=f"Lượt rút ngẫu nhiên của {period} đã được cam kết.",
        ),
        period=period,
    )


def begun_already(period: str) -> Conflict:
    """Return that a draw must be bound before it decides."""
    return Conflict(
        Text(
            en=f"The draw of {period} must be committed before it begins to decide.",
            vi=f"Lượt rút ngẫu nhiên của {period} phải được cam kết trước khi có hiệu lực.",
        ),
        period=period,
    )


def too_few_holders(needed: int, given: int) -> NotAllowed:
    """Return that not enough different officers come together."""
    return NotAllowed(
        Text(
            en=f"{needed} different officers are needed, at least two, none of them the auditor; {given} came.",
            vi=f"Cần {needed} công chức khác nhau, ít nhất hai người, không ai là kiểm toán viên; hiện có {given}.",
        ),
        needed=needed,
        given=given,
    )


def no_such_draw(period: str) -> NotFound:
    """Return that no draw was committed for a period."""
    return NotFound(Text(en=f"No draw is committed for {period}.", vi=f"Chưa có cam kết rút ngẫu nhiên cho {period}."), period=period)


def not_the_secret(period: str) -> NotAllowed:
    """Return that the parts given do not make the secret that was committed."""
    return NotAllowed(
        Text(en=f"These parts do not make the secret of {period}.", vi=f"Các phần khóa này không ghép thành bí mật của {period}."),
        period=period,
    )


def not_a_share() -> Conflict:
    """Return that a share drawn is above 0 and at most 1."""
    return Conflict(Text(en="The share drawn is above 0 and at most 1.", vi="Tỷ lệ rút ngẫu nhiên phải lớn hơn 0 và không quá 1."))
