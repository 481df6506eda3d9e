"""The law of clearance in Việt Nam: Customs Law 54/2014/QH13, Circular 38/2015/TT-BTC, Complaints Law 02/2011/QH13."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from clearlane.model.clearance_law import ClearanceLaw, StatutoryClock
from clearlane.model.competence import USUAL
from clearlane.model.text import Text

_LAW = "54/2014/QH13"

CLEARANCE = ClearanceLaw(
    cut_off="told",  # Luật 54/2014/QH13, Điều 29 khoản 4
    provisional=True,  # Điều 36
    storage=True,  # Thông tư 38/2015/TT-BTC, Điều 32
    gate=True,
    clocks={
        "query": StatutoryClock(
            timedelta(days=5),
            Text(en="Answer to customs (illustrative)", vi="Bổ sung, giải trình theo yêu cầu (minh họa)"),
            "",
        ),
        "dispute": StatutoryClock(
            timedelta(days=90),
            Text(en="Time for a complaint", vi="Thời hiệu khiếu nại"),
            "02/2011/QH13, Điều 9",
        ),
        "decision": StatutoryClock(
            timedelta(days=30),
            Text(en="Decision on a first complaint", vi="Giải quyết khiếu nại lần đầu"),
            "02/2011/QH13, Điều 28",
        ),
        "check-documents": StatutoryClock(
            timedelta(hours=2),
            Text(en="Check of the dossier", vi="Hoàn thành kiểm tra hồ sơ"),
            f"{_LAW}, Điều 23 khoản 2 điểm a",
        ),
        "check-goods": StatutoryClock(
            timedelta(hours=8),
            Text(en="Examination of goods", vi="Hoàn thành kiểm tra thực tế hàng hóa"),
            f"{_LAW}, Điều 23 khoản 2 điểm b",
        ),
    },
    bind_within=timedelta(days=7),  # as long as VNACCS keeps what was registered beforehand (IDA)
    two_from=Decimal(500_000_000),  # illustrative: how many sign is for the administration to say
    competences=USUAL,  # illustrative: which rights ask for one is for the administration to say
    two_for=("disposed",),
    query_more=timedelta(days=5),  # illustrative: how long is for the administration to say
    contest=Text(
        en="If you disagree, you may complain to the head of the office that decided within 90 days (Complaints Law 02/2011/QH13), "
        "quoting the number of the declaration.",
        vi="Nếu không đồng ý, người khai có quyền khiếu nại đến thủ trưởng cơ quan đã ra quyết định trong 90 ngày "
        "(Luật Khiếu nại số 02/2011/QH13), ghi rõ số tờ khai.",
    ),
    pay=Text(
        en="Pay into the State budget through a bank that collects for customs, with exactly this reference. (Illustrative.)",
        vi="Nộp vào ngân sách nhà nước qua ngân hàng phối hợp thu với cơ quan hải quan, ghi đúng số tham chiếu này. (Minh họa.)",
    ),
)
