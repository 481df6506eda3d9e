"""Rules of the United States on the shape of numbers, each with an example that passes and one that fails."""

from __future__ import annotations

from clearlane.model.rule import Rule
from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem[1]"

DECLARANT = Rule(
    "US-301",
    "warning",
    Text(en="The filer's number", vi="Mã số của người khai hải quan"),
    Text(
        en="A number of the importer of record is an employer's number with two more signs if need be, or one that customs assigned.",
        vi="Mã số là mã số người sử dụng lao động, có thể thêm hai ký tự, hoặc mã số do hải quan cấp.",
    ),
    {"Declarant/ID": "12-345678900"},
    {"Declarant/ID": "Smith"},
    "import",
)
COMMODITY = Rule(
    "US-302",
    "blocking",
    Text(en="The tariff number has eight or ten digits", vi="Mã số hàng hóa gồm tám hoặc mười chữ số"),
    Text(
        en="A tariff number has eight digits, or ten with the statistical suffix.",
        vi="Mã số hàng hóa gồm tám chữ số, hoặc mười chữ số kể cả hậu tố thống kê.",
    ),
    {f"{_ITEM}/Commodity/Classification[1]/ID": "7326908688"},
    {f"{_ITEM}/Commodity/Classification[1]/ID": "732690"},
    "import",
)
FURTHER_RULES = (DECLARANT, COMMODITY)
"""In the order of their codes."""
