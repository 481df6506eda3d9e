"""Kinds of declaration in the Customs Declaration Service (data elements 1/1 and 1/2)."""

from __future__ import annotations

from clearlane.model.profile import DeclarationKind, Direction, Moment
from clearlane.model.text import Text

_TRADES: dict[str, tuple[Direction, Text]] = {
    "IM": ("import", Text(en="Import declaration", vi="Tờ khai nhập khẩu")),
    "EX": ("export", Text(en="Export declaration", vi="Tờ khai xuất khẩu")),
    "CO": (
        "import",
        Text(en="Declaration of goods from special fiscal territories", vi="Tờ khai hàng từ vùng lãnh thổ có chế độ thuế riêng"),
    ),
}
_MOMENTS: dict[str, tuple[Moment, Text]] = {
    "A": ("presented", Text(en="standard, goods arrived", vi="tiêu chuẩn, hàng đã đến")),
    "B": ("presented", Text(en="simplified, occasional use, goods arrived", vi="giản lược từng lần, hàng đã đến")),
    "C": ("presented", Text(en="simplified, regular use, goods arrived", vi="giản lược thường xuyên, hàng đã đến")),
    "J": ("presented", Text(en="clearance request, goods arrived", vi="đề nghị thông quan, hàng đã đến")),
    "D": ("pre-lodged", Text(en="standard, pre-lodged", vi="tiêu chuẩn, khai trước")),
    "E": ("pre-lodged", Text(en="simplified, occasional use, pre-lodged", vi="giản lược từng lần, khai trước")),
    "F": ("pre-lodged", Text(en="simplified, regular use, pre-lodged", vi="giản lược thường xuyên, khai trước")),
    "K": ("pre-lodged", Text(en="clearance request, pre-lodged", vi="đề nghị thông quan, khai trước")),
    "Y": ("supplementary", Text(en="supplementary to a simplified declaration", vi="bổ sung cho tờ khai giản lược")),
    "Z": ("supplementary", Text(en="supplementary to an entry in own records", vi="bổ sung cho việc ghi vào sổ của người khai")),
}

KINDS = {
    trade + moment: DeclarationKind(direction, when, Text(en=f"{name.en}, {words.en}", vi=f"{name.vi}, {words.vi}"))
    for trade, (direction, name) in _TRADES.items()
    for moment, (when, words) in _MOMENTS.items()
}
"""What each type code (D013) means."""


def types(trades: str, moments: str) -> tuple[str, ...]:
    """Return type codes, by trades written one after another and by their last letters.

    >>> types("IMEX", "AD")
    ('IMA', 'IMD', 'EXA', 'EXD')
    """
    return tuple(trades[at : at + 2] + moment for at in range(0, len(trades), 2) for moment in moments)
