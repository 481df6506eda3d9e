"""The acts of the law of the United States that the profile rests on, and those that it does not compute.

None was read as a text: what is computed follows the tariff file and published descriptions and figures, and each act says so.
"""

from __future__ import annotations

from datetime import date

from clearlane.model.profile import Act
from clearlane.model.text import Text

_LISTED = date(2026, 11, 22)
"""The day on which this list was drawn up."""

ACTS = (
    Act(
        "19 U.S.C. 1401a",
        Text(en="Tariff Act of 1930, value", vi="Luật thuế quan 1930, trị giá hải quan"),
        _LISTED,
        read=False,
        concerns=("value",),
    ),
    Act("19 U.S.C. 1202", Text(en="Harmonized Tariff Schedule", vi="Biểu thuế hài hòa"), _LISTED, read=False, concerns=("DTY",)),
    Act(
        "19 U.S.C. 58c",
        Text(en="Customs user fees, with 19 CFR 24.23", vi="Phí sử dụng dịch vụ hải quan, kèm 19 CFR 24.23"),
        _LISTED,
        read=False,
        concerns=("499",),
    ),
    Act(
        "26 U.S.C. 4461",
        Text(en="Harbor maintenance tax, with 19 CFR 24.24", vi="Phí duy tu bến cảng, kèm 19 CFR 24.24"),
        _LISTED,
        read=False,
        concerns=("501",),
    ),
    Act(
        "19 U.S.C. 1671 to 1677n",
        Text(
            en="Countervailing and anti-dumping duties; orders are not loaded",
            vi="Thuế chống trợ cấp, chống bán phá giá; chưa nạp các lệnh",
        ),
        _LISTED,
        read=False,
        concerns=("012", "013"),
    ),
    Act(
        "HTSUS chapter 99",
        Text(
            en="Proclamations and orders under chapter 99: how its lines stack or exclude each other is not modelled",
            vi="Các tuyên bố và lệnh theo chương 99: chưa mô hình hóa cách các dòng cộng dồn hoặc loại trừ nhau",
        ),
        _LISTED,
        read=False,
        concerns=("CH99",),
    ),
    Act(
        "26 U.S.C. 5001 to 5763",
        Text(en="Internal Revenue Code, alcohol and tobacco", vi="Bộ luật thu nội địa, rượu và thuốc lá"),
        _LISTED,
        read=False,
        concerns=("IRT",),
    ),
)
