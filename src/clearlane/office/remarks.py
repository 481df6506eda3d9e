"""Remarks the office itself makes: on signatures, on amendments that miss, on goods still to come, in a practice office.

They are findings like those of the checks, with a rule each; the rules stand on the reference page with all others.
"""

from __future__ import annotations

from datetime import date

from clearlane.model.findings import Finding
from clearlane.model.profile import Profile
from clearlane.model.rule import Rule
from clearlane.model.text import Text

_SIGNATURE = "Authentication"
_POINTERS = "Amendment[1]/Pointer"
_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem[1]"


def _pointing_at_marks(item: str) -> dict[str, str | dict[str, object] | None]:
    """Return the edits that make an amendment point at the marks of the first packages of an item."""
    return {
        f"{_POINTERS}[3]/SequenceNumeric": item,
        f"{_POINTERS}[1]/TagID": None,
        f"{_POINTERS}[2]/DocumentSectionCode": "67A",
        f"{_POINTERS}[3]/DocumentSectionCode": "68A",
        f"{_POINTERS}[4]/SequenceNumeric": "1",
        f"{_POINTERS}[4]/DocumentSectionCode": "93A",
        f"{_POINTERS}[4]/TagID": "142",
        "InvoiceAmount": None,
    }


UNSIGNED = Rule(
    "CL-501",
    "blocking",
    Text(en="A declaration is signed", vi="Tờ khai có chữ ký số"),
    Text(
        en="Where the country demands it, every message carries the declarant's digital signature, in it or beside it.",
        vi="Ở nước có quy định, mọi thông điệp phải có chữ ký số của người khai hải quan, trong thông điệp hoặc kèm theo.",
    ),
    {"Signature": "the declarant's, over this message"},
    {"Signature": None},
    "import",
)
SIGNATURE_DOES_NOT_HOLD = Rule(
    "CL-502",
    "blocking",
    Text(en="A signature holds", vi="Chữ ký số hợp lệ"),
    Text(
        en="A digital signature is of exactly this message, by a certificate in force that the administration trusts.",
        vi="Chữ ký số phải ký đúng thông điệp này, bằng chứng thư số còn hiệu lực mà cơ quan hải quan tin cậy.",
    ),
    {"Signature": "the declarant's, over this message"},
    {"Signature": "the declarant's, over another message"},
    "import",
)
POINTS_NOWHERE = Rule(
    "CL-503",
    "blocking",
    Text(en="An amendment meets its declaration", vi="Nội dung sửa khớp với tờ khai"),
    Text(
        en="An amendment points at a place that the recorded declaration or the amendment itself has.",
        vi="Nội dung sửa trỏ tới vị trí có trong tờ khai đã ghi nhận hoặc trong chính nội dung sửa.",
    ),
    _pointing_at_marks("1")
    | {
        f"{_ITEM}/SequenceNumeric": "1",
        f"{_ITEM}/Packaging[1]/SequenceNumeric": "1",
        f"{_ITEM}/Packaging[1]/MarksNumbersID": "LOT 1-20 B",
    },
    _pointing_at_marks("9"),
    "amendment",
)
AWAITING_GOODS = Rule(
    "CL-504",
    "warning",
    Text(en="Goods still to come are awaited", vi="Chờ hàng đến"),
    Text(
        en="The outcome of a declaration lodged before its goods is told once they are presented, whatever it is.",
        vi="Kết quả của tờ khai nộp trước khi hàng đến được thông báo sau khi hàng được xuất trình.",
    ),
    {"TypeCode": "IMA"},
    {"TypeCode": "IMD"},
    "import",
)
LATER_THAN_THE_LAW_READ = Rule(
    "CL-505",
    "warning",
    Text(en="The law applied was read up to the day", vi="Văn bản áp dụng đã cập nhật đến ngày đăng ký"),
    Text(
        en="Of a declaration registered later than the day up to which the acts of the profile were read, the office says so.",
        vi="Tờ khai đăng ký sau ngày mà các văn bản của hồ sơ quốc gia được cập nhật thì được cảnh báo.",
    ),
    {},
    {},
    "import",
)
"""Its two examples are one declaration on two days, and so stand in the tests alone."""
ASKED_TO_REJECT = Rule(
    "SBX-001",
    "blocking",
    Text(en="A practice office rejects on request", vi="Cơ quan thực hành từ chối theo yêu cầu"),
    Text(
        en="A practice office rejects every declaration whose reference begins with SBX-REJECT-.",
        vi="Cơ quan thực hành từ chối mọi tờ khai có số tham chiếu bắt đầu bằng SBX-REJECT-.",
    ),
    {"FunctionalReferenceID": "SBX-GREEN-1"},
    {"FunctionalReferenceID": "SBX-REJECT-1"},
    "import",
)
REMARKS = (UNSIGNED, SIGNATURE_DOES_NOT_HOLD, POINTS_NOWHERE, AWAITING_GOODS, LATER_THAN_THE_LAW_READ, ASKED_TO_REJECT)
"""In the order of their codes."""

