"""The desk's page of the random draw: what was committed, and to the auditor what was opened."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.risk_facts import DrawCommitted, DrawOpened
from clearlane.office.office import Office
from clearlane.web.risk_shell import HERE, RiskShell, Way, demand
from clearlane.web.viewer import Viewer

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


def drawings(office: Office) -> list[Drawing]:
    """Return the draws committed, the latest first."""
    now, timeline = office.clock(), office.risk.keeping.timeline()
    deciding = timeline.draw_at(now)
    every = sorted(office.risk.draws.commitments(), key=lambda one: one.since, reverse=True)[:SHOWN]
    return [Drawing(one, "to-come" if one.since > now else "decides" if one == deciding else "over") for one in every]
