"""The time release study, computed from facts instead of forms filled in for a week: who was waited for, how long, at each moment.

At every moment between arrival and release the goods wait for exactly one thing, so the stages of a declaration add up to its whole time.
Goods declared before they arrive wait for nobody until they are there (WCO Time Release Study Guide: arrival to release).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import ceil

from clearlane.model.clearance_facts import GatePassed, Paid, Secured
from clearlane.model.control_facts import Answered, CheckBegun, CheckEnded, DocumentSupplied, Queried, QuerySettled
from clearlane.model.facts import Accepted, DocumentsDemanded, Fact, Lane, Lodged, Presented, Record, Released, Routed
from clearlane.model.release_time import STAGES, Holder, Journey, ReleaseStudy, Spread, Stage
from clearlane.model.risk_facts import Examined

HOURS = (0.05, 0.25, 1.0, 4.0, 12.0, 24.0, 48.0, 72.0, 168.0)
"""Bounds within which releases are counted, in hours."""


def journey(records: Sequence[Record], office: str = "", direction: str = "", agencies: tuple[str, ...] = ()) -> Journey | None:
    """Return a declaration's way to release; None where its goods were not released, or its log does not begin with its lodging.

    Args:
      records: Its facts, in order.
      office: The customs office.
      direction: ``import`` or ``export``.
      agencies: Which other agencies had a say.
    """
    released = next((record for record in records if isinstance(record.fact, Released)), None)
    if released is None or not isinstance(records[0].fact, Lodged):
        return None
    presented = next((record.at for record in records if isinstance(record.fact, Presented)), None)
    arrived = min(presented or records[0].at, released.at)
    return Journey(
        records[0].subject,
        _lane(records, released),
        office,
        direction,
        records[0].at,
        arrived,
        released.at,
        _spans(records, arrived, released),
        next((record.at for record in records if isinstance(record.fact, GatePassed)), None),
        agencies,
    )


def _lane(records: Sequence[Record], released: Record) -> Lane | None:
    lanes = [record.fact.lane for record in records if isinstance(record.fact, Routed) and record.seq < released.seq]
    return lanes[-1] if lanes else None


def _spans(records: Sequence[Record], arrived: datetime, released: Record) -> dict[Stage, timedelta]:
    stage: Stage = "acceptance"
    spans: dict[Stage, timedelta] = {}
    since = arrived
    for record in records:
        if record.seq > released.seq:
            break
        passed, since = max(record.at - since, timedelta(0)), max(record.at, since)
        if isinstance(record.fact, Paid | Secured) and stage == "decision":
            stage = "payment"
        if passed:
            spans[stage] = spans.get(stage, timedelta(0)) + passed
        stage = _next(stage, record.fact)
    return spans


def _next(stage: Stage, fact: Fact) -> Stage:
    """Return what is waited for after a fact."""
    match fact:
        case DocumentsDemanded() | Queried():
            return "documents"
        case Answered() | QuerySettled():
            return "check-documents"
        case DocumentSupplied():
            return "check-documents" if stage == "documents" and not fact.by else stage
        case CheckBegun():
            return "check-goods" if fact.check == "goods" else "check-documents"
        case Routed():
            return {"red": "check-goods", "yellow": "check-documents"}.get(fact.lane, "decision")  # type: ignore[return-value]
        case CheckEnded() | Examined() | Accepted() | Paid() | Secured():
            return "decision"
        case _:
            return stage


def study(journeys: Iterable[Journey], since: datetime, until: datetime) -> ReleaseStudy:
    """Return the study of the declarations released in a period.

    Args:
      journeys: Their ways.
      since: First moment of release.
      until: Last.
    """
    taken = [one for one in journeys if since <= one.released <= until]
    spent: dict[Stage, list[timedelta]] = {stage: [one.spans[stage] for one in taken if stage in one.spans] for stage in STAGES}
    total = sum((one.whole for one in taken), timedelta(0))
    shares = {stage: sum(times, timedelta(0)) / total if total else 0.0 for stage, times in spent.items()}
    holders: dict[Holder, float] = dict.fromkeys(("customs", "trader"), 0.0)
    for stage, share in shares.items():
        holders[STAGES[stage][0]] += share
    return ReleaseStudy(
        since,
        until,
        spread([one.whole for one in taken]),
        {stage: found for stage, times in spent.items() if (found := spread(times)) is not None},
        shares,
        holders,
        _groups(taken),
        tuple((hours, sum(one.whole <= timedelta(hours=hours) for one in taken)) for hours in HOURS),
        sum(one.lodged < one.arrived for one in taken),
    )


def _groups(taken: Sequence[Journey]) -> dict[str, dict[str, Spread]]:
    groups = {name: _grouped((getattr(one, name) or "", one.whole) for one in taken) for name in ("lane", "office", "direction")}
    if any(one.agencies for one in taken):
        groups["agency"] = _grouped((agency, one.whole) for one in taken for agency in one.agencies or ("",))
    return groups


def _grouped(taken: Iterable[tuple[str, timedelta]]) -> dict[str, Spread]:
    times: dict[str, list[timedelta]] = {}
    for group, whole in taken:
        times.setdefault(group, []).append(whole)
    return {group: found for group, some in sorted(times.items()) if (found := spread(some)) is not None}


def spread(times: Iterable[timedelta]) -> Spread | None:
    """Return the spread of some times; None of none.

    >>> found = spread(timedelta(minutes=m) for m in (1, 2, 3, 4, 100))
    >>> found.median, found.ninth
    (datetime.timedelta(seconds=180), datetime.timedelta(seconds=6000))
    """
    order = sorted(times)
    if not order:
        return None
    return Spread(len(order), _rank(order, 0.5), _rank(order, 0.9), sum(order, timedelta(0)) / len(order), order[-1])


def _rank(order: Sequence[timedelta], share: float) -> timedelta:
    return order[ceil(share * len(order)) - 1]
