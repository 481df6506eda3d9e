"""The pages of learned models, with all the ways of lists, models, draws and estimates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.inspection import CATEGORIES
from clearlane.model.refusals import Refusal
from clearlane.model.risk_model import Burden, Measured, ModelCard
from clearlane.model.text import Text
from clearlane.office.risk_learned import field_named, leanings, missing, precision_between
from clearlane.office.risk_nouns import ModelVersion
from clearlane.office.tariff_refusals import same_person
from clearlane.web.risk_draws import DrawPages
from clearlane.web.risk_estimates import EstimatePages
from clearlane.web.risk_lists import ListPages
from clearlane.web.risk_model_acts import COMPARED_DAYS, DAYS, ModelActs, Seen
from clearlane.web.risk_period import chapter_named, country_named, office_named
from clearlane.web.risk_shell import HERE, Form, RiskShell, Way, demand, who
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

DRIFTS = ("input-drift", "score-drift", "hit-drift")
WEEKS = 26
BUDGET = 0.05
SHOWN = 15
"""How many groups or inputs a table shows at most."""


class Beside(msgspec.Struct, frozen=True):
    """One way of ranking on the goods a model was tried on.

    Attributes:
      name: What it is.
      own: Whether it is the model itself.
      at: How it did within the budget.
      between: The interval of its precision.
      all: How it did at each budget.
    """

    name: Text
    own: bool
    at: Measured
    between: tuple[float, float]
    all: tuple[Measured, ...]


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
            "about": self._about, "typed": {}, "trouble": None, **more,
        }  # fmt: skip
        return self._shell.page(request, "risk_models.html", viewer, **shown)

    def _about(self, kind: str, about: str) -> Text:
        """Return what drifted, in words: a field, a model, or a group of goods."""
        if kind.startswith("input"):
            return field_named(about)
        law, (by, _, group) = self._office.tariff.law(), about.partition(" ")
        named = {
            "office": office_named(law, group),
            "origin": country_named(law, group),
            "chapter": chapter_named(law, group, self._today()),
        }
        words = WORDS.get(f"risk.watch.by.{by}") if group else None
        if words is None:
            return Text(en=about, vi=about)
        return Text(en=words.en.format(group=named[by].en), vi=words.vi.format(group=named[by].vi))

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
            "burdens": self._burdens(card), "kinds": [(CATEGORIES[kind], count) for kind, count in card.categories.items()],
            "leanings": leanings(desk.model(name), SHOWN), "fields": [field_named(field) for field in card.fields],
            "compared": self._seen.compared.get(name), "missing": missing(), "today": self._today(),
            "since": self._today() - timedelta(days=COMPARED_DAYS), "budget": BUDGET, "typed": {}, "trouble": None, **more,
        }  # fmt: skip
        return self._shell.page(request, "risk_model.html", viewer, **shown)

    def _card(self, one: ModelVersion) -> ModelCard:
        return self._office.risk.models.card(one.kept.version)

    def _burdens(self, card: ModelCard) -> list[tuple[str, list[tuple[Text, Burden]], int]]:
        """Return on whom the model falls, by what they are grouped by, with how many groups there are."""
        law = self._office.profile
        named: dict[str, Callable[[str], Text]] = {
            "size": _size,
            "office": lambda code: office_named(law, code),
            "origin": lambda code: country_named(law, code),
        }
        found = []
        for by, name in named.items():
            groups = [one for one in card.burdens if one.by == by]
            found.append((by, [(name(one.group), one) for one in groups[:SHOWN]], len(groups)))
        return [one for one in found if one[1]]

    def _today(self) -> date:
        return self._office.profile.day(self._office.clock())


def besides(card: ModelCard) -> list[Beside]:
    """Return a model beside the one then in force, random choice, the importer's history and hand rules, on the same goods."""
    every = {"this": card.measured, "in-force": card.before} | card.references
    return [
        Beside(WORDS[f"risk.model.way.{name.replace(' ', '-')}"], name == "this", found, precision_between(found), many)
        for name, many in every.items()
        for found in [at_budget(many)]
        if found is not None
    ]


def at_budget(measured: tuple[Measured, ...]) -> Measured | None:
    """Return how a ranking did within the budget that pages speak of."""
    return next((one for one in measured if one.budget == BUDGET), None)


def _size(group: str) -> Text:
    words = WORDS["risk.model.size"]
    return Text(en=words.en.format(group=group.replace("-", "–")), vi=words.vi.format(group=group.replace("-", "–")))
