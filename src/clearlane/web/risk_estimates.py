"""The page of estimates: how much is not in order of what goes by, how sure that is, and how it hangs on what inspectors miss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.inspection import CATEGORIES, Intensity
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.risk_nouns import UNSAID, Estimate, Misses, MissRate, NonCompliance
from clearlane.web.risk_period import Period, chapter_named, office_named, period_of
from clearlane.web.risk_shell import HERE, RiskShell, Way, demand
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

ASSUMED = ("judged", "0", "0.1", "0.2", "0.3", "0.4", "0.5")
"""What can be assumed of misses: bounds by judgement, or one share for every kind of inspection."""
DAYS = 90
SHOWN = 25
"""How many groups a table shows at most."""
FEW = 30
"""With fewer inspections an estimate is marked: it says little."""


class Group(msgspec.Struct, frozen=True):
    """A part of the whole with its estimate.

    Attributes:
      name: What it is called.
      estimate: The estimate.
      counted: Declarations in which it was found; None where that is not counted by itself.
    """

    name: Text
    estimate: Estimate
    counted: int | None = None


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
            rates=[(how, rates[None, how]) for how in get_args(Intensity)], groups=self._groups(made, period), most=SHOWN,
        )  # fmt: skip

    def _groups(self, made: NonCompliance, period: Period) -> dict[str, list[Group]]:
        law = self._office.tariff.law()
        names: Mapping[str, Text] = {str(lane): words for lane, words in law.lanes.names.items()}
        detected = made.detected.categories
        return {
            "lanes": _worst([Group(names.get(one, Text(en=one, vi=one)), found) for one, found in made.lanes.items()]),
            "kinds": _worst([Group(CATEGORIES[one], found, detected.get(one, 0)) for one, found in made.categories.items()]),
            "offices": _worst([Group(office_named(law, one), found) for one, found in made.offices.items()]),
            "chapters": _worst([Group(chapter_named(law, one, period.last), found) for one, found in made.chapters.items()]),
        }


def misses_of(assumed: str) -> Misses:
    """Return what is assumed of misses by its name.

    Raises:
      Unreadable: It is none of ``ASSUMED``.
    """
    if assumed not in ASSUMED:
        raise Unreadable(WORDS["risk.estimate.no-share"])
    if assumed == "judged":
        return UNSAID
    share = float(assumed)
    return {(None, how): MissRate(share, share, share) for how in get_args(Intensity)}


def _worst(groups: Sequence[Group]) -> list[Group]:
    """Return groups, those first whose rate is high beyond chance; those of which nothing is known last."""
    return sorted(groups, key=lambda one: (one.estimate.value is None, -one.estimate.low, -one.estimate.population))
