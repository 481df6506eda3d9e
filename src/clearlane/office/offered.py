"""What an officer can do with a declaration now: each act of his, and where it is not possible, why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import msgspec

from clearlane.clearance.acts import Act, obstacles
from clearlane.clearance.intent import Intent
from clearlane.model.clearance_facts import Asked
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import Check
from clearlane.model.situation import Situation
from clearlane.model.text import Text

OFFICERS: tuple[Act, ...] = (
    "begin-check",
    "end-check",
    "query",
    "settle",
    "decide-extension",
    "countersign",
    "review",
    "decide-dispute",
    "reduce",
    "grant-amendment",
    "grant-cancellation",
    "refuse-request",
    "release",
    "release-provisionally",
    "store",
    "clear",
    "pass-gate",
    "detain",
    "free",
    "seize",
    "abandon",
    "re-export",
    "destroy",
    "refuse",
)
"""The acts of officers, in the order of a case's course."""
_CHECKS: tuple[Check, ...] = ("documents", "goods")
_SOMETHING = (("something new", -1),)
_GRANTS: dict[Act, str] = {"grant-amendment": "amendment", "grant-cancellation": "cancellation"}


class Offered(msgspec.Struct, frozen=True):
    """An act offered.

    Attributes:
      act: The act.
      number: The query, the dispute, or the place in the log of the request or signature it is about; 0 for the declaration.
      check: The check it is about.
      why_not: Why it is not possible now; None where it is.
    """

    act: Act
    number: int = 0
    check: Check = "documents"
    why_not: Text | None = None


def offered(now: Situation, law: ClearanceLaw, at: datetime, by: str, whose: Callable[[Act], bool]) -> tuple[Offered, ...]:
    """Return every act of an officer, those that are not possible with the reason.

    Args:
      now: Where the declaration stands.
      law: The law of clearance.
      at: Now.
      by: The officer.
      whose: Whether an act is his.
    """
    return tuple(_judged(one, now, law, at, by) for act in OFFICERS if whose(act) for one in _places(act, now))


def _places(act: Act, now: Situation) -> Iterator[Offered]:
    if act == "begin-check":
        yield from (Offered(act, check=check) for check in dict.fromkeys((*now.needed, *_CHECKS)))
    elif act == "end-check":
        yield from (Offered(act, check=check) for check in now.ongoing)
    elif act == "settle":
        yield from (Offered(act, query.query) for query in now.queries)
    elif act == "decide-extension":
        yield from (Offered(act, query.query) for query in now.queries if query.more == "asked")
    elif act == "countersign":
        yield from (Offered(act, asked) for asked, _ in now.countersign)
    elif act == "review":
        yield from (Offered(act, place) for place, _ in now.reviews)
    elif act == "decide-dispute":
        yield from (Offered(act, dispute.dispute) for dispute in now.disputes)
    elif act in ("grant-amendment", "grant-cancellation", "refuse-request"):
        wanted = _GRANTS.get(act)
        yield from (Offered(act, one.request) for one in now.requests if wanted in (None, one.asked))
    else:
        yield Offered(act)


def _judged(one: Offered, now: Situation, law: ClearanceLaw, at: datetime, by: str) -> Offered:
    asked: Asked = next((request.asked for request in now.requests if request.request == one.number), "amendment")
    intent = Intent(now, law, at, by, number=one.number, check=one.check, asks=_SOMETHING, asked=asked)
    standing_in_the_way = obstacles(one.act, intent)
    return msgspec.structs.replace(one, why_not=standing_in_the_way[0].words(intent)) if standing_in_the_way else one
