"""How a model is trained: every choice and the seed, so that the same goods give the same model."""

from __future__ import annotations

from typing import Literal

import msgspec

from clearlane.learning.encode import Key


class Settings(msgspec.Struct, frozen=True):
    """The choices.

    Attributes:
      seed: The seed of all chance in training.
      threads: How many threads train. Scores do not depend on it.
      rounds: How many trees.
      leaves: The most leaves of a tree.
      step: How much each tree may add.
      smallest_leaf: The fewest labelled goods in a leaf.
      evenness: The penalty that keeps leaves from extremes.
      row_share: The share of labelled goods each tree sees.
      field_share: The share of inputs each tree sees.
      strength: The weight of the rate of all goods in the rate of one value, in inspections.
      keys: What goods are grouped by; None for each text field, and the first digits of ``hs``.
      least_propensity: A smaller propensity weighs like this one, so that no single inspection outweighs the others.
      later: The share of labelled goods, the latest, on which probabilities are calibrated.
      calibration: ``platt`` keeps every order of scores; ``isotonic`` fits any rising shape and needs some hundred findings.
      fewest: The fewest findings, and goods as declared, to learn from.
    """

    seed: int = 1
    threads: int = 1
    rounds: int = 200
    leaves: int = 31
    step: float = 0.06
    smallest_leaf: int = 40
    evenness: float = 5.0
    row_share: float = 0.8
    field_share: float = 0.6
    strength: float = 20.0
    keys: tuple[Key, ...] | None = None
    least_propensity: float = 0.02
    later: float = 0.2
    calibration: Literal["platt", "isotonic"] = "platt"
    fewest: int = 30

    def parameters(self, objective: str, **more: object) -> dict[str, object]:
        """Return LightGBM's parameters for an objective."""
        return {
            "objective": objective,
            "seed": self.seed,
            "num_threads": self.threads,
            "num_leaves": self.leaves,
            "learning_rate": self.step,
            "min_data_in_leaf": self.smallest_leaf,
            "lambda_l2": self.evenness,
            "bagging_fraction": self.row_share,
            "bagging_freq": 1,
            "feature_fraction": self.field_share,
            "feature_pre_filter": False,
            "deterministic": True,
            "force_row_wise": True,
            "verbosity": -1,
        } | more
