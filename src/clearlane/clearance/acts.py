"""The acts on a declaration: who may do each, and under which conditions it is possible. One table; nothing else decides it.

>>> from datetime import UTC, datetime
>>> from clearlane.model.clearance_law import ClearanceLaw
>>> from clearlane.model.situation import Situation
>>> [why.name for why in obstacles("release", Intent(Situation("accepted", "arrived"), ClearanceLaw(), datetime(2026, 11, 23, tzinfo=UTC)))]
['what is owed is known']
"""

from __future__ import annotations

from typing import Literal

import msgspec

from clearlane.clearance import conditions as c
from clearlane.clearance import conditions_open as o
from clearlane.clearance import conditions_quay as q
from clearlane.clearance import conditions_time as t
from clearlane.clearance.intent import Condition, Intent
from clearlane.model.clearance_facts import Disposal
from clearlane.model.person import PersonRole
from clearlane.model.text import Text

Act = Literal[
    "present",
    "accept",
    "assess",
    "bind",
    "amend",
    "cancel",
    "begin-check",
    "end-check",
    "inspect",
    "record",
    "judge-sample",
    "share-visit",
    "conclude-visit",
    "query",
    "answer",
    "settle",
    "ask-extension",
    "decide-extension",
    "supply",
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
    "dispute",
    "withdraw",
    "decide-dispute",
    "reduce",
    "request",
    "grant-amendment",
    "grant-cancellation",
    "refuse-request",
    "assign",
    "countersign",
    "review",
    "secure",
    "pay",
]


class Rule(msgspec.Struct, frozen=True):
    """An act, by whom, and when it is possible.

    Attributes:
      roles: Whose act it is; empty for the machine's own.
      needs: Every condition that must hold, the plainest reason first.
    """

    roles: tuple[PersonRole, ...]
    needs: tuple[Condition, ...]


_TRADE: tuple[PersonRole, ...] = ("trader", "broker")
_OFFICERS: tuple[PersonRole, ...] = ("officer", "inspector", "supervisor")
_DECIDERS: tuple[PersonRole, ...] = ("officer", "supervisor")
_WAITING = c.goods_are("arrived", "stored")
_SETTLED = (o.NO_QUERY, o.NO_SIGNATURE, o.NO_REQUEST)
_AT_QUAY = (q.NO_SAMPLE, q.AGREED)
_IN_PLACE = c.goods_are("expected", "arrived", "released", "stored", "refused")

