"""Training by one command, scheduled or on drift: a model with its card, kept for a second person to promote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal

import numpy as np

from clearlane.learning.learn import Beside, learn
from clearlane.learning.settings import Settings
from clearlane.learning.table import Floats, TrainingTable
from clearlane.learning.train import refreshed
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.model.risk_facts import ModelRefreshed, ReferencesKept
from clearlane.model.text import Text
from clearlane.office.risk_evaluation import Evaluation, evaluated
from clearlane.office.risk_goods import MICROS_A_DAY, Goods
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_like_goods import like_goods
from clearlane.office.risk_models import ModelDesk, ModelVersion
from clearlane.office.risk_outcomes import ItemOutcomes
from clearlane.office.risk_recorded import Report
from clearlane.office.risk_remembering import Remembering
from clearlane.office.risk_tables import table_of
from clearlane.office.risk_trials import TrialDesk
from clearlane.office.tariff_refusals import identified
from clearlane.risk.catalogue import catalogue
from clearlane.risk.history.building import build
from clearlane.risk.history.definitions import micros
from clearlane.risk.history.references import monday
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.work import open_work

Cause = Literal["asked", "scheduled", "drift"]
Progress = Callable[[str, int, int], None]
"""Is told what is being done (``reading``, ``calibration``, ``finding``, ``revenue``, ``category``), how much is done, and of how much."""
YEAR = timedelta(days=365)
DRIFTS = ("input-drift", "score-drift", "hit-drift")


class TrainingDesk:
    """Training, at ``office.risk.training``.

    Args:
      law: The law.
      keeping: What is kept of risk work.
      models: The models kept.
      trials: Recorded goods items with what became of them.
      remembering: The references kept.
      clock: What tells the time.
    """

    def __init__(
        self,
        law: Profile,
        keeping: RiskKeeping,
        models: ModelDesk,
        trials: TrialDesk,
        remembering: Remembering,
        clock: Callable[[], datetime],
    ) -> None:
        self._law, self._keeping, self._models, self._trials = law, keeping, models, trials
        self._remembering, self._clock = remembering, clock

    def table(self, since: datetime, until: datetime | None = None, report: Report = lambda done: None) -> TrainingTable:
        """Return recorded goods items with the results known by now; what nobody looked at has no label."""
        return table_of(*self._trials.goods(since, until, report))

    def train(
        self,
        since: datetime,
        until: datetime,
        *,
        by: str,
        seed: int = 1,
        cause: Cause = "asked",
        work: str = "local:",
        report: Progress = lambda what, done, whole: None,
    ) -> ModelVersion:
        """Train a model on what was recorded in a period, and keep it with its card. It scores nothing yet.

        It learns from the earlier part of the period and is tried on the later one, beside random choice, the importer's history, the
        profiles in force and the model in force.

        Args:
          since: The first moment.
          until: The last.
          by: Who trains.
          seed: The seed of all chance.
          cause: Why.
          work: Where: ``local:``, ``local:2`` or ``dask://host:port``.
          report: Is told how far it is.

        Raises:
          NotAllowed: Whoever trains gave no identification.
          TooFewResults: Too few results are recorded to learn from.
          Unavailable: The libraries for learned scores are not installed here, or the place of work cannot be reached.
        """
        goods, became = self._trials.goods(since, until, lambda done: report("reading", done, done))
        return self.train_on(goods, became, by=by, seed=seed, cause=cause, work=work, report=report)

    def train_on(
        self,
        goods: Goods,
        became: ItemOutcomes,
        *,
        by: str,
        seed: int = 1,
        cause: Cause = "asked",
        work: str = "local:",
        report: Progress = lambda what, done, whole: None,
    ) -> ModelVersion:
        """Train a model on goods of a file, or of the record; see ``train``."""
        who, table, settings = identified(by), table_of(goods, became), Settings(seed=seed)
        groups = {name: table.texts[name] for name in ("office", "origin") if name in table.texts}
        champion = self._models.champion()
        beside = Beside(champion.model if champion else None, self._rules(goods), groups)
        with open_work(work) as place:
            made = learn(table, self._name(), settings, beside, together=place, progress=report)
        return self._models.keep(made.model, made.card, by=who, cause=cause)

    def _name(self) -> str:
        """Return the next name of a model: the day it was trained on, and how many there are of that day."""
        day = self._law.day(self._clock()).isoformat()
        return f"{day}.{1 + sum(name.startswith(day) for name in self._keeping.timeline().models)}"

    def _rules(self, goods: Goods) -> Floats | None:
        """Return how many profiles in force hit each goods item; None where there are none."""
        day = self._law.day(self._clock())
        profiles = [entry.profile for entry in self._keeping.book(day).entries if not entry.shadow]
        if not profiles:
            return None
        hits = ColumnarRun(goods.columns(), catalogue(), self._keeping.lists(day)).hits_of_all(profiles)
        return np.bincount(np.concatenate(hits), minlength=len(goods)).astype(np.float64)

    def evaluate(self, version: str, since: datetime, until: datetime | None = None) -> Evaluation:
        """Return how well a model ranks the goods of a period, each with what was known just before it.

        Args:
          version: The model.
          since: The first moment.
          until: The last; None for all since.

        Raises:
          NotFound: No such model is kept.
        """
        return self._evaluated(version, self.table(since - YEAR, until), micros(since) / MICROS_A_DAY)

    def evaluate_on(self, version: str, goods: Goods, became: ItemOutcomes) -> Evaluation:
        """Return how well a model ranks the goods of a file; see ``evaluate``."""
        table = table_of(goods, became)
        return self._evaluated(version, table, float(table.at.min()))

    def _evaluated(self, version: str, table: TrainingTable, since: float) -> Evaluation:
        model, champion = self._models.model(version), self._models.champion()
        beside = champion.model if champion is not None and champion.model.head.version != version else None
        return evaluated(model, beside, table, since)

    def refresh(self, at: datetime | None = None) -> ModelRefreshed:
        """Let the model in force score with the results known by now; to be done daily.

        Raises:
          NotFound: No model is in force.
        """
        scorer = self._models.champion()
        if scorer is None:
            raise NotFound(Text(en="No model is in force.", vi="Chưa có mô hình nào đang áp dụng."))
        moment = at or self._clock()
        table = self.table(moment - YEAR).before(micros(moment) / MICROS_A_DAY)
        return self._models.refresh(refreshed(scorer.model, table), len(table))

    def references(self, at: datetime | None = None) -> ReferencesKept:
        """Build and keep what like goods cost and weigh, for the week of a moment; what is kept for a week already stands."""
        week = monday(at or self._clock())
        kept = next((one for one in self._keeping.timeline().references if one.week == week), None)
        if kept is not None:
            return kept
        end = datetime(week.year, week.month, week.day, tzinfo=UTC)
        goods, became = self._trials.goods(end - YEAR, end)
        return self._remembering.keep(build(week, like_goods(goods, became)), self._clock)

    def retrain_if_due(self, at: datetime, every_days: int, *, by: str, days: int = 365, **how: object) -> ModelVersion | None:
        """Train a model where the last is old, or something drifted since; return it, or None where none is due.

        Args:
          at: Now.
          every_days: After how many days a model is old.
          by: Who trains.
          days: Over how many days it learns.
          how: As for ``train``.
        """
        cause = self.due(at, every_days)
        if cause is None:
            return None
        return self.train(at - timedelta(days=days), at, by=by, cause=cause, **how)  # type: ignore[arg-type]

    def due(self, at: datetime, every_days: int) -> Cause | None:
        """Return why a model is due; None where none is."""
        timeline = self._keeping.timeline()
        last = max((kept_at for _, kept_at in timeline.models.values()), default=None)
        if last is None or at - last >= timedelta(days=every_days):
            return "scheduled"
        return "drift" if any(task.kind in DRIFTS and raised > last for task, raised in timeline.tasks) else None
