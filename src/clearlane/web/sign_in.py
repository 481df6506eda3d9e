"""Signing in: by number, password and code; by a token; by another service; and the first time, by one-time words."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.sign_in_refusals import KeyWanted, passwords_differ
from clearlane.web.account_keys import Way
from clearlane.web.doors import Door, client_of, status_of, with_session
from clearlane.web.forms import TooLarge, genuine, read_form
from clearlane.web.rendering import HEADERS
from clearlane.web.words import WORDS

_STATE = "sign-in"
_BACK = "/sign-in/back"


class SignInPages:
    """The pages before anyone is known.

    Args:
      office: The office.
      door: How pages are made, and how sessions begin with a token.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._people, self._door = office.people, door

    def ways(self) -> list[Way]:
        """Return the addresses and what answers them."""
        return [
            ("GET", "/sign-in", self.form),
            ("POST", "/sign-in", self.take),
            ("POST", "/sign-in/key", self.take_key),
            ("GET", "/sign-in/first", self.first),
            ("POST", "/sign-in/first", self.take_first),
            ("POST", "/sign-in/outside", self.go),
            ("GET", _BACK, self.back),
            ("POST", "/sign-out", self._door.sign_out),
        ]

    def form(self, request: Request) -> Response:
        """Ask who it is."""
        return self._asked(request)

    async def take(self, request: Request) -> Response:
        """Begin a session, with a token or with number, password and code."""
        form = await self._form(request)
        return await run_in_threadpool(self._taken, request, form)

    def _taken(self, request: Request, form: dict[str, str]) -> Response:
        if not form.get("form"):
            return self._asked(request, WORDS["form.stale"], status=403)
        if form.get("token", "").strip():
            session = self._door.begin(form["token"].strip())
            return self._in(request, session) if session else self._asked(request, WORDS["sign-in.wrong"], status=403)
        person = form.get("person", "").strip()
        try:
            session = self._people.accounts.sign_in(
                person, form.get("password", ""), form.get("code", "").strip(), client_of(request), _browser(request)
            )
        except KeyWanted as wanted:
            return self._key_asked(request, str(wanted.fields["question"]), person)
        except Refusal as refusal:
            return self._asked(request, refusal.words, person=person, status=status_of(refusal))
        return self._in(request, session)

    async def take_key(self, request: Request) -> Response:
        """Begin a session with what a security key answered."""
        form = await self._form(request)
        return await run_in_threadpool(self._taken_key, request, form)

    def _taken_key(self, request: Request, form: dict[str, str]) -> Response:
        if not form.get("form"):
            return self._asked(request, WORDS["form.stale"], status=403)
        try:
            session = self._people.keys.sign_in(form.get("asked", ""), form.get("answer", ""), client_of(request), _browser(request))
        except Refusal as refusal:
            return self._asked(request, refusal.words, status=status_of(refusal))
        return self._in(request, session)

    def _key_asked(self, request: Request, asked: str, person: str) -> Response:
        try:
            options = self._people.keys.asked_of(asked)
        except Refusal as refusal:
            return self._asked(request, refusal.words, person=person, status=status_of(refusal))
        return self._door.page(request, "account_key.html", None, asked=asked, options=options, signing=True)

    def first(self, request: Request) -> Response:
        """Ask for one-time words and a password."""
        return self._door.page(request, "sign_in_first.html", None, trouble=None, person="", done=False)

    async def take_first(self, request: Request) -> Response:
        """Set a password with one-time words."""
        form = await self._form(request)
        return await run_in_threadpool(self._taken_first, request, form)

    def _taken_first(self, request: Request, form: dict[str, str]) -> Response:
        person = form.get("person", "").strip()
        try:
            if not form.get("form"):
                raise NotAllowed(WORDS["form.stale"])
            if form.get("password", "") != form.get("again", ""):
                raise passwords_differ()
            self._people.accounts.accept(person, form.get("words", ""), form.get("password", ""), client_of(request))
        except Refusal as refusal:
            shown = {"trouble": refusal.words, "person": person, "done": False}
            return self._door.page(request, "sign_in_first.html", None, status=status_of(refusal), **shown)
        return self._door.page(request, "sign_in_first.html", None, trouble=None, person=person, done=True)

    async def go(self, request: Request) -> Response:
        """Lead to the other sign-in service."""
        form = await self._form(request)
        return await run_in_threadpool(self._gone, request, form)

    def _gone(self, request: Request, form: dict[str, str]) -> Response:
        try:
            if not form.get("form"):
                raise NotAllowed(WORDS["form.stale"])
            where, state = self._people.outside.begin(_here(request))
        except Refusal as refusal:
            return self._asked(request, refusal.words, status=status_of(refusal))
        response = self._door.page(request, "sign_in_go.html", None, where=where, back=False)
        secure = request.url.scheme == "https"
        response.set_cookie(_STATE, state, max_age=600, httponly=True, samesite="lax", secure=secure, path=_BACK)
        return response

    def back(self, request: Request) -> Response:
        """Take up what the other service sent back: only in the browser in which it was begun."""
        asked = request.query_params
        state = asked.get("state", "")
        try:
            if not state or state != request.cookies.get(_STATE, ""):
                raise NotAllowed(WORDS["form.stale"])
            session = self._people.outside.finish(state, asked.get("code", ""), _browser(request))
        except Refusal as refusal:
            response: Response = self._asked(request, refusal.words, status=status_of(refusal))
        else:
            # A page of ours, not a redirect: the browser would withhold the session from one that another site began.
            response = with_session(self._door.page(request, "sign_in_go.html", None, where="/", back=True), request, session)
        response.delete_cookie(_STATE, path=_BACK)
        return response

    async def _form(self, request: Request) -> dict[str, str]:
        """Return the fields of a form of ours; none where it comes from elsewhere."""
        try:
            given = await read_form(request, 10_000)
        except TooLarge:
            return {}
        return {name: value.decode("utf-8", "replace") for name, value in given.items()} if genuine(request, given) else {}

    def _asked(self, request: Request, trouble: Text | None = None, *, person: str = "", status: int = 200) -> Response:
        outside = self._people.outside.service is not None
        return self._door.page(request, "sign_in.html", None, status=status, trouble=trouble, person=person, outside=outside)

    def _in(self, request: Request, session: str) -> Response:
        return with_session(RedirectResponse("/", 303, headers=HEADERS), request, session)


def _browser(request: Request) -> str:
    return request.headers.get("user-agent", "")


def _here(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}{_BACK}"
