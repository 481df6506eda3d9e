"""Who looks at the pages: holders of tokens, and on an open demonstration whoever sits at this machine."""

from __future__ import annotations

from starlette.requests import Request

from clearlane.api.desk import Desk, here
from clearlane.web.doors import Recognise
from clearlane.web.viewer import Viewer, Who, trying


def recognising(desk: Desk) -> Recognise:
    """Return what knows the holder of a token."""

    def recognise(given: str) -> Viewer | None:
        asker = desk.keyring.holder(given)
        return Viewer(asker.role, asker.party) if asker else None

    return recognise


def viewer_of(desk: Desk) -> Who | None:
    """Return what knows who looks, where it is not by signing in."""
    if not desk.open_demo:
        return None
    tries = trying(desk.office)

    def viewer(request: Request) -> Viewer | None:
        return tries(request) if here(request) else None

    return viewer
