"""The lottery that gives cases to officers, for everyone: what was bound before, what was published after, and whether every lot holds."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.lottery import Lot, LotteryCommitted, LotteryOpened
from clearlane.model.refusals import NotFound, Refusal
from clearlane.office.assignment_record import opened
from clearlane.office.office import Office
from clearlane.web.doors import Door
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way
from clearlane.web.tariff import Count
from clearlane.web.words import WORDS

PUBLIC = "/lots"
_PERIODS, _LOTS = 400, 200


class Period(msgspec.Struct, frozen=True):
    """A period of the lottery as it stands.

    Attributes:
      committed: What was published before it began.
      opened: What was published when it was over; None before.
      state: Where it stands.
    """

    committed: LotteryCommitted
    opened: LotteryOpened | None
    state: Literal["to-come", "decides", "waits", "open"]


class LotPages:
    """The page of the lottery for everyone.

    Args:
      office: The office.
      door: How a page is made for whoever comes.
      count: Counts a stranger's request, and refuses what is too much.
    """

    def __init__(self, office: Office, door: Door, count: Count) -> None:
        self._office, self._door, self._count = office, door, count

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [("GET", PUBLIC, self.show), ("GET", f"{PUBLIC}/{{period}}.json", self.published)]

    def show(self, request: Request) -> Response:
        """Show every period, and of one whose seed was published every lot and whether it holds."""
        viewer = self._door.viewer(request)
        try:
            if viewer is None:
                self._count(request)
            every = periods(self._office)
            asked = request.query_params.get("period", "")
            one = _named(every, asked) if asked else next((one for one in every if one.opened), None)
        except Refusal as refusal:
            return self._door.refused(request, viewer, refusal)
        lots = self._office.assignment.lots(one.committed.period) if one and one.opened else []
        checked = self._office.assignment.checked(one.committed.period) if one and one.opened else None
        shown: dict[str, Any] = {"lots": lots[:_LOTS], "count": len(lots), "doubts": checked}
        return self._door.page(request, "lots.html", viewer, periods=every, one=one, **shown)

    def published(self, request: Request) -> Response:
        """Return what was published of a period, for whoever recomputes it."""
        viewer = self._door.viewer(request)
        try:
            if viewer is None:
                self._count(request)
            one = _named(periods(self._office), request.path_params["period"])
            if one.opened is None:
                raise NotFound(WORDS["lots.still-secret"])
        except Refusal as refusal:
            return self._door.refused(request, viewer, refusal)
        data = written(one.committed, one.opened, self._office.assignment.lots(one.committed.period))
        headers = {**HEADERS, "Content-Disposition": 'attachment; filename="lots.json"'}
        return Response(data, media_type="application/json", headers=headers)


def periods(office: Office) -> list[Period]:
    """Return the periods, the latest first."""
    every = sorted(office.assignment.periods(), key=lambda one: one.since, reverse=True)[:_PERIODS]
    return [_period(office, one) for one in every]


def _period(office: Office, one: LotteryCommitted) -> Period:
    now, known = office.clock(), opened(office.store, one.period)
    if known is not None:
        return Period(one, known, "open")
    return Period(one, None, "to-come" if now < one.since else "decides" if now < one.until else "waits")


def _named(every: list[Period], name: str) -> Period:
    found = next((one for one in every if one.committed.period == name), None)
    if found is None:
        raise NotFound(WORDS["lots.unknown"])
    return found


def written(committed: LotteryCommitted, known: LotteryOpened, lots: list[Lot]) -> bytes:
    """Return a period as JSON: the commitments, the seed and every lot."""
    told = {"period": committed.period, "since": committed.since, "until": committed.until, "commitment": committed.seed}
    return msgspec.json.format(msgspec.json.encode({**told, "seed": known.seed, "lots": lots}), indent=1)
