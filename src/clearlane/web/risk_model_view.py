"""What a page shows of a model's card: beside what it is set, on whom it falls, what drifted; each by its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from clearlane.model.profile import Profile
from clearlane.model.risk_model import Burden, Measured, ModelCard
from clearlane.model.text import Text
from clearlane.office.risk_learned import field_named, precision_between
from clearlane.web.risk_period import chapter_named, country_named, office_named
from clearlane.web.words import WORDS

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


def burdens(law: Profile, card: ModelCard) -> list[tuple[str, list[tuple[Text, Burden]], int]]:
    """Return on whom the model falls, by what they are grouped by, with how many groups there are."""
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


def drifted(law: Profile, on: date, kind: str, about: str) -> Text:
    """Return what drifted, in words: a field, a model, or a group of goods."""
    if kind.startswith("input"):
        return field_named(about)
    by, _, group = about.partition(" ")
    named = {
        "office": office_named(law, group),
        "origin": country_named(law, group),
        "chapter": chapter_named(law, group, on),
    }
    words = WORDS.get(f"risk.watch.by.{by}") if group else None
    if words is None:
        whole = WORDS["risk.model.one"]
        return Text(en=whole.en.format(version=about), vi=whole.vi.format(version=about))
    return Text(en=words.en.format(group=named[by].en), vi=words.vi.format(group=named[by].vi))


def besides(card: ModelCard) -> list[Beside]:
    """Return a model beside the one then in force, random choice, the importer's history and hand rules, on the same goods."""
    every = {"this": card.measured, "in-force": card.before} | card.references
    return [
        Beside(
            WORDS.get(f"risk.model.way.{name.replace(' ', '-')}", Text(en=name, vi=name)),
            name == "this",
            found,
            precision_between(found),
            many,
        )
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
