"""Conditions on more time to answer a query: it is asked for in time, and decided upon once."""

from __future__ import annotations

from clearlane.clearance.conditions import said
from clearlane.clearance.intent import Condition, Intent
from clearlane.model.refusals import Closed, NotAllowed
from clearlane.model.situation import OpenQuery


def _query(intent: Intent) -> OpenQuery | None:
    return next((one for one in intent.now.queries if one.query == intent.number), None)


MORE_TIME = Condition(
    "the law gives more time",
    lambda i: i.law.query_more is not None,
    lambda i: said("The time to answer cannot be made longer here.", "Theo quy định, không được gia hạn thời gian trả lời."),
    NotAllowed,
)
UNANSWERED = Condition(
    "it was not answered",
    lambda i: (one := _query(i)) is None or not one.answered,
    lambda i: said(f"Query {i.number} was answered already.", f"Yêu cầu bổ sung số {i.number} đã được trả lời."),
)
NOT_OVER = Condition(
    "its time is not up",
    lambda i: (one := _query(i)) is None or i.at < one.until,
    lambda i: said(
        f"The time to answer query {i.number} is up. More is asked for before that; answer now, and say why it is late.",
        f"Đã hết thời hạn trả lời yêu cầu số {i.number}. Việc gia hạn phải được đề nghị trước khi hết hạn; hãy trả lời và nêu lý do chậm.",
    ),
    Closed,
)
NOT_ASKED = Condition(
    "more was not asked for yet",
    lambda i: (one := _query(i)) is None or not one.more,
    lambda i: said(
        f"More time for query {i.number} was asked for already. It is given once at most.",
        f"Đã đề nghị gia hạn đối với yêu cầu số {i.number}. Việc gia hạn chỉ được thực hiện một lần.",
    ),
)
NOT_DECIDED = Condition(
    "it was not decided yet",
    lambda i: (one := _query(i)) is None or one.more != "decided",
    lambda i: said(
        f"More time for query {i.number} was decided upon already, which happens once.",
        f"Việc gia hạn đối với yêu cầu số {i.number} đã được quyết định; chỉ quyết định một lần.",
    ),
)
