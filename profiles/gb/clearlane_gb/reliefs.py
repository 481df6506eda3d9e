"""Reliefs from duty and VAT by additional procedure, as the published tax statements show them to work."""

from __future__ import annotations

from decimal import Decimal

from clearlane.model.tax import Relief
from clearlane.model.text import Text
from clearlane_gb.taxes import CUSTOMS_LAW, VAT_LAW

_DUTIES = ("A00", "A50")
_VAT = ("B00", "B05")
_LOW_VALUE = Decimal(135)

RELIEFS = (
    Relief("B02", _DUTIES, Text(en="Repaired under warranty", vi="Hàng sửa chữa bảo hành"), reference=CUSTOMS_LAW),
    Relief("C01", _DUTIES, Text(en="Transfer of residence", vi="Tài sản di chuyển"), reference=CUSTOMS_LAW),
    Relief("C07", _DUTIES, Text(en="Consignment of low value", vi="Lô hàng giá trị thấp"), _LOW_VALUE, reference=CUSTOMS_LAW),
    Relief("C28", _DUTIES, Text(en="For victims of disasters", vi="Hàng cứu trợ thiên tai"), reference=CUSTOMS_LAW),
    Relief(
        "F48", _VAT, Text(en="VAT accounted for at the sale", vi="Thuế giá trị gia tăng đã kê khai khi bán"), _LOW_VALUE, reference=VAT_LAW
    ),
    Relief("1RV", _VAT, Text(en="Relief from import VAT", vi="Miễn thuế giá trị gia tăng khi nhập khẩu"), reference=VAT_LAW),
)
"""By additional procedure. The value is that of the whole declaration, in pounds."""
