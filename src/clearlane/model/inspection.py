"""What an inspection found: coded, per item, with amounts. What nobody looked at has no result, and is never taken for clean."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.text import Text

Intensity = Literal["documents", "scan", "physical", "post-clearance"]
Category = Literal["value", "classification", "origin", "quantity", "prohibited", "formality"]
CATEGORIES: dict[Category, Text] = {
    "value": Text(en="Customs value", vi="Trị giá hải quan"),
    "classification": Text(en="Classification", vi="Phân loại hàng hóa"),
    "origin": Text(en="Origin", vi="Xuất xứ"),
    "quantity": Text(en="Quantity", vi="Lượng hàng"),
    "prohibited": Text(en="Prohibited or undeclared goods", vi="Hàng cấm hoặc không khai báo"),
    "formality": Text(en="Formality", vi="Thủ tục"),
}


class ItemResult(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What was found of one goods item.

    Attributes:
      item: The item, from 1; 0 for the declaration as a whole.
      conform: Whether all was as declared.
      category: What was wrong; None where all was as declared.
      revenue: Duty and tax found missing, in the profile's currency.
      intent: Whether a decision on intent says fraud; None where none was taken. Only then may the word be used.
    """

    item: int
    conform: bool
    category: Category | None = None
    revenue: Decimal = Decimal(0)
    intent: bool | None = None
