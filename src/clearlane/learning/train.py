"""Train a model: from goods and what officers found of some of them, to a file that scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from clearlane.learning import boost, calibrate
from clearlane.learning.boost import Part, Together
from clearlane.learning.drift import baseline
from clearlane.learning.encode import Key, frozen, ordered, usual_keys
from clearlane.learning.model_file import Head, Model
from clearlane.learning.settings import Settings
from clearlane.learning.table import KINDS, Floats, TrainingTable
from clearlane.model.inspection import Category
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text

Progress = Callable[[str, int, int], None]
"""Is told what is being trained (``calibration``, ``finding``, ``revenue``, ``category``), how many trees are made, and of how many."""
FEWEST_FOR_REVENUE = 60
FEWEST_OF_A_CATEGORY = 20


class TooFewResults(Conflict):
    """Too few inspections are recorded to learn from. Fields: ``findings``, ``clean``, ``needed``."""


def train(
    table: TrainingTable,
    version: str,
    settings: Settings | None = None,
    *,
    together: Together | None = None,
    progress: Progress | None = None,
) -> Model:
    """Return a model of what was found.

    Args:
      table: Goods, labelled where somebody looked. Every result weighs by how unlikely its inspection was.
      version: The model's name.
      settings: How to train.
      together: Where several processes train one model; None trains in this one.
      progress: Is told of each tree.

    Raises:
      TooFewResults: There are fewer findings, or goods as declared, than ``settings.fewest``.
      LearningMissing: The libraries are not installed here.
    """
    settings = settings or Settings()
    refuse_too_few(table, settings.fewest)
    table = table.chosen(np.argsort(table.at, kind="stable"))
    keys = keys_for(table) if settings.keys is None else settings.keys
    rows = np.hstack([table.numbers, ordered(table, keys, settings.strength)])
    training = _Training(table, rows, settings, together, progress)
    calibration, later = training.calibration()
    finding = training.trees("finding", "binary", table.labelled, table.found)
    return _model(training, keys, version, (calibration, later), finding)


def refreshed(model: Model, table: TrainingTable) -> Model:
    """Return the model with the same trees, and with rates and counts of what is known by now; to be done daily.

    Trees age slowly, counts fast: a trader who came after training is unknown until then, and what is found of him is not heard of.

    Args:
      model: The model.
      table: All goods known by now, with the results known by now; see ``TrainingTable.before``.
    """
    keys = [one.key for one in model.encoder.tables]
    return msgspec.structs.replace(model, encoder=frozen(table, keys, model.head.settings.strength))


def keys_for(table: TrainingTable) -> tuple[Key, ...]:
    """Return a key for each text that goods share; one that is nearly each item's own, such as a description, says nothing of others."""
    return usual_keys(tuple(name for name, column in table.texts.items() if 2 * len(column.values) <= len(table)))


def refuse_too_few(table: TrainingTable, fewest: int) -> None:
    """Raise ``TooFewResults`` where a table has too few labels to learn from."""
    findings, clean = int(np.sum(table.found == 1)), int(np.sum(table.found == 0))
    if min(findings, clean) < fewest:
        raise TooFewResults(
            Text(
                en=f"A model needs at least {fewest} inspections with a finding and {fewest} without; there are {findings} and {clean}.",
                vi=f"Mô hình cần ít nhất {fewest} lần kiểm tra có vi phạm và {fewest} lần không vi phạm; hiện có {findings} và {clean}.",
            ),
            findings=findings,
            clean=clean,
            needed=fewest,
        )


def weights_of(propensity: Floats, least: float) -> Floats:
    """Return how much each inspection stands for: one by its propensity, bounded, with a mean of 1; unrecorded ones weigh as certain."""
    weights = 1.0 / np.clip(np.where(np.isnan(propensity), 1.0, propensity), least, 1.0)
    return np.asarray(weights / weights.mean(), dtype=np.float64)


