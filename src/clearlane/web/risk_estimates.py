"""The page of estimates: how much is not in order of what goes by, how sure that is, and how it hangs on what inspectors miss."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.inspection import Intensity
from clearlane.model.refusals import Unreadable
from clearlane.web.risk_estimate_parts import ASSUMED, groups_of, misses_of
from clearlane.web.risk_period import period_of
from clearlane.web.risk_shell import HERE, RiskShell, Way, demand
from clearlane.web.viewer import Viewer

DAYS = 90
SHOWN = 25
"""How many groups a table shows at most."""
FEW = 30
"""With fewer inspections an estimate is marked: it says little."""


class EstimatePages:
    """The page of estimates.

    Args:
      shell: What the pages of risk work have in common.
    """

    def __init__(self, shell: RiskShell) -> None:
        self._shell, self._office = shell, shell.office

    def ways(self) -> list[Way]:
        """Return the address of this page."""
        return [("GET", f"{HERE}/estimates", self._shell.opened(self.show))]

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show what is estimated of a period, under an assumption about misses."""
        demand(viewer.sees_risk)
        asked, now = dict(request.query_params), self._office.clock()
        trouble, assumed = None, asked.get("misses", "")
        try:
            period = period_of(self._office.profile, asked, now, DAYS)
        except Unreadable as refusal:
            trouble, period = refusal, period_of(self._office.profile, {}, now, DAYS)
        assumed = assumed if assumed in ASSUMED else ASSUMED[0]
        rates = misses_of(assumed)
        made = self._office.risk.estimates.non_compliance(period.since, period.until, rates)
        return self._shell.page(
            request, "risk_estimates.html", viewer, trouble=trouble, made=made, period=period, assumed=assumed, choices=ASSUMED, few=FEW,
            rates=[(how, rates[None, how]) for how in get_args(Intensity)],
            groups=groups_of(self._office.tariff.law(), made, period.last), most=SHOWN,
        )  # fmt: skip
