"""A trader's acts on his own declaration: answering, binding himself, contesting, changing, cancelling, giving up, choosing how to pay."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.model.refusals import Conflict, NotAllowed, NotFound, Refusal, Unreadable
from clearlane.office.documents import LARGEST
from clearlane.office.office import Office
from clearlane.web.doors import Door, status_of
from clearlane.web.dossier import dossier
from clearlane.web.forms import TooLarge, genuine, read_form
from clearlane.web.language import language_of
from clearlane.web.own_forms import Given, answered, bound, contested, given_up, lodged, more_time, put_off, spent, withdrawn
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_reasons import wanted
from clearlane.web.risk_shell import Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

AT = "/declarations/{number}/own"
_AROUND = 131_072
ACTS: dict[str, Callable[[Office, Given], Response | None]] = {
    "answer": answered,
    "bind": bound,
    "ask-extension": more_time,
    "dispute": contested,
    "withdraw": withdrawn,
    "abandon": given_up,
    "amend": lodged,
    "cancel": lodged,
    "present": lodged,
    "defer": put_off,
    "excess": spent,
}
"""Each act, and what does it."""


class OwnActPages:
    """A trader's acts on his own declaration.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [("GET", AT, self._door.opened(self.pulse)), ("POST", f"{AT}/{{act}}", self.take)]

    def pulse(self, request: Request, viewer: Viewer) -> Response:
        """Say nothing but whether what a trader sees of his declaration changed: its mark is the answer's tag."""
        demand_trader(viewer)
        case = self._case(request, viewer)
        standing = self._office.clearance.own(case.number)
        known = repr((standing.told, standing.money, standing.wanted, case.state, language_of(request)))
        tag = f'"{sha256(known.encode()).hexdigest()[:24]}"'
        same = request.headers.get("if-none-match") == tag
        return Response(status_code=304 if same else 204, headers={"ETag": tag, **HEADERS})

    async def take(self, request: Request) -> Response:
        """Take a form of the trader's; what he typed is not lost where it is refused."""
        viewer = await run_in_threadpool(self._door.viewer, request)
        if viewer is None:
            return self._door.asked_in(request)
        try:
            form = await read_form(request, LARGEST + _AROUND)
        except TooLarge:
            return await run_in_threadpool(self._again, request, viewer, {}, Unreadable(WORDS["documents.too-large"]))
        return await run_in_threadpool(self._carry_out, request, viewer, form)

    def _carry_out(self, request: Request, viewer: Viewer, form: dict[str, bytes]) -> Response:
        act = request.path_params["act"]
        typed = {name: value.decode("utf-8", "replace") for name, value in form.items() if not name.startswith("file")}
        try:
            demand_trader(viewer)
            case = self._case(request, viewer)
            if act not in ACTS:
                raise NotFound(WORDS["problem.404.words"])
            if not genuine(request, form):
                raise NotAllowed(WORDS["form.stale"])
            last = self._office.store.last_of(case.number)
            if whole(typed.get("expect", ""), -1) != self._office.clearance.own(case.number).told:
                raise Conflict(WORDS["own.stale"])
            shown = ACTS[act](self._office, Given(act, case, viewer, typed, form, last))
        except Refusal as refusal:
            return self._again(request, viewer, typed, refusal)
        if shown is not None:
            return shown
        return RedirectResponse(f"/declarations/{case.number}#own", 303, headers=HEADERS)

    def _again(self, request: Request, viewer: Viewer, typed: dict[str, str], refusal: Refusal) -> Response:
        """Say beside the form why it was not carried out."""
        act = request.path_params["act"]
        try:
            demand_trader(viewer)
            case = self._case(request, viewer)
        except Refusal as unseen:
            return self._door.refused(request, viewer, unseen)
        if act not in ACTS:
            return self._door.refused(request, viewer, refusal)
        shown = dossier(self._office, viewer, case, wanted(request), own=(typed, act, refusal.words))
        more = {"d": shown, "case": viewer.sees(case), "wco": False}
        return self._door.page(request, "declaration.html", viewer, status=status_of(refusal), **more)

    def _case(self, request: Request, viewer: Viewer) -> Case:
        return own_case(self._office, viewer, request.path_params["number"])


def own_case(office: Office, viewer: Viewer, number: str) -> Case:
    """Return a declaration that is someone's to see.

    Raises:
      NotFound: There is none, or it is another's.
    """
    case = office.store.case(number)
    if case is None or not office.may_see(viewer, case):
        raise NotFound(WORDS["problem.404.words"])
    return case


def demand_trader(viewer: Viewer) -> None:
    """Refuse whoever is no trader.

    Raises:
      NotAllowed: He is none.
    """
    if not viewer.trades or viewer.officer:
        raise NotAllowed(WORDS["own.not-yours"])
