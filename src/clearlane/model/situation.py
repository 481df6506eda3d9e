"""Where a declaration stands, in full: its legal standing, its goods, its debt, and every matter open on it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.clearance_facts import Asked
from clearlane.model.control_facts import Check
from clearlane.model.facts import Lane

Standing = Literal["rejected", "registered", "accepted", "invalidated"]
Goods = Literal[
    "expected",
    "arrived",
    "stored",
    "released",
    "left",
    "detained",
    "seized",
    "abandoned",
    "re-exported",
    "destroyed",
    "refused",
]
Debt = Literal["unknown", "nothing", "open", "secured", "paid", "final"]


class OpenQuery(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A query not yet settled. ``more`` says whether more time was asked for, or decided upon, which happens once."""

    query: int
    until: datetime
    by: str
    answered: bool = False
    more: Literal["", "asked", "decided"] = ""


class OpenDispute(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A dispute not yet decided. ``contested`` is who took the decision."""

    dispute: int
    until: datetime
    frozen: Decimal
    contested: str = ""


class OpenRequest(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A request not yet decided, by the place in the log where it was made, and when."""

    request: int
    asked: Asked
    at: datetime | None = None


class Situation(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where a declaration stands. The four parts change independently; together they say which acts are possible.

    Attributes:
      standing: Of the declaration in law.
      goods: Of the goods.
      lane: The lane; None while none was given.
      told: Whether the trader was told of a control.
      needed: The checks that the lane asks for and that are not concluded with satisfaction.
      begun: The checks that an officer began, concluded or not.
      ongoing: The checks begun and not concluded.
      looked: The checks of which a result was recorded.
      hit: Whether a risk profile in force took the declaration, so that to follow it less takes a second officer.
      documents_due: By when documents demanded are to be supplied; None where none are awaited.
      owed: What is owed; None where it is not computed.
      paid: What was paid.
      secured: What stands as security, by reference.
      currency: The currency of them.
      final: Whether the debt is final.
      provisional: Whether goods were released while the debt was not final.
      queries: Queries not settled.
      asked: What was asked for by now, as (subject, item), and is not asked for again.
      disputes: Disputes not decided.
      requests: Requests not decided.
      countersign: Places in the log of acts that wait for a second officer, with the first.
      reviews: Places in the log of checks that a supervisor is to review, with whose they were.
      samples: Samples whose result is awaited.
      agencies: Other agencies that take part in the inspection and have not agreed to release.
      officer: To whom the case is assigned; empty for nobody.
      section: The section it was given to; empty while it was given to none.
      arrived_at: When the goods were presented; None before.
      since: Since when each check is needed, while nothing is awaited of the trader.
      decided: Who took the latest decision that can be contested; empty for the machine.
      decided_at: When it was taken; None where nothing was decided.
      before: What the goods were before they were detained; None where they are not.
      unbound: Whether it counts only once the declarant binds himself, and he has not.
      bound: Whether the declarant saw what was computed and bound himself.
      generation: The latest generation.
      last: The place of the last fact folded: an act decided upon an older one is refused.
    """

    standing: Standing
    goods: Goods
    lane: Lane | None = None
    told: bool = False
    needed: tuple[Check, ...] = ()
    begun: tuple[Check, ...] = ()
    ongoing: tuple[Check, ...] = ()
    looked: tuple[Check, ...] = ()
    hit: bool = False
    documents_due: datetime | None = None
    owed: Decimal | None = None
    paid: Decimal = Decimal(0)
    secured: dict[str, Decimal] = {}
    currency: str = ""
    final: bool = False
    provisional: bool = False
    queries: tuple[OpenQuery, ...] = ()
    asked: tuple[tuple[str, int], ...] = ()
    disputes: tuple[OpenDispute, ...] = ()
    requests: tuple[OpenRequest, ...] = ()
    countersign: tuple[tuple[int, str], ...] = ()
    reviews: tuple[tuple[int, str], ...] = ()
    samples: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    officer: str = ""
    section: str = ""
    arrived_at: datetime | None = None
    since: dict[Check, datetime] = {}
    decided: str = ""
    decided_at: datetime | None = None
    before: Goods | None = None
    unbound: bool = False
    bound: bool = False
    generation: int = 1
    last: int = 0

    @property
    def debt(self) -> Debt:
        """What became of the debt: final, paid, secured in full, nothing owed, still open, or not computed."""
        if self.owed is None:
            return "unknown"
        if self.final:
            return "final"
        left = self.owed - self.paid - sum((one.frozen for one in self.disputes), Decimal(0))
        if left <= 0:
            return "paid" if self.owed else "nothing"
        return "secured" if sum(self.secured.values(), Decimal(0)) >= left else "open"

    @property
    def queried(self) -> bool:
        """Whether an answer of the trader is awaited."""
        return any(not one.answered for one in self.queries)

    @property
    def awaited(self) -> bool:
        """Whether an answer or documents of the trader are awaited."""
        return self.queried or self.documents_due is not None
