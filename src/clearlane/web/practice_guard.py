"""Whose case of practice a page shows: one's own, or one's people's to look at; and nothing is decided before one said how sure one is."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.person import Standing
from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.office.office import Office
from clearlane.office.practice import Practice
from clearlane.web.doors import Door
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_OF_A_CASE = re.compile(r"/(?:declarations|desk/inspections|check|sure)/([^/]+)(?:/(.*))?")


class PracticeGuard:
    """Refuses what is another's, whatever page it stands on.

    Args:
      practice: Practice.
      real: The real office, which knows who works where.
      door: The way in to practice.
    """

    def __init__(self, practice: Practice, real: Office, door: Door) -> None:
        self._practice, self._real, self._door = practice, real, door

    async def __call__(self, request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        """Answer a request, or say why not."""
        refused = await run_in_threadpool(self._refused, request)
        return refused or await answer(request)

    def theirs(self, viewer: Viewer) -> list[str]:
        """Return whose records someone may look at besides his own: the people of the offices he sees to or gives rights at."""
        held = [grant.offices for grant in viewer.grants if grant.role in ("supervisor", "admin")]
        known = {one.person.casefold(): one for one in self._real.people.rights.everyone()} if held else {}
        day = self._real.clock().date()

        def near(one: Standing | None) -> bool:
            own = {office for grant in one.on(day) for office in grant.offices} if one else set()
            return any(not offices or own & set(offices) for offices in held)

        return [person for person in self._practice.persons() if near(known.get(person.casefold()))]

    def _refused(self, request: Request) -> Response | None:
        path = request.url.path.removeprefix(request.scope.get("root_path", ""))
        found = _OF_A_CASE.fullmatch(path)
        viewer = self._door.viewer(request) if found else None
        if found is None or viewer is None:
            return None
        try:
            self._demand(viewer, found[1], (found[2] or "").removeprefix("acts/"), looks=request.method in ("GET", "HEAD"))
        except Refusal as refusal:
            return self._door.refused(request, viewer, refusal)
        return None

    def _demand(self, viewer: Viewer, number: str, act: str, *, looks: bool) -> None:
        case = self._practice.case(number)
        if case is None and self._practice.office.store.case(number) is None:
            return
        if case is not None and looks and case.opened.person in self.theirs(viewer):
            return
        if looks and (case is None or case.opened.person.casefold() != viewer.person.casefold()):
            raise NotAllowed(WORDS["practice.others-case"])
        if not looks:
            self._practice.demand_ready(viewer.person, number, act)
