"""The border now: who arrived, in which lane, what it brings, where it waits."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import get_args

import msgspec
from starlette.requests import Request

from clearlane.model.case import Case, Query, State, Tally
from clearlane.model.facts import Lane
from clearlane.model.refusals import Refusal
from clearlane.office.office import Office
from clearlane.web.viewer import Viewer

STATES: tuple[str, ...] = get_args(State)
LANES: tuple[str, ...] = get_args(Lane)
PAGE = 50
MOST = 1000
"""How many waiting declarations are looked through for the one that waits longest."""
_WAITING = ("pre-lodged", "under-control", "accepted", "queried")


class Goods(msgspec.Struct, frozen=True):
    """What a declaration is about, in a line: the first item's description and code, how many items, the trader's name, every code."""

    description: str
    code: str
    items: int
    erased: bool = False
    trader: str = ""
    codes: tuple[str, ...] = ()


class Row(msgspec.Struct, frozen=True):
    """A declaration in the list, as the viewer may see it."""

    case: Case
    goods: Goods


class Waiting(msgspec.Struct, frozen=True):
    """How many declarations wait in a state, and how long the oldest has; ``over`` where it may be longer still."""

    state: str
    count: int
    longest: timedelta
    over: bool


class Filters(msgspec.Struct, frozen=True):
    """What the address asks for; ``before`` and ``below`` are the moment and number of the last declaration already shown."""

    lane: str = ""
    state: str = ""
    words: str = ""
    before: datetime | None = None
    below: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is left out of the list."""
        return bool(self.lane or self.state or self.words or self.before)


class Border(msgspec.Struct, frozen=True):
    """Everything the page shows."""

    rows: list[Row]
    tally: Tally
    waiting: list[Waiting]
    filters: Filters
    older: Case | None


def filters_of(request: Request, viewer: Viewer) -> Filters:
    """Return the filters in the address; what means nothing is left aside, and so is the lane for traders."""
    asked = request.query_params
    lane = asked.get("lane", "") if viewer.officer else ""
    state = asked.get("state", "")
    try:
        written = datetime.fromisoformat(asked.get("before", ""))
        before = written.astimezone(UTC) if written.tzinfo else None
    except (ValueError, OverflowError):
        before = None
    return Filters(
        lane=lane if lane in LANES else "",
        state=state if state in STATES else "",
        words=asked.get("q", "").strip()[:70],
        before=before,
        below=asked.get("below", "")[:70],
    )


def border(office: Office, viewer: Viewer, filters: Filters, goods: Callable[[Case], Goods]) -> Border:
    """Return the border as someone may see it.

    Args:
      office: The office.
      viewer: Who looks: a trader sees his own declarations only, lanes only once told, and the counts of just these.
      filters: Which declarations to list.
      goods: What a declaration is about.
    """
    if not viewer.officer and not viewer.party:
        return Border([], Tally({}, {}, {}), [], filters, None)
    whose = "" if viewer.officer else viewer.party
    wanted = Query(whose, filters.state, filters.lane, filters.words, PAGE + 1, filters.before, filters.below)
    cases = [viewer.sees(case) for case in office.cases(wanted)]
    older = cases[PAGE - 1] if len(cases) > PAGE else None
    tally = office.tally() if viewer.officer else _tally(viewer.sees(case) for case in office.cases(Query(whose, limit=MOST)))
    waiting = [_waiting(office, whose, state, tally.states[state]) for state in _WAITING if tally.states.get(state)]
    return Border([Row(case, goods(case)) for case in cases[:PAGE]], tally, waiting, filters, older)


def _tally(cases: Iterable[Case]) -> Tally:
    """Count what a trader may see of his own declarations."""
    states: Counter[str] = Counter()
    lanes: Counter[str] = Counter()
    duty: dict[str, Decimal] = {}
    for case in cases:
        states[case.state] += 1
        if case.lane:
            lanes[case.lane] += 1
        if case.duty is not None:
            duty[case.currency] = duty.get(case.currency, Decimal(0)) + case.duty
    return Tally(dict(states), dict(lanes), {currency: str(total) for currency, total in duty.items()})


def _waiting(office: Office, whose: str, state: str, count: int) -> Waiting:
    cases = office.cases(Query(whose, state, limit=MOST))
    since = min((case.changed_at for case in cases), default=office.clock())
    return Waiting(state, count, office.clock() - since, over=count > len(cases))


class GoodsKnown:
    """What declarations are about, remembered for the last ones looked at: what is lodged never changes.

    Args:
      office: The office.
      most: How many are remembered.
    """

    def __init__(self, office: Office, most: int = 500) -> None:
        self._office, self._most = office, most
        self._known: OrderedDict[str, Goods] = OrderedDict()

    def __call__(self, case: Case) -> Goods:
        """Return what a declaration is about in its latest generation."""
        kept = case.result or case.message
        found = self._known.get(kept)
        if found is None:
            found = self._known[kept] = self._read(case)
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return found

    def _read(self, case: Case) -> Goods:
        try:
            whole = self._office.declaration(case)
        except Refusal:
            return Goods("", "", 0, erased=True)
        items, trader = whole.item, (whole.declarant.name if whole.declarant else "") or ""
        first = items[0] if items else None
        described = (first.commodity.description if first and first.commodity else "") or ""
        codes = tuple(item.commodity_code for item in items)
        return Goods(" ".join(described.split()), first.commodity_code if first else "", len(items), trader=trader, codes=codes)
