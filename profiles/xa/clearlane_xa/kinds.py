"""Kinds of declaration in Arcadia: two letters for the trade, one for the moment."""

from __future__ import annotations

from clearlane.model.profile import DeclarationKind, Direction, Moment
from clearlane.model.text import Text

_TRADES: dict[str, tuple[Direction, Text]] = {
    "IM": ("import", Text(en="Import declaration", vi="Tờ khai nhập khẩu")),
    "EX": ("export", Text(en="Export declaration", vi="Tờ khai xuất khẩu")),
    "CO": ("import", Text(en="Declaration of goods from a special tax territory", vi="Tờ khai hàng từ vùng lãnh thổ có chế độ thuế riêng")),
}
_MOMENTS: dict[str, tuple[Moment, Text]] = {
    "A": ("presented", Text(en="standard, goods presented", vi="tiêu chuẩn, hàng đã xuất trình")),
    "B": ("presented", Text(en="simplified now and then, goods presented", vi="giản lược từng lần, hàng đã xuất trình")),
    "C": ("presented", Text(en="simplified as a rule, goods presented", vi="giản lược thường xuyên, hàng đã xuất trình")),
    "J": ("presented", Text(en="for goods of low value, goods presented", vi="hàng trị giá thấp, hàng đã xuất trình")),
    "D": ("pre-lodged", Text(en="standard, before arrival", vi="tiêu chuẩn, khai trước khi hàng đến")),
    "E": ("pre-lodged", Text(en="simplified now and then, before arrival", vi="giản lược từng lần, khai trước khi hàng đến")),
    "F": ("pre-lodged", Text(en="simplified as a rule, before arrival", vi="giản lược thường xuyên, khai trước khi hàng đến")),
    "K": ("pre-lodged", Text(en="for goods of low value, before arrival", vi="hàng trị giá thấp, khai trước khi hàng đến")),
    "Y": ("supplementary", Text(en="supplementary, for a period", vi="bổ sung, theo kỳ")),
    "Z": ("supplementary", Text(en="supplementary, for goods entered in own records", vi="bổ sung, hàng đã ghi vào sổ của người khai")),
}

KINDS = {
    trade + moment: DeclarationKind(direction, when, Text(en=f"{name.en}, {words.en}", vi=f"{name.vi}, {words.vi}"))
    for trade, (direction, name) in _TRADES.items()
    for moment, (when, words) in _MOMENTS.items()
}
"""What each type code (D013) means."""

IMPORT_TYPES = tuple(code for code, kind in KINDS.items() if kind.direction == "import")
EXPORT_TYPES = tuple(code for code, kind in KINDS.items() if kind.direction == "export")
SUPPLEMENTARY_TYPES = tuple(code for code, kind in KINDS.items() if kind.moment == "supplementary")
FIRST_TYPES = tuple(code for code in KINDS if code not in SUPPLEMENTARY_TYPES)
"""Kinds by which goods first come under customs, supplementary declarations aside."""
