"""Kinds of entry in the United States: the entry types of a formal entry, and a filing for export."""

from __future__ import annotations

from clearlane.model.profile import DeclarationKind
from clearlane.model.text import Text

KINDS = {
    "01": DeclarationKind("import", "presented", Text(en="Consumption entry", vi="Tờ khai nhập khẩu tiêu dùng")),
    "01E": DeclarationKind(
        "import", "pre-lodged", Text(en="Consumption entry, filed before arrival", vi="Tờ khai nhập khẩu tiêu dùng, khai trước")
    ),
    "02": DeclarationKind(
        "import", "presented", Text(en="Consumption entry, quota or visa", vi="Tờ khai nhập khẩu tiêu dùng, hàng hạn ngạch")
    ),
    "03": DeclarationKind(
        "import",
        "presented",
        Text(
            en="Consumption entry, anti-dumping or countervailing duty",
            vi="Tờ khai nhập khẩu tiêu dùng, hàng chịu thuế chống bán phá giá, chống trợ cấp",
        ),
    ),
    "06": DeclarationKind(
        "import", "presented", Text(en="Consumption entry from a foreign trade zone", vi="Tờ khai nhập khẩu tiêu dùng từ khu ngoại thương")
    ),
    "21": DeclarationKind("import", "presented", Text(en="Warehouse entry", vi="Tờ khai nhập kho ngoại quan")),
    "31": DeclarationKind(
        "import",
        "presented",
        Text(en="Warehouse withdrawal for consumption", vi="Tờ khai đưa hàng từ kho ngoại quan ra tiêu dùng"),
    ),
    "EEI": DeclarationKind("export", "presented", Text(en="Electronic export information", vi="Tờ khai xuất khẩu điện tử")),
}
"""Informal entries are left out: their fee is another."""
