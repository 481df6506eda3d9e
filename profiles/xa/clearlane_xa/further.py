"""Rules of Arcadia that are more than a list of codes or of data demanded, each with an example that passes and one that fails."""

from __future__ import annotations

from clearlane.model.rule import Baseline, Rule
from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"


def _number(code: str, path: str, whose: Text, baseline: Baseline = "import") -> Rule:
    return Rule(
        code,
        "blocking",
        Text(en=f"The {whose.en}'s trader number is sound", vi=f"Mã số của {whose.vi} hợp lệ"),
        Text(
            en="A trader number is XA and ten digits, the last of which agrees with those before.",
            vi="Mã số gồm XA và mười chữ số, chữ số cuối khớp với các chữ số trước.",
        ),
        {path: "XA1234567897"},
        {path: "XA1234567890"},
        baseline,
    )


DECLARANT_NUMBER = _number("XA-301", "Declarant/ID", Text(en="declarant", vi="người khai hải quan"))
IMPORTER_NUMBER = _number("XA-302", "GoodsShipment/Importer/ID", Text(en="importer", vi="người nhập khẩu"))
EXPORTER_NUMBER = _number("XA-303", "Exporter/ID", Text(en="exporter", vi="người xuất khẩu"), "export")
AGENT_NUMBER = _number("XA-304", "Agent/ID", Text(en="agent", vi="đại lý hải quan"))
COMMODITY = Rule(
    "XA-305",
    "blocking",
    Text(en="The commodity code is of the Harmonized System", vi="Mã số hàng hóa thuộc Hệ thống hài hòa"),
    Text(
        en="A commodity code has six to eight digits and begins with a code of the Harmonized System 2022.",
        vi="Mã số hàng hóa gồm sáu đến tám chữ số và bắt đầu bằng mã của danh mục HS 2022.",
    ),
    {f"{_ITEM}[1]/Commodity/Classification[1]/ID": "09011100"},
    {f"{_ITEM}[1]/Commodity/Classification[1]/ID": "999999"},
    "import",
)
ADDITIONAL_PROCEDURE = Rule(
    "XA-306",
    "blocking",
    Text(en="Additional procedures are in force", vi="Mã chế độ bổ sung còn hiệu lực"),
    Text(
        en="Every additional procedure of an item is in force on the day of lodgement.",
        vi="Mọi mã chế độ bổ sung của dòng hàng đều còn hiệu lực vào ngày nộp tờ khai.",
    ),
    {f"{_ITEM}[1]/GovernmentProcedure[2]/CurrentCode": "000"},
    {f"{_ITEM}[1]/GovernmentProcedure[2]/CurrentCode": "Q99"},
    "import",
)
INVOICE_CURRENCY = Rule(
    "XA-307",
    "blocking",
    Text(en="The invoice's currency has a rate", vi="Đồng tiền hóa đơn có tỷ giá"),
    Text(
        en="The invoice total is in a currency for which a rate of exchange is published.",
        vi="Tổng trị giá hóa đơn được khai bằng đồng tiền có tỷ giá được công bố.",
    ),
    {"InvoiceAmount": "22900.00 USD"},
    {"InvoiceAmount": "22900.00 QQQ"},
    "import",
)
ITEM_CURRENCY = Rule(
    "XA-308",
    "blocking",
    Text(en="The price's currency has a rate", vi="Đồng tiền của trị giá dòng hàng có tỷ giá"),
    Text(
        en="The price of an item is in a currency for which a rate of exchange is published.",
        vi="Trị giá dòng hàng được khai bằng đồng tiền có tỷ giá được công bố.",
    ),
    {"InvoiceAmount": None, f"{_ITEM}[1]/Commodity/InvoiceLine/ItemChargeAmount": "9600.00 USD"},
    {"InvoiceAmount": None, f"{_ITEM}[1]/Commodity/InvoiceLine/ItemChargeAmount": "9600.00 QQQ"},
    "import",
)
UNIT = Rule(
    "XA-309",
    "blocking",
    Text(en="The unit is known", vi="Đơn vị tính hợp lệ"),
    Text(
        en="A quantity in the tariff's unit is in a unit that is in force.",
        vi="Lượng theo đơn vị tính của biểu thuế dùng đơn vị còn hiệu lực.",
    ),
    {f"{_ITEM}[2]/Commodity/GoodsMeasure/TariffQuantity": "4800 NAR"},
    {f"{_ITEM}[2]/Commodity/GoodsMeasure/TariffQuantity": "4800 QQQ"},
    "import",
)
INVOICE = Rule(
    "XA-310",
    "blocking",
    Text(en="Imports name their invoice", vi="Hàng nhập khẩu có hóa đơn"),
    Text(
        en="Every item of an import names its invoice, unless the declaration names one for all.",
        vi="Mỗi dòng hàng nhập khẩu khai hóa đơn, trừ khi tờ khai đã khai hóa đơn chung.",
    ),
    {f"{_ITEM}[1]/AdditionalDocument[1]/TypeCode": "380"},
    {f"{_ITEM}[1]/AdditionalDocument[1]": None},
    "import",
)
PREFERENTIAL_ORIGIN = Rule(
    "XA-311",
    "blocking",
    Text(en="A preference has its origin", vi="Ưu đãi có xuất xứ"),
    Text(
        en="Where a preference is claimed, the preferential origin is declared.",
        vi="Khi khai hưởng ưu đãi thì phải khai xuất xứ ưu đãi.",
    ),
    {f"{_ITEM}[2]/Origin[1]/TypeCode": "2"},
    {f"{_ITEM}[2]/Origin[1]/TypeCode": "1"},
    "import",
)
PROOF_OF_ORIGIN = Rule(
    "XA-312",
    "blocking",
    Text(en="A preference has its proof", vi="Ưu đãi có chứng từ"),
    Text(
        en="Where a preference is claimed, a proof of origin is named.",
        vi="Khi khai hưởng ưu đãi thì phải khai chứng từ chứng nhận xuất xứ.",
    ),
    {f"{_ITEM}[2]/AdditionalDocument[2]/CategoryCode": "U", f"{_ITEM}[2]/AdditionalDocument[2]/TypeCode": "110"},
    {f"{_ITEM}[2]/AdditionalDocument[2]": None},
    "import",
)
FURTHER_RULES = (
    DECLARANT_NUMBER,
    IMPORTER_NUMBER,
    EXPORTER_NUMBER,
    AGENT_NUMBER,
    COMMODITY,
    ADDITIONAL_PROCEDURE,
    INVOICE_CURRENCY,
    ITEM_CURRENCY,
    UNIT,
    INVOICE,
    PREFERENTIAL_ORIGIN,
    PROOF_OF_ORIGIN,
)
"""In the order of their codes."""
