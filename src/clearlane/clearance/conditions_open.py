"""Conditions on matters that are open on a declaration: checks, queries, signatures, requests, disputes."""

from __future__ import annotations

from decimal import Decimal

from clearlane.clearance.conditions import said
from clearlane.clearance.cut_off import cut_off
from clearlane.clearance.intent import Condition, Intent, same_hand
from clearlane.clearance.situation_words import CHECKS, listed
from clearlane.model.refusals import Closed, NotAllowed
from clearlane.model.situation import OpenDispute, OpenQuery, OpenRequest
from clearlane.model.text import Text


def _query(intent: Intent) -> OpenQuery | None:
    return next((one for one in intent.now.queries if one.query == intent.number), None)


def _dispute(intent: Intent) -> OpenDispute | None:
    return next((one for one in intent.now.disputes if one.dispute == intent.number), None)


def _request(intent: Intent) -> OpenRequest | None:
    return next((one for one in intent.now.requests if one.request == intent.number), None)


NO_QUERY = Condition(
    "no query is open",
    lambda i: not i.now.queries,
    lambda i: said(
        f"Query {i.now.queries[0].query} is open. Settle it first.",
        f"Yêu cầu bổ sung số {i.now.queries[0].query} chưa kết thúc. Cần kết thúc yêu cầu này trước.",
    ),
)
NO_SIGNATURE = Condition(
    "nothing waits for a second officer",
    lambda i: not i.now.countersign,
    lambda i: said(
        "An act on this declaration waits for a second officer. He signs or refuses it first.",
        "Một thao tác trên tờ khai này đang chờ công chức thứ hai ký. Cần ký hoặc từ chối trước.",
    ),
)
NO_REQUEST = Condition(
    "no request waits",
    lambda i: not i.now.requests,
    lambda i: said(
        "A request of the trader waits for a decision. Decide it first.",
        "Một đề nghị của người khai đang chờ quyết định. Cần quyết định trước.",
    ),
)
NO_DISPUTE = Condition(
    "no dispute is open",
    lambda i: not i.now.disputes,
    lambda i: said(
        f"Dispute {i.now.disputes[0].dispute} is open. It is decided first.",
        f"Khiếu nại số {i.now.disputes[0].dispute} chưa được giải quyết. Cần giải quyết trước.",
    ),
)


def _where_checked(intent: Intent) -> bool:
    gone = ("seized", "abandoned", "re-exported", "destroyed")
    here = ("arrived", "stored", "detained")
    return intent.now.goods in here if intent.check == "goods" else intent.now.goods not in gone


CHECKABLE = Condition(
    "goods are there to be examined, or papers to be checked",
    _where_checked,
    lambda i: said(
        f"The goods are not here any more: {CHECKS[i.check].en} cannot begin.",
        f"Hàng hóa không còn ở đây: không thể bắt đầu {CHECKS[i.check].vi}.",
    ),
    Closed,
)
NOT_ONGOING = Condition(
    "it has not begun",
    lambda i: i.check not in i.now.ongoing,
    lambda i: said(
        f"Somebody began {CHECKS[i.check].en} already. It is concluded before it begins again.",
        f"Đã có công chức bắt đầu {CHECKS[i.check].vi}. Cần kết thúc trước khi bắt đầu lại.",
    ),
)
ONGOING = Condition(
    "it has begun",
    lambda i: i.check in i.now.ongoing,
    lambda i: said(f"Nobody began {CHECKS[i.check].en}. Begin it first.", f"Chưa bắt đầu {CHECKS[i.check].vi}. Cần bắt đầu trước."),
)
NOTHING_ONGOING = Condition(
    "no check is going on",
    lambda i: not i.now.ongoing,
    lambda i: said(
        f"Going on: {listed(CHECKS[one] for one in i.now.ongoing).en}. Conclude it first.",
        f"Đang tiến hành: {listed(CHECKS[one] for one in i.now.ongoing).vi}. Cần kết thúc trước.",
    ),
)
GROUNDED = Condition(
    "a reason is given where nothing was looked at",
    lambda i: i.why or not i.satisfied or i.check in i.now.looked,
    lambda i: said(
        "Nothing was looked at. Record what was found, or give the reason why the control is not carried out.",
        "Chưa có kết quả kiểm tra. Hãy ghi kết quả, hoặc nêu lý do không thực hiện kiểm tra.",
    ),
)


def _asked_again(intent: Intent) -> Text:
    if not intent.asks:
        return said("Say what is asked.", "Hãy ghi nội dung yêu cầu.")
    again = ", ".join(sorted({subject for subject, item in intent.asks if (subject, item) in intent.now.asked}))
    return said(
        f"The trader was asked for this already: {again}. Use what he answered; nothing is asked twice.",
        f"Đã yêu cầu người khai nội dung này: {again}. Hãy dùng câu trả lời đã có; không yêu cầu hai lần.",
    )


