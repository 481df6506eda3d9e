"""Controlling: the books against themselves, and against what banks state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from clearlane.model.payment import KnownCredit
from clearlane.model.payment_facts import BankMessageTaken, Control


class OutOfBalance(AssertionError):
    """The sum of all accounts is not zero: the books are broken, and work must stop."""


def control_totals(accounts: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Return the sum of all accounts of each currency.

    Args:
      accounts: Balances by account, or kind of account, and currency.

    Raises:
      OutOfBalance: One of them is not zero.
    """
    sums: dict[str, int] = {}
    for (_, currency), minor in accounts.items():
        sums[currency] = sums.get(currency, 0) + minor
    if any(sums.values()):
        raise OutOfBalance(f"The sum of all accounts is {sums}, and not zero.")
    return sums


def controls(
    booked: Mapping[tuple[str, str], int], statements: Sequence[BankMessageTaken], unstated: Iterable[KnownCredit]
) -> tuple[Control, ...]:
    """Return how each account at a bank stands against its statements.

    Args:
      booked: What we booked, by account at the bank and currency.
      statements: Every statement taken.
      unstated: What we booked and no statement has yet.
    """
    stated: dict[tuple[str, str], int] = {}
    for one in statements:
        if one.opening is not None and one.closing is not None:
            place = one.account, one.currency
            stated[place] = stated.get(place, 0) + one.closing - one.opening
    waiting: dict[tuple[str, str], int] = {}
    for credit in unstated:
        place = credit.account, credit.currency
        waiting[place] = waiting.get(place, 0) + credit.minor
    places = sorted({*booked, *stated})
    return tuple(Control(*place, booked.get(place, 0), stated.get(place, 0), waiting.get(place, 0)) for place in places)


def gaps(statements: Sequence[BankMessageTaken]) -> list[tuple[BankMessageTaken, BankMessageTaken]]:
    """Return statements of one account that follow one another while their balances do not: one between them is missing."""
    ordered = sorted((one for one in statements if one.closing is not None), key=lambda one: (one.account, one.currency, one.day))
    return [
        (before, after)
        for before, after in pairwise(ordered)
        if (before.account, before.currency) == (after.account, after.currency) and before.closing != after.opening
    ]
