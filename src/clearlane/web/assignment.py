"""The supervisor's desk of assignment: who is on duty, cases given by lot or with a reason, who meets whom; to the auditor the names."""

from __future__ import annotations

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import NotAllowed, NotFound, Refusal
from clearlane.office.assignment_grounds import Rechecked
from clearlane.office.masking import faceless
from clearlane.office.office import Office
from clearlane.office.risk_shift import shift_of
from clearlane.web import rota_form
from clearlane.web.assignment_view import met, waiting
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.rendering import HEADERS, address
from clearlane.web.risk_shell import Way, who
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

HERE = "/desk/assignment"
_DAYS = 90


class AssignmentPages:
    """The desk of assignment.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        door = self._door
        return [
            ("GET", HERE, door.opened(self.show)),
            ("GET", f"{HERE}/meetings", door.opened(self.meetings)),
            ("POST", f"{HERE}/names", door.posted(self.names, self.again)),
            ("POST", f"{HERE}/grounds", door.posted(self.grounds, self.again)),
            ("POST", f"{HERE}/{{act}}", door.posted(self.act, self.again)),
        ]

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show rota and cases of an office and shift."""
        return self._page(request, viewer, {})

    def meetings(self, request: Request, viewer: Viewer) -> Response:
        """Show which officer met which trader, the least likely first."""
        _demand(viewer.holds("supervisor", "manager", "auditor"))
        since = self._office.clock() - timedelta(days=_DAYS)
        pairs, odd = met(self._office.assignment.meetings(since))
        return self._door.page(
            request, "assignment_meetings.html", viewer, pairs=pairs, odd=odd, days=_DAYS, veiled=faceless(self._office, viewer)
        )

    def act(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Keep a rota, give a case by lot, or give it with a reason."""
        _demand(viewer.holds("supervisor"))
        desk, number = self._office.assignment, form.get("number", "").strip()
        match request.path_params["act"]:
            case "rota":
                _demand(viewer.holds("supervisor", office=form.get("office", "")))
                desk.keep_rota(form.get("office", ""), form.get("shift", ""), rota_form.read(form.get("lines", "")), by=who(viewer))
            case "give":
                self._demand_at(viewer, number)
                desk.give(number, form.get("section", "").strip())
            case "assign":
                self._demand_at(viewer, number)
                section = form.get("section", "").strip()
                desk.assign(number, form.get("officer", "").strip(), by=who(viewer), why=form.get("why", ""), section=section)
            case _:
                raise NotFound(WORDS["problem.404.words"])
        asked = {name: form.get(name, "") for name in ("office", "shift")}
        return RedirectResponse(address(HERE, asked), 303, headers=HEADERS)

    def names(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Show the auditor whose pseudonyms are whose; that he was shown it is recorded."""
        _demand(viewer.may_audit)
        officers, numbers = (form.get(name, "").split()[:500] for name in ("officers", "numbers"))
        found = self._office.assignment.names(form.get("period", ""), officers, numbers, auditor=who(viewer))
        return self._page(request, viewer, form, names=sorted(found.items(), key=lambda one: one[1]))

    def grounds(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Show the auditor who could have had a case, recomputed from what was frozen; that he was shown it is recorded."""
        _demand(viewer.may_audit)
        found = self._office.assignment.grounds(form.get("number", "").strip()[:70], auditor=who(viewer))
        if found is None:
            raise NotFound(WORDS["assign.grounds.none"])
        return self._page(request, viewer, form, grounds=found)

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say why nothing was done, with what was typed."""
        return self._page(request, viewer, form, refusal)

    def _page(
        self, request: Request, viewer: Viewer, form: Form, trouble: Refusal | None = None,
        names: list[tuple[str, str]] | None = None, grounds: Rechecked | None = None,
    ) -> Response:  # fmt: skip
        _demand(viewer.holds("supervisor", "manager", "auditor"))
        office, places = self._office, sorted({place for place, _ in self._office.risk.capacities.offices()})
        asked = {name: form.get(name, "") or request.query_params.get(name, "") for name in ("office", "shift")}
        asked["office"] = asked["office"] or next(iter(places), "")
        asked["shift"] = asked["shift"] or shift_of(office.profile, office.clock()).name
        lines = form["lines"] if "lines" in form else rota_form.written(office.assignment.rota(asked["office"], asked["shift"]))
        return self._door.page(
            request, "assignment.html", viewer, status=status_of(trouble) if trouble else 200, trouble=trouble.words if trouble else None,
            asked=asked, places=places, lines=lines, cases=waiting(office), typed=form, names=names, grounds=grounds,
            periods=[one.period for one in office.assignment.periods()], acts=viewer.holds("supervisor"),
        )  # fmt: skip

    def _demand_at(self, viewer: Viewer, number: str) -> None:
        chosen = self._office.store.chosen(number)
        _demand(viewer.holds("supervisor", office=chosen.office if chosen else ""))


def _demand(allowed: bool) -> None:
    if not allowed:
        raise NotAllowed(WORDS["assign.not-yours"])
