"""Tasks of practice on pages: something to look at, questions, how sure one is, and then what was missed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.office.practice import Practice
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS


class TaskPages:
    """Tasks of practice.

    Args:
      practice: Practice.
      door: Who may come in.
    """

    def __init__(self, practice: Practice, door: Door) -> None:
        self._practice, self._door = practice, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages, as they lie under ``/practice``."""
        return [
            ("GET", "/tasks/{digest}", self._door.opened(self.show)),
            ("POST", "/tasks/{digest}", self._door.posted(self.answer, self.show)),
        ]

    def show(self, request: Request, viewer: Viewer, form: Form | None = None, trouble: Refusal | None = None) -> Response:
        """Show a task of one's own; its minutes count from the first time."""
        if not viewer.person:
            raise NotAllowed(WORDS["practice.who"])
        seen = self._practice.tasks.opened(viewer.person, request.path_params["digest"])
        status = status_of(trouble) if trouble else 200
        words = trouble and trouble.words
        return self._door.page(request, "practice_task.html", viewer, status=status, seen=seen, typed=form or {}, trouble=words)

    def answer(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take the answers, and lead back to what came of them."""
        digest = request.path_params["digest"]
        found = self._practice.tasks.opened(viewer.person, digest)
        answers = [form.get(f"answer-{place}", "") for place in range(len(found.task.questions))]
        self._practice.tasks.answer(viewer.person, digest, answers, whole(form.get("percent", ""), 0))
        return RedirectResponse(f"/tasks/{digest}", 303, headers=HEADERS)
