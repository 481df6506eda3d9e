"""The acts of law the profile rests on: which were read, up to which amendments, and which are known and were not read.

An act belongs here as soon as it is known to concern an amount. One that was not read is never applied.
"""

from __future__ import annotations

from datetime import date

from clearlane.model.profile import Act
from clearlane.model.text import Text

_LAWS_READ = date(2025, 7, 1)
_CIRCULAR_READ = date(2026, 1, 31)

IMPORT_DUTY = Act(
    "107/2016/QH13",
    Text(en="Law on Export and Import Duties, Art. 4 to 15", vi="Luật Thuế xuất khẩu, thuế nhập khẩu, các Điều 4 đến 15"),
    _LAWS_READ,
    concerns=("NK", "BS"),
)
VALUE_ADDED_TAX = Act(
    "48/2024/QH15",
    Text(en="Law on Value Added Tax, Art. 7(2)", vi="Luật Thuế giá trị gia tăng, khoản 2 Điều 7"),
    _LAWS_READ,
    concerns=("GTGT",),
)
CUSTOMS_CIRCULAR = Act(
    "38/2015/TT-BTC",
    Text(
        en="Circular on customs procedures and duties, Art. 35 to 39, as amended by Circular 39/2018/TT-BTC",
        vi="Thông tư về thủ tục hải quan, thuế xuất khẩu, thuế nhập khẩu, các Điều 35 đến 39, sửa đổi bởi Thông tư 39/2018/TT-BTC",
    ),
    _CIRCULAR_READ,
    concerns=("value", "NK", "BS", "TTDB", "BVMT", "GTGT"),
)
CIRCULAR_121 = Act(
    "121/2025/TT-BTC",
    Text(
        en="Circular that amends Circular 38/2015/TT-BTC, in force since 1 February 2026",
        vi="Thông tư sửa đổi Thông tư 38/2015/TT-BTC, có hiệu lực từ ngày 01/02/2026",
    ),
    date(2026, 2, 1),
    read=False,
    concerns=("value", "NK", "BS", "TTDB", "BVMT", "GTGT"),
)
EXCISE = Act(
    "Luật Thuế tiêu thụ đặc biệt",
    Text(
        en="Law on Excise: the base is taken from Circular 38/2015/TT-BTC and a worked example, not from the law's text",
        vi="Luật Thuế tiêu thụ đặc biệt: giá tính thuế lấy theo Thông tư 38/2015/TT-BTC và ví dụ mẫu, chưa đọc nguyên văn luật",
    ),
    _LAWS_READ,
    read=False,
    concerns=("TTDB",),
)
ENVIRONMENT = Act(
    "Luật Thuế bảo vệ môi trường",
    Text(
        en="Law on Environment Tax: its amounts per unit are loaded by the user",
        vi="Luật Thuế bảo vệ môi trường: mức thuế tuyệt đối do người dùng nạp",
    ),
    _LAWS_READ,
    read=False,
    concerns=("BVMT",),
)
VAT_REDUCTION = Act(
    "Nghị quyết giảm thuế giá trị gia tăng",
    Text(
        en="Resolutions that lower VAT from 10 % to 8 % for a time, with the goods they leave out",
        vi="Các nghị quyết giảm thuế giá trị gia tăng từ 10 % xuống 8 % có thời hạn và danh mục hàng hóa không được giảm",
    ),
    _LAWS_READ,
    read=False,
    concerns=("GTGT",),
)
VALUE_CIRCULAR = Act(
    "39/2015/TT-BTC",
    Text(
        en="Circular on the customs value: charges here follow the Valuation Agreement it carries out",
        vi="Thông tư về trị giá hải quan: các khoản điều chỉnh ở đây theo Hiệp định trị giá mà Thông tư này thực hiện",
    ),
    _LAWS_READ,
    read=False,
    concerns=("value",),
)
ORDINARY_LIST = Act(
    "Danh mục thuế suất thông thường",
    Text(
        en="The Prime Minister's list of ordinary rates for goods whose preferential rate is 0 %",
        vi="Danh mục thuế suất thông thường của Thủ tướng Chính phủ đối với hàng hóa có thuế suất ưu đãi 0 %",
    ),
    _LAWS_READ,
    read=False,
    concerns=("NK",),
)

ACTS = (IMPORT_DUTY, VALUE_ADDED_TAX, CUSTOMS_CIRCULAR, CIRCULAR_121, VALUE_CIRCULAR, EXCISE, ENVIRONMENT, VAT_REDUCTION, ORDINARY_LIST)
"""Read ones first."""


def cited(act: Act, place: str = "") -> str:
    """Return an act as a line of a statement cites it in either language, with the day up to which it was read.

    >>> cited(IMPORT_DUTY, "Điều 5")
    '107/2016/QH13, Điều 5 (cập nhật đến / as amended up to 2025-07-01)'
    """
    where = f"{act.code}, {place}" if place else act.code
    return f"{where} (cập nhật đến / as amended up to {act.as_of:%Y-%m-%d})" if act.read else f"{where} (chưa đọc / not read)"
