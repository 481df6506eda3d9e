"""Why an act on people or a sign-in is refused, in words that tell a stranger nothing."""

from __future__ import annotations

from datetime import datetime

from clearlane.model.person import Apart
from clearlane.model.refusals import Conflict, NotAllowed, NotFound, Refusal
from clearlane.model.text import Text

UNSIGNED = Text(
    en="Say who you are, by your staff number: rights are given and taken by one person.",
    vi="Hãy cho biết số hiệu công chức của bạn: mỗi lần cấp hoặc thu hồi quyền gắn với một người cụ thể.",
)


class Barred(Refusal):
    """Too many attempts failed; the next is heard later. Field: ``seconds`` until then."""

    kind = "too-often"


def barred(until: datetime, now: datetime) -> Barred:
    """Return that nobody may try again before a moment."""
    seconds = max(1, round((until - now).total_seconds()))
    minutes = -(-seconds // 60)
    return Barred(
        Text(
            en=f"Too many attempts failed. Try again in {minutes} min, or ask an administrator.",
            vi=f"Đăng nhập sai quá nhiều lần. Hãy thử lại sau {minutes} phút hoặc liên hệ quản trị viên.",
        ),
        seconds=seconds,
    )


def not_recognised() -> NotAllowed:
    """Return that a sign-in failed, without saying which part of it was wrong."""
    return NotAllowed(
        Text(
            en="The number, the password or the code does not fit. Check all three and try again.",
            vi="Số hiệu, mật khẩu hoặc mã xác thực không đúng. Hãy kiểm tra cả ba và thử lại.",
        )
    )


def no_right_today() -> NotAllowed:
    """Return that a person was recognised, but holds no role today."""
    return NotAllowed(
        Text(
            en="Your account is known, but it is closed or holds no role today. Ask an administrator.",
            vi="Tài khoản của bạn đang bị khóa hoặc hôm nay chưa có vai trò nào. Hãy liên hệ quản trị viên.",
        )
    )


def not_vouched_for() -> NotAllowed:
    """Return that another sign-in service did not confirm what is needed."""
    return NotAllowed(
        Text(
            en="The sign-in service did not confirm who you are in the way this office needs. "
            "Sign in here with your password and code, or ask an administrator.",
            vi="Dịch vụ đăng nhập chưa xác nhận danh tính của bạn theo yêu cầu của cơ quan này. "
            "Hãy đăng nhập bằng mật khẩu và mã xác thực, hoặc liên hệ quản trị viên.",
        )
    )


def weak_password() -> NotAllowed:
    """Return that a password would be guessed."""
    return NotAllowed(
        Text(
            en="Choose a password of at least 12 characters, not all alike, that does not contain your number.",
            vi="Hãy chọn mật khẩu có ít nhất 12 ký tự, không lặp một vài ký tự và không chứa số hiệu của bạn.",
        )
    )


def passwords_differ() -> NotAllowed:
    """Return that a password typed twice differs."""
    return NotAllowed(Text(en="The two passwords differ. Type the same one twice.", vi="Hai mật khẩu không giống nhau. Hãy nhập lại."))


def words_spent() -> NotAllowed:
    """Return that one-time words are unknown, spent or too old."""
    return NotAllowed(
        Text(
            en="The number or the one-time words do not fit, or the words were used or are too old. Ask an administrator for new ones.",
            vi="Số hiệu hoặc cụm từ dùng một lần không đúng, đã dùng hoặc đã hết hạn. Hãy xin quản trị viên cụm từ mới.",
        )
    )


def factor_wrong() -> NotAllowed:
    """Return that a code of the second factor does not fit."""
    return NotAllowed(
        Text(
            en="The code does not fit. Look at the clock of your device, wait for the next code, and try again.",
            vi="Mã không đúng. Hãy kiểm tra đồng hồ thiết bị, chờ mã tiếp theo rồi thử lại.",
        )
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
