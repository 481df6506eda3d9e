"""Hold a profile against its own examples: those it must hit and those it must miss."""

from __future__ import annotations

import msgspec

from clearlane.model.risk_field import Catalogue, Row
from clearlane.model.risk_profile import Example, RiskProfile
from clearlane.model.text import Text
from clearlane.risk.language.evaluate import Lists, Verdict, evaluate
from clearlane.risk.language.explain import Explained, explain
from clearlane.risk.language.words import said, several

_TOLD = 3


class Failure(msgspec.Struct, frozen=True):
    """An example that a profile does not treat as its author meant.

    Attributes:
      count: Which of the examples it is, from 1.
      example: The example.
      verdict: False or unknown where it must hit, true where it must miss.
      words: What is wrong, in a sentence.
      explained: The condition with the example's values.
    """

    count: int
    example: Example
    verdict: Verdict
    words: Text
    explained: tuple[Explained, ...]


def failures(profile: RiskProfile, catalogue: Catalogue, lists: Lists) -> tuple[Failure, ...]:
    """Return the examples that fail, in their order; none where the profile does what its author meant."""
    found: list[Failure] = []
    for count, example in enumerate(profile.examples, 1):
        row = row_of(example, catalogue)
        verdict = evaluate(profile.condition, row, lists, catalogue)
        if (verdict is True) is not example.hit:
            explained = explain(profile.condition, row, lists, catalogue)
            found.append(Failure(count, example, verdict, _words(count, example, verdict, explained), explained))
    return tuple(found)


def row_of(example: Example, catalogue: Catalogue) -> Row:
    """Return an example's values in the order of the catalogue; what is not given is missing."""
    return tuple(example.values.get(name) for name in catalogue.names)


def _words(count: int, example: Example, verdict: Verdict, explained: tuple[Explained, ...]) -> Text:
    if not example.hit:
        return Text(en=f"Example {count} must be missed, but is hit.", vi=f"Ví dụ {count} phải không trúng, nhưng lại trúng.")
    against = [one for one in explained if one.verdict is verdict and (one.values or len(explained) == 1)][:_TOLD]
    how = Text(en="is unknown", vi="không xác định được") if verdict is None else Text(en="does not hold", vi="không đúng")
    head = Text(en=f"Example {count} must be hit, but this {how.en}: ", vi=f"Ví dụ {count} phải trúng, nhưng điều này {how.vi}: ")
    end = Text(en=".", vi=".")
    return said(head, several([one.words for one in against], Text(en="; ", vi="; ")), end) if against else said(head, explained[0].words)
