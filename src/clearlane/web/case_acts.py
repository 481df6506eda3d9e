"""An officer's acts on a declaration: the forms on its page, and where they are sent."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.model.refusals import NotAllowed, NotFound, Refusal
from clearlane.office.office import Office
from clearlane.web.case_forms import DOING, Given
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.dossier import dossier
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_reasons import wanted
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

AT = "/declarations/{number}/acts/{act}"
_MOST = 400_000
"""The largest form: a result for each of 999 goods items."""


class CaseActPages:
    """An officer's acts on a declaration.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [("POST", AT, self._door.posted(self.act, self.again, most=_MOST))]

    def act(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Carry out an act, and lead back to the case."""
        case, act = self._case(request, viewer), request.path_params["act"]
        self._office.clearance.demand(act, viewer, case.number, satisfied=form.get("satisfied") == "yes", uplift=_uplifts(form))
        DOING[act](self._office, Given(act, case, viewer, form))
        return RedirectResponse(f"/declarations/{case.number}#acts-title", 303, headers=HEADERS)

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say beside the form why it was not carried out; what was typed is kept."""
        case, act = self._case(request, viewer), request.path_params["act"]
        self._office.clearance.demand(act, viewer, case.number)
        shown = dossier(self._office, viewer, case, wanted(request), act=(form, act, refusal.words))
        more = {"d": shown, "case": viewer.sees(case), "wco": False}
        return self._door.page(request, "declaration.html", viewer, status=status_of(refusal), **more)

    def _case(self, request: Request, viewer: Viewer) -> Case:
        case = self._office.store.case(request.path_params["number"])
        if case is None or not self._office.may_see(viewer, case):
            raise NotFound(WORDS["problem.404.words"])
        if not viewer.officer:
            raise NotAllowed(WORDS["acts.officers"])
        return case


def _uplifts(form: Form) -> bool:
    """Say whether a form raises a value: a result of that kind with duty missing."""
    return any(code == "value" and form.get(name.replace("code", "amount", 1), "").strip(" 0.,") for name, code in form.items())