ACTS: dict[Act, Rule] = {
    "present": Rule((*_TRADE, "officer"), (c.STANDS, c.REGISTERED, c.BINDING)),
    "accept": Rule((), (c.STANDS, c.REGISTERED, c.BINDING)),
    "assess": Rule((), (c.STANDS, c.NOT_FINAL)),
    "bind": Rule(_TRADE, (c.STANDS, c.UNBOUND)),
    "amend": Rule(_TRADE, (c.STANDS, o.EARLY)),
    "cancel": Rule(_TRADE, (c.STANDS, o.EARLY)),
    "begin-check": Rule(_OFFICERS, (c.STANDS, c.ACCEPTED, o.CHECKABLE, o.NOT_ONGOING)),
    "end-check": Rule(_OFFICERS, (c.STANDS, o.ONGOING, o.NO_SIGNATURE, o.GROUNDED)),
    "inspect": Rule(("officer", "inspector"), (c.STANDS, o.ONGOING)),
    "record": Rule(("officer", "inspector"), (c.STANDS, o.NO_SIGNATURE)),
    "judge-sample": Rule(_OFFICERS, (c.STANDS, q.SAMPLE_OPEN)),
    "share-visit": Rule(_OFFICERS, (c.STANDS, q.NOT_SHARED)),
    "conclude-visit": Rule((*_OFFICERS, "partner"), (c.STANDS, q.SHARED)),
    "query": Rule(_OFFICERS, (c.STANDS, c.ACCEPTED, c.goods_are("arrived", "stored", "released", "left", "detained"), o.NO_QUERY, o.NEW)),
    "answer": Rule(_TRADE, (c.STANDS, o.DEMANDED)),
    "settle": Rule(_OFFICERS, (c.STANDS, o.QUERY_OPEN, o.ANSWERED_OR_LATE)),
    "ask-extension": Rule(_TRADE, (c.STANDS, o.QUERY_OPEN, t.MORE_TIME, t.UNANSWERED, t.NOT_OVER, t.NOT_ASKED)),
    "decide-extension": Rule(_OFFICERS, (c.STANDS, o.QUERY_OPEN, t.MORE_TIME, t.UNANSWERED, t.NOT_DECIDED)),
    "supply": Rule((*_TRADE, *_OFFICERS), (c.STANDS,)),
    "release": Rule(_DECIDERS, (c.STANDS, c.ACCEPTED, _WAITING, c.CHECKED, *_SETTLED, *_AT_QUAY, c.PRICED, c.COVERED)),
    "release-provisionally": Rule(
        _DECIDERS, (c.STANDS, c.PROVISIONAL, c.ACCEPTED, _WAITING, c.CHECKED, *_SETTLED, q.AGREED, c.SECURED_FOR_NOW)
    ),
    "store": Rule(_DECIDERS, (c.STANDS, c.STORAGE, c.ACCEPTED, c.goods_are("arrived"), o.NO_SIGNATURE)),
    "clear": Rule(
        _DECIDERS,
        (
            c.STANDS,
            c.ACCEPTED,
            c.goods_are("released", "left"),
            c.NOT_FINAL,
            c.CHECKED,
            *_SETTLED,
            *_AT_QUAY,
            o.NO_DISPUTE,
            c.PRICED,
            c.COVERED,
        ),
    ),
    "pass-gate": Rule(_OFFICERS, (c.STANDS, c.GATE, c.goods_are("released"))),
    "detain": Rule(_OFFICERS, (c.STANDS, c.goods_are("arrived", "stored", "released"))),
    "free": Rule(_DECIDERS, (c.STANDS, c.goods_are("detained"), o.NO_SIGNATURE)),
    "seize": Rule(
        ("supervisor",), (c.STANDS, c.ACCEPTED, c.goods_are("arrived", "stored", "detained", "refused"), *_SETTLED, o.NOTHING_ONGOING)
    ),
    "abandon": Rule((*_TRADE, *_DECIDERS), (c.STANDS, c.goods_are("arrived", "stored", "refused"), *_SETTLED, o.NOTHING_ONGOING)),
    "re-export": Rule(_DECIDERS, (c.STANDS, c.goods_are("arrived", "stored", "refused"), *_SETTLED, o.NOTHING_ONGOING)),
    "destroy": Rule(
        _DECIDERS,
        (c.STANDS, c.goods_are("arrived", "stored", "detained", "refused", "seized", "abandoned"), *_SETTLED, o.NOTHING_ONGOING),
    ),
    "refuse": Rule(_DECIDERS, (c.STANDS, c.ACCEPTED, _WAITING, *_SETTLED, o.NOTHING_ONGOING)),
    "dispute": Rule(_TRADE, (o.DECIDED, o.IN_TIME, o.NO_MORE_THAN_OWED)),
    "withdraw": Rule(_TRADE, (o.DISPUTE_OPEN,)),
    "decide-dispute": Rule(("supervisor",), (o.DISPUTE_OPEN, o.NOT_HIS_OWN)),
    "reduce": Rule(_DECIDERS, (c.STANDS, c.ACCEPTED, c.PRICED, o.NO_SIGNATURE, o.NO_DISPUTE)),
    "request": Rule(_TRADE, (c.STANDS, o.LATE, o.FIRST_OF_ITS_KIND)),
    "grant-amendment": Rule(_DECIDERS, (c.STANDS, o.REQUEST_OPEN, o.NO_SIGNATURE)),
    "grant-cancellation": Rule(_DECIDERS, (c.STANDS, o.REQUEST_OPEN, _IN_PLACE, o.NO_QUERY, o.NO_SIGNATURE, o.NOTHING_ONGOING)),
    "refuse-request": Rule(_DECIDERS, (c.STANDS, o.REQUEST_OPEN)),
    "assign": Rule(("supervisor",), (c.STANDS,)),
    "countersign": Rule(_DECIDERS, (c.STANDS, o.SIGNATURE_OPEN, o.ANOTHER)),
    "review": Rule(("supervisor",), (o.REVIEW_OPEN, o.NOT_THE_REVIEWED)),
    "secure": Rule((), (c.STANDS,)),
    "pay": Rule((), (c.STANDS,)),
}

DISPOSALS: dict[Disposal, Act] = {
    "detained": "detain",
    "freed": "free",
    "seized": "seize",
    "abandoned": "abandon",
    "re-exported": "re-export",
    "destroyed": "destroy",
    "refused": "refuse",
}
"""Which act brings each disposal about."""


def obstacles(act: Act, intent: Intent) -> tuple[Condition, ...]:
    """Return every condition that an act does not meet; none where it is possible."""
    return tuple(condition for condition in ACTS[act].needs if not condition.holds(intent))


def demand(act: Act, intent: Intent) -> None:
    """Refuse an act that is not possible.

    Raises:
      Refusal: ``Closed``, ``Conflict`` or ``NotAllowed``, with the reason and what would make it possible.
    """
    standing_in_the_way = obstacles(act, intent)
    if standing_in_the_way:
        raise standing_in_the_way[0].refusal(intent)


def possible(intent: Intent) -> dict[Act, tuple[Text, ...]]:
    """Return every act of persons with the reasons that stand in its way; none where it can be done now."""
    return {act: tuple(one.words(intent) for one in obstacles(act, intent)) for act, rule in ACTS.items() if rule.roles}
