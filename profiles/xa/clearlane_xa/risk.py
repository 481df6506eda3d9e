"""Risk profiles known to Arcadia's officers, in the words in which an analyst writes them.

Partner countries are imaginary, and so is every fact on which a profile rests. A title stands in English and, after the stroke, in
Vietnamese.
"""

from __future__ import annotations

RISK_PROFILES = (
    """\
profile XA-R01 "Garments at a price below the cloth / Hàng may mặc có giá thấp hơn giá vải"
scope item
when hs starts with ("61", "62") and price_per_kg < 60
then lane yellow, inspect documents, reason VAL-01, owner risk-unit
""",
    """\
profile XA-R02 "Footwear at a price below its material / Giày dép có giá thấp hơn giá nguyên liệu"
scope item
when hs starts with "64" and price_per_kg < 45
then lane yellow, inspect documents, reason VAL-01, owner risk-unit
""",
    """\
profile XA-R03 "Tobacco: high excise, often smuggled / Thuốc lá: thuế tiêu thụ đặc biệt cao, hay bị buôn lậu"
scope item
when hs starts with "24"
then lane red, inspect physical documents, reason PRO-01, owner risk-unit
""",
    """\
profile XA-R04 "Spirits at a price below the excise on them / Rượu mạnh có giá thấp bất thường so với thuế"
scope item
when hs starts with "2208" and price_per_kg < 30
then lane yellow, inspect documents, reason VAL-01, owner risk-unit
""",
    """\
profile XA-R05 "Origin often claimed for goods made elsewhere / Xuất xứ hay bị khai cho hàng sản xuất ở nơi khác"
scope item
when hs starts with ("61", "62", "64", "7208", "7210", "8541")
 and origin in ("XH", "QM")
then lane yellow, inspect documents, reason ORI-01, owner risk-unit
""",
    """\
profile XA-R06 "Telephones and computers at a price too low / Điện thoại và máy tính có giá quá thấp"
scope item
when hs starts with ("8471", "8517") and price_per_kg < 800
then lane yellow, inspect documents, reason VAL-01, owner risk-unit
""",
    """\
profile XA-R07 "Meat and fish from a land where disease is notified / Thịt và thủy sản từ vùng đang có dịch bệnh"
scope item
when hs starts with ("02", "03") and origin in ("XJ", "QO")
then lane yellow, inspect documents, reason PRO-02, owner risk-unit
""",
    """\
profile XA-R08 "Waste and scrap / Phế liệu, phế thải"
scope item
when hs starts with ("3915", "4707", "7204", "7404", "854911")
then lane red, inspect physical documents, reason PRO-03, owner risk-unit
""",
    """\
profile XA-R09 "Used clothing / Quần áo đã qua sử dụng"
scope item
when hs starts with "6309"
then lane yellow, inspect documents, reason PRO-03, owner risk-unit
""",
    """\
profile XA-R10 "Cheap garments or footwear of an origin often claimed / Hàng may mặc, giày dép giá thấp có xuất xứ hay bị khai sai"
scope item
when (hs starts with ("61", "62") and price_per_kg < 60 or hs starts with "64" and price_per_kg < 45)
 and origin in ("XH", "QM")
then lane red, inspect physical documents, reason VAL-02, owner risk-unit
""",
)