NEW = Condition(
    "something is asked, and nothing that was asked before",
    lambda i: bool(i.asks) and not set(i.asks) & set(i.now.asked),
    _asked_again,
)
QUERY_OPEN = Condition(
    "the query is open",
    lambda i: _query(i) is not None,
    lambda i: said(f"No query {i.number} is open.", f"Không có yêu cầu bổ sung số {i.number} đang mở."),
    Closed,
)
DEMANDED = Condition(
    "the query is open, or documents are awaited",
    lambda i: _query(i) is not None or (i.number == 0 and i.now.documents_due is not None),
    lambda i: said(
        "Nothing is asked of you on this declaration. To change what was declared, send an amendment.",
        "Hiện không có yêu cầu nào đối với tờ khai này. Nếu cần thay đổi nội dung khai, hãy khai bổ sung.",
    ),
    Closed,
)
ANSWERED_OR_LATE = Condition(
    "it was answered, or its time is up",
    lambda i: (one := _query(i)) is None or one.answered or one.until <= i.at,
    lambda i: said(
        f"Query {i.number} is not answered, and its time is not up. Wait for the answer.",
        f"Yêu cầu bổ sung số {i.number} chưa được trả lời và chưa hết hạn. Hãy chờ trả lời.",
    ),
)
DECIDED = Condition(
    "something was decided",
    lambda i: i.now.decided_at is not None,
    lambda i: said(
        "Nothing was decided yet that could be contested.",
        "Chưa có quyết định nào để khiếu nại.",
    ),
)


def _in_time(intent: Intent) -> bool:
    clock, decided = intent.law.clocks.get("dispute"), intent.now.decided_at
    return clock is None or decided is None or intent.at <= decided + clock.within


IN_TIME = Condition(
    "it is in time",
    _in_time,
    lambda i: said("The time for contesting the decision is over.", "Đã hết thời hạn khiếu nại quyết định."),
    Closed,
)
NO_MORE_THAN_OWED = Condition(
    "no more is contested than is owed",
    lambda i: i.amount >= 0 and i.amount + sum((one.frozen for one in i.now.disputes), Decimal(0)) <= (i.now.owed or Decimal(0)),
    lambda i: said(
        "More is contested than is owed. Name at most what is owed and not contested yet.",
        "Số tiền khiếu nại lớn hơn số phải nộp. Chỉ nêu tối đa số phải nộp chưa bị khiếu nại.",
    ),
)
DISPUTE_OPEN = Condition(
    "the dispute is open",
    lambda i: _dispute(i) is not None,
    lambda i: said(f"No dispute {i.number} is open.", f"Không có khiếu nại số {i.number} đang mở."),
    Closed,
)
NOT_HIS_OWN = Condition(
    "it is not the decider's own decision",
    lambda i: (one := _dispute(i)) is None or not one.contested or not same_hand(one.contested, i.by),
    lambda i: said(
        "You took the decision that is contested. Another officer decides on it.",
        "Bạn là người đã ra quyết định bị khiếu nại. Cần công chức khác giải quyết.",
    ),
    NotAllowed,
)
LATE = Condition(
    "it is past the cut-off",
    lambda i: cut_off(i.now, i.law, i.asked),
    lambda i: said("It needs no decision: it is carried out at once.", "Không cần quyết định: được thực hiện ngay."),
)
EARLY = Condition(
    "it is before the cut-off",
    lambda i: not cut_off(i.now, i.law, i.asked),
    lambda i: said("It needs an officer's decision now.", "Hiện cần quyết định của công chức hải quan."),
    Closed,
)
FIRST_OF_ITS_KIND = Condition(
    "no such request waits",
    lambda i: all(one.asked != i.asked for one in i.now.requests),
    lambda i: said(
        "Such a request waits for a decision already. You will be told; then you may ask again.",
        "Đề nghị cùng loại đang chờ quyết định. Người khai sẽ được thông báo; sau đó có thể đề nghị lại.",
    ),
)
REQUEST_OPEN = Condition(
    "the request waits",
    lambda i: _request(i) is not None,
    lambda i: said("No such request waits for a decision.", "Không có đề nghị này đang chờ quyết định."),
    Closed,
)
SIGNATURE_OPEN = Condition(
    "the act waits for a second officer",
    lambda i: any(place == i.number for place, _ in i.now.countersign),
    lambda i: said("No such act waits for a second officer.", "Không có thao tác này đang chờ công chức thứ hai."),
    Closed,
)
ANOTHER = Condition(
    "the second officer is another",
    lambda i: bool(i.by.strip()) and all(place != i.number or not same_hand(by, i.by) for place, by in i.now.countersign),
    lambda i: said(
        "You signed first. The second signature is another officer's.",
        "Bạn là người ký thứ nhất. Chữ ký thứ hai phải của công chức khác.",
    ),
    NotAllowed,
)
REVIEW_OPEN = Condition(
    "a check waits for review",
    lambda i: any(place == i.number for place, _ in i.now.reviews),
    lambda i: said("No such check waits for review.", "Không có lần kiểm tra này đang chờ đánh giá."),
    Closed,
)
NOT_THE_REVIEWED = Condition(
    "the reviewer is another",
    lambda i: bool(i.by.strip()) and all(place != i.number or not same_hand(by, i.by) for place, by in i.now.reviews),
    lambda i: said("You concluded this check. Another reviews it.", "Bạn đã kết thúc lần kiểm tra này. Cần người khác đánh giá."),
    NotAllowed,
)
