"""Money in the currency of account, at the rate of exchange of the day; exact, with the rate and its day in the formula."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from clearlane.model.money import Money
from clearlane.model.profile import Profile
from clearlane.model.text import Text


class Open(Exception):
    """A value cannot be computed, for a reason worth telling."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


class Sum(msgspec.Struct, frozen=True, gc=False):
    """A figure in the profile's currency and how it came about."""

    figure: Decimal
    formula: str


def converted(money: Money, profile: Profile, on: date) -> Sum:
    """Return money in the profile's currency, not rounded.

    Raises:
      Open: No rate of exchange is loaded for its currency and the day.
    """
    if money.currency == profile.currency:
        return Sum(money.amount, str(money))
    rate = profile.exchange.find(money.currency, on) if profile.exchange else None
    if rate is None:
        raise Open(
            Text(
                en=f"No rate of exchange from {money.currency} to {profile.currency} is loaded for {on:%Y-%m-%d}.",
                vi=f"Chưa nạp tỷ giá từ {money.currency} sang {profile.currency} cho ngày {on:%d/%m/%Y}.",
            )
        )
    since, figure = rate
    return Sum(money.amount * figure, f"{money} x {figure} ({since:%Y-%m-%d})")


def rate_of(currency: str, profile: Profile, on: date) -> Decimal | None:
    """Return how much of the profile's currency one unit of another is worth; None where no rate is loaded."""
    if currency == profile.currency:
        return Decimal(1)
    rate = profile.exchange.find(currency, on) if profile.exchange else None
    return None if rate is None else rate[1]
