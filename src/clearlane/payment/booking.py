"""Booking: the postings of everything that can happen to money. Each function returns postings that add up to zero."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clearlane.model.payment import SUSPENSE, Balance, Posting

Postings = tuple[Posting, ...]


def come_in(bank: str, minor: int, account: str, item: str = "") -> Postings:
    """Return the postings of money that came in for an account; below 0 of money that went out of it."""
    return Posting(f"bank:{bank}", minor), Posting(account, -minor, item)


def moved(minor: int, source: Posting, to: Posting) -> Postings:
    """Return the postings that move money held on one account to another.

    Args:
      minor: How much, above 0; below 0 the other way.
      source: Where it lies: account and open item.
      to: Where it goes.
    """
    return Posting(source.account, minor, source.item), Posting(to.account, -minor, to.item)


def taken_back(postings: Iterable[Posting]) -> Postings:
    """Return the postings that undo an entry."""
    return tuple(Posting(one.account, -one.minor, one.item) for one in postings)


def deferment_paid(bank: str, minor: int, account: str, items: Sequence[Balance]) -> Postings:
    """Return the postings of a payment on a deferment account: the oldest declaration first; what is over stays on the account.

    Args:
      bank: Our account at the bank.
      minor: How much came in.
      account: The deferment account.
      items: Its open declarations, oldest first.

    >>> open_items = [Balance("deferment:D1", "EUR", "N1", 70), Balance("deferment:D1", "EUR", "N2", 50)]
    >>> [(one.item, one.minor) for one in deferment_paid("B", 100, "D1", open_items)[1:]]
    [('N1', -70), ('N2', -30)]
    """
    return (Posting(f"bank:{bank}", minor), *(Posting(f"deferment:{account}", -part, item) for item, part in shared(minor, items)))


def shared(minor: int, items: Sequence[Balance]) -> list[tuple[str, int]]:
    """Share an amount out over what is open, oldest first; what is over belongs to no item."""
    parts, left = [], minor
    for one in items:
        part = min(left, one.minor)
        if one.item and part > 0:
            parts.append((one.item, part))
            left -= part
    return [*parts, ("", left)] if left else parts


def in_suspense(bank: str, minor: int, entry: str) -> Postings:
    """Return the postings of money that nobody knows the purpose of yet: the entry is its open item."""
    return come_in(bank, minor, SUSPENSE, entry)
