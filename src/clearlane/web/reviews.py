"""Checks on which the lot fell, for supervisors: what waits to be looked at again, and how often what was decided was sound."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.refusals import NotAllowed
from clearlane.office.office import Office
from clearlane.office.reviewing import reviews
from clearlane.web.doors import Door
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS


class ReviewPages:
    """Reviews.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the address of this page."""
        return [("GET", "/desk/reviews", self._door.opened(self.show))]

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show the reviews of the viewer's offices; his own checks he sees, and reviews none of them."""
        if not viewer.holds("supervisor"):
            raise NotAllowed(WORDS["reviews.not-yours"])

        def sees(number: str) -> bool:
            case = self._office.store.case(number)
            return case is not None and viewer.holds("supervisor", office=case.office)

        return self._door.page(request, "reviews.html", viewer, made=reviews(self._office.store, sees))
