"""From goods to a model with its card, in one step: learn from the earlier, try on the later, set it beside the model in force."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clearlane.learning.boost import Together
from clearlane.learning.card import card, split
from clearlane.learning.evaluate import Comparison, compare, references
from clearlane.learning.model_file import Model
from clearlane.learning.scoring import score_as_known
from clearlane.learning.settings import Settings
from clearlane.learning.table import Floats, Texts, TrainingTable
from clearlane.learning.train import Progress, train
from clearlane.model.risk_model import ModelCard


class Learned(NamedTuple):
    """A model and what is known of it.

    Attributes:
      model: The model.
      card: How it did on later goods that it never saw.
      comparison: Beside the model in force, on the same goods; None without one.
    """

    model: Model
    card: ModelCard
    comparison: Comparison | None


class Beside(NamedTuple):
    """What a model is set beside.

    Attributes:
      champion: The model in force; None without one. It should have learned nothing of the later goods, or it looks too good.
      rules: How many hand rules hit each goods item, or their weight; None without any.
      groups: The ``office`` and ``origin`` of each goods item, for the burden.
    """

    champion: Model | None = None
    rules: Floats | None = None
    groups: Mapping[str, Texts] | None = None


def learn(
    table: TrainingTable,
    version: str,
    settings: Settings | None = None,
    beside: Beside | None = None,
    *,
    together: Together | None = None,
    progress: Progress | None = None,
) -> Learned:
    """Return a model learned from the earlier goods, with its card from the later ones, each scored with what was known just before it.

    Args:
      table: Goods, labelled where somebody looked.
      version: The model's name.
      settings: How to train, with the seed.
      beside: What it is set beside.
      together: Where several processes train one model.
      progress: Is told of each tree.

    Raises:
      TooFewResults: Too few results are recorded to learn from.
      LearningMissing: The libraries are not installed here.
    """
    settings, beside = settings or Settings(), beside or Beside()
    trained, tested = split(table)
    model = train(trained, version, settings, together=together, progress=progress)
    later = table.at >= tested.at.min()
    scores = {name: column[later] for name, column in references(table, beside.rules, settings.seed).items()}
    groups = {by: column.chosen(later) for by, column in (beside.groups or {}).items()}
    said = score_as_known(model, table).probability[later]
    before = None if beside.champion is None else score_as_known(beside.champion, table).probability[later]
    told = card(model, trained, tested, said, scores, groups, before)
    if before is None:
        return Learned(model, told, None)
    return Learned(model, told, compare(before, said, tested.found, tested.revenue, seed=settings.seed))
