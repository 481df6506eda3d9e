"""Relief from a tax by additional procedure or document, up to a value of the whole declaration."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clearlane.assessment.goods import Goods
from clearlane.model.profile import Profile
from clearlane.model.tax import Relief, Tax


def relief_from(tax: Tax, goods: Goods, profile: Profile, on: date, whole: Decimal | None) -> tuple[Relief | None, Relief | None]:
    """Return the relief that holds for a tax on some goods, and the one asked for that the goods are worth too much for.

    Args:
      tax: The tax.
      goods: The goods.
      profile: The law.
      on: The day.
      whole: The customs value of the declaration; None where it is not known, and then no relief with a limit holds.
    """
    beyond: Relief | None = None
    for relief in profile.reliefs:
        claimed = relief.code in goods.reliefs or relief.code in goods.documents
        if claimed and tax.code in relief.taxes and relief.holds(on):
            if relief.most is None or (whole is not None and whole <= relief.most):
                return relief, None
            beyond = relief
    return None, beyond
