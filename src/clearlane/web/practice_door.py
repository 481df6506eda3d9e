"""Who may come in to practise: people of customs whom the real office knows, each on his own cases, with the competences to be learned."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from clearlane.model.case import Case
from clearlane.model.person import BY_TWO, Grant
from clearlane.model.refusals import NotAllowed
from clearlane.office.practice import Practice
from clearlane.web.doors import Act, Again, Door, Form
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_ALWAYS = date(1970, 1, 1)


class PracticeDoor(Door):
    """The way in to practice.

    Args:
      practice: Practice.
      real: The way in to the real office, which knows who someone is.
    """

    def __init__(self, practice: Practice, real: Door) -> None:
        super().__init__(practice.office, lambda token: None, open_demo=False)
        self._practice, self._real = practice, real

    def viewer(self, request: Request) -> Viewer | None:
        """Return who makes a request, here as an officer and an inspector; a trader or a program stays who he is, and may do nothing."""
        found = self._real.viewer(request)
        if found is None or not found.person or not found.roles & BY_TWO:
            return replace(found, role="trader", party="", person="", grants=()) if found else None
        more = (Grant(90, "officer", _ALWAYS), Grant(91, "inspector", _ALWAYS))
        fit = tuple(one.name for one in self._practice.office.profile.clearance.competences)
        return replace(found, party=found.person, grants=(*found.grants, *more), competences=fit)

    def posted(
        self, act: Act, again: Again | None = None, who: Callable[[Request], Viewer | None] | None = None, most: int = 20_000
    ) -> Callable[[Request], Awaitable[Response]]:
        """Return what takes a form: from people of customs only."""

        def guarded(request: Request, viewer: Viewer, form: Form) -> Response:
            if not viewer.person:
                raise NotAllowed(WORDS["practice.who"])
            return act(request, viewer, form)

        return super().posted(guarded, again, who, most)

    def page(self, request: Request, template: str, viewer: Viewer | None, *, status: int = 200, **shown: Any) -> HTMLResponse:
        """Return a page of practice, marked as such; on a case with what papers and goods show, and how it was decided."""
        case = shown.get("case")
        if isinstance(case, Case) and viewer is not None:
            found = self._practice.case(case.number)
            own = found is not None and found.opened.person.casefold() == viewer.person.casefold()
            if own and found is not None and found.outcome is None:
                self._practice.looked(viewer.person, case.number)
            shown = {**shown, "practised": found if own else None, "evidence": self._practice.evidence(case.number) if own else ()}
        return super().page(request, template, viewer, status=status, **{"practice": "here", **shown})
