"""Identity: the same credit is known again, in a notification and in the statement, and however often a file is sent.

Banks number what they book (account servicer reference). Where one does not, its entry reference with the payer's end-to-end reference,
the amount and the day stand in. Of several that are alike in all this within one report the second is the second, whichever file says so.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from hashlib import sha256

_EMPTY = {"", "NOTPROVIDED", "NONREF", "NOTAVAILABLE", "N/A"}


def given(reference: str) -> str:
    """Return a reference, or nothing where the text only says that there is none.

    >>> given("NOTPROVIDED"), given("ABC 1")
    ('', 'ABC 1')
    """
    return "" if reference.upper() in _EMPTY else reference


class Identities:
    """Gives identities to what one report of an account holds.

    Args:
      account: The account at the bank.
    """

    def __init__(self, account: str) -> None:
        self._account = account
        self._seen: Counter[tuple[str, ...]] = Counter()

    def of(self, minor: int, currency: str, on: date, servicer: str, *others: str) -> tuple[str, str]:
        """Return the identity of something booked, and that of the same the other way round.

        Args:
          minor: Minor units, above 0 came in.
          currency: ISO 4217.
          on: The day the bank booked it.
          servicer: The bank's own reference.
          others: The entry's reference and the end-to-end reference, and what else tells it from others.
        """
        reference = given(servicer)
        said = ("servicer", reference) if reference else ("entry", *map(given, others), on.isoformat())
        way, back = ("in", "out") if minor >= 0 else ("out", "in")
        amount = (currency, str(abs(minor)))
        self._seen[way, *amount, *said] += 1
        count = str(self._seen[way, *amount, *said])
        return self._digest(way, *amount, *said, count), self._digest(back, *amount, *said, count)

    def _digest(self, *parts: str) -> str:
        return sha256("\x1f".join((self._account, *parts)).encode()).hexdigest()
