"""Procedures as the Union Customs Code numbers them, which the United Kingdom kept: the one asked for, then the one before.

The pairs here are those that the two lists allow together; which of them the administration admits at a given
time it publishes itself, so that an unknown pair only warns.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from clearlane.model.dated import CodeList, DatedCode
from clearlane.model.text import Text

_REQUESTED = {
    "01": Text(en="Free circulation with onward dispatch", vi="Lưu thông tự do và chuyển tiếp"),
    "07": Text(
        en="Free circulation into an excise or VAT warehouse",
        vi="Lưu thông tự do, đưa vào kho thuế tiêu thụ đặc biệt hoặc kho thuế giá trị gia tăng",
    ),
    "10": Text(en="Permanent export", vi="Xuất khẩu hẳn"),
    "11": Text(en="Export of processed goods before import", vi="Xuất khẩu sản phẩm gia công trước khi nhập nguyên liệu"),
    "21": Text(en="Temporary export for outward processing", vi="Tạm xuất để gia công ở nước ngoài"),
    "22": Text(en="Temporary export for processing, other", vi="Tạm xuất để gia công, trường hợp khác"),
    "23": Text(en="Temporary export to return unchanged", vi="Tạm xuất, tái nhập nguyên trạng"),
    "31": Text(en="Re-export", vi="Tái xuất"),
    "40": Text(en="Free circulation and home use", vi="Nhập khẩu để tiêu dùng nội địa"),
    "42": Text(en="Home use with VAT relief for onward supply", vi="Tiêu dùng nội địa, miễn thuế giá trị gia tăng để cung ứng tiếp"),
    "44": Text(en="End use", vi="Nhập khẩu ưu đãi theo mục đích sử dụng"),
    "46": Text(en="Import of processed products before export", vi="Nhập sản phẩm gia công trước khi xuất nguyên liệu"),
    "48": Text(en="Home use of replacement goods", vi="Nhập hàng thay thế để tiêu dùng nội địa"),
    "51": Text(en="Inward processing", vi="Nhập gia công"),
    "53": Text(en="Temporary admission", vi="Tạm nhập, tái xuất"),
    "61": Text(en="Re-import for home use", vi="Tái nhập để tiêu dùng nội địa"),
    "68": Text(en="Re-import into a warehouse other than customs", vi="Tái nhập vào kho không phải kho ngoại quan"),
    "71": Text(en="Customs warehousing", vi="Gửi kho ngoại quan"),
    "76": Text(en="Storage in a warehouse before export", vi="Gửi kho trước khi xuất khẩu"),
    "77": Text(en="Production under customs supervision before export", vi="Sản xuất dưới sự giám sát của hải quan trước khi xuất khẩu"),
    "78": Text(en="Entry to a free zone", vi="Đưa vào khu phi thuế quan"),
}
_BEFORE = (
    "00",
    "01",
    "07",
    "10",
    "11",
    "21",
    "22",
    "23",
    "31",
    "40",
    "42",
    "44",
    "46",
    "48",
    "51",
    "53",
    "54",
    "61",
    "71",
    "76",
    "77",
    "78",
    "91",
    "92",
)
_CLEARANCE_REQUESTS = (
    "0003",
    "0004",
    "0005",
    "0007",
    "0008",
    "0009",
    "0012",
    "0014",
    "0015",
    "0019",
    "0020",
    "0021",
    "0023",
    "0024",
    "0090",
)
_REQUEST = Text(en="Customs clearance request", vi="Đề nghị thông quan")


def procedures() -> CodeList:
    """Return every pair of procedures known here."""
    return CodeList.of(Text(en="procedures", vi="chế độ hải quan"), _pairs())


def _pairs() -> Iterator[DatedCode]:
    for (asked, words), before in product(_REQUESTED.items(), _BEFORE):
        if before == "00":
            yield DatedCode(asked + before, words)
        else:
            yield DatedCode(asked + before, Text(en=f"{words.en}, after procedure {before}", vi=f"{words.vi}, sau chế độ {before}"))
    for code in _CLEARANCE_REQUESTS:
        yield DatedCode(code, _REQUEST)
