"""The worklist: cases that wait, with their clocks, and the next case."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.office.masking import faceless
from clearlane.office.office import Office
from clearlane.office.working import next_case
from clearlane.web.border import GoodsKnown
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.live import live
from clearlane.web.rendering import HEADERS, address
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS
from clearlane.web.work_overview import OverviewPages
from clearlane.web.work_view import asked_of, staff, worklist

HERE = "/desk/work"


class WorkPages:
    """The worklist: cases that wait, with their clocks, and the next case.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door
        self._goods = GoodsKnown(office)
        self._overview = OverviewPages(office, door)

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        door = self._door
        return [
            ("GET", HERE, door.opened(self.show)),
            ("POST", f"{HERE}/next", door.posted(self.next, self.again)),
            *self._overview.ways(),
        ]

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show the worklist; with ``part=live`` only what changes, and nothing where it has not."""
        return live(self._office, request, viewer, lambda: self._page(request, viewer))

    def next(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Open the officer's next case, drawing lots for those that nobody has; or say that there is none."""
        if not viewer.holds("officer", "inspector") or not staff(viewer):
            raise NotAllowed(WORDS["work.not-yours"])
        found = next_case(self._office, staff(viewer), sorted(viewer.offices), leaving=form.get("leaving", "")[:70])
        if found.number:
            return RedirectResponse(f"/declarations/{found.number}", 303, headers=HEADERS)
        return RedirectResponse(address(HERE, {"none": str(found.drawn)}), 303, headers=HEADERS)

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say why there is no next case, above the worklist."""
        return self._page(request, viewer, refusal)

    def _page(self, request: Request, viewer: Viewer, trouble: Refusal | None = None) -> Response:
        if not viewer.officer:
            raise NotAllowed(WORDS["work.not-yours"])
        office = self._office
        part = request.query_params.get("part") == "live"
        drawn = request.query_params.get("none", "")
        return self._door.page(
            request, "work_live.html" if part else "work.html", viewer, status=status_of(trouble) if trouble else 200,
            work=worklist(office, viewer, asked_of(request, viewer), self._goods), now=office.clock(),
            drawn=drawn if drawn.isascii() and drawn.isdecimal() else "", trouble=trouble.words if trouble else None,
            hidden=faceless(office, viewer), acts=viewer.holds("officer", "inspector") and bool(staff(viewer)),
        )  # fmt: skip
