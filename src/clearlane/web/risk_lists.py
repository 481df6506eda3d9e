"""The pages of lists of traders, countries and codes: every list with its owner and expiry, one with its entries, a new version."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.refusals import Refusal
from clearlane.model.risk_facts import ListKept
from clearlane.model.risk_profile import RiskList
from clearlane.web.risk_list_form import HOLDS, list_of
from clearlane.web.risk_shell import HERE, Form, RiskShell, Way, demand, led, who, whole
from clearlane.web.viewer import Viewer

SHOWN = 500
"""How many entries a page shows at most."""


class Listed(msgspec.Struct, frozen=True):
    """A list as it stands.

    Attributes:
      made: Its latest version.
      kept: What was kept.
      at: When.
      over: Whether it counts no more.
    """

    made: RiskList
    kept: ListKept
    at: datetime
    over: bool


class ListPages:
    """The pages of lists.

    Args:
      shell: What the pages of risk work have in common.
    """

    def __init__(self, shell: RiskShell) -> None:
        self._shell, self._office = shell, shell.office

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [
            ("GET", f"{HERE}/lists", self._shell.opened(self.overview)),
            ("POST", f"{HERE}/lists/keep", self._shell.posted(self._keep, self._again)),
            ("GET", f"{HERE}/lists/{{name}}", self._shell.opened(self.one)),
        ]

    def overview(self, request: Request, viewer: Viewer) -> Response:
        """Show every list, those that ran out first."""
        demand(viewer.sees_risk)
        return self._overview(request, viewer)

    def one(self, request: Request, viewer: Viewer) -> Response:
        """Show a list with its entries and versions."""
        demand(viewer.sees_risk)
        return self._one(request, viewer, request.path_params["name"], whole(request.query_params.get("version", "")))

    def _overview(self, request: Request, viewer: Viewer, **more: Any) -> Response:
        lists = sorted((self._listed(name) for name in self._office.risk.lists.names()), key=lambda one: (not one.over, one.made.name))
        return self._shell.page(request, "risk_lists.html", viewer, lists=lists, today=self._today(), **_typed(more))

    def _one(self, request: Request, viewer: Viewer, name: str, version: int = 0, **more: Any) -> Response:
        desk, listed = self._office.risk.lists, self._listed(name)
        made = desk.get(name, version) if version else listed.made
        return self._shell.page(
            request, "risk_list.html", viewer, one=listed, made=made, versions=desk.versions(name), today=self._today(), most=SHOWN,
            shown=version or listed.kept.version, **_typed(more),
        )  # fmt: skip

    def _listed(self, name: str) -> Listed:
        (kept, at), *_ = self._office.risk.lists.versions(name)
        made = self._office.risk.lists.get(name)
        return Listed(made, kept, at, made.until is not None and made.until < self._today())

    def _today(self) -> date:
        return self._office.profile.day(self._office.clock())

    def _keep(self, request: Request, viewer: Viewer, form: Form) -> Response:
        demand(viewer.may_analyse)
        return led(f"/lists/{self._office.risk.lists.keep(list_of(form), by=who(viewer)).name}")

    def _again(self, request: Request, viewer: Viewer, form: Form, trouble: Refusal) -> Response:
        demand(viewer.may_analyse)
        name = form.get("name", "").strip()
        if form.get("of") and name in self._office.risk.lists.names():
            return self._one(request, viewer, name, typed=form, trouble=trouble)
        return self._overview(request, viewer, typed=form, trouble=trouble)


def _typed(more: dict[str, Any]) -> dict[str, Any]:
    return {"typed": {}, "trouble": None, "kinds": HOLDS, **more}
