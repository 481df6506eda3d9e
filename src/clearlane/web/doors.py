"""Who may come in: finding out who asks, pages for those who may see them, forms from pages of ours, and refusals in words."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.model.refusals import NotAllowed, NotFound, Refusal
from clearlane.office.access import Asker
from clearlane.office.masking import hidden
from clearlane.office.office import Office
from clearlane.office.people_sessions import Session
from clearlane.web.forms import FIELD, TooLarge, genuine, read_form, token_for
from clearlane.web.rendering import HEADERS, page
from clearlane.web.viewer import Viewer, signed_in, trying
from clearlane.web.words import WORDS

Recognise = Callable[[str], Asker | None]
"""From a token to its holder; None where it is not known."""
Shown = Callable[[Request, Viewer], Response]
Form = dict[str, str]
Act = Callable[[Request, Viewer, Form], Response]
Again = Callable[[Request, Viewer, Form, Refusal], Response]
SESSION = "session"
_STATUS = {NotFound.kind: 404, NotAllowed.kind: 403, "too-often": 429}
_MOST = 10_000
_LASTS = 8 * 3600
_FORM_BYTES = 20_000


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
        """Return who makes a request; None where nobody is signed in, or where a second factor is still to be set up."""
        kept = request.cookies.get(SESSION, "")
        found = self._office.people.sessions.find(kept)
        if found is not None:
            return None if found[1].partial else signed_in(found[0])
        token, until = self._sessions.get(kept, ("", 0.0))
        holder = self._recognise(token) if token and monotonic() < until else None
        if holder is not None:
            return signed_in(holder)
        return self._open(request) if self._open else None

    def person(self, request: Request) -> tuple[Viewer, Session] | None:
        """Return the person who is signed in as himself, with his session; one without his second factor too."""
        found = self._office.people.sessions.find(request.cookies.get(SESSION, ""))
        return (signed_in(found[0]), found[1]) if found else None

    def page(self, request: Request, template: str, viewer: Viewer | None, *, status: int = 200, **shown: Any) -> HTMLResponse:
        """Return a page of this office. On a page of one case nothing is shown that is masked for whoever looks."""
        case = shown.get("case")
        hide = hidden(self._office, viewer, case) if viewer is not None and isinstance(case, Case) else ()
        more = {"sandbox": self._office.sandbox, "csrf": token_for(request), **shown}
        response = page(request, template, viewer, self._office.profile, status=status, hide=hide, **more)
        response.set_cookie(FIELD, more["csrf"], httponly=True, samesite="strict", secure=request.url.scheme == "https")
        return response

    def opened(self, show: Shown) -> Callable[[Request], Response]:
        """Return a page for those who may come in; others are asked to sign in, and refusals are said in words."""

        def opened(request: Request) -> Response:
            viewer = self.viewer(request)
            if viewer is None:
                return self.asked_in(request)
            try:
                return show(request, viewer)
            except Refusal as refusal:
                return self.refused(request, viewer, refusal)

        return opened

    def posted(
        self, act: Act, again: Again | None = None, who: Callable[[Request], Viewer | None] | None = None, most: int = _FORM_BYTES
    ) -> Callable[[Request], Awaitable[Response]]:
        """Return what takes a form: it must come from a page of ours, and refusals are said in words.

        Args:
          act: What is done with the form.
          again: The page it came from, with what was typed; the page of refusals by default.
          who: Who may send it; whoever is signed in by default.
          most: How many bytes it has at most.
        """

        async def taken(request: Request) -> Response:
            viewer = await run_in_threadpool(who or self.viewer, request)
            if viewer is None:
                return self.asked_in(request)
            try:
                given = await read_form(request, most)
            except TooLarge:
                return await run_in_threadpool(self.refused, request, viewer, NotAllowed(WORDS["form.stale"]))
            return await run_in_threadpool(self._carried_out, request, viewer, given, act, again)

        return taken

    def _carried_out(self, request: Request, viewer: Viewer, given: dict[str, bytes], act: Act, again: Again | None) -> Response:
        form = {name: value.decode("utf-8", "replace") for name, value in given.items()}
        try:
            if not genuine(request, given):
                raise NotAllowed(WORDS["form.stale"])
            return act(request, viewer, form)
        except Refusal as refusal:
            try:
                return again(request, viewer, form, refusal) if again else self.refused(request, viewer, refusal)
            except Refusal:
                return self.refused(request, viewer, refusal)

    def asked_in(self, request: Request) -> Response:
        """Lead whoever is not signed in to where he can do so, and who lacks his second factor to where he sets it up."""
        return RedirectResponse("/account" if self.person(request) else "/sign-in", 303, headers=HEADERS)

    def refused(self, request: Request, viewer: Viewer | None, refusal: Refusal) -> HTMLResponse:
        """Return the page that says why a request is not carried out."""
        status = status_of(refusal)
        return self.page(request, "problem.html", viewer, status=status, code=str(status), words=refusal.words)

    def missed(self, request: Request) -> Response:
        """Say that there is no such page."""
        return self.page(request, "problem.html", self.viewer(request), status=404, code="404", words=WORDS["problem.404.words"])

    def begin(self, token: str) -> str:
        """Begin a session for the holder of a token of the office; return the session's name, empty where the token is not known."""
        if self._recognise(token) is None:
            return ""
        session = secrets.token_urlsafe(32)
        self._sessions[session] = token, monotonic() + _LASTS
        while len(self._sessions) > _MOST:
            self._sessions.popitem(last=False)
        return session

    async def sign_out(self, request: Request) -> Response:
        """End the session."""
        if genuine(request, await read_form(request, 10_000)):
            kept = request.cookies.get(SESSION, "")
            self._sessions.pop(kept, None)
            await run_in_threadpool(self._office.people.sessions.end, kept)
        response = RedirectResponse("/sign-in", 303, headers=HEADERS)
        response.delete_cookie(SESSION)
        return response


def status_of(refusal: Refusal) -> int:
    """Return the status with which a refusal is told."""
    return _STATUS.get(refusal.kind, 503 if refusal.kind == "unavailable" else 400)


def with_session(response: Response, request: Request, session: str) -> Response:
    """Return an answer that gives the browser its session."""
    secure = request.url.scheme == "https"
    response.set_cookie(SESSION, session, max_age=_LASTS, httponly=True, samesite="strict", secure=secure)
    return response


def client_of(request: Request) -> str:
    """Return the address a request comes from."""
    return request.client.host if request.client else ""
