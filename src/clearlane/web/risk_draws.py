"""The pages of the random draw: what was committed, for officers and for everyone, and a proof checked by whoever holds one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.refusals import Refusal
from clearlane.model.risk_facts import DrawCommitted, DrawOpened
from clearlane.office.office import Office
from clearlane.office.risk_nouns import proven
from clearlane.web.doors import Door
from clearlane.web.risk_shell import HERE, RiskShell, Way, demand
from clearlane.web.viewer import Viewer

PUBLIC = "/risk/draws"
SHOWN = 400
"""How many draws a page shows at most: a year of days."""


class Drawing(msgspec.Struct, frozen=True):
    """A draw as it stands.

    Attributes:
      committed: What was published.
      state: Whether it is to come, decides now, or has ended.
    """

    committed: DrawCommitted
    state: Literal["to-come", "decides", "over"]


class DrawPages:
    """The desk's page of draws.

    Args:
      shell: What the pages of risk work have in common.
    """

    def __init__(self, shell: RiskShell) -> None:
        self._shell, self._office = shell, shell.office

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [("GET", f"{HERE}/draws", self._shell.opened(self.overview))]

    def overview(self, request: Request, viewer: Viewer) -> Response:
        """Show every draw; to the auditor also which were opened, when and by whom."""
        demand(viewer.sees_risk)
        opened: list[tuple[DrawOpened, datetime]] = []
        if viewer.may_audit:
            opened = self._office.risk.keeping.timeline().opened[::-1]
        return self._shell.page(request, "risk_draws.html", viewer, draws=drawings(self._office), opened=opened)


class PublicDraws:
    """The page of draws for everyone.

    Args:
      office: The office.
      door: How a page is made for whoever comes.
      count: Counts a stranger's request, and refuses what is too much.
    """

    def __init__(self, office: Office, door: Door, count: Callable[[Request], None]) -> None:
        self._office, self._door, self._count = office, door, count

    def ways(self) -> list[Way]:
        """Return the address of this page."""
        return [("GET", PUBLIC, self.show)]

    def show(self, request: Request) -> Response:
        """Show what was committed, and say whether a proof holds where one is given."""
        viewer = self._door.viewer(request)
        try:
            if viewer is None:
                self._count(request)
        except Refusal as refusal:
            return self._door.refused(request, viewer, refusal)
        asked = {name: request.query_params.get(name, "").strip()[:400] for name in ("period", "number", "proof")}
        draws = drawings(self._office)
        said = _held(draws, asked) if any(asked[name] for name in ("number", "proof")) else ""
        return self._door.page(request, "risk_draws_public.html", viewer, draws=draws, asked=asked, said=said)


def drawings(office: Office) -> list[Drawing]:
    """Return the draws committed, the latest first."""
    now, timeline = office.clock(), office.risk.keeping.timeline()
    deciding = timeline.draw_at(now)
    every = sorted(office.risk.draws.commitments(), key=lambda one: one.since, reverse=True)[:SHOWN]
    return [Drawing(one, "to-come" if one.since > now else "decides" if one == deciding else "over") for one in every]


def _held(draws: list[Drawing], asked: dict[str, str]) -> Literal["unknown", "incomplete", "drawn", "not-shown"]:
    """Say what comes of holding a proof against a draw."""
    if not (asked["number"] and asked["proof"]):
        return "incomplete"
    found = next((one.committed for one in draws if one.committed.period == asked["period"]), None)
    if found is None:
        return "unknown"
    proof = "".join(asked["proof"].split())
    return "drawn" if proven(found.public_key, found.share, asked["number"], proof) else "not-shown"
