"""What someone is about to do to a declaration, and one condition under which it is possible."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import msgspec

from clearlane.model.clearance_facts import Asked
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import Check
from clearlane.model.refusals import Conflict, Refusal
from clearlane.model.situation import Situation
from clearlane.model.text import Text


class Intent(msgspec.Struct, frozen=True):
    """An act before it is done.

    Attributes:
      now: Where the declaration stands.
      law: The law of clearance.
      at: Now.
      by: Who would do it; empty for the machine.
      number: The query, the dispute, or the place in the log of the request or signature it is about.
      check: The check it is about.
      satisfied: Of a check, whether nothing stands against release.
      asks: Of a query, what is asked, as (code, item).
      asked: Of a request, what is asked for.
      amount: Of a dispute, what is contested in all.
      why: Whether a reason was given.
      named: The sample or the other agency it is about.
    """

    now: Situation
    law: ClearanceLaw
    at: datetime
    by: str = ""
    number: int = 0
    check: Check = "documents"
    satisfied: bool = True
    asks: tuple[tuple[str, int], ...] = ()
    asked: Asked = "amendment"
    amount: Decimal = Decimal(0)
    why: bool = True
    named: str = ""


class Condition(msgspec.Struct, frozen=True):
    """Under what an act is possible.

    Attributes:
      name: What it is called in tables, one or a few words.
      holds: Whether it holds.
      words: Why the act is not possible, and what would make it so.
      kind: How it is refused: ``Closed`` where it is too late, ``Conflict`` where something stands before it, ``NotAllowed`` where it is
        not this person's, or not in this law.
    """

    name: str
    holds: Callable[[Intent], bool]
    words: Callable[[Intent], Text]
    kind: type[Refusal] = Conflict

    def refusal(self, intent: Intent) -> Refusal:
        """Return the refusal of an act that does not meet it."""
        return self.kind(self.words(intent))


def same_hand(one: str, other: str) -> bool:
    """Say whether two identifications are one person's, as the store compares them: trimmed, whatever their case.

    >>> same_hand("T-17", " t-17 ")
    True
    """
    return one.strip().casefold() == other.strip().casefold()
