"""Learned models: what one is, how well it did and on whom, and what it says of one goods item."""

from __future__ import annotations

from datetime import date

import msgspec

from clearlane.model.inspection import Category
from clearlane.model.text import Text


class Measured(msgspec.Struct, frozen=True):
    """How well goods items were ranked on rows never trained on, within a budget of inspections.

    Attributes:
      budget: The share inspected, above 0 to 1.
      precision: Of those inspected, the share with a finding.
      recall: Of those with a finding, the share inspected.
      revenue: Of the revenue at stake, the share found.
      auc: Probability that one with a finding ranks above one without.
      rows: How many rows.
    """

    budget: float
    precision: float
    recall: float
    revenue: float
    auc: float
    rows: int


class Burden(msgspec.Struct, frozen=True):
    """Who bears the inspections a model would choose, and how often rightly.

    Attributes:
      by: ``size``, ``office`` or ``origin``.
      group: The group.
      rows: How many goods items.
      share: The share of them that would be inspected.
      hits: Of those, the share with a finding; None where none would be.
    """

    by: str
    group: str
    rows: int
    share: float
    hits: float | None


class ModelCard(msgspec.Struct, frozen=True):
    """What is known of a model: on what it learned, how well it did, on whom it falls, and what it must not be used for.

    Attributes:
      version: Its name.
      trained_on: First and last day of what it learned from.
      tested_on: First and last day of what it was tried on, all later.
      rows: Goods items learned from.
      labelled: How many of them were inspected; the others carry no label and are not taken for clean.
      findings: How many of the labelled had a finding.
      fields: The fields it looks at.
      measured: How it did at each budget.
      before: How its predecessor did on the same rows; empty without one.
      references: How random choice, the importer's history and hand rules did on the same rows, by name.
      burdens: On whom it falls.
      calibration: Pairs of mean probability said and share found, by tenth.
      categories: Findings by category in training.
      limits: What it is not for, in words.
    """

    version: str
    trained_on: tuple[date, date]
    tested_on: tuple[date, date]
    rows: int
    labelled: int
    findings: int
    fields: tuple[str, ...]
    measured: tuple[Measured, ...]
    before: tuple[Measured, ...] = ()
    references: dict[str, tuple[Measured, ...]] = {}
    burdens: tuple[Burden, ...] = ()
    calibration: tuple[tuple[float, float], ...] = ()
    categories: dict[Category, int] = {}
    limits: tuple[Text, ...] = ()


class Contribution(msgspec.Struct, frozen=True):
    """What one field added to a score.

    Attributes:
      field: The field's name.
      value: Its value as read; None where missing.
      added: What it added to the log-odds of a finding.
    """

    field: str
    value: float | str | bool | None
    added: float


class Drift(msgspec.Struct, frozen=True):
    """How far something moved from what a model was trained on.

    Attributes:
      kind: ``input``, ``score`` or ``hits``.
      about: The field; the model for scores and hits.
      measured: Population stability index of inputs and scores; standardised difference of hit rates.
      bound: The bound that raises an alarm.
    """

    kind: str
    about: str
    measured: float
    bound: float

    @property
    def alarm(self) -> bool:
        """Whether it left its bound."""
        return self.measured > self.bound
