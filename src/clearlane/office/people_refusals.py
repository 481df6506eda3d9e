"""Why an act on people and their rights is refused, in words."""

from __future__ import annotations

from clearlane.model.refusals import Conflict, NotAllowed, NotFound
from clearlane.model.separation import Apart
from clearlane.model.text import Text

UNSIGNED = Text(
    en="Say who you are, by your staff number: rights are given and taken by one person.",
    vi="Hãy cho biết số hiệu công chức của bạn: mỗi lần cấp hoặc thu hồi quyền gắn với một người cụ thể.",
)


def unknown_person(person: str) -> NotFound:
    """Return that nobody of that number is registered."""
    return NotFound(Text(en=f"Nobody is registered under {person}.", vi=f"Chưa có ai được đăng ký với số hiệu {person}."))


def known_person(person: str) -> Conflict:
    """Return that a number is taken."""
    return Conflict(Text(en=f"{person} is registered already.", vi=f"Số hiệu {person} đã được đăng ký."))


def known_outside() -> Conflict:
    """Return that a name at the sign-in service is another person's."""
    return Conflict(
        Text(
            en="That name at the sign-in service belongs to another person here.",
            vi="Tên tại dịch vụ đăng nhập này đã thuộc về người khác.",
        )
    )


def unfit_number() -> NotAllowed:
    """Return that a number cannot be a person's."""
    return NotAllowed(
        Text(
            en="A person's number is 2 to 40 letters, digits, points, strokes or hyphens, and not the word machine.",
            vi="Số hiệu gồm 2 đến 40 chữ cái, chữ số, dấu chấm, gạch chéo hoặc gạch nối, và không phải từ machine.",
        )
    )


def no_such_grant() -> NotFound:
    """Return that a role or competence is not held."""
    return NotFound(Text(en="That right is not held, or was ended before.", vi="Quyền này không có hoặc đã được thu hồi trước đó."))


def to_oneself() -> NotAllowed:
    """Return that nobody changes his own rights."""
    return NotAllowed(Text(en="Nobody changes his own rights. Ask another administrator.", vi="Không ai tự thay đổi quyền của mình."))


def by_registrar() -> NotAllowed:
    """Return that a second administrator gives the role."""
    return NotAllowed(
        Text(
            en="You registered this person, so another administrator gives the role.",
            vi="Bạn đã đăng ký người này, vì vậy vai trò phải do một quản trị viên khác cấp.",
        )
    )


def not_your_office() -> NotAllowed:
    """Return that an administrator's role does not hold at that office."""
    return NotAllowed(
        Text(
            en="You are no administrator for every customs office named. Name those that are yours.",
            vi="Bạn không phải quản trị viên của mọi đơn vị hải quan đã nêu. Hãy chỉ nêu đơn vị của bạn.",
        )
    )


def by_machine() -> NotAllowed:
    """Return that the machine makes administrators only."""
    return NotAllowed(
        Text(
            en="At the machine itself only administrators are made; they give every other role.",
            vi="Tại máy chủ chỉ tạo được quản trị viên; các vai trò khác do quản trị viên cấp.",
        )
    )


def kept_apart(rule: Apart) -> Conflict:
    """Return that two roles may not meet in one person, and why."""
    return Conflict(
        Text(
            en=f"One person may not hold these roles on the same day. {rule.why.en}",
            vi=f"Một người không được giữ các vai trò này trong cùng một ngày. {rule.why.vi}",
        )
    )


def not_a_span() -> NotAllowed:
    """Return that days are out of order."""
    return NotAllowed(Text(en="The last day lies before the first.", vi="Ngày cuối sớm hơn ngày đầu."))


def no_firm() -> NotAllowed:
    """Return that a trader's role needs a firm."""
    return NotAllowed(
        Text(
            en="A trader's or broker's role needs the firm's identification number.",
            vi="Vai trò người khai hoặc đại lý cần có mã số của doanh nghiệp.",
        )
    )
