"""Who may come in: finding out who asks, signing in, and saying in words what cannot be done."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from clearlane.model.refusals import NotAllowed, NotFound, Refusal
from clearlane.office.access import Asker
from clearlane.office.office import Office
from clearlane.web.forms import FIELD, genuine, read_form, token_for
from clearlane.web.rendering import HEADERS, page
from clearlane.web.viewer import Viewer, signed_in, trying
from clearlane.web.words import WORDS

Recognise = Callable[[str], Asker | None]
"""From a token to its holder; None where it is not known."""
Shown = Callable[[Request, Viewer], Response]
SESSION = "session"
_STATUS = {NotFound.kind: 404, NotAllowed.kind: 403, "too-often": 429}
_MOST = 10_000
_LASTS = 8 * 3600


class Door:
    """The way in.

    Args:
      office: The office.
      recognise: From a token to its holder.
      open_demo: Whether whoever comes from this machine needs no token.
    """

    def __init__(self, office: Office, recognise: Recognise, *, open_demo: bool) -> None:
        self._office = office
        self._recognise = recognise
        self._sessions: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._open = trying(office) if open_demo else None

    def viewer(self, request: Request) -> Viewer | None:
        """Return who makes a request; None where nobody is signed in."""
        token, until = self._sessions.get(request.cookies.get(SESSION, ""), ("", 0.0))
        holder = self._recognise(token) if token and monotonic() < until else None
        if holder is not None:
            return signed_in(holder)
        return self._open(request) if self._open else None

    def page(self, request: Request, template: str, viewer: Viewer | None, *, status: int = 200, **shown: Any) -> HTMLResponse:
        """Return a page of this office."""
        more = {"sandbox": self._office.sandbox, "csrf": token_for(request), **shown}
        response = page(request, template, viewer, self._office.profile, status=status, **more)
        response.set_cookie(FIELD, more["csrf"], httponly=True, samesite="strict", secure=request.url.scheme == "https")
        return response

    def opened(self, show: Shown) -> Callable[[Request], Response]:
        """Return a page for those who may come in; others are asked to sign in, and refusals are said in words."""

        def opened(request: Request) -> Response:
            viewer = self.viewer(request)
            if viewer is None:
                return RedirectResponse("/sign-in", 303, headers=HEADERS)
            try:
                return show(request, viewer)
            except Refusal as refusal:
                return self.refused(request, viewer, refusal)

        return opened

    def refused(self, request: Request, viewer: Viewer | None, refusal: Refusal) -> HTMLResponse:
        """Return the page that says why a request is not carried out."""
        status = _STATUS.get(refusal.kind, 400)
        return self.page(request, "problem.html", viewer, status=status, code=str(status), words=refusal.words)

    def missed(self, request: Request) -> Response:
        """Say that there is no such page."""
        return self.page(request, "problem.html", self.viewer(request), status=404, code="404", words=WORDS["problem.404.words"])

    def sign_in_form(self, request: Request) -> Response:
        """Ask for the token."""
        return self.page(request, "sign_in.html", None, wrong=False)

    async def sign_in(self, request: Request) -> Response:
        """Begin a session with a token."""
        form = await read_form(request, 10_000)
        token = form.get("token", b"").decode("utf-8", "replace").strip()
        if not genuine(request, form) or self._recognise(token) is None:
            return await run_in_threadpool(self.page, request, "sign_in.html", None, status=403, wrong=True)
        session = secrets.token_urlsafe(32)
        self._sessions[session] = token, monotonic() + _LASTS
        while len(self._sessions) > _MOST:
            self._sessions.popitem(last=False)
        response = RedirectResponse("/", 303, headers=HEADERS)
        secure = request.url.scheme == "https"
        response.set_cookie(SESSION, session, max_age=_LASTS, httponly=True, samesite="strict", secure=secure)
        return response

    async def sign_out(self, request: Request) -> Response:
        """End the session."""
        if genuine(request, await read_form(request, 10_000)):
            self._sessions.pop(request.cookies.get(SESSION, ""), None)
        response = RedirectResponse("/sign-in", 303, headers=HEADERS)
        response.delete_cookie(SESSION)
        return response
