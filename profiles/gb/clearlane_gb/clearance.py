"""The law of clearance in the United Kingdom, as far as it is sure: reviews and appeals. Other times are illustrative."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from clearlane.model.clearance_law import ClearanceLaw, StatutoryClock
from clearlane.model.competence import USUAL
from clearlane.model.text import Text

CLEARANCE = ClearanceLaw(
    clocks={
        "query": StatutoryClock(
            timedelta(days=10),
            Text(en="Answer to customs (illustrative)", vi="Trả lời hải quan (minh họa)"),
            "",
        ),
        "dispute": StatutoryClock(
            timedelta(days=30),
            Text(en="Time for a review or an appeal", vi="Thời hiệu yêu cầu xem xét lại hoặc khiếu nại"),
            "Finance Act 1994, s. 15-16",
        ),
        "decision": StatutoryClock(
            timedelta(days=45),
            Text(en="Decision on a review", vi="Quyết định xem xét lại"),
            "Finance Act 1994, s. 15F",
        ),
    },
    two_from=Decimal(10000),  # illustrative: how many sign is for the administration to say
    competences=USUAL,  # illustrative: which rights ask for one is for the administration to say
    contest=Text(
        en="If you disagree, you may ask for a review by another officer, or appeal to the tribunal, within 30 days (Finance Act 1994), "
        "quoting the number of the declaration.",
        vi="Nếu không đồng ý, người khai có quyền yêu cầu công chức khác xem xét lại hoặc khởi kiện ra tòa trong 30 ngày "
        "(Finance Act 1994), ghi rõ số tờ khai.",
    ),
)
