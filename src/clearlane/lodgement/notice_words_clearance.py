"""What a trader is told of clearance, in plain words: what happened, what to supply, until when, how to contest. Never a reason of risk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from clearlane.lodgement.notice_words import Named, contest, figure_en, figure_vi, joined, moment_en, moment_vi
from clearlane.model.clearance_facts import Asked, Disposal, Verdict
from clearlane.model.text import Text

RECEIVED = Text(en="Received", vi="Đã tiếp nhận")
QUERY_CLOSED = Text(en="Query closed", vi="Kết thúc yêu cầu bổ sung")
MORE_TIME = Text(en="Time to answer", vi="Thời hạn trả lời")
CLEARED = Text(en="Cleared, the duty is final", vi="Hoàn thành thủ tục, số thuế là chính thức")
STORAGE = Text(en="Goods may be taken to your storage", vi="Cho phép đưa hàng về bảo quản")
ON_GOODS = Text(en="Decision on the goods", vi="Quyết định về hàng hóa")
ANSWER = Text(en="Answer to your request", vi="Trả lời đề nghị của người khai")
DISPUTE = Text(en="Decision on your dispute", vi="Giải quyết khiếu nại")
REDUCED = Text(en="Duty and tax reduced", vi="Giảm số thuế phải nộp")
REFUND = Text(en="Money is paid back", vi="Hoàn tiền nộp thừa")
_ASKED: dict[Asked, Text] = {
    "amendment": Text(en="to amend", vi="khai bổ sung"),
    "cancellation": Text(en="to cancel", vi="hủy"),
}
_DISPOSED: dict[Disposal, Text] = {
    "detained": Text(en="are detained", vi="bị tạm giữ"),
    "freed": Text(en="are detained no longer", vi="không còn bị tạm giữ"),
    "seized": Text(en="are seized", vi="bị tịch thu"),
    "abandoned": Text(en="were given up to the State", vi="được từ bỏ cho Nhà nước"),
    "re-exported": Text(en="were re-exported", vi="đã tái xuất"),
    "destroyed": Text(en="were destroyed", vi="đã tiêu hủy"),
    "refused": Text(en="are refused release", vi="bị từ chối thông quan"),
}
_VERDICTS: dict[Verdict, Text] = {
    "upheld": Text(en="the decision stands", vi="giữ nguyên quyết định"),
    "varied": Text(en="the decision is changed", vi="sửa đổi quyết định"),
    "annulled": Text(en="the decision is set aside", vi="hủy bỏ quyết định"),
    "withdrawn": Text(en="you withdrew it", vi="người khai đã rút khiếu nại"),
}


_DUE_AGAIN = Text(
    en="What you contested and still owe is collected again; the page of the declaration shows it.",
    vi="Số tiền đã khiếu nại mà vẫn phải nộp được thu trở lại; xem tại trang của tờ khai.",
)


def queried(declaration: Named, query: int, asked: Sequence[Text], until: datetime) -> Text:
    """Say what is asked, all at once, and by when."""
    return joined(
        Text(
            en=f"For declaration {declaration} customs asks (query {query}): {'; '.join(one.en for one in asked)}. "
            f"Answer by {moment_en(until)}, quoting the number. Nothing more is asked meanwhile.",
            vi=f"Đối với tờ khai {declaration}, cơ quan hải quan yêu cầu (yêu cầu số {query}): {'; '.join(one.vi for one in asked)}. "
            f"Đề nghị trả lời trước {moment_vi(until)}, ghi rõ số tờ khai. Trong thời gian này không có yêu cầu nào khác.",
        ),
        contest(declaration),
    )


def answered(declaration: Named, query: int) -> Text:
    """Say that an answer came."""
    what = Text(en=f"Your answer to query {query}", vi=f"trả lời yêu cầu số {query}") if query else _DOCUMENTS
    return Text(
        en=f"{what.en} on declaration {declaration} was received. Nothing is asked of you now.",
        vi=f"Đã nhận {what.vi} đối với tờ khai {declaration}. Hiện không có yêu cầu nào đối với người khai.",
    )


_DOCUMENTS = Text(en="Your word that the documents were supplied", vi="thông báo đã nộp đủ chứng từ")


def more_asked(declaration: Named, query: int) -> Text:
    """Say that it is known that more time is asked for."""
    return Text(
        en=f"You asked for more time to answer query {query} on declaration {declaration}. Until customs decides, the day stays as it is.",
        vi=f"Đã nhận đề nghị gia hạn trả lời yêu cầu số {query} đối với tờ khai {declaration}. "
        "Trong khi chờ quyết định, thời hạn không thay đổi.",
    )


def more_decided(declaration: Named, query: int, until: datetime | None) -> Text:
    """Say until when there is time now, or that there is no more."""
    if until is None:
        return Text(
            en=f"More time to answer query {query} on declaration {declaration} was not given. Answer by the day that stands.",
            vi=f"Đề nghị gia hạn trả lời yêu cầu số {query} đối với tờ khai {declaration} không được chấp nhận. Đề nghị trả lời đúng hạn.",
        )
    return Text(
        en=f"There is more time to answer query {query} on declaration {declaration}: until {moment_en(until)}.",
        vi=f"Thời hạn trả lời yêu cầu số {query} đối với tờ khai {declaration} được gia hạn đến {moment_vi(until)}.",
    )


def settled(declaration: Named, query: int) -> Text:
    """Say that a query is closed."""
    return Text(
        en=f"Query {query} on declaration {declaration} is closed. Nothing more is asked under it.",
        vi=f"Yêu cầu số {query} đối với tờ khai {declaration} đã kết thúc. Không cần bổ sung thêm theo yêu cầu này.",
    )


def supplied(declaration: Named, subject: str) -> Text:
    """Say that a document came."""
    code = f" ({subject})" if subject else ""
    return Text(
        en=f"Your document{code} for declaration {declaration} was received.",
        vi=f"Đã nhận chứng từ{code} của tờ khai {declaration}.",
    )


def bound(declaration: Named) -> Text:
    """Say that the declarant bound himself."""
    return Text(
        en=f"You bound yourself to declaration {declaration} as it was computed.",
        vi=f"Người khai đã cam kết với nội dung và số thuế của tờ khai {declaration}.",
    )


def money(declaration: Named, amount: Decimal, currency: str, *, paid: bool) -> Text:
    """Say that money was booked, or security stands; below 0 that money was booked away, and 0 that security is freed."""
    en, vi = f"{figure_en(abs(amount))} {currency}", f"{figure_vi(abs(amount))} {currency}"
    if paid and amount < 0:
        return Text(en=f"{en} was booked off declaration {declaration}.", vi=f"Đã ghi giảm {vi} của tờ khai {declaration}.")
    if paid:
        return Text(en=f"{en} was booked to declaration {declaration}.", vi=f"Đã ghi nhận {vi} cho tờ khai {declaration}.")
    if not amount:
        return Text(en=f"Security for declaration {declaration} is freed.", vi=f"Đã giải tỏa bảo lãnh của tờ khai {declaration}.")
    return Text(en=f"{en} stands as security for declaration {declaration}.", vi=f"Đã ghi nhận bảo lãnh {vi} cho tờ khai {declaration}.")


def refunded(declaration: Named, amount: Decimal, currency: str) -> Text:
    """Say that paying back was ordered."""
    return Text(
        en=f"{figure_en(amount)} {currency} paid too much on declaration {declaration} is being paid back to you. Nothing is asked of you.",
        vi=f"Đang hoàn lại {figure_vi(amount)} {currency} nộp thừa của tờ khai {declaration}. Không có yêu cầu nào đối với người khai.",
    )


def insufficient(declaration: Named, left: Decimal, currency: str) -> Text:
    """Say how much security or payment is missing before goods can be released."""
    return Text(
        en=f"Security for declaration {declaration} is not enough: {figure_en(left)} {currency} is neither paid nor secured. "
        "The goods are released when it is.",
        vi=f"Bảo lãnh cho tờ khai {declaration} chưa đủ: còn {figure_vi(left)} {currency} chưa nộp và chưa được bảo đảm. "
        "Hàng được thông quan khi đã nộp hoặc bảo đảm đủ.",
    )


def stored(declaration: Named, place: str) -> Text:
    """Say that goods may be taken into the owner's storage."""
    return Text(
        en=f"The goods of declaration {declaration} may be taken to {place} and kept there until there is a result. "
        "They are not released: do not use or sell them.",
        vi=f"Hàng hóa của tờ khai {declaration} được đưa về bảo quản tại {place} cho đến khi có kết quả. "
        "Hàng chưa được thông quan: không được sử dụng hoặc bán.",
    )


