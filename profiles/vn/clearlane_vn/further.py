"""Rules of Việt Nam that are more than a list of codes or of data demanded, each with an example that passes and one that fails."""

from __future__ import annotations

from clearlane.model.rule import Baseline, Rule
from clearlane.model.text import Text


def _number(code: str, path: str, whose: Text, baseline: Baseline = "import") -> Rule:
    return Rule(
        code,
        "blocking",
        Text(en=f"The {whose.en}'s tax number is sound", vi=f"Mã số thuế của {whose.vi} hợp lệ"),
        Text(
            en="A tax number has ten digits, the last of which agrees with those before, and for a branch three more from 001.",
            vi="Mã số thuế gồm 10 chữ số, chữ số cuối khớp với các chữ số trước; đơn vị phụ thuộc có thêm 3 chữ số từ 001.",
        ),
        {path: "9912345671-001"},
        {path: "9912345673"},
        baseline,
    )


DECLARANT_NUMBER = _number("VN-301", "Declarant/ID", Text(en="declarant", vi="người khai hải quan"))
IMPORTER_NUMBER = _number("VN-302", "GoodsShipment/Importer/ID", Text(en="importer", vi="người nhập khẩu"))
EXPORTER_NUMBER = _number("VN-303", "Exporter/ID", Text(en="exporter", vi="người xuất khẩu"), "export")
AGENT_NUMBER = _number("VN-304", "Agent/ID", Text(en="agent", vi="đại lý hải quan"))
COMMODITY = Rule(
    "VN-305",
    "blocking",
    Text(en="The commodity code has eight digits", vi="Mã số hàng hóa gồm 8 chữ số"),
    Text(en="A commodity code has the eight digits of the nomenclature.", vi="Mã số hàng hóa gồm đủ 8 chữ số theo danh mục."),
    {"GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity/Classification[1]/ID": "09024090"},
    {"GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity/Classification[1]/ID": "090240"},
    "import",
)
KIND_WITH_RELIEF = Rule(
    "VN-306",
    "warning",
    Text(en="Relief that goes with a kind is not applied", vi="Chưa áp dụng miễn thuế, không thu thuế theo loại hình"),
    Text(
        en="Goods of kinds such as E31 or G13 may rest from tax by articles not read; tax is computed as for home use.",
        vi="Hàng thuộc loại hình như E31, G13 có thể không phải nộp thuế theo các điều chưa đọc; thuế được tính như hàng tiêu dùng.",
    ),
    {"TypeCode": "A11"},
    {"TypeCode": "E31"},
    "import",
)
FURTHER_RULES = (DECLARANT_NUMBER, IMPORTER_NUMBER, EXPORTER_NUMBER, AGENT_NUMBER, COMMODITY, KIND_WITH_RELIEF)
"""In the order of their codes."""
