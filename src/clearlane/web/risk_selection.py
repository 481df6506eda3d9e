"""The pages of selection: the queue of an office and shift, what officers can do there, and what a manager signs away."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import Refusal, Unreadable
from clearlane.office.risk_nouns import seen
from clearlane.web import risk_declaration
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_selection_nouns import revenue
from clearlane.web.risk_selection_view import SHOWN, selection_view
from clearlane.web.risk_selection_view import proposal as proposed
from clearlane.web.risk_shell import HERE, Form, RiskShell, Way, demand, led, who, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_PAGE = f"{HERE}/selection"


def ways(shell: RiskShell) -> list[Way]:
    """Return the addresses of these pages.

    Args:
      shell: What the pages of risk work have in common.
    """
    pages = SelectionPages(shell)
    return [
        ("GET", _PAGE, shell.opened(pages.queue)),
        ("GET", f"{_PAGE}/proposal", shell.opened(pages.proposal)),
        ("GET", f"{_PAGE}/sign", shell.opened(pages.back)),
        ("POST", f"{_PAGE}/sign", shell.posted(pages.sign, pages.sign_again)),
        *risk_declaration.ways(shell),
    ]


class SelectionPages:
    """What analysts, managers and auditors see of selection, and what a manager does there.

    Args:
      shell: What the pages of risk work have in common.
    """

    def __init__(self, shell: RiskShell) -> None:
        self._shell, self._office = shell, shell.office

    def queue(self, request: Request, viewer: Viewer, trouble: Refusal | None = None) -> Response:
        """Show the queue of an office and shift, the lanes achieved, and what was signed."""
        demand(viewer.sees_risk)
        asked = request.query_params
        week = asked.get("over") == "week"
        shown = selection_view(self._office, asked.get("office", ""), asked.get("shift", ""), week=week)
        first = whole(asked.get("first", ""), 1)
        first = first if 1 < first <= len(shown.queue) else 1
        typed = {name: asked.get(name, "")[:12] for name in ("inspections", "checks")}
        return self._shell.page(
            request,
            "risk_selection.html",
            viewer,
            v=shown,
            part=shown.queue[first - 1 : first - 1 + SHOWN],
            next=first + SHOWN if first + SHOWN <= len(shown.queue) else 0,
            week=week,
            policy=self._office.profile.selection,
            revenue=revenue,
            typed=typed,
            trouble=trouble,
        )

    def proposal(self, request: Request, viewer: Viewer) -> Response:
        """Show a manager what a capacity would mean, before anything is signed."""
        demand(viewer.may_command)
        try:
            return self._proposal(request, viewer, dict(request.query_params))
        except Unreadable as refusal:
            return self.queue(request, viewer, refusal)

    def sign(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Set a capacity and sign what falls: exactly what the manager saw, or nothing."""
        demand(viewer.holds("manager", office=form.get("office", "")))
        place, shift, inspections, checks = self._capacity(form)
        self._office.risk.capacities.set(place, shift, inspections, checks, by=who(viewer), agreed=form.get("seen", "") or "nothing")
        return led(f"/selection?{urlencode({'office': place, 'shift': shift})}")

    def sign_again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Show what would fall by now, and why nothing was signed."""
        demand(viewer.may_command)
        try:
            return self._proposal(request, viewer, form, refusal)
        except Unreadable:
            return self.queue(request, viewer, refusal)

    def back(self, request: Request, viewer: Viewer) -> Response:
        """Lead from the address of the form to the page of selection."""
        return RedirectResponse(f"{_PAGE}?{request.url.query}", 303, headers=HEADERS)

    def _proposal(self, request: Request, viewer: Viewer, form: Form, trouble: Refusal | None = None) -> Response:
        place, shift, inspections, checks = self._capacity(form)
        view = selection_view(self._office, place, shift)
        made = proposed(self._office, place, shift, inspections, checks)
        return self._shell.page(
            request,
            "risk_selection_proposal.html",
            viewer,
            v=view,
            p=made,
            seen=seen(made.made),
            revenue=revenue,
            most=SHOWN,
            trouble=trouble,
        )

    def _capacity(self, form: Form) -> tuple[str, str, int, int | None]:
        """Return office, shift and figures of a form.

        Raises:
          Unreadable: The office or shift is none of those that can be chosen, or a figure is no whole number.
        """
        place, shift, asked = (form.get(name, "") for name in ("office", "shift", "checks"))
        view = selection_view(self._office, place, shift)
        inspections, checks = whole(form.get("inspections", ""), -1), whole(asked, -1) if asked.strip() else None
        if not place or (view.place.code, view.shift.name) != (place, shift):
            raise Unreadable(WORDS["risk.capacity.where"])
        if inspections < 0 or (checks is not None and checks < 0):
            raise Unreadable(WORDS["risk.capacity.figures"])
        return place, shift, inspections, checks
