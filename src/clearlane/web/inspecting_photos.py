"""Photographs of an inspection: shown where the parties are open to the viewer, else opened one by one with a reason, which is noted."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.office.masking import demand_open, unmask
from clearlane.office.office import Office
from clearlane.web.doors import Door, Form
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer

_SHUT = {**HEADERS, "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'"}


class PhotoPages:
    """Photographs.

    Args:
      office: The office.
      door: Who may come in.
      case: From a request to the declaration it is about, to an officer who may see it.
    """

    def __init__(self, office: Office, door: Door, case: Callable[[Request, Viewer], Case]) -> None:
        self._office, self._door, self._case = office, door, case

    def ways(self, at: str) -> list[Way]:
        """Return the addresses below that of an inspection."""
        one = f"{at}/{{number}}/photos/{{digest}}"
        return [("GET", one, self._door.opened(self.show)), ("POST", f"{one}/open", self._door.posted(self.open))]

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Return a photograph: where work is faceless, marks on packages may name a party, so that it is shut as a document is."""
        case, digest = self._case(request, viewer), request.path_params["digest"]
        demand_open(self._office, viewer, case.number, digest)
        kind, data = self._office.inspections.picture(case.number, digest)
        self._office.people.reads.note(viewer, "document", case.number, "photo")
        return Response(data, media_type=kind, headers=_SHUT)

    def open(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Note who opens one photograph and why, and lead back to it."""
        number, digest = request.path_params["number"], request.path_params["digest"]
        unmask(self._office, viewer, number, form.get("why", ""), digest)
        return RedirectResponse(f"/desk/inspections/{number}#recorded", 303, headers=HEADERS)
