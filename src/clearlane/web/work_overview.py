"""The supervisor's overview: clocks that ran out, how much lies with whom, and who decided what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.case import Load
from clearlane.model.facts import Record
from clearlane.model.refusals import NotAllowed
from clearlane.office.office import Office
from clearlane.web.doors import Door
from clearlane.web.live import live
from clearlane.web.risk_selection_view import places_of
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS
from clearlane.web.work_view import USUAL, late

HERE = "/desk/work/overview"
DECISIONS = (
    "check-ended", "released", "stored", "cleared", "disposed", "dispute-decided", "request-decided", "queried", "query-settled",
    "countersigned", "assigned", "gate-passed", "examined",
)  # fmt: skip
SHOWN, _LOOKED_AT, _DAYS = 100, 5000, 7


class Bar(msgspec.Struct, frozen=True):
    """How much lies with someone or in a section: the count, of how many a clock has run out, and both as drawn, 0 to 100."""

    name: str
    section: str
    cases: int
    late: int
    drawn: float
    over: float


class Decided(msgspec.Struct, frozen=True):
    """What somebody decided: when, who, what by the fact's tag, and on which declaration."""

    at: datetime
    by: str
    what: str
    number: str


class OverviewPages:
    """The supervisor's overview.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [("GET", HERE, self._door.opened(self.show))]

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show clocks, workload and decisions; with ``part=live`` only these, and nothing where they have not changed."""
        if not viewer.holds("supervisor", "manager", "auditor"):
            raise NotAllowed(WORDS["work.overview.not-yours"])
        return live(self._office, request, viewer, lambda: self._page(request, viewer))

    def _page(self, request: Request, viewer: Viewer) -> Response:
        office, now, places = self._office, self._office.clock(), sorted(viewer.offices)
        officer, day = request.query_params.get("officer", "").strip()[:35], _day(request.query_params.get("day", ""))
        lying = office.store.workload(now, places)
        usual = [one for one in lying if one.waits in USUAL]
        template = "work_overview_live.html" if request.query_params.get("part") == "live" else "work_overview.html"
        names = places_of(office.profile, office.profile.day(now), ((one.office, "") for one in lying))
        return self._door.page(
            request, template, viewer, now=now, clocks=late(lying), officers=_bars(usual, lambda one: (one.officer, "")),
            sections=_bars(usual, lambda one: (one.office or "–", one.section)),
            decisions=decisions(office, officer, day, tuple(places)), officer=officer, day=day.isoformat() if day else "", days=_DAYS,
            places=names,
        )  # fmt: skip


def decisions(office: Office, officer: str = "", day: date | None = None, places: tuple[str, ...] = ()) -> list[Decided]:
    """Return what officers decided, latest first: on a day, or in the last days.

    Args:
      office: The office.
      officer: Of one officer only.
      day: On this day of the territory only.
      places: On declarations of these customs offices only; empty for all.
    """
    until = office.clock() + timedelta(seconds=1)
    since = until - timedelta(days=_DAYS)
    if day is not None:
        since = datetime.combine(day, time(), ZoneInfo(office.profile.time_zone)).astimezone(UTC)
        until = since + timedelta(days=1)
    found: list[Decided] = []
    before, looked = 0, 0
    while len(found) < SHOWN and looked < _LOOKED_AT:
        records = office.store.acts(DECISIONS, since, until, before, 500)
        if not records:
            break
        before, looked = records[-1].seq, looked + len(records)
        found += [_decided(one) for one in records if _wanted(office, one, officer, places)]
    return found[:SHOWN]


def _decided(record: Record) -> Decided:
    return Decided(record.at, getattr(record.fact, "by", ""), str(record.fact.__struct_config__.tag), record.subject)


def _wanted(office: Office, record: Record, officer: str, places: tuple[str, ...]) -> bool:
    if officer and getattr(record.fact, "by", "").casefold() != officer.casefold():
        return False
    if not places:
        return True
    case = office.store.case(record.subject)
    return case is not None and case.office in places


def _bars(lying: list[Load], name: Callable[[Load], tuple[str, str]]) -> list[Bar]:
    cases: dict[tuple[str, str], tuple[int, int]] = {}
    for one in lying:
        before = cases.get(name(one), (0, 0))
        cases[name(one)] = before[0] + one.cases, before[1] + one.late
    top = max((count for count, _ in cases.values()), default=1)
    bars = [Bar(*key, count, over, 100 * count / top, 100 * over / top) for key, (count, over) in cases.items()]
    return sorted(bars, key=lambda one: (one.name == "", -one.cases, one.name, one.section))


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None
