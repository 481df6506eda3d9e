"""What the pages of risk work have in common: who may come in, how a form is taken, and long work with its progress."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import NotAllowed, NotFound, Refusal
from clearlane.office.office import Office
from clearlane.web.doors import Door, Shown
from clearlane.web.forms import TooLarge, genuine, read_form
from clearlane.web.long_work import Bench, Report
from clearlane.web.rendering import HEADERS
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

HERE = "/desk/risk"
Way = tuple[str, str, Callable[[Request], Any]]
"""A method, an address and what answers it."""
Form = dict[str, str]
Act = Callable[[Request, Viewer, Form], Response]
Again = Callable[[Request, Viewer, Form, Refusal], Response]
_MOST = 1_048_576
"""How many bytes a form of these pages may have."""


class RiskShell:
    """The room in which the pages of risk work stand.

    Args:
      office: The office.
      door: Who may come in.
      bench: Where long work is done.
    """

    def __init__(self, office: Office, door: Door, bench: Bench) -> None:
        self.office, self._door, self._bench = office, door, bench

    def opened(self, show: Shown) -> Callable[[Request], Response]:
        """Return a page for those signed in, who are refused in words where their role does not reach."""
        return self._door.opened(show)

    def page(self, request: Request, template: str, viewer: Viewer, *, trouble: Refusal | None = None, **shown: Any) -> Response:
        """Return a page; with a refusal its words stand above, and the status says so."""
        status = shown.pop("status", 200) if trouble is None else 403 if isinstance(trouble, NotAllowed) else 400
        words = trouble.words if trouble else None
        return self._door.page(request, template, viewer, status=status, trouble=words, **shown)

    def posted(self, act: Act, again: Again | None = None) -> Callable[[Request], Awaitable[Response]]:
        """Return what takes a form: it must come from a page of ours, and a refusal is told on the page it came from.

        Args:
          act: What is done with the form.
          again: The page it came from, with what was typed; the page of refusals by default.
        """

        async def taken(request: Request) -> Response:
            viewer = await run_in_threadpool(self._door.viewer, request)
            if viewer is None:
                return RedirectResponse("/sign-in", 303, headers=HEADERS)
            try:
                given = await read_form(request, _MOST)
            except TooLarge:
                return await run_in_threadpool(self._door.refused, request, viewer, NotAllowed(WORDS["risk.too-large"]))
            return await run_in_threadpool(self._carry_out, request, viewer, given, act, again)

        return taken

    def _carry_out(self, request: Request, viewer: Viewer, given: dict[str, bytes], act: Act, again: Again | None) -> Response:
        form = {name: value.decode("utf-8", "replace") for name, value in given.items()}
        try:
            if not genuine(request, given):
                raise NotAllowed(WORDS["desk.load.stale"])
            return act(request, viewer, form)
        except Refusal as refusal:
            try:
                return again(request, viewer, form, refusal) if again else self._door.refused(request, viewer, refusal)
            except Refusal:
                return self._door.refused(request, viewer, refusal)

    def begin(self, viewer: Viewer, kind: str, work: Callable[[Report], str], whole: int = 0) -> Response:
        """Begin long work and lead to its page; what the work returns is the address to go on to, below the desk of risk.

        Args:
          viewer: Who begins it.
          kind: What it is: ``desk.work.KIND`` is said while it goes on.
          work: The work; it is given what to report its progress to.
          whole: How much there is to do, 0 where that is not known.
        """
        return RedirectResponse(f"{HERE}/work/{self._bench.begin(who(viewer), kind, work, whole)}", 303, headers=HEADERS)

    def work(self, request: Request, viewer: Viewer) -> Response:
        """Show how far a piece of work is; once it is over, lead to what came of it."""
        demand(viewer.sees_risk)
        one = self._bench.find(request.path_params["name"], who(viewer))
        if one is None:
            raise NotFound(WORDS["desk.work.gone"])
        if one.refusal is not None:
            raise NotAllowed(one.refusal)
        if not one.over:
            return self._door.page(request, "tariff_desk_work.html", viewer, work=one)
        return led(one.result)


def demand(allowed: bool) -> None:
    """Refuse whoever may not come in here.

    Raises:
      NotAllowed: The role does not reach so far.
    """
    if not allowed:
        raise NotAllowed(WORDS["risk.not-yours"])


def who(viewer: Viewer) -> str:
    """Return by what a viewer signs: the staff number."""
    return viewer.party or viewer.name


def led(where: str) -> Response:
    """Lead on to a page of risk work after an act: an address below the desk, with its stroke."""
    return RedirectResponse(f"{HERE}{where}", 303, headers=HEADERS)


def whole(written: str, otherwise: int = 0) -> int:
    """Return a whole number as it was typed, or another where it is none.

    >>> whole(" 12 "), whole("a dozen", 1)
    (12, 1)
    """
    written = written.strip()
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else otherwise
