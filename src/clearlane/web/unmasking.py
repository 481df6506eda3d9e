"""Opening the parties of a case, or one document, where work is faceless: with a reason, and noted before anything is shown."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.office.masking import unmask
from clearlane.office.office import Office
from clearlane.web.doors import Door, Form
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer


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
        at = "/declarations/{number}"
        return [
            ("POST", f"{at}/parties", self._door.posted(self.open)),
            ("POST", f"{at}/documents/{{digest}}/open", self._door.posted(self.open_document)),
        ]

    def open(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Note who opens the parties and why, and lead back to the declaration."""
        number = request.path_params["number"]
        unmask(self._office, viewer, number, form.get("why", ""))
        return RedirectResponse(f"/declarations/{number}", 303, headers=HEADERS)

    def open_document(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Note who opens one document and why, and lead back to it; the parties stay hidden elsewhere."""
        number, digest = request.path_params["number"], request.path_params["digest"]
        unmask(self._office, viewer, number, form.get("why", ""), digest)
        return RedirectResponse(f"/declarations/{number}/documents?one={digest}", 303, headers=HEADERS)
