"""The page of components: everything pages are made of, shown once, as whoever adds a page finds it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.case import STATES
from clearlane.model.findings import Finding
from clearlane.model.pointing import nearest
from clearlane.model.refusals import NotAllowed
from clearlane.office.office import Office
from clearlane.web.doors import Door
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

COLOURS = ("ground", "paper", "ink", "soft", "line", "hair", "brand", "button", "link", "focus")
MEANINGS = ("green", "blue", "yellow", "red", "grey")
_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem[1]/Origin[1]/CountryCode"


class DesignPages:
    """The page of components.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the address of this page."""
        return [("GET", "/design", self._door.opened(self.show))]

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show every component, for those who work here."""
        if not (viewer.officer or viewer.may_administer):
            raise NotAllowed(WORDS["design.officers"])
        lanes, states = tuple(self._office.profile.lanes.names), tuple(STATES)
        return self._door.page(
            request, "design.html", viewer, lanes=lanes, states=states, findings=_findings(), colours=(COLOURS, MEANINGS)
        )


def _findings() -> list[Finding]:
    path = f"/Declaration/{_ITEM}"
    both = (("blocking", "XA-104"), ("warning", "CL-101"))
    return [Finding(rule, severity, nearest(_ITEM), path, WORDS["design.finding"], WORDS["design.remedy"]) for severity, rule in both]  # type: ignore[arg-type]
