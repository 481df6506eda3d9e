"""Opening the parties of a case where work is faceless: with a reason, and noted before anything is shown."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import Conflict, NotAllowed
from clearlane.office.office import Office
from clearlane.web.doors import Door, Form
from clearlane.web.masking import unmask
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS


class UnmaskingPages:
    """Opening the parties of a case.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [("POST", "/declarations/{number}/parties", self._door.posted(self.open))]

    def open(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Note who opens the parties and why, and lead back to the declaration."""
        case = self._office.store.case(request.path_params["number"])
        place = case.office if case else ""
        if case is None or not viewer.holds("officer", "inspector", "supervisor", office=place):
            raise NotAllowed(WORDS["mask.not-yours"])
        if not form.get("why", "").strip():
            raise Conflict(WORDS["mask.no-reason"])
        unmask(self._office, viewer, case.number, form["why"])
        return RedirectResponse(f"/declarations/{case.number}", 303, headers=HEADERS)
