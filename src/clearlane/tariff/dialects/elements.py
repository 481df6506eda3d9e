"""Parts of a duty that are looked up elsewhere, by what the goods contain, cost or are for."""

from __future__ import annotations

from clearlane.model.duty import Element
from clearlane.model.text import Text

_AGRICULTURAL = Text(
    en="the agricultural component, which depends on the milk fat, milk protein, starch and sugar in the goods",
    vi="thành phần nông nghiệp, phụ thuộc hàm lượng chất béo sữa, đạm sữa, tinh bột và đường trong hàng hóa",
)
_SUGAR = Text(en="the additional duty on the sugar in the goods", vi="thuế bổ sung đối với đường trong hàng hóa")
_FLOUR = Text(en="the additional duty on the flour in the goods", vi="thuế bổ sung đối với bột trong hàng hóa")

ELEMENTS = {
    "EA": Element("EA", _AGRICULTURAL),
    "EAR": Element("EAR", _AGRICULTURAL),
    "ADSZ": Element("ADSZ", _SUGAR),
    "ADSZR": Element("ADSZR", _SUGAR),
    "ADFM": Element("ADFM", _FLOUR),
    "ADFMR": Element("ADFMR", _FLOUR),
    "entry-price": Element(
        "entry-price",
        Text(
            en="the entry price of the goods and the table of duties that depend on it",
            vi="giá nhập khẩu (entry price) và bảng thuế phụ thuộc giá đó",
        ),
    ),
    "bond": Element("bond", Text(en="a bond under the terms the tariff names", vi="bảo lãnh theo điều kiện nêu trong biểu thuế")),
    "complete-movement": Element(
        "complete-movement", Text(en="the duty for the complete watch movement", vi="số thuế của bộ máy đồng hồ hoàn chỉnh")
    ),
    "vat-stage": Element(
        "vat-stage",
        Text(
            en="whether the goods are unprocessed farm produce at a stage where no VAT is charged",
            vi="hàng hóa có phải là nông sản chưa chế biến ở khâu không chịu thuế giá trị gia tăng hay không",
        ),
    ),
}
"""Every element by its code."""
