"""Where a trader's own declaration stands for him: what is asked of him and until when, whose move it is, and what he can do.

Nothing here tells why a declaration is checked, which officer has it, or what waits for a second one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.clearance.acts import Act, obstacles
from clearlane.clearance.clocks import Due, Party, due
from clearlane.clearance.conditions import uncovered
from clearlane.clearance.intent import Intent
from clearlane.clearance.lapse import lapses_at
from clearlane.clearance.situation import situation
from clearlane.lodgement.notices import notices
from clearlane.model.clearance_facts import Asked
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import Ask, Queried
from clearlane.model.facts import DocumentsDemanded, Record
from clearlane.model.profile import Profile
from clearlane.model.situation import Debt, Goods, Situation
from clearlane.model.text import Text
from clearlane.office import own_words as words

Mover = Literal["trader", "customs", "nobody"]
When = Literal["now", "decided"]
"""Whether something is carried out at once, or an officer decides on it."""
_CODE = re.compile(r"\(([A-Z0-9]{2,10})\)")
_MOVERS: dict[Goods, Mover] = {"stored": "customs", "detained": "customs", "refused": "trader"}
_ASKED: dict[Act, Asked] = {"amend": "amendment", "cancel": "cancellation"}
_FREELY: dict[Act, When] = {"dispute": "decided", "abandon": "now"}


class Wanted(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing asked of the trader.

    Attributes:
      act: What he does.
      what: What is asked, in a few words.
      why: Why.
      otherwise: What happens if it does not come.
      until: When it is due; None where no day is set.
      number: The query; 0 for documents demanded.
      asks: Everything asked for, one by one.
      more: Of a query, ``ask`` where more time may be asked for, ``asked`` or ``decided`` where it was; empty where the law gives none.
    """

    act: Act
    what: Text
    why: Text
    otherwise: Text
    until: datetime | None = None
    number: int = 0
    asks: tuple[Ask, ...] = ()
    more: str = ""


class OwnDispute(msgspec.Struct, frozen=True):
    """A dispute of his that is not decided yet: its number, what is not collected until then, and when the decision is due."""

    number: int
    frozen: Decimal
    until: datetime


class OwnStanding(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a declaration stands for its trader.

    Attributes:
      wanted: What is asked of him, the earliest due first.
      mover: Who has the next move.
      move: What it is, in a sentence.
      until: When it is due; None where no day is set.
      money: What became of the debt.
      told: How many notices he was given: what he acts upon.
      ways: What else he can do: at once, or as a request that an officer decides.
      contest_until: Until when he may contest the latest decision; None where there is none, or no time is set.
      secured: What stands as security, by reference.
      disputes: His disputes that are not decided yet; he may withdraw them.
      lie_until: How long the goods may lie without release; None where no clock runs.
    """

    wanted: tuple[Wanted, ...]
    mover: Mover
    move: Text
    until: datetime | None
    money: Debt
    told: int
    ways: dict[Act, When] = {}
    contest_until: datetime | None = None
    lie_until: datetime | None = None
    secured: dict[str, Decimal] = {}
    disputes: tuple[OwnDispute, ...] = ()


def own_standing(records: Sequence[Record], profile: Profile, at: datetime) -> OwnStanding:
    """Return where a declaration stands for its trader.

    Args:
      records: Its facts, in order.
      profile: The law.
      at: Now.
    """
    now, law, clocks = situation(records), profile.clearance, due(records, profile.clearance)
    wanted = tuple(sorted(_wanted(records, now, law), key=lambda one: (one.until is None, one.until or at)))
    mover, move = _next(now, wanted)
    waits = wanted[0].until if wanted else _first(clocks, "customs") if mover == "customs" else None
    clock = law.clocks.get("dispute")
    ways = dict(_ways(now, law, at))
    contest = now.decided_at + clock.within if clock and now.decided_at and "dispute" in ways else None
    lie = next((one.until for one in clocks if one.clock == "storage"), None)
    told = len(notices(records, profile))
    contested = tuple(OwnDispute(one.dispute, one.frozen, one.until) for one in now.disputes)
    return OwnStanding(wanted, mover, move, waits, now.debt, told, ways, contest, lie, now.secured, contested)


def _first(clocks: Sequence[Due], party: Party) -> datetime | None:
    return next((one.until for one in clocks if one.waited_for == party), None)


def _wanted(records: Sequence[Record], now: Situation, law: ClearanceLaw) -> Iterator[Wanted]:
    if now.standing not in ("registered", "accepted"):
        return
    asked = {record.fact.query: record.fact for record in records if isinstance(record.fact, Queried)}
    for one in now.queries:
        if not one.answered:
            more = one.more or ("ask" if law.query_more is not None else "")
            yield Wanted("answer", words.ANSWER, words.ANSWER_WHY, words.ANSWER_ELSE, one.until, one.query, asked[one.query].asks, more)
    if now.documents_due is not None:
        demanded = [record.fact for record in records if isinstance(record.fact, DocumentsDemanded)][-1]
        asks = tuple(Ask(_code(one), one) for one in demanded.documents)
        yield Wanted("answer", words.SUPPLY, words.SUPPLY_WHY, words.ANSWER_ELSE, now.documents_due, 0, asks)
    if now.unbound:
        yield Wanted("bind", words.BIND, words.BIND_WHY, words.BIND_ELSE, lapses_at(records, law))
    elif now.standing == "registered":
        yield Wanted("present", words.PRESENT, words.PRESENT_WHY, words.PRESENT_ELSE)
    if law.release_on == "payment" and now.standing == "accepted" and uncovered(now) and now.goods in ("arrived", "stored"):
        yield Wanted("pay", words.PAY, words.PAY_WHY, words.PAY_ELSE)


def _code(document: Text) -> str:
    found = _CODE.search(document.en)
    return found[1] if found else ""


def _next(now: Situation, wanted: Sequence[Wanted]) -> tuple[Mover, Text]:
    """Return who has the next move, and which. What was asked of the trader goes first."""
    if now.standing in ("rejected", "invalidated"):
        return "nobody", words.REJECTED if now.standing == "rejected" else words.CANCELLED
    if wanted:
        return "trader", wanted[0].what
    considered = _considered(now)
    if considered is not None:
        return "customs", considered
    if now.goods in ("released", "left") and now.provisional and not now.final:
        return "customs", words.FINALISING
    return _MOVERS.get(now.goods, "nobody"), words.ON_GOODS[now.goods]


def _considered(now: Situation) -> Text | None:
    """Return what customs decides on; None where nothing waits for it but, maybe, the goods themselves."""
    if now.queries:
        return words.READING
    if now.requests:
        return words.CONSIDERING[now.requests[0].asked]
    if now.disputes:
        return words.CONTESTED
    if now.goods in ("expected", "arrived"):
        return words.CHECKING if now.told else words.RELEASING
    return None


def _ways(now: Situation, law: ClearanceLaw, at: datetime) -> Iterator[tuple[Act, When]]:
    """Yield what a trader can do of his own accord."""
    for act, asked in _ASKED.items():
        intent = Intent(now, law, at, asked=asked)
        if not obstacles(act, intent):
            yield act, "now"
        elif not obstacles("request", intent):
            yield act, "decided"
    for one, when in _FREELY.items():
        if not obstacles(one, Intent(now, law, at)):
            yield one, when
