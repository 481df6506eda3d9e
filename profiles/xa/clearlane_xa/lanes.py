"""Lanes in Arcadia, and the plain criteria of risk known to its officers.

Partner countries are imaginary, and so is every fact on which a criterion rests.
"""

from __future__ import annotations

from clearlane.model.profile import LanePolicy, RiskRule
from clearlane.model.text import Text

LANES = LanePolicy(
    yellow_from=0.35,
    red_from=0.65,
    names={
        "green": Text(en="Green", vi="Xanh"),
        "blue": Text(en="Blue", vi="Xanh lam"),
        "yellow": Text(en="Yellow", vi="Vàng"),
        "red": Text(en="Red", vi="Đỏ"),
    },
    control_notice={
        "green": Text(en="No control before release.", vi="Không kiểm tra trước khi giải phóng hàng."),
        "blue": Text(
            en="No control before release. Customs may check the documents afterwards; keep them.",
            vi="Không kiểm tra trước khi giải phóng hàng. Cơ quan hải quan có thể kiểm tra hồ sơ sau thông quan; đề nghị lưu giữ hồ sơ.",
        ),
        "yellow": Text(
            en="Customs will check the documents. Keep them ready and supply those asked for.",
            vi="Cơ quan hải quan sẽ kiểm tra hồ sơ. Đề nghị chuẩn bị và nộp các chứng từ được yêu cầu.",
        ),
        "red": Text(
            en="Customs will check the documents and examine the goods. Have the goods ready at the place declared.",
            vi="Cơ quan hải quan sẽ kiểm tra hồ sơ và kiểm tra thực tế hàng hóa. Đề nghị chuẩn bị hàng hóa tại địa điểm đã khai.",
        ),
    },
)

RISK_RULES = (
    RiskRule(
        "XA-R01",
        Text(en="Garments at a price below the cloth", vi="Hàng may mặc có giá thấp hơn giá vải"),
        0.45,
        commodity_prefixes=("61", "62"),
        value_per_kg_below=60.0,
    ),
    RiskRule(
        "XA-R02",
        Text(en="Footwear at a price below its material", vi="Giày dép có giá thấp hơn giá nguyên liệu"),
        0.45,
        commodity_prefixes=("64",),
        value_per_kg_below=45.0,
    ),
    RiskRule(
        "XA-R03",
        Text(en="Tobacco: high excise, often smuggled", vi="Thuốc lá: thuế tiêu thụ đặc biệt cao, hay bị buôn lậu"),
        0.70,
        commodity_prefixes=("24",),
    ),
    RiskRule(
        "XA-R04",
        Text(en="Spirits at a price below the excise on them", vi="Rượu mạnh có giá thấp bất thường so với thuế"),
        0.50,
        commodity_prefixes=("2208",),
        value_per_kg_below=30.0,
    ),
    RiskRule(
        "XA-R05",
        Text(en="Origin often claimed for goods made elsewhere", vi="Xuất xứ hay bị khai cho hàng sản xuất ở nơi khác"),
        0.40,
        commodity_prefixes=("61", "62", "64", "7208", "7210", "8541"),
        origins=frozenset({"XH", "QM"}),
    ),
    RiskRule(
        "XA-R06",
        Text(en="Telephones and computers at a price too low", vi="Điện thoại và máy tính có giá quá thấp"),
        0.45,
        commodity_prefixes=("8471", "8517"),
        value_per_kg_below=800.0,
    ),
    RiskRule(
        "XA-R07",
        Text(en="Meat and fish from a land where disease is notified", vi="Thịt và thủy sản từ vùng đang có dịch bệnh"),
        0.40,
        commodity_prefixes=("02", "03"),
        origins=frozenset({"XJ", "QO"}),
    ),
    RiskRule(
        "XA-R08", Text(en="Waste and scrap", vi="Phế liệu, phế thải"), 0.70, commodity_prefixes=("3915", "4707", "7204", "7404", "854911")
    ),
    RiskRule("XA-R09", Text(en="Used clothing", vi="Quần áo đã qua sử dụng"), 0.40, commodity_prefixes=("6309",)),
)
