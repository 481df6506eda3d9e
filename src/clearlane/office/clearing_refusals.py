"""Why an act of clearance is refused though it would be possible: somebody else was there first, or what it needs is gone."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.model.facts import Record
from clearlane.model.refusals import Conflict, Unavailable
from clearlane.model.text import Text

UNSIGNED = Text(
    en="Say who you are, by your staff number: an act on a declaration is one person's.",
    vi="Hãy cho biết số hiệu công chức của bạn: mỗi thao tác trên tờ khai gắn với một người cụ thể.",
)
_HAPPENED: dict[str, Text] = {
    "released": Text(en="the goods were released", vi="hàng đã được thông quan"),
    "cleared": Text(en="the debt was made final", vi="số thuế đã được xác định chính thức"),
    "queried": Text(en="the trader was asked", vi="đã gửi yêu cầu cho người khai"),
    "answered": Text(en="the trader answered", vi="người khai đã trả lời"),
    "query-settled": Text(en="a query was settled", vi="một yêu cầu đã kết thúc"),
    "document-supplied": Text(en="a document came", vi="có chứng từ mới"),
    "check-begun": Text(en="a check began", vi="đã bắt đầu kiểm tra"),
    "check-ended": Text(en="a check was concluded", vi="đã kết thúc kiểm tra"),
    "examined": Text(en="a result was recorded", vi="đã ghi kết quả kiểm tra"),
    "countersignature-asked": Text(en="an act was put to a second officer", vi="một thao tác được trình công chức thứ hai"),
    "countersigned": Text(en="a second officer decided", vi="công chức thứ hai đã quyết định"),
    "secured": Text(en="security was given", vi="đã có bảo lãnh"),
    "paid": Text(en="money came", vi="đã có tiền nộp"),
    "stored": Text(en="the goods were let into the owner's storage", vi="hàng được đưa về bảo quản"),
    "gate-passed": Text(en="the goods left", vi="hàng đã qua khu vực giám sát"),
    "disposed": Text(en="something was decided on the goods", vi="đã có quyết định về hàng hóa"),
    "disputed": Text(en="the trader contested a decision", vi="người khai đã khiếu nại"),
    "dispute-decided": Text(en="a dispute was decided", vi="khiếu nại đã được giải quyết"),
    "duty-reduced": Text(en="duty was reduced", vi="số thuế đã được giảm"),
    "request-made": Text(en="the trader made a request", vi="người khai đã gửi đề nghị"),
    "request-decided": Text(en="a request was decided", vi="đề nghị đã được quyết định"),
    "review-drawn": Text(en="a check was drawn for review", vi="một lần kiểm tra được chọn để đánh giá"),
    "reviewed": Text(en="a check was reviewed", vi="một lần kiểm tra đã được đánh giá"),
    "inspection-ordered": Text(en="an inspection was ordered", vi="đã có lệnh kiểm tra hàng hóa"),
    "assigned": Text(en="the case was assigned", vi="hồ sơ đã được phân công"),
    "amended": Text(en="the declaration was amended", vi="tờ khai đã được sửa đổi"),
    "cancelled": Text(en="the declaration was cancelled", vi="tờ khai đã bị hủy"),
}
_SOMETHING = Text(en="something was recorded", vi="đã có thay đổi")


def refuse_stale(records: Sequence[Record], expect: int | None, *, officer: bool) -> None:
    """Refuse an act decided upon an older view of a declaration.

    Args:
      records: The facts of the declaration.
      expect: The place in the log of the last fact that whoever acts saw; None where it does not matter.
      officer: Whether an officer acts; a trader is not told which officer changed what.

    Raises:
      Conflict: Something was recorded since; it says who did what. Fields: ``number``, ``last``, and ``by`` for officers.
    """
    later = [record for record in records if expect is not None and record.seq > expect]
    if not later:
        return
    what = _said(later)
    by = next((by for record in reversed(later) if (by := getattr(record.fact, "by", ""))), "") if officer else ""
    who = Text(en=f" by {by}", vi=f", bởi {by}") if by else Text(en="", vi="")
    raise Conflict(
        Text(
            en=f"The declaration changed since you looked at it{who.en}: {what.en}. Look again before you act.",
            vi=f"Tờ khai đã thay đổi kể từ khi bạn xem{who.vi}: {what.vi}. Hãy xem lại trước khi thực hiện.",
        ),
        number=later[-1].subject,
        last=later[-1].seq,
        **({"by": by} if by else {}),
    )


def _said(later: Sequence[Record]) -> Text:
    happened = dict.fromkeys(_HAPPENED.get(str(record.fact.__struct_config__.tag), _SOMETHING) for record in later)
    return Text(en=", ".join(one.en for one in happened), vi=", ".join(one.vi for one in happened))


def gone(number: str) -> Unavailable:
    """Return that what an act rests on is not kept any more."""
    return Unavailable(
        Text(
            en="What this act rests on was erased; it cannot be carried out. Refuse it, and let it be done anew.",
            vi="Nội dung làm căn cứ cho thao tác này đã bị xóa; không thể thực hiện. Hãy từ chối và thực hiện lại.",
        ),
        number=number,
    )


def overtaken(number: str) -> Conflict:
    """Return that a declaration was amended since an act on it was signed first."""
    return Conflict(
        Text(
            en="The declaration was amended since the first officer signed. Refuse this signature, and let it be decided anew.",
            vi="Tờ khai đã được sửa đổi sau khi công chức thứ nhất ký. Hãy từ chối chữ ký này và quyết định lại.",
        ),
        number=number,
    )


def no_longer_fits(number: str) -> Conflict:
    """Return that a request cannot be carried out on the declaration as it stands."""
    return Conflict(
        Text(
            en="The request does not fit the declaration as it stands now. Refuse it, and let the trader ask anew.",
            vi="Đề nghị không còn phù hợp với tờ khai hiện tại. Hãy từ chối và đề nghị người khai gửi lại.",
        ),
        number=number,
    )
