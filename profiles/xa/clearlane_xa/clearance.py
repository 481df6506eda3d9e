"""The law of clearance in Arcadia. The country is imaginary, and so are its times: they are illustrative."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from clearlane.model.clearance_law import ClearanceLaw, StatutoryClock
from clearlane.model.competence import CompetenceAsked
from clearlane.model.skill import SkillAsked
from clearlane.model.text import Text

_CODE = "Arcadian Customs Code (illustrative)"

CLEARANCE = ClearanceLaw(
    storage=True,
    gate=True,
    clocks={
        "query": StatutoryClock(
            timedelta(days=5),
            Text(en="Answer to customs", vi="Trả lời cơ quan hải quan"),
            f"{_CODE}, art. 21",
        ),
        "dispute": StatutoryClock(
            timedelta(days=30),
            Text(en="Time for a review", vi="Thời hiệu yêu cầu xem xét lại"),
            f"{_CODE}, art. 90",
        ),
        "decision": StatutoryClock(
            timedelta(days=30),
            Text(en="Decision on a request or review", vi="Quyết định về đề nghị, khiếu nại"),
            f"{_CODE}, art. 91",
        ),
        "check-documents": StatutoryClock(
            timedelta(hours=24),
            Text(en="Check of documents", vi="Kiểm tra hồ sơ"),
            f"{_CODE}, art. 31",
        ),
        "check-goods": StatutoryClock(
            timedelta(hours=48),
            Text(en="Examination of goods", vi="Kiểm tra thực tế hàng hóa"),
            f"{_CODE}, art. 32",
        ),
        "storage": StatutoryClock(
            timedelta(days=30),
            Text(en="Goods lie without release", vi="Hàng lưu chưa thông quan"),
            f"{_CODE}, art. 40",
        ),
    },
    bind_within=timedelta(days=7),
    two_from=Decimal(10000),
    skills=(SkillAsked("excise", Text(en="excise goods", vi="hàng chịu thuế tiêu thụ đặc biệt"), ("22", "24", "27")),),
    competences=(
        CompetenceAsked(
            "value-uplift",
            "value-uplift",
            Text(en="value uplift", vi="điều chỉnh tăng trị giá"),
            practice=("value",),
            cases=20,
            accuracy=0.8,
            reference=f"{_CODE}, art. 12",
        ),
        CompetenceAsked(
            "second-signature",
            "second-signature",
            Text(en="second signature", vi="chữ ký thứ hai"),
            cases=40,
            accuracy=0.8,
            reference=f"{_CODE}, art. 13",
        ),
        CompetenceAsked(
            "red-case",
            "red-case",
            Text(en="red case", vi="hồ sơ luồng đỏ"),
            practice=("inspection",),
            cases=20,
            accuracy=0.8,
            reference=f"{_CODE}, art. 14",
        ),
    ),
    two_for=("disposed",),
    query_more=timedelta(days=5),
    review_share=0.05,
    contest=Text(
        en="If you disagree, ask the office for a review within 30 days, quoting the number of the declaration.",
        vi="Nếu không đồng ý, người khai có quyền yêu cầu cơ quan hải quan xem xét lại trong 30 ngày, ghi rõ số tờ khai.",
    ),
    pay=Text(
        en="Transfer the amount from any bank to the account of Arcadian customs, with exactly this reference and nothing else; "
        "money under it is booked as soon as the bank reports it. (Illustrative.)",
        vi="Chuyển khoản từ bất kỳ ngân hàng nào vào tài khoản của hải quan Arcadia, ghi đúng số tham chiếu này và không ghi gì thêm; "
        "tiền được ghi nhận ngay khi ngân hàng báo có. (Minh họa.)",
    ),
)
