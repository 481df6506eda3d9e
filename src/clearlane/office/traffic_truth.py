"""What officers of a demonstration would find of a simulated declaration, as they would record it."""

from __future__ import annotations

from decimal import Decimal

from clearlane.model.inspection import Category, ItemResult
from clearlane.simulator import Kind, Truth

CATEGORY: dict[Kind, Category] = {
    Kind.UNDERVALUATION: "value",
    Kind.MISCLASSIFICATION: "classification",
    Kind.FALSE_ORIGIN: "origin",
    Kind.SHORT_QUANTITY: "quantity",
    Kind.SHELL_IMPORTER: "value",
    Kind.SMUGGLING: "prohibited",
    Kind.WRONG_UNIT: "quantity",
    Kind.MISREAD_TARIFF: "classification",
    Kind.MISTAKEN_ORIGIN: "origin",
}
_TAX = Decimal("0.2")
"""The share of the value concealed that is taken to be lost, roughly: it is only shown."""


def finds(truth: Truth) -> tuple[ItemResult, ...]:
    """Return what an examination of the goods would record: each thing it would see, or that all is as declared."""
    seen: dict[tuple[int, Category], Decimal] = {}
    for one in truth.inspection.goods:
        key = one.item, CATEGORY.get(one.kind, "formality")
        lost = abs(Decimal(one.basis.value)) * _TAX if one.basis else Decimal(0)
        seen[key] = seen.get(key, Decimal(0)) + lost.quantize(Decimal("0.01"))
    wrong = tuple(ItemResult(item, False, category, lost) for (item, category), lost in sorted(seen.items()))
    return wrong or (ItemResult(0, conform=True),)
