"""The page of the random draw for everyone: the keys as they were published, and a proof checked by whoever holds one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.refusals import Refusal
from clearlane.office.office import Office
from clearlane.office.risk_nouns import proven
from clearlane.web.doors import Door
from clearlane.web.risk_draws import Drawing, drawings
from clearlane.web.risk_shell import Way

PUBLIC = "/risk/draws"


class PublicDraws:
    """The page of draws for everyone.

    Args:
      office: The office.
      door: How a page is made for whoever comes.
      count: Counts a stranger's request, and refuses what is too much.
    """

    def __init__(self, office: Office, door: Door, count: Callable[[Request], None]) -> None:
        self._office, self._door, self._count = office, door, count

    def ways(self) -> list[Way]:
        """Return the address of this page."""
        return [("GET", PUBLIC, self.show)]

    def show(self, request: Request) -> Response:
        """Show what was committed, and say whether a proof holds where one is given."""
        viewer = self._door.viewer(request)
        try:
            if viewer is None:
                self._count(request)
        except Refusal as refusal:
            return self._door.refused(request, viewer, refusal)
        asked = {name: request.query_params.get(name, "").strip()[:400] for name in ("period", "number", "proof")}
        draws = drawings(self._office)
        said = _held(draws, asked) if any(asked[name] for name in ("number", "proof")) else ""
        return self._door.page(request, "risk_draws_public.html", viewer, draws=draws, asked=asked, said=said)


def _held(draws: list[Drawing], asked: dict[str, str]) -> Literal["unknown", "incomplete", "drawn", "not-shown"]:
    """Say what comes of holding a proof against a draw."""
    if not (asked["number"] and asked["proof"]):
        return "incomplete"
    found = next((one.committed for one in draws if one.committed.period == asked["period"]), None)
    if found is None:
        return "unknown"
    proof = "".join(asked["proof"].split())
    return "drawn" if proven(found.public_key, found.share, asked["number"], proof) else "not-shown"
