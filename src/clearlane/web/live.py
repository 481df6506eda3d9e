"""Pages that keep themselves up to date: what they show has a name, and is sent again only where that has changed."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from clearlane.office.office import Office
from clearlane.web.language import language_of
from clearlane.web.rendering import HEADERS
from clearlane.web.viewer import Viewer


def live(office: Office, request: Request, viewer: Viewer | None, shown: Callable[[], Response], *also: object) -> Response:
    """Return a page with the name of what it shows; with ``part=live`` nothing where whoever asks has just that.

    Args:
      office: The office: every fact changes what is shown, and so does every minute.
      request: The request.
      viewer: Who looks.
      shown: Makes the page.
      also: What else it shows.
    """
    known = (office.store.last_seq(), f"{office.clock():%d %H:%M}", language_of(request), viewer, request.url.query, *also)
    tag = f'"{sha256(repr(known).encode()).hexdigest()[:24]}"'
    if request.query_params.get("part") == "live" and request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag, **HEADERS})
    response = shown()
    response.headers["ETag"] = tag
    return response