_SIGN = Text(
    en="Sign the message with your registered certificate (XAdES in the message, or CMS or JWS beside it).",
    vi="Hãy ký thông điệp bằng chứng thư số đã đăng ký (XAdES trong thông điệp, hoặc CMS hay JWS kèm theo).",
)


def unsigned() -> Finding:
    """Return that a signature is demanded and there is none."""
    message = Text(en="The declaration is not signed, and must be.", vi="Tờ khai chưa có chữ ký số theo quy định.")
    return UNSIGNED.at(_SIGNATURE, message, _SIGN)


def signature_does_not_hold(reason: Text | None) -> Finding:
    """Return that a signature was looked at and does not hold, and why."""
    why = reason or Text(en="it could not be verified", vi="không kiểm tra được")
    message = Text(en=f"The digital signature does not hold: {why.en}", vi=f"Chữ ký số không hợp lệ: {why.vi}")
    return SIGNATURE_DOES_NOT_HOLD.at(_SIGNATURE, message, _SIGN)


def points_nowhere(amendment: int, pointer: str) -> Finding:
    """Return that one amendment of a request, counted from 1, points at what is not there."""
    return POINTS_NOWHERE.at(
        f"Amendment[{amendment}]",
        Text(
            en=f"Amendment {amendment} points at {pointer}, which neither the declaration nor the amendment has.",
            vi=f"Sửa đổi {amendment} trỏ tới {pointer}, không có trong tờ khai lẫn trong nội dung sửa đổi.",
        ),
        Text(
            en="Point at a place that exists, such as 42A > 67A > 68A[1] > 23A > 65A / 128.",
            vi="Hãy trỏ tới vị trí có thật, ví dụ 42A > 67A > 68A[1] > 23A > 65A / 128.",
        ),
    )


def awaiting_goods() -> Finding:
    """Return what comes next for a declaration lodged before its goods, and nothing of its outcome."""
    return AWAITING_GOODS.at(
        "TypeCode",
        Text(
            en="The declaration is lodged before its goods; its outcome is told once they are presented.",
            vi="Tờ khai được nộp trước khi hàng đến; kết quả được thông báo sau khi hàng được xuất trình.",
        ),
        Text(
            en="When the goods have arrived, send a presentation message (TypeCode GPR) with the declaration's number.",
            vi="Khi hàng đến, hãy gửi thông điệp xuất trình hàng (TypeCode GPR) kèm số tờ khai.",
        ),
    )


def later_than_the_law_read(profile: Profile, on: date) -> tuple[Finding, ...]:
    """Return that a declaration is registered later than acts of the profile were read, naming each; nothing where none was."""
    stale = [act for act in profile.acts if act.read and act.as_of < on]
    if not stale:
        return ()
    en = "; ".join(f"{act.code} (as amended up to {act.as_of:%Y-%m-%d})" for act in stale)
    vi = "; ".join(f"{act.code} (cập nhật đến ngày {act.as_of:%d/%m/%Y})" for act in stale)
    unread = [act.code for act in profile.acts if not act.read]
    en += f". Known and not read: {', '.join(unread)}." if unread else "."
    vi += f". Văn bản đã biết nhưng chưa đọc: {', '.join(unread)}." if unread else "."
    return (
        LATER_THAN_THE_LAW_READ.at(
            "",
            Text(
                en=f"Registered on {on:%Y-%m-%d}, after the law applied here was read: {en}",
                vi=f"Tờ khai đăng ký ngày {on:%d/%m/%Y}, sau ngày cập nhật của các văn bản được áp dụng: {vi}",
            ),
            Text(
                en="Compare the value and the amounts with the law in force on that day before relying on them.",
                vi="Hãy đối chiếu trị giá và số thuế với văn bản có hiệu lực tại ngày đăng ký trước khi sử dụng.",
            ),
        ),
    )


def asked_to_reject() -> Finding:
    """Return that a practice office was asked to reject, and does."""
    return ASKED_TO_REJECT.at(
        "FunctionalReferenceID",
        Text(
            en="A practice office rejects every reference that begins with SBX-REJECT-.",
            vi="Cơ quan thực hành từ chối mọi số tham chiếu bắt đầu bằng SBX-REJECT-.",
        ),
        Text(en="Use another reference, such as SBX-GREEN-1.", vi="Hãy dùng số tham chiếu khác, ví dụ SBX-GREEN-1."),
    )
