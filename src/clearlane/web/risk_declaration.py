"""What an officer does on the page of a declaration: enter what an inspection found, and look at the importer's other declarations."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.model.refusals import NotAllowed, NotFound, Refusal
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.risk_nouns import importer_of
from clearlane.web.dossier import dossier
from clearlane.web.rendering import HEADERS, address
from clearlane.web.results import demand_fit, may_inspect, record, result_form
from clearlane.web.risk_reasons import wanted
from clearlane.web.risk_selection_view import places_of
from clearlane.web.risk_shell import Form, RiskShell, Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_MOST = 200
"""How many of an importer's declarations a page lists."""


def ways(shell: RiskShell) -> list[Way]:
    """Return the addresses of these pages.

    Args:
      shell: What the pages of risk work have in common.
    """
    pages = DeclarationPages(shell)
    return [
        ("GET", "/declarations/{number}/results", shell.opened(pages.entered)),
        ("POST", "/declarations/{number}/results", shell.posted(pages.enter, pages.enter_again)),
        ("GET", "/declarations/{number}/importer", shell.opened(pages.importer)),
    ]


class DeclarationPages:
    """What officers do on the page of a declaration.

    Args:
      shell: What the pages of risk work have in common.
    """

    def __init__(self, shell: RiskShell) -> None:
        self._shell, self._office = shell, shell.office

    def enter(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Record what an inspection found, and lead back to the declaration."""
        _demand_officer(viewer, self._office, request.path_params["number"])
        case = self._case(request)
        shown = dossier(self._office, viewer, case, wanted(request))
        entered = result_form(self._office, viewer, case.number, shown.declared, form)
        if entered.sound:
            demand_fit(self._office, viewer, entered.results)
        record(self._office, entered, case.number, whole(form.get("expect", "")) or None)
        return self.entered(request, viewer)

    def enter_again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say why nothing was recorded, on the page from which it came, with what was typed there."""
        _demand_officer(viewer, self._office, request.path_params["number"])
        case = self._case(request)
        shown = dossier(self._office, viewer, case, wanted(request), form)
        return self._shell.page(request, "declaration.html", viewer, d=shown, case=case, wco=False, trouble=refusal)

    def entered(self, request: Request, viewer: Viewer) -> Response:
        """Lead to the declaration, to what was entered of it."""
        where = address(f"/declarations/{request.path_params['number']}", dict(request.query_params))
        return RedirectResponse(f"{where}#results", 303, headers=HEADERS)

    def importer(self, request: Request, viewer: Viewer) -> Response:
        """Show an importer's latest declarations, and what inspections of them found."""
        if not viewer.officer:
            raise _unknown(request.path_params["number"])
        case = self._case(request)
        name = importer_of(self._office.risk.looking.rows(case.number))
        self._office.people.reads.note(viewer, "importer", case.number)
        found, since = self._office.risk.looking.of_importer(name) if name else ([], self._office.clock())
        places = places_of(self._office.profile, self._office.profile.day(self._office.clock()), ((one.office, "") for one in found))
        shown: dict[str, Any] = {"importer": name, "found": found[:_MOST], "count": len(found), "since": since, "places": places}
        return self._shell.page(request, "declaration_importer.html", viewer, case=case, **shown)

    def _case(self, request: Request) -> Case:
        number = request.path_params["number"]
        case = self._office.store.case(number)
        if case is None:
            raise _unknown(number)
        return case


def _demand_officer(viewer: Viewer, office: Office, number: str) -> None:
    if not may_inspect(viewer) or not office.people.may_control(viewer, number):
        raise NotAllowed(WORDS["results.not-yours"])


def _unknown(number: str) -> NotFound:
    return NotFound(Text(en=f"No declaration {number} is recorded here.", vi=f"Không có tờ khai {number} trong hệ thống."))
