"""The acts of Arcadian law that the profile rests on, and the day up to which each was read."""

from __future__ import annotations

from datetime import date

from clearlane.model.profile import Act
from clearlane.model.text import Text

_READ = date(2027, 6, 30)
"""The last day for which the bulletin of exchange is published, too."""

ACTS = (
    Act("CC 2020", Text(en="Customs Code 2020", vi="Luật hải quan 2020"), _READ, concerns=("value",)),
    Act(
        "CTA 2020",
        Text(en="Customs Tariff Act 2020, as amended by the Reform Act 2026", vi="Luật biểu thuế 2020, sửa đổi bởi Luật cải cách 2026"),
        _READ,
        concerns=("A00",),
    ),
    Act(
        "TRA 2020",
        Text(en="Trade Remedies Act 2020 and its orders", vi="Luật phòng vệ thương mại 2020 và các lệnh"),
        _READ,
        concerns=("A30", "A40", "A45"),
    ),
    Act(
        "EA 2020",
        Text(en="Excise Act 2020, as amended in 2026", vi="Luật thuế tiêu thụ đặc biệt 2020, sửa đổi năm 2026"),
        _READ,
        concerns=("110", "120", "130", "140"),
    ),
    Act("ELA 2024", Text(en="Environment Levy Act 2024", vi="Luật thuế bảo vệ môi trường 2024"), _READ, concerns=("E10",)),
    Act(
        "VATA 2020",
        Text(en="Value Added Tax Act 2020, as amended in 2026", vi="Luật thuế giá trị gia tăng 2020, sửa đổi năm 2026"),
        _READ,
        concerns=("B00",),
    ),
    Act("SA 2020", Text(en="Statistics Act 2020", vi="Luật thống kê 2020"), _READ, concerns=("S10",)),
)
