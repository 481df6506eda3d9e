"""Where a risk profile is written: as text with its faults, reading and preview beside it, or as a form that says the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.refusals import Refusal
from clearlane.office.risk_forms import ASKS, FormProfile, Placed, as_form, as_text, changed_form, reading
from clearlane.office.risk_nouns import Fault, catalogue, faults_of
from clearlane.web.risk_profile_acts import exact
from clearlane.web.risk_shell import HERE, Form, RiskShell, Way, demand, led, who
from clearlane.web.viewer import Viewer

_LONGEST = 60_000
_START = """\
profile NEW-01 "New profile"
scope item, import
when hs starts with ("61")
then lane yellow, inspect documents, reason VAL-01, owner risk-unit
"""
_CHANGES = ("add", "drop", "example", "unexample")
OPERATORS = {
    "text": "= · != · starts with · contains · in · in list · is missing",
    "number": "= · != · < · <= · > · >= · between · in · is missing · + − * /",
    "flag": "holds · not · is missing",
}
"""What can be asked of a field, by its kind, as a profile's text writes it."""


class WritingPages:
    """Pages on which profiles are written.

    Args:
      shell: What the pages of risk work have in common.
    """

    def __init__(self, shell: RiskShell) -> None:
        self._shell, self._office, self._risk = shell, shell.office, shell.office.risk

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        shell = self._shell
        return [
            ("GET", f"{HERE}/write", shell.opened(self.open)),
            ("POST", f"{HERE}/write", shell.posted(self.take, self.again)),
            ("POST", f"{HERE}/preview", shell.posted(self.preview)),
            ("GET", f"{HERE}/form", shell.opened(self.open_form)),
            ("POST", f"{HERE}/form", shell.posted(self.take_form, self.form_again)),
        ]

    def open(self, request: Request, viewer: Viewer) -> Response:
        """Show the text of a profile to be written anew, or of a version to begin from."""
        demand(viewer.may_analyse)
        return self._text(request, viewer, self._begun(request))

    def take(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take the text: look at it again, keep it, or show it as a form."""
        demand(viewer.may_analyse)
        text, act = _text_of(form), form.get("act", "")
        if act == "keep" and not faults_of(self._office, text):
            return self._kept(viewer, text)
        if act == "form" and (rows := as_form(self._office, text)):
            return self._form(request, viewer, rows)
        return self._text(request, viewer, text, status=400 if act in ("keep", "form") else 200)

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say why a text was not kept, with the text as it was typed."""
        demand(viewer.may_analyse)
        return self._text(request, viewer, _text_of(form), trouble=refusal)

    def preview(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Return what stands beside the text: faults, its reading, and what it would have stopped last month."""
        demand(viewer.may_analyse)
        return self._shell.page(request, "risk_preview.html", viewer, **self._beside(_text_of(form)))

    def open_form(self, request: Request, viewer: Viewer) -> Response:
        """Show a version as a form."""
        demand(viewer.may_analyse)
        text = self._begun(request)
        rows = as_form(self._office, text)
        return self._form(request, viewer, rows) if rows else self._text(request, viewer, text)

    def take_form(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take the form: add or drop a row, show it as text, look at it again, or keep it."""
        demand(viewer.may_analyse)
        act = form.get("act", "")
        changed = changed_form(form, act)
        if act.split(" ")[0] in _CHANGES:
            return self._form(request, viewer, changed)
        said = as_text(self._office, changed)
        if not isinstance(said, str):
            return self._form(request, viewer, changed, said, status=400)
        if act == "text":
            return self._text(request, viewer, said)
        if act != "keep":
            return self._form(request, viewer, changed, beside=self._beside(said))
        if wrong := faults_of(self._office, said):
            return self._form(request, viewer, changed, [Placed("", one) for one in wrong], status=400)
        return self._kept(viewer, said)

    def form_again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say why a form was not kept, with what was filled in."""
        demand(viewer.may_analyse)
        return self._form(request, viewer, changed_form(form, ""), trouble=refusal)

    def _begun(self, request: Request) -> str:
        code = request.query_params.get("code", "")[:70]
        version = request.query_params.get("version", "")
        return self._risk.profiles.text(code, exact(version) if version else 0) if code else _START

    def _kept(self, viewer: Viewer, text: str) -> Response:
        kept = self._risk.profiles.write(text, by=who(viewer))
        return led(f"/profiles/{quote(kept.code, safe='')}/{kept.version}")

    def _text(self, request: Request, viewer: Viewer, text: str, **more: Any) -> Response:
        shown = {"text": text, "fields": _fields(), "operators": OPERATORS, **self._beside(text), **more}
        return self._shell.page(request, "risk_write.html", viewer, **({"trouble": None} | shown))

    def _form(
        self, request: Request, viewer: Viewer, form: FormProfile, faults: Iterable[Placed] = (), beside: dict[str, Any] | None = None,
        **more: Any,
    ) -> Response:  # fmt: skip
        faults = list(faults)
        placed: dict[str, Fault] = {}
        for one in faults:
            placed.setdefault(one.place, one.fault)
        shown = {"form": form, "asks": ASKS, "fields": _fields(), "operators": OPERATORS, "placed": placed, **(beside or NOTHING), **more}
        every = [(one.place, one.fault) for one in faults]
        return self._shell.page(request, "risk_form.html", viewer, every=every, **({"trouble": None} | shown))

    def _beside(self, text: str) -> dict[str, Any]:
        return {"p": self._risk.trials.preview(text), "told": reading(self._office, text)}


NOTHING: dict[str, Any] = {"p": None, "told": ()}


def _text_of(form: Form) -> str:
    return form.get("text", "").replace("\r\n", "\n")[:_LONGEST]


def _fields() -> list[tuple[str, list[Any]]]:
    """Return the fields a profile may ask of, by where they come from."""
    found: dict[str, list[Any]] = {}
    for one in catalogue():
        found.setdefault(one.source, []).append(one)
    return list(found.items())
