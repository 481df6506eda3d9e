"""Why a sign-in is refused, in words that tell a stranger nothing."""

from __future__ import annotations

from datetime import datetime

from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.model.text import Text


class Barred(Refusal):
    """Too many attempts failed; the next is heard later. Field: ``seconds`` until then."""

    kind = "too-often"


class KeyWanted(Refusal):
    """The password fits, and a security key is asked for. Field: ``question``, which it answers."""

    kind = "key-wanted"


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


def key_wanted(question: str) -> KeyWanted:
    """Return that a security key is asked for."""
    return KeyWanted(Text(en="Now use your security key.", vi="Bây giờ hãy dùng khóa bảo mật."), question=question)


def key_wrong() -> NotAllowed:
    """Return that what a security key said does not fit, or came too late."""
    return NotAllowed(
        Text(
            en="That security key is not known here, or the answer came too late. Begin again, or use the code of your device.",
            vi="Khóa bảo mật này không được nhận, hoặc trả lời quá muộn. Hãy bắt đầu lại hoặc dùng mã trên thiết bị.",
        )
    )


def key_doubted() -> NotAllowed:
    """Return that a security key counted back."""
    return NotAllowed(
        Text(
            en="This security key answers as a copy of it would, so it is taken no more. Use another way in, and tell an administrator.",
            vi="Khóa bảo mật này phản hồi như một bản sao nên không còn được nhận. Hãy dùng cách khác và báo quản trị viên.",
        )
    )


def no_keys_here() -> NotAllowed:
    """Return that this office takes no security keys."""
    return NotAllowed(
        Text(
            en="This office is not set up for security keys. Use the code of your device, or a recovery code.",
            vi="Cơ quan này chưa thiết lập khóa bảo mật. Hãy dùng mã trên thiết bị hoặc mã khôi phục.",
        )
    )


def too_many_keys(most: int) -> NotAllowed:
    """Return that a person has as many security keys as he can."""
    return NotAllowed(
        Text(
            en=f"You have {most} security keys, which is the most. Remove one first.",
            vi=f"Bạn đã có {most} khóa bảo mật, là số tối đa. Hãy gỡ bớt một khóa trước.",
        )
    )


def last_factor() -> NotAllowed:
    """Return that the last second factor is not taken away."""
    return NotAllowed(
        Text(
            en="This is your last second factor. Set up another one first, then remove it.",
            vi="Đây là phương thức xác thực thứ hai duy nhất. Hãy thiết lập phương thức khác trước khi gỡ.",
        )
    )
