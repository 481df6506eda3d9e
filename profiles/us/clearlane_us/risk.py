"""Plain risk profiles for the United States that say nothing of any country. A title stands in English, then in Vietnamese."""

from __future__ import annotations

RISK_PROFILES = (
    """\
profile US-R01 "Garments at a very low price / Hàng may mặc có giá rất thấp"
scope item
when hs starts with ("61", "62") and price_per_kg < 3
then lane yellow, inspect documents, reason VAL-01, owner risk-unit
""",
    """\
profile US-R02 "Tobacco / Thuốc lá"
scope item
when hs starts with ("2402", "2403")
then lane yellow, inspect documents, reason PRO-01, owner risk-unit
""",
)
