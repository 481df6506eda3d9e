"""The office's papers: handed out as PDF to whoever may see the declaration, and checked by anyone who holds one."""

from __future__ import annotations

from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.case import Case
from clearlane.model.refusals import NotFound, Refusal
from clearlane.model.sheet import Kind
from clearlane.office.office import Office
from clearlane.office.printing import INSPECTIONS
from clearlane.web.doors import Door
from clearlane.web.language import language_of
from clearlane.web.rendering import HEADERS
from clearlane.web.tariff import Count
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

KINDS: tuple[str, ...] = get_args(Kind)


class PaperPages:
    """Papers.

    Args:
      office: The office.
      door: How a page is made for whoever comes.
      count: Counts a stranger's request.
    """

    def __init__(self, office: Office, door: Door, count: Count) -> None:
        self._office, self._door, self._count = office, door, count

    def pdf(self, request: Request, viewer: Viewer, case: Case) -> Response:
        """Return a paper of a declaration that the viewer may see, to be saved: nothing of it runs in the page."""
        kind, language = _kind(request), language_of(request)
        if kind in INSPECTIONS:
            raise NotFound(WORDS["problem.404.words"])
        made = self._office.printing.pdf(case.number, kind, language, str(request.base_url))
        self._office.people.reads.note(viewer, "document", case.number, kind)
        named = f'attachment; filename="{case.number}-{kind}-{language}.pdf"'
        return Response(made, media_type="application/pdf", headers={**HEADERS, "Content-Disposition": named})

    def check(self, request: Request) -> Response:
        """Say whether a paper is genuine. Asked by anyone, from the QR code."""
        viewer = self._door.viewer(request)
        asked = request.path_params
        try:
            if viewer is None:
                self._count(request)
            found = self._office.printing.check(asked["number"], _kind(request), asked["mark"][:70])
        except Refusal as refusal:
            return self._door.refused(request, viewer, refusal)
        return self._door.page(request, "check.html", viewer, found=found)


def _kind(request: Request) -> Kind:
    kind = request.path_params["kind"]
    if kind not in KINDS:
        raise NotFound(WORDS["problem.404.words"])
    return cast("Kind", kind)
