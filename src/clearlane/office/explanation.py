"""Why a declaration owes what it owes and, for officers, why it took its lane."""

from __future__ import annotations

import msgspec

from clearlane.model.case import Case
from clearlane.model.facts import Assessed, Record, Routed, Scored
from clearlane.model.situation import Situation


class Explanation(msgspec.Struct, frozen=True):
    """The grounds of a declaration's latest assessment and routing.

    Attributes:
      case: Where it stands.
      assessed: The latest assessment; None where it was rejected.
      routed: The latest routing; None for traders, and where there is none.
      scored: The latest score with its reasons; None for traders.
    """

    case: Case
    assessed: Assessed | None
    routed: Routed | None = None
    scored: Scored | None = None


def explain(case: Case, records: list[Record], *, officer: bool) -> Explanation:
    """Return the explanation of a declaration; the lane's grounds for officers only."""
    latest: dict[type, object] = {type(record.fact): record.fact for record in records}
    assessed, routed, scored = latest.get(Assessed), latest.get(Routed), latest.get(Scored)
    return Explanation(
        case if officer else told(case),
        assessed if isinstance(assessed, Assessed) else None,
        routed if officer and isinstance(routed, Routed) else None,
        scored if officer and isinstance(scored, Scored) else None,
    )


def told(case: Case) -> Case:
    """Return a case as its declarant may see it: without a lane until the goods are presented, and never why or by whom.

    Of its situation he sees whether he is still to bind himself, and nothing else.
    """
    unbound = Situation("registered", "expected", unbound=True) if case.situation and case.situation.unbound else None
    return msgspec.structs.replace(
        case, lane=case.lane if case.told else None, office="", situation=unbound, waits="", section="", due_at=None
    )
