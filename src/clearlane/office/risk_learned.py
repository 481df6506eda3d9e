"""What a page tells of a learned model beside its card: what it leans on most, and how sure a share found is."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from clearlane.learning.engine import LearningMissing, lightgbm, sklearn
from clearlane.learning.model_file import Model
from clearlane.learning.saying import named
from clearlane.model.risk_model import Measured
from clearlane.model.text import Text
from clearlane.risk.catalogue import catalogue
from clearlane.risk.estimate.intervals import wilson


class Leaning(msgspec.Struct, frozen=True):
    """One input of a model.

    Attributes:
      words: What it is, in an officer's words.
      share: Its part of all by which the trees grew better, 0 to 1.
    """

    words: Text
    share: float


def missing() -> Text | None:
    """Return what to install where the libraries of learned scores are not here; None where they are."""
    try:
        lightgbm()
        sklearn("isotonic")
    except LearningMissing as refusal:
        return refusal.words
    return None


def leanings(model: Model, most: int = 15) -> list[Leaning]:
    """Return what a model leans on most. It says what moves the score, not what causes a finding."""
    gains: dict[int, float] = {}
    for place, gain in _splits(model.finding.splitlines()):
        gains[place] = gains.get(place, 0.0) + gain
    whole, by_fields = sum(gains.values()), dict[tuple[str, ...], float]()
    for place, gain in gains.items():
        fields = model.inputs[place]
        by_fields[fields] = by_fields.get(fields, 0.0) + gain
    strongest = sorted(by_fields, key=lambda fields: (-by_fields[fields], fields))[:most]
    return [Leaning(_words(fields), by_fields[fields] / whole) for fields in strongest if whole > 0]


def _splits(lines: Iterable[str]) -> Iterable[tuple[int, float]]:
    """Yield the input and the gain of every split of trees in LightGBM's text form."""
    features: list[str] = []
    for line in lines:
        if line.startswith("split_feature="):
            features = line.partition("=")[2].split()
        elif line.startswith("split_gain="):
            yield from zip(map(int, features), map(float, line.partition("=")[2].split()), strict=True)


def _words(fields: tuple[str, ...]) -> Text:
    known = catalogue()
    return Text(**{language: ", ".join(named(known, field, language) for field in fields) for language in ("en", "vi")})


def precision_between(one: Measured) -> tuple[float, float]:
    """Return the interval that covers the precision in 95 of 100 cases, by Wilson, from how many were inspected within the budget."""
    inspected = max(1.0, round(one.rows * one.budget))
    return wilson(one.precision * inspected, inspected)


def field_named(field: str) -> Text:
    """Return what a field is, in an officer's words; its name where the catalogue has none."""
    return _words((field,))
