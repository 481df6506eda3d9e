"""The pages of learned models, with all the ways of lists, models, draws and estimates."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.inspection import CATEGORIES
from clearlane.model.refusals import Refusal
from clearlane.model.risk_model import ModelCard
from clearlane.office.risk_learned import field_named, leanings, missing, precision_between
from clearlane.office.risk_nouns import ModelVersion
from clearlane.office.tariff_refusals import same_person
from clearlane.web.risk_draws import DrawPages
from clearlane.web.risk_estimates import EstimatePages
from clearlane.web.risk_lists import ListPages
from clearlane.web.risk_model_acts import COMPARED_DAYS, DAYS, ModelActs
from clearlane.web.risk_model_seen import Seen
from clearlane.web.risk_model_view import BUDGET, SHOWN, at_budget, besides, burdens, drifted
from clearlane.web.risk_shell import HERE, Form, RiskShell, Way, demand, who
from clearlane.web.viewer import Viewer

DRIFTS = ("input-drift", "score-drift", "hit-drift")
WEEKS = 26


def ways(shell: RiskShell) -> list[Way]:
    """Return the addresses of these pages.

    Args:
      shell: What the pages of risk work have in common.
    """
    return [*ListPages(shell).ways(), *ModelPages(shell).ways(), *DrawPages(shell).ways(), *EstimatePages(shell).ways()]


class ModelPages:
    """The pages of models.

    Args:
      shell: What the pages of risk work have in common.
    """

    def __init__(self, shell: RiskShell) -> None:
        self._shell, self._office, self._seen = shell, shell.office, Seen()
        self._acts = ModelActs(shell, self._seen)

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [
            ("GET", f"{HERE}/models", self._shell.opened(self.overview)),
            ("POST", f"{HERE}/models/act/{{act}}", self._shell.posted(self._acts.act, self._again)),
            ("GET", f"{HERE}/models/{{version}}", self._shell.opened(self.one)),
        ]

    def overview(self, request: Request, viewer: Viewer) -> Response:
        """Show every model, what is watched, and the form to train one."""
        demand(viewer.sees_risk)
        return self._overview(request, viewer)

    def one(self, request: Request, viewer: Viewer) -> Response:
        """Show one model's card and what can be done with it."""
        demand(viewer.sees_risk)
        return self._one(request, viewer, request.path_params["version"])

    def _again(self, request: Request, viewer: Viewer, form: Form, trouble: Refusal) -> Response:
        demand(viewer.may_analyse)
        version = form.get("version", "")
        if version in self._office.risk.keeping.timeline().models:
            return self._one(request, viewer, version, trouble=trouble, typed=form)
        return self._overview(request, viewer, trouble=trouble, typed=form)

    def _overview(self, request: Request, viewer: Viewer, **more: Any) -> Response:
        models = [(one, card, at_budget(card.measured)) for one in self._office.risk.models.versions() for card in [self._card(one)]]
        tasks = [(task, at) for task, at in self._office.risk.keeping.timeline().tasks if task.kind in DRIFTS][::-1]
        last = max((one.at for one, _, _ in models), default=None)
        shown = {
            "models": models, "missing": missing(), "today": self._today(), "since": self._today() - timedelta(days=DAYS),
            "between": precision_between,
            "drifts": self._seen.drifts, "tasks": tasks[:SHOWN], "weeks": self._weeks(),
            "due": [task for task, at in tasks if last and at > last],
            "about": partial(drifted, self._office.tariff.law(), self._today()), "typed": {}, "trouble": None, **more,
        }  # fmt: skip
        return self._shell.page(request, "risk_models.html", viewer, **shown)

    def _weeks(self) -> list[int]:
        """Return how many alarms of drift there were in each week, this one last."""
        counts, now = [0] * WEEKS, self._office.clock()
        for task, at in self._office.risk.keeping.timeline().tasks:
            ago = (now - at).days // 7
            if task.kind in DRIFTS and 0 <= ago < WEEKS:
                counts[WEEKS - 1 - ago] += 1
        return counts

    def _one(self, request: Request, viewer: Viewer, name: str, **more: Any) -> Response:
        desk = self._office.risk.models
        one, card = desk.version(name), desk.card(name)
        champion = self._office.risk.keeping.timeline().champion()
        shown = {
            "one": one, "card": card, "ways": besides(card), "champion": champion, "own": same_person(one.kept.by, who(viewer)),
            "burdens": burdens(self._office.profile, card), "kinds": [(CATEGORIES[kind], count) for kind, count in card.categories.items()],
            "leanings": leanings(desk.model(name), SHOWN), "fields": [field_named(field) for field in card.fields],
            "compared": self._seen.compared.get(name), "missing": missing(), "today": self._today(),
            "since": self._today() - timedelta(days=COMPARED_DAYS), "budget": BUDGET, "typed": {}, "trouble": None, **more,
        }  # fmt: skip
        return self._shell.page(request, "risk_model.html", viewer, **shown)

    def _card(self, one: ModelVersion) -> ModelCard:
        return self._office.risk.models.card(one.kept.version)

    def _today(self) -> date:
        return self._office.profile.day(self._office.clock())
