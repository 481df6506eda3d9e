"""The pages of practice: begin a set, go on with it, and see how well one practises."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp

from clearlane.model.practice_facts import PRACTICE_KINDS, TASK_KINDS
from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.office.office import Office
from clearlane.office.practice import Practice
from clearlane.web.doors import Door, Form, Recognise, status_of
from clearlane.web.pages import pages
from clearlane.web.practice_door import PracticeDoor
from clearlane.web.practice_guard import PracticeGuard
from clearlane.web.practice_mount import UnderPractice
from clearlane.web.practice_tasks import TaskPages
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_LISTS = ("/lookup", "/desk/work", "/desk/work/overview", "/desk/inspections")
"""Pages that list everybody's cases."""


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
    guard = PracticeGuard(practice, real, door)
    own.middleware("http")(guard)
    for method, address, answer in (*PracticePages(practice, guard, door).ways(), *TaskPages(practice, door).ways()):
        own.add_route(address, answer, [method], include_in_schema=False)
    for closed in ("/people", "/reads", "/sign-in", "/account", "/visits"):
        own.add_route(closed + "{rest:path}", door.missed, ["GET", "POST"], include_in_schema=False)
    own.include_router(pages(practice.office, door=door))
    return UnderPractice(own)


class PracticePages:
    """Practice.

    Args:
      practice: Practice.
      guard: Whose records someone may look at.
      door: Who may come in.
    """

    def __init__(self, practice: Practice, guard: PracticeGuard, door: PracticeDoor) -> None:
        self._practice, self._guard, self._door = practice, guard, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages, as they lie under ``/practice``."""
        return [
            ("GET", "/", self._door.opened(self.start)),
            ("POST", "/begin", self._door.posted(self.begin)),
            ("POST", "/sure/{number}", self._door.posted(self.sure)),
            ("GET", "/profile", self._door.opened(self.profile)),
            ("POST", "/profile", self._door.posted(self.judge, self.profile)),
            ("GET", "/next", self._door.opened(self.next)),
            ("GET", "/record", self._door.opened(self.record)),
            *(("GET", listed, self._door.opened(self.listed)) for listed in _LISTS),
            ("POST", "/desk/work/next", self._door.posted(self.next)),
        ]

    def start(self, request: Request, viewer: Viewer) -> Response:
        """Show one's cases, and offer a new set."""
        _demand(viewer)
        cases = self._practice.cases(viewer.person)
        kinds, tasks = (*PRACTICE_KINDS, *TASK_KINDS), self._practice.tasks.tasks(viewer.person)
        return self._door.page(request, "practice.html", viewer, cases=cases[::-1][:100], tasks=tasks[::-1][:100], kinds=kinds)

    def profile(self, request: Request, viewer: Viewer, form: Form | None = None, trouble: Refusal | None = None) -> Response:
        """Show an analyst a week of trade, and take the profile he writes upon it."""
        _demand_analyst(viewer)
        own = self._practice.profiles
        shown: dict[str, Any] = {"past": own.past(viewer.person), "judged": own.judged(viewer.person)[::-1], "typed": form or {}}
        status = status_of(trouble) if trouble else 200
        return self._door.page(request, "practice_profile.html", viewer, status=status, trouble=trouble and trouble.words, **shown)

    def judge(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Hold a profile against the week that follows."""
        _demand_analyst(viewer)
        self._practice.profiles.judge(viewer.person, form.get("text", ""), whole(form.get("percent", ""), 0))
        return RedirectResponse("/profile", 303, headers=HEADERS)

    def listed(self, request: Request, viewer: Viewer) -> Response:
        """Lead from a list of everybody's cases to one's own."""
        return RedirectResponse("/", 303, headers=HEADERS)

    def next(self, request: Request, viewer: Viewer, form: Form | None = None) -> Response:
        """Lead to the next case that is open; to the beginning of a set where none is."""
        _demand(viewer)
        case = next(iter(self._practice.open(viewer.person)), None)
        task = next((one for one in self._practice.tasks.tasks(viewer.person) if one.answer is None), None)
        where = f"/declarations/{case.opened.number}" if case else f"/tasks/{task.given.task}" if task else "/"
        return RedirectResponse(where, 303, headers=HEADERS)

    def begin(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Begin a set."""
        kind = next((kind for kind in PRACTICE_KINDS if kind == form.get("kind")), PRACTICE_KINDS[0])
        task, size = next((kind for kind in TASK_KINDS if kind == form.get("kind")), None), whole(form.get("size", ""), 10)
        if task:
            self._practice.tasks.begin(viewer.person, task, size)
        else:
            self._practice.begin(viewer.person, kind, size)
        return RedirectResponse("/", 303, headers=HEADERS)

    def sure(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take how sure someone is, and lead back to the case."""
        number = request.path_params["number"]
        self._practice.say_how_sure(viewer.person, number, whole(form.get("percent", ""), 0))
        return RedirectResponse(f"/declarations/{number}", 303, headers=HEADERS)

    def record(self, request: Request, viewer: Viewer) -> Response:
        """Show how well someone practises: oneself, and for supervisors and who gives competences, the people of their offices."""
        _demand(viewer)
        others = self._guard.theirs(viewer)
        person = request.query_params.get("person", viewer.person)
        if person.casefold() != viewer.person.casefold() and person not in others:
            raise NotAllowed(WORDS["practice.not-yours"])
        found, cases = self._practice.record(person), self._practice.cases(person)
        judged = self._practice.profiles.judged(person)[::-1]
        shown: dict[str, Any] = {
            "judged": judged,
            "person": person,
            "score": found,
            "others": others,
            "cases": cases[::-1][:100],
            "tasks": self._practice.tasks.tasks(person)[::-1][:100],
        }
        return self._door.page(request, "practice_record.html", viewer, **shown)


def _demand(viewer: Viewer) -> None:
    if not viewer.person:
        raise NotAllowed(WORDS["practice.who"])


def _demand_analyst(viewer: Viewer) -> None:
    if not viewer.may_analyse:
        raise NotAllowed(WORDS["practice.analysts"])