def cleared(declaration: Named, total: Decimal, currency: str) -> Text:
    """Say that the debt is final."""
    return joined(
        Text(
            en=f"Declaration {declaration} is cleared. Duty and tax are final: {figure_en(total)} {currency}.",
            vi=f"Tờ khai {declaration} đã hoàn thành thủ tục hải quan. Số thuế chính thức: {figure_vi(total)} {currency}.",
        ),
        contest(declaration),
    )


def left(declaration: Named, place: str) -> Text:
    """Say that goods left the supervised area."""
    return Text(
        en=f"The goods of declaration {declaration} left the supervised area at {place}.",
        vi=f"Hàng hóa của tờ khai {declaration} đã qua khu vực giám sát tại {place}.",
    )


def disposed(declaration: Named, how: Disposal, ground: Text) -> Text:
    """Say what becomes of goods, on which ground, and how to contest it."""
    what = _DISPOSED[how]
    happened = Text(en=f"The goods of declaration {declaration} {what.en}.", vi=f"Hàng hóa của tờ khai {declaration} {what.vi}.")
    return joined(happened, ground, contest(declaration)) if how not in ("freed", "abandoned") else joined(happened, ground)


def disputed(declaration: Named, dispute: int, until: datetime) -> Text:
    """Say that a dispute was received, and by when it is decided."""
    return Text(
        en=f"Your dispute {dispute} on declaration {declaration} was received. It is decided by {moment_en(until)}; "
        "what you contest is not collected until then.",
        vi=f"Đã nhận khiếu nại số {dispute} đối với tờ khai {declaration}. Khiếu nại được giải quyết trước {moment_vi(until)}; "
        "số tiền bị khiếu nại chưa bị thu trong thời gian này.",
    )


