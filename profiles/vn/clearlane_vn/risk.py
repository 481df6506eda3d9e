"""Plain risk profiles for Việt Nam that say nothing of any country. A title stands in English, then in Vietnamese."""

from __future__ import annotations

RISK_PROFILES = (
    """\
profile VN-R01 "Waste and scrap / Phế liệu nhập khẩu"
scope item
when hs starts with ("3915", "4707", "7204", "7404")
then lane red, inspect physical documents, reason PRO-03, owner risk-unit
""",
    """\
profile VN-R02 "Garments and footwear / Hàng may mặc, giày dép"
scope item
when hs starts with ("61", "62", "64")
then lane yellow, inspect documents, reason VAL-01, owner risk-unit
""",
    """\
profile VN-R03 "Tobacco and spirits / Thuốc lá và rượu mạnh"
scope item
when hs starts with ("2208", "2402", "2403")
then lane yellow, inspect documents, reason PRO-01, owner risk-unit
""",
)
