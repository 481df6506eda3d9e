"""Papers of an inspection, saved as PDF by officers: the order for the quay, and the report of what was found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.case import Case
from clearlane.model.sheet import Kind
from clearlane.office.inspecting_papers import paper
from clearlane.office.office import Office
from clearlane.web.doors import Door
from clearlane.web.language import language_of
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer


class InspectionPaperPages:
    """Papers of an inspection.

    Args:
      office: The office.
      door: Who may come in.
      case: From a request to the declaration it is about, to an officer who may see it.
    """

    def __init__(self, office: Office, door: Door, case: Callable[[Request, Viewer], Case]) -> None:
        self._office, self._door, self._case = office, door, case

    def ways(self, at: str) -> list[Way]:
        """Return the addresses below that of an inspection."""
        return [
            ("GET", f"{at}/{{number}}/order.pdf", self._door.opened(partial(self.pdf, kind="inspection-order"))),
            ("GET", f"{at}/{{number}}/report.pdf", self._door.opened(partial(self.pdf, kind="inspection-report"))),
        ]

    def pdf(self, request: Request, viewer: Viewer, *, kind: Kind) -> Response:
        """Return a paper, to be saved: noted as a document read."""
        case, language = self._case(request, viewer), language_of(request)
        made = paper(self._office, viewer, case.number, kind, language, str(request.base_url))
        self._office.people.reads.note(viewer, "document", case.number, kind)
        named = f'attachment; filename="{case.number}-{kind}-{language}.pdf"'
        return Response(made, media_type="application/pdf", headers={**HEADERS, "Content-Disposition": named})