def dispute_decided(declaration: Named, dispute: int, verdict: Verdict) -> Text:
    """Say how a dispute was decided, or that its trader withdrew it."""
    if verdict == "withdrawn":
        withdrawn = Text(
            en=f"You withdrew dispute {dispute} on declaration {declaration}; the decision you contested stands.",
            vi=f"Người khai đã rút khiếu nại số {dispute} đối với tờ khai {declaration}; quyết định bị khiếu nại được giữ nguyên.",
        )
        return joined(withdrawn, _DUE_AGAIN)
    said = _VERDICTS[verdict]
    decided = Text(
        en=f"Your dispute {dispute} on declaration {declaration} was decided: {said.en}.",
        vi=f"Khiếu nại số {dispute} đối với tờ khai {declaration} đã được giải quyết: {said.vi}.",
    )
    return decided if verdict == "annulled" else joined(decided, _DUE_AGAIN)


def reduced(declaration: Named, before: Decimal, now: Decimal, currency: str, *, too_much: Decimal) -> Text:
    """Say from what to what duty and tax fell, and what becomes of what was paid too much."""
    less = before - now
    fell = Text(
        en=f"Duty and tax on declaration {declaration} fell from {figure_en(before)} {currency} to {figure_en(now)} {currency}: "
        f"{figure_en(less)} {currency} less.",
        vi=f"Số thuế của tờ khai {declaration} giảm từ {figure_vi(before)} {currency} xuống {figure_vi(now)} {currency}: "
        f"giảm {figure_vi(less)} {currency}.",
    )
    if too_much <= 0:
        return joined(fell, contest(declaration))
    back = Text(
        en=f"You paid {figure_en(too_much)} {currency} too much. It is paid back without your asking, "
        "unless you chose to have it kept for later.",
        vi=f"Người khai đã nộp thừa {figure_vi(too_much)} {currency}. Số tiền này được hoàn lại mà không cần đề nghị, "
        "trừ khi người khai đã chọn giữ lại để nộp sau.",
    )
    return joined(fell, back, contest(declaration))


def requested(declaration: Named, asked: Asked) -> Text:
    """Say that a request waits for a decision."""
    what = _ASKED[asked]
    return Text(
        en=f"Your request {what.en} declaration {declaration} was received. It came after you were told of a control, or later; "
        "an officer decides on it. The declaration stands as it was until then.",
        vi=f"Đã nhận đề nghị {what.vi} tờ khai {declaration}. Đề nghị được gửi sau khi có thông báo kiểm tra hoặc muộn hơn; "
        "công chức hải quan sẽ quyết định. Trong thời gian này tờ khai giữ nguyên.",
    )


def decided(declaration: Named, why: Text, *, granted: bool) -> Text:
    """Say how a request was decided, and why."""
    if granted:
        said = Text(en=f"Your request on declaration {declaration} is granted.", vi=f"Chấp nhận đề nghị đối với tờ khai {declaration}.")
        return joined(said, why)
    said = Text(
        en=f"Your request on declaration {declaration} is refused; the declaration stands as it was.",
        vi=f"Không chấp nhận đề nghị đối với tờ khai {declaration}; tờ khai giữ nguyên như trước.",
    )
    return joined(said, why, contest(declaration))
