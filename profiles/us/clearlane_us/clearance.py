"""The law of clearance in the United States, as far as it is sure: protests, detention, requests for information."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from clearlane.model.clearance_law import ClearanceLaw, StatutoryClock
from clearlane.model.competence import USUAL
from clearlane.model.text import Text

CLEARANCE = ClearanceLaw(
    clocks={
        "query": StatutoryClock(
            timedelta(days=30),
            Text(en="Answer to a request for information", vi="Trả lời yêu cầu cung cấp thông tin"),
            "CBP Form 28",
        ),
        "dispute": StatutoryClock(
            timedelta(days=180),
            Text(en="Time for a protest", vi="Thời hiệu khiếu nại"),
            "19 U.S.C. 1514(c)(3)",
        ),
        "decision": StatutoryClock(
            timedelta(days=730),
            Text(en="Decision on a protest", vi="Giải quyết khiếu nại"),
            "19 U.S.C. 1515(a)",
        ),
        "check-goods": StatutoryClock(
            timedelta(days=30),
            Text(en="Decision on detained goods", vi="Quyết định về hàng bị tạm giữ"),
            "19 U.S.C. 1499(c)(5)",
        ),
    },
    two_from=Decimal(10000),  # illustrative: how many sign is for the administration to say
    competences=USUAL,  # illustrative: which rights ask for one is for the administration to say
    contest=Text(
        en="If you disagree, you may protest within 180 days (19 U.S.C. 1514), quoting the number of the entry.",
        vi="Nếu không đồng ý, người khai có quyền khiếu nại trong 180 ngày (19 U.S.C. 1514), ghi rõ số tờ khai.",
    ),
)
