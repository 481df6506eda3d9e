"""What an inspection leaves open, on its page: a laboratory's result, another agency that takes part, what that agency says."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.model.refusals import NotAllowed, Unreadable
from clearlane.office.inspecting_later import QuayAct
from clearlane.office.office import Office
from clearlane.web.doors import Again, Door, Form
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_SAID = {"yes": True, "no": False}


class LaterPages:
    """What an inspection leaves open.

    Args:
      office: The office.
      door: Who may come in.
      case: From a request to the declaration it is about, to an officer who may see it.
      again: Shows the page of the inspection once more, with why an act was not taken.
    """

    def __init__(self, office: Office, door: Door, case: Callable[[Request, Viewer], Case], again: Again) -> None:
        self._office, self._door, self._case, self._again = office, door, case, again

    def ways(self, at: str) -> list[Way]:
        """Return the addresses below that of an inspection."""
        posted = self._door.posted
        return [
            ("POST", f"{at}/{{number}}/sample", posted(self.sample, self._again)),
            ("POST", f"{at}/{{number}}/agency", posted(self.agency, self._again)),
        ]

    def sample(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take a laboratory's result."""
        number = self._demanded(request, viewer, "judge-sample")
        said, why, seen = _said(form), form.get("why", "")[:4_000], _seen(form)
        desk = self._office.inspections
        desk.judge_sample(number, form.get("sample", ""), why, as_declared=said, by=viewer.party, expect=seen)
        return _back(number)

    def agency(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Have another agency take part, or take what it says."""
        agency, desk, why = form.get("agency", ""), self._office.inspections, form.get("why", "")[:4_000]
        if form.get("says"):
            number = self._demanded(request, viewer, "conclude-visit")
            desk.agency_says(number, agency, why, agrees=_said(form), by=viewer.party, expect=_seen(form))
        else:
            number = self._demanded(request, viewer, "share-visit")
            desk.share(number, agency, by=viewer.party, expect=_seen(form))
        return _back(number)

    def _demanded(self, request: Request, viewer: Viewer, act: QuayAct) -> str:
        number = self._case(request, viewer).number
        why = self._office.clearance.allowed(act, viewer, number)
        if why is not None:
            raise NotAllowed(why)
        return number


def _said(form: Form) -> bool:
    said = _SAID.get(form.get("says", ""))
    if said is None:
        raise Unreadable(WORDS["inspect.later.choose"])
    return said


def _seen(form: Form) -> int:
    return whole(form.get("expect", ""), 0)


def _back(number: str) -> Response:
    return RedirectResponse(f"/desk/inspections/{number}#later", 303, headers=HEADERS)