class _Training:
    """One training: the goods with their inputs, and how to fit trees to them."""

    def __init__(
        self, table: TrainingTable, rows: Floats, settings: Settings, together: Together | None, progress: Progress | None
    ) -> None:
        self.table, self.rows, self.settings = table, rows, settings
        self._together, self._progress = together, progress

    def trees(self, what: str, objective: str, which: npt.NDArray[np.generic], labels: Floats, rounds: int = 0, **more: object) -> str:
        """Return trees fitted to some of the goods."""
        told, rounds = self._progress, rounds or self.settings.rounds
        weights = weights_of(self.table.propensity[which], self.settings.least_propensity)
        part = Part(self.settings.parameters(objective, **more), rounds, self.rows[which], labels[which], weights)
        return boost.fit(part, self._together, (lambda done, all_: told(what, done, all_)) if told else None)

    def calibration(self) -> tuple[calibrate.Calibration, Floats]:
        """Return what holds on the latest results of trees that never saw them, and what those say of all goods since.

        Where the results are too few for that, it is as the trees say, of no goods.
        """
        places = np.flatnonzero(self.table.labelled)
        start = int(len(places) * (1 - self.settings.later))
        early, late = places[:start], places[start:]
        found = self.table.found
        if min(np.sum(found[late] == 1), np.sum(found[late] == 0), np.sum(found[early] == 1), np.sum(found[early] == 0)) < 10:
            return calibrate.PLAIN, np.empty(0)
        raw = boost.raw_scores(self.trees("calibration", "binary", early, found), self.rows[late[0] :], self.settings.threads)
        weights = weights_of(self.table.propensity[late], self.settings.least_propensity)
        shape = calibrate.isotonic if self.settings.calibration == "isotonic" else calibrate.platt
        calibration = shape(raw[late - late[0]], found[late], weights)
        return calibration, calibration.probabilities(raw)

    def revenue(self) -> tuple[str, float, float]:
        """Return trees for the logarithm of revenue, its mean, and by how much the mean of revenue lies above."""
        which = np.flatnonzero((self.table.found == 1) & (self.table.revenue > 0))
        if not len(which):
            return "", 0.0, 0.0
        logs = np.full(len(self.table), np.nan)
        logs[which] = np.log(self.table.revenue[which])
        usual, told = float(logs[which].mean()), np.full(len(which), logs[which].mean())
        trees = ""
        if len(which) >= FEWEST_FOR_REVENUE:
            leaf = max(5, min(self.settings.smallest_leaf, len(which) // 20))
            half = {"rounds": (self.settings.rounds + 1) // 2, "learning_rate": 2 * self.settings.step, "min_data_in_leaf": leaf}
            trees = self.trees("revenue", "regression", which, logs, **half)  # type: ignore[arg-type]
            told = boost.raw_scores(trees, self.rows[which], self.settings.threads)
        # Some findings cost no duty: their share, and the spread around the logarithm, belong to the mean.
        paying = len(which) / float(np.sum(self.table.found == 1))
        return trees, usual, paying * float(np.exp(logs[which] - told).mean())

    def categories(self) -> tuple[str, tuple[tuple[Category, float], ...]]:
        """Return trees for what was wrong, where at least two things often were, and the share of each category."""
        codes = self.table.category
        counts = np.bincount(codes[(self.table.found == 1) & (codes >= 0)], minlength=len(KINDS))
        often = np.flatnonzero(counts >= FEWEST_OF_A_CATEGORY)
        if len(often) < 2:
            often = np.flatnonzero(counts)
            return "", tuple((KINDS[one], float(counts[one] / counts.sum())) for one in often)
        shares = tuple((KINDS[one], float(counts[one] / counts[often].sum())) for one in often)
        which = np.flatnonzero((self.table.found == 1) & np.isin(codes, often))
        labels = np.searchsorted(often, codes).astype(np.float64)
        rounds = max(20, self.settings.rounds // 5)
        return self.trees("category", "multiclass", which, labels, rounds, num_class=len(often), min_data_in_leaf=10), shares


def _model(training: _Training, keys: Sequence[Key], version: str, calibrated: tuple[calibrate.Calibration, Floats], finding: str) -> Model:
    table, settings = training.table, training.settings
    revenue, usual, smear = training.revenue()
    category, shares = training.categories()
    calibration, said = calibrated
    if not len(said):
        said = calibration.probabilities(boost.raw_scores(finding, training.rows, settings.threads))
    head = Head(
        version=version,
        numbers=table.names,
        texts=tuple(table.texts),
        settings=settings,
        calibration=calibration,
        usual_revenue=usual,
        smear=smear,
        categories=shares,
        days=(float(table.at[0]), float(table.at[-1])),
        rows=len(table),
        labelled=int(table.labelled.sum()),
        findings=int(np.sum(table.found == 1)),
        baseline=baseline(table, said),
    )
    return Model(head, frozen(table, keys, settings.strength), finding, revenue, category)
