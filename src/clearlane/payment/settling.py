"""Settling: what follows for a declaration once its debt or what was paid on it has changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clearlane.model.payment import SUSPENSE, EntryKind, Ground, Posting
from clearlane.payment.booking import Postings, moved


class Step(NamedTuple):
    """An entry to be made.

    Attributes:
      kind: What it is.
      postings: Its postings; an open item ``*`` stands for the entry's own number.
      ground: Why it goes into suspense.
    """

    kind: EntryKind
    postings: Postings
    ground: Ground = ""


OWN = "*"


def settling(number: str, debt: int, held: int, deferred: Mapping[str, int], *, known: bool, excess_to: str) -> Step | None:
    """Return the next entry that a declaration's balances ask for; None where they are at rest.

    What was paid in advance waits while the debt is not known. What was deferred is given back before money is; what is to be paid
    back and was not ordered yet settles a debt that arises anew.

    Args:
      number: The declaration.
      debt: The balance of its debt, above 0 owed.
      held: What is to be paid back and not ordered, above 0.
      deferred: What stands on deferment accounts, by account.
      known: Whether it is known what is owed.
      excess_to: ``refund`` or ``suspense``.
    """
    own = Posting(f"debt:{number}", 0)
    if debt > 0 and held > 0:
        return Step("settlement", moved(min(debt, held), Posting(f"refund:{number}", 0), own))
    if debt >= 0 or not known:
        return None
    for account, minor in deferred.items():
        if minor > 0:
            return Step("settlement", moved(min(-debt, minor), own, Posting(f"deferment:{account}", 0, number)))
    if excess_to == "suspense":
        return Step("excess", moved(-debt, own, Posting(SUSPENSE, 0, OWN)), "excess")
    return Step("excess", moved(-debt, own, Posting(f"refund:{number}", 0)))


def named(postings: Postings, entry: str) -> Postings:
    """Return postings with the entry's number where its own open item is meant."""
    return tuple(Posting(one.account, one.minor, entry if one.item == OWN else one.item) for one in postings)
