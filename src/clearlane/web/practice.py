"""The pages of practice: begin a set, go on with it, and see how well one practises."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp

from clearlane.model.person import Standing
from clearlane.model.practice_facts import PRACTICE_KINDS
from clearlane.model.refusals import NotAllowed
from clearlane.office.office import Office
from clearlane.office.practice import Practice
from clearlane.web.doors import Door, Form, Recognise
from clearlane.web.pages import pages
from clearlane.web.practice_door import PracticeDoor
from clearlane.web.practice_mount import UnderPractice
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS


def practice_pages(practice: Practice, real: Office, recognise: Recognise, *, open_demo: bool) -> ASGIApp:
    """Return the pages of practice, to be mounted under ``/practice``.

    Args:
      practice: Practice.
      real: The real office; it only says who someone is.
      recognise: From a token to its holder.
      open_demo: Whether whoever comes from this machine needs no token.
    """
    door = PracticeDoor(practice, Door(real, recognise, open_demo=open_demo))
    own = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    for method, address, answer in PracticePages(practice, real, door).ways():
        own.add_route(address, answer, [method], include_in_schema=False)
    for closed in ("/people", "/reads", "/sign-in", "/account"):
        own.add_route(closed + "{rest:path}", door.missed, ["GET", "POST"], include_in_schema=False)
    own.include_router(pages(practice.office, door=door))
    return UnderPractice(own)


class PracticePages:
    """Practice.

    Args:
      practice: Practice.
      real: The real office.
      door: Who may come in.
    """

    def __init__(self, practice: Practice, real: Office, door: PracticeDoor) -> None:
        self._practice, self._real, self._door = practice, real, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages, as they lie under ``/practice``."""
        return [
            ("GET", "/", self._door.opened(self.start)),
            ("POST", "/begin", self._door.posted(self.begin)),
            ("POST", "/sure/{number}", self._door.posted(self.sure)),
            ("GET", "/record", self._door.opened(self.record)),
        ]

    def start(self, request: Request, viewer: Viewer) -> Response:
        """Show one's cases, and offer a new set."""
        _demand(viewer)
        cases = self._practice.cases(viewer.person)
        return self._door.page(request, "practice.html", viewer, cases=cases[::-1][:100], kinds=PRACTICE_KINDS)

    def begin(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Begin a set."""
        kind = next((kind for kind in PRACTICE_KINDS if kind == form.get("kind")), PRACTICE_KINDS[0])
        self._practice.begin(viewer.person, kind, whole(form.get("size", ""), 10))
        return RedirectResponse("/", 303, headers=HEADERS)

    def sure(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take how sure someone is, and lead back to the case."""
        number = request.path_params["number"]
        self._practice.say_how_sure(viewer.person, number, whole(form.get("percent", ""), 0))
        return RedirectResponse(f"/declarations/{number}", 303, headers=HEADERS)

    def record(self, request: Request, viewer: Viewer) -> Response:
        """Show how well someone practises: oneself, and for supervisors and who gives competences, the people of their offices."""
        _demand(viewer)
        others = self._theirs(viewer)
        person = request.query_params.get("person", viewer.person)
        if person.casefold() != viewer.person.casefold() and person not in others:
            raise NotAllowed(WORDS["practice.not-yours"])
        found, cases = self._practice.record(person), self._practice.cases(person)
        shown: dict[str, Any] = {"person": person, "score": found, "others": others, "cases": cases[::-1][:100]}
        return self._door.page(request, "practice_record.html", viewer, **shown)

    def _theirs(self, viewer: Viewer) -> list[str]:
        held = [grant.offices for grant in viewer.grants if grant.role in ("supervisor", "admin")]
        known = {one.person.casefold(): one for one in self._real.people.rights.everyone()} if held else {}
        day = self._real.clock().date()

        def near(one: Standing | None) -> bool:
            own = {office for grant in one.on(day) for office in grant.offices} if one else set()
            return any(not offices or own & set(offices) for offices in held)

        return [person for person in self._practice.persons() if near(known.get(person.casefold()))]


def _demand(viewer: Viewer) -> None:
    if not viewer.person:
        raise NotAllowed(WORDS["practice.who"])
