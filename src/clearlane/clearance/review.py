"""Which checks a supervisor reviews: a lot with a secret key, the same for those who followed the machine and those who did not.

Nobody can tell beforehand whether the lot will fall on a check, so that neither way of deciding is safer than the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from hmac import new

from clearlane.clearance.situation import ASKED_BY_LANE
from clearlane.clearance.situation_control import checked_by
from clearlane.model.control_facts import CheckEnded, ReviewDrawn
from clearlane.model.facts import Fact
from clearlane.model.risk_facts import Examined
from clearlane.model.situation import Situation

_WHOLE = 1 << 64


def reviews(now: Situation, facts: Sequence[Fact], number: str, share: float, key: bytes) -> list[Fact]:
    """Return, for each check that some facts conclude, that it is to be reviewed, where the lot falls on it.

    Args:
      now: Where the declaration stands before them.
      facts: The facts of an act.
      number: The declaration.
      share: How many are reviewed, 0 to 1.
      key: The secret of the lot.
    """
    looked = {*now.looked, *(checked_by(fact.intensity) for fact in facts if isinstance(fact, Examined))}
    advised = ASKED_BY_LANE[now.lane] if now.lane else ()
    return [
        ReviewDrawn(fact.check, (fact.check in advised) == (fact.check in looked), fact.by)
        for fact in facts
        if isinstance(fact, CheckEnded) and falls(number, fact.check, now.last, share, key)
    ]


def falls(number: str, check: str, last: int, share: float, key: bytes) -> bool:
    """Say whether the lot falls on a check.

    Args:
      number: The declaration.
      check: The check.
      last: The place in the log of the last fact before it was concluded.
      share: How many are reviewed, 0 to 1.
      key: The secret of the lot.

    >>> sum(falls(f"26XA{n}", "goods", n, 0.1, b"secret") for n in range(1000))
    91
    """
    drawn = new(key, f"review\n{number}\n{check}\n{last}".encode(), sha256).digest()
    return int.from_bytes(drawn[:8]) < share * _WHOLE
