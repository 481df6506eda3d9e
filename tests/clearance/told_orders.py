"""An order of notifications as a life: for each code the acts that bring it about, with those between that nobody is told of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from msgspec.structs import replace

from clearlane.clearance.acts import Act, demand
from clearlane.clearance.cut_off import cut_off
from clearlane.clearance.intent import Intent
from clearlane.clearance.situation import UNFOLDED, after
from clearlane.model.clearance_facts import Asked, Cleared, GatePassed, RequestDecided, RequestMade, Secured
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import Answered, Ask, CheckBegun, CheckEnded, DocumentSupplied, Queried, QuerySettled
from clearlane.model.facts import (
    Accepted,
    Amended,
    Assessed,
    Cancelled,
    DocumentsDemanded,
    Fact,
    Lodged,
    Presented,
    Registered,
    Rejected,
    Released,
    Routed,
)
from clearlane.model.text import Text

AT = datetime(2026, 11, 23, tzinfo=UTC)
SAID = Text(en="ground", vi="căn cứ")
PRICED = Assessed("ARD", AT, (), (), Decimal(75))


class Life:
    """A declaration of which only its notifications are known."""

    def __init__(self) -> None:
        self.law = ClearanceLaw(gate=True)
        self.now = after(UNFOLDED, Lodged("XA1", "R-1", "m", "c", "IMA"), 1, AT)

    def add(self, *facts: Fact) -> None:
        """Record facts."""
        for fact in facts:
            self.now = after(self.now, fact, self.now.last + 1, AT)

    def do(self, act: Act, *facts: Fact, number: int = 0, asked: Asked = "amendment", asks: tuple[tuple[str, int], ...] = ()) -> None:
        """Do an act where it is possible, else refuse it."""
        demand(act, Intent(self.now, self.law, AT, "O-1", number, asked=asked, asks=asks))
        self.add(*facts)

    def rest(self) -> None:
        """Conclude what is open and tells the trader nothing."""
        if self.now.standing == "accepted" and self.now.lane is None:
            self.add(Routed("green"))
        if self.now.owed is None:
            self.do("assess", PRICED)
        for query in self.now.queries:
            self.do("answer", Answered(query.query), number=query.query)
            self.do("settle", QuerySettled(query.query, "O-1"), number=query.query)
        for check in self.now.needed:
            self.add(CheckBegun(check, "O-1"), CheckEnded(check, satisfied=True, by="O-1"))

    def tell(self, code: str) -> None:
        """Bring a notification about.

        Raises:
          Refusal: It is not possible as things stand.
          KeyError: No act of ours tells it.
        """
        TOLD[code](self)


def _accepted(life: Life) -> None:
    life.do("accept", Accepted())


def _received(life: Life) -> None:
    """Register; what comes later is a message that follows: the presentation, or documents."""
    if life.now.last == 1:
        life.add(Registered())
    elif life.now.standing == "registered" and life.now.goods == "expected":
        life.do("present", Presented("m", "c"))
    else:
        life.do("supply", DocumentSupplied("d", "application/pdf", 9))


def _rejected(life: Life) -> None:
    life.do("present", Rejected(()))


def _control(life: Life) -> None:
    life.do("begin-check", Routed("red"))


def _demanded(life: Life) -> None:
    life.do("begin-check", DocumentsDemanded((SAID,), AT + timedelta(days=5)))


def _corrected(life: Life) -> None:
    _changed(life, "amendment", Amended(life.now.generation + 1, "m", "c", "r"))


def _invalidated(life: Life) -> None:
    _changed(life, "cancellation", Cancelled("m", "c"))


def _changed(life: Life, asked: Asked, fact: Fact) -> None:
    """Change at once, or by a request that is granted."""
    if not cut_off(life.now, life.law, asked):
        life.do("amend" if asked == "amendment" else "cancel", fact, asked=asked)
        return
    life.rest()
    life.do("request", RequestMade(asked, "m", "c"), asked=asked)
    place = life.now.last
    granted: Act = "grant-amendment" if asked == "amendment" else "grant-cancellation"
    life.do(granted, RequestDecided(place, granted=True, by="O-1", why=SAID), fact, number=place)


def _provisionally(life: Life) -> None:
    life.rest()
    life.do("release-provisionally", Released(SAID, provisional=True))


def _cleared(life: Life) -> None:
    """Release, and what was released already clear."""
    life.rest()
    if life.now.goods in ("released", "left"):
        life.do("clear", Cleared(life.now.owed or Decimal(0), "ARD", "O-1"))
    else:
        life.do("release", Released(SAID))


def _answer(life: Life) -> None:
    """Refuse what was asked for."""
    life.now = replace(life.now, told=True)
    life.do("request", RequestMade("amendment", "m", "c"))
    place = life.now.last
    life.do("refuse-request", RequestDecided(place, granted=False, by="O-1", why=SAID), number=place)


def _taxed(life: Life) -> None:
    life.do("assess", PRICED)


def _security(life: Life) -> None:
    life.do("secure", Secured("guarantee", "G-1", Decimal(1), "ARD"))


def _left(life: Life) -> None:
    life.do("pass-gate", GatePassed("gate", "O-1"))


def _queried(life: Life) -> None:
    subject = f"Q{len(life.now.asked)}"
    life.do("query", Queried(1, (Ask(subject, SAID),), AT, "O-1"), asks=((subject, 0),))


TOLD: dict[str, Callable[[Life], None]] = {
    "01": _accepted,
    "02": _received,
    "03": _rejected,
    "05": _control,
    "06": _demanded,
    "07": _corrected,
    "08": _provisionally,
    "09": _cleared,
    "10": _invalidated,
    "11": _answer,
    "13": _taxed,
    "14": _security,
    "15": _security,
    "16": _left,
    "51": _queried,
}
"""What brings each notification about."""
