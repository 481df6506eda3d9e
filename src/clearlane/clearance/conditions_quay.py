"""Conditions on what an inspection leaves open: samples at a laboratory, and other agencies that take part in the visit."""

from __future__ import annotations

from clearlane.clearance.conditions import said
from clearlane.clearance.intent import Condition
from clearlane.model.refusals import Closed

NO_SAMPLE = Condition(
    "no result on a sample is awaited",
    lambda i: not i.now.samples,
    lambda i: said(
        f"The laboratory's result on sample {i.now.samples[0]} is awaited. Until then the goods may be released "
        "while the debt is not final, or go into the owner's storage, where the law allows it.",
        f"Đang chờ kết quả phân tích mẫu {i.now.samples[0]}. Trong khi chờ, có thể giải phóng hàng hoặc đưa hàng về bảo quản "
        "nếu pháp luật cho phép.",
    ),
)
AGREED = Condition(
    "every agency that takes part agrees",
    lambda i: not i.now.agencies,
    lambda i: said(
        f"{i.now.agencies[0]} takes part in the inspection and has not agreed to release yet. Record what it found.",
        f"Cơ quan phối hợp kiểm tra ({i.now.agencies[0]}) chưa đồng ý thông quan. Cần ghi kết quả của cơ quan này.",
    ),
)
SAMPLE_OPEN = Condition(
    "its result is awaited",
    lambda i: i.named in i.now.samples,
    lambda i: said("No result on this sample is awaited.", "Không chờ kết quả của mẫu này."),
    Closed,
)
NOT_SHARED = Condition(
    "the agency does not take part yet",
    lambda i: i.named not in i.now.agencies,
    lambda i: said("This agency takes part already.", "Cơ quan này đã tham gia kiểm tra."),
    Closed,
)
SHARED = Condition(
    "the agency takes part and has not agreed",
    lambda i: i.named in i.now.agencies,
    lambda i: said("Nothing is awaited of this agency.", "Không chờ kết quả của cơ quan này."),
    Closed,
)
