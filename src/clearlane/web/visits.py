"""Visits shared with another agency, for that agency's own people: one appointment, the goods, and the result it records."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import Refusal, Unreadable
from clearlane.office.office import Office
from clearlane.office.visits import conclude, demand_partner, visits
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_SAID = {"yes": True, "no": False}


class VisitPages:
    """Shared visits.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [("GET", "/visits", self._door.opened(self.list)), ("POST", "/visits/{number}", self._door.posted(self.conclude, self.list))]

    def list(self, request: Request, viewer: Viewer, form: Form | None = None, trouble: Refusal | None = None) -> Response:
        """List the visits of the viewer's agency."""
        found, status = visits(self._office, viewer), status_of(trouble) if trouble else 200
        return self._door.page(request, "visits.html", viewer, status=status, visits=found, trouble=trouble and trouble.words)

    def conclude(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take what the agency found."""
        said, number = _SAID.get(form.get("says", "")), request.path_params["number"]
        why, seen = form.get("why", "")[:4_000], whole(form.get("expect", ""), 0)
        demand_partner(self._office, viewer, number)
        if said is None:
            raise Unreadable(WORDS["inspect.later.choose"])
        conclude(self._office, viewer, number, form.get("agency", ""), why, agrees=said, expect=seen)
        return RedirectResponse("/visits", 303, headers=HEADERS)
