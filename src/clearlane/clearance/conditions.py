"""Conditions on where a declaration, its goods and its debt stand. Each says in words what would make the act possible."""

from __future__ import annotations

from decimal import Decimal

from clearlane.clearance.intent import Condition, Intent
from clearlane.clearance.situation_words import CHECKS, GOODS, listed
from clearlane.model.refusals import Closed, NotAllowed
from clearlane.model.situation import Goods, Situation
from clearlane.model.text import Text


def said(en: str, vi: str) -> Text:
    """Return words in both languages."""
    return Text(en=en, vi=vi)


def _over(intent: Intent) -> Text:
    if intent.now.standing == "rejected":
        return said(
            "The declaration was rejected; nothing more can be done on it. A new one can be lodged.",
            "Tờ khai đã bị từ chối; không thể thực hiện thao tác này. Người khai có thể khai tờ khai mới.",
        )
    return said(
        "The declaration was cancelled; nothing more can be done on it. A new one can be lodged.",
        "Tờ khai đã bị hủy; không thể thực hiện thao tác này. Người khai có thể khai tờ khai mới.",
    )


STANDS = Condition("it stands", lambda i: i.now.standing in ("registered", "accepted"), _over, Closed)
ACCEPTED = Condition(
    "it is accepted",
    lambda i: i.now.standing == "accepted",
    lambda i: said(
        "The declaration is not accepted yet. It is when its goods are presented.",
        "Tờ khai chưa được chấp nhận. Tờ khai được chấp nhận khi hàng được xuất trình.",
    ),
)
REGISTERED = Condition(
    "it waits for its goods",
    lambda i: i.now.standing == "registered",
    lambda i: said("The declaration is accepted already.", "Tờ khai đã được chấp nhận."),
    Closed,
)


def goods_are(*where: Goods) -> Condition:
    """Return the condition that goods are in one of some places."""

    def words(intent: Intent) -> Text:
        possible, stand = listed(GOODS[one] for one in where), GOODS[intent.now.goods]
        return said(
            f"The goods are {stand.en}. This is done with goods that are: {possible.en}.",
            f"Hàng hóa {stand.vi}. Chỉ thực hiện được khi hàng hóa: {possible.vi}.",
        )

    return Condition(f"goods are {' or '.join(where)}", lambda i: i.now.goods in where, words, Closed)


def _to_check(intent: Intent) -> Text:
    checks = listed(CHECKS[one] for one in intent.now.needed)
    return said(
        f"Not concluded with satisfaction: {checks.en}. Conclude it first.",
        f"Chưa kết thúc đạt yêu cầu: {checks.vi}. Cần kết thúc kiểm tra trước.",
    )


CHECKED = Condition("no check is needed any more", lambda i: not i.now.needed, _to_check)
PRICED = Condition(
    "what is owed is known",
    lambda i: i.now.owed is not None,
    lambda i: said(
        "What is owed is not known. Complete the assessment first, or release while the debt is not final where the law allows it.",
        "Chưa xác định số thuế phải nộp. Cần tính thuế xong, hoặc giải phóng hàng nếu pháp luật cho phép.",
    ),
)


def uncovered(now: Situation) -> Decimal:
    """Return what of the debt is neither paid, nor secured, nor held back by a dispute; never below 0."""
    covered = now.paid + sum(now.secured.values(), Decimal(0)) + sum((one.frozen for one in now.disputes), Decimal(0))
    return max((now.owed or Decimal(0)) - covered, Decimal(0))


def _to_pay(intent: Intent) -> Text:
    left, currency = uncovered(intent.now), intent.now.currency
    return said(
        f"{left:f} {currency} is neither paid nor secured. It is possible as soon as it is.",
        f"Còn {left:f} {currency} chưa nộp và chưa được bảo đảm. Thực hiện được ngay khi đã nộp hoặc có bảo lãnh.",
    )


COVERED = Condition(
    "what is owed is paid or secured, where that releases",
    lambda i: i.law.release_on == "assessment" or uncovered(i.now) == 0,
    _to_pay,
)
SECURED_FOR_NOW = Condition(
    "what is known to be owed is paid or secured, and something is where it is not known",
    lambda i: (
        i.law.release_on == "assessment"
        or (uncovered(i.now) == 0 and (i.now.owed is not None or sum(i.now.secured.values(), i.now.paid) > 0))
    ),
    _to_pay,
)
PROVISIONAL = Condition(
    "the law knows release before the debt is final",
    lambda i: i.law.provisional,
    lambda i: said(
        "The law here releases no goods while the debt is not final. Complete the assessment first.",
        "Pháp luật ở đây không cho giải phóng hàng khi chưa xác định số thuế chính thức. Cần tính thuế xong.",
    ),
    NotAllowed,
)
STORAGE = Condition(
    "the law knows the owner's storage",
    lambda i: i.law.storage,
    lambda i: said(
        "The law here does not let the owner store goods that are not released. They stay here until there is a result.",
        "Pháp luật ở đây không cho đưa hàng về bảo quản. Hàng được giữ tại đây đến khi có kết quả.",
    ),
    NotAllowed,
)
GATE = Condition(
    "goods pass a supervised gate",
    lambda i: i.law.gate,
    lambda i: said("Goods pass no supervised gate here.", "Ở đây không có khâu giám sát hàng qua khu vực."),
    NotAllowed,
)
NOT_FINAL = Condition(
    "the debt is not final",
    lambda i: not i.now.final,
    lambda i: said(
        "The debt is final. It changes only by an amendment that is asked for and granted.",
        "Số thuế đã là chính thức. Chỉ thay đổi khi có đề nghị khai bổ sung được chấp nhận.",
    ),
    Closed,
)
BINDING = Condition(
    "it counts",
    lambda i: not i.now.unbound,
    lambda i: said(
        "The declarant has not bound himself to the declaration yet. He looks at what was computed, and declares.",
        "Người khai chưa đăng ký chính thức tờ khai. Người khai xem kết quả tính toán rồi đăng ký chính thức.",
    ),
)
UNBOUND = Condition(
    "the declarant is not bound yet",
    lambda i: not i.now.bound,
    lambda i: said("The declarant bound himself already.", "Người khai đã cam kết với tờ khai."),
    Closed,
)
