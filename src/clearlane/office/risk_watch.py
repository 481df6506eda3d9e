"""What is watched, and becomes a task where it leaves its bounds: drift of inputs, scores and results, hits, lists that ran out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from clearlane.learning.drift import Recent, drift, surprises
from clearlane.learning.scoring import score_table
from clearlane.learning.table import Texts, TrainingTable
from clearlane.model.profile import Profile
from clearlane.model.risk_facts import RiskTask
from clearlane.model.risk_model import Drift
from clearlane.office.ports import Store
from clearlane.office.risk_breaker import Breaker
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_lists import ListDesk
from clearlane.office.risk_models import ModelDesk
from clearlane.office.risk_tables import table_of
from clearlane.office.risk_timeline import SUBJECT
from clearlane.office.risk_trials import TrialDesk
from clearlane.risk.history.references import monday

LATELY = timedelta(days=28)
"""Over how long goods are held against what the model was trained on."""
FEWEST = 300
"""With fewer goods items than this chance alone moves an index."""
_GROUPS = ("office", "origin")
_WORST = 5
"""How many inputs or groups a task names."""
_KINDS = {"input": "input-drift", "score": "score-drift", "hits": "hit-drift"}


class WatchDesk:
    """Watching, at ``office.risk.watching``.

    Args:
      law: The law.
      store: The store.
      keeping: What is kept of risk work.
      models: The models kept.
      trials: Recorded goods items.
      lists: Lists.
      clock: What tells the time.
    """

    def __init__(
        self,
        law: Profile,
        store: Store,
        keeping: RiskKeeping,
        models: ModelDesk,
        trials: TrialDesk,
        lists: ListDesk,
        clock: Callable[[], datetime],
    ) -> None:
        self._law, self._store, self._keeping, self._models, self._trials = law, store, keeping, models, trials
        self._lists, self._clock = lists, clock
        self.breaker = Breaker(law, store, keeping, clock)

    def all(self) -> tuple[RiskTask, ...]:
        """Watch everything, and return the tasks that are new."""
        now = self._clock()
        return (*self.breaker.check(), *self._raise(self._run_out(now), now), *self._raise(self._tasks(self._drifts(now)), now))

    def drift(self, at: datetime | None = None) -> tuple[Drift, ...]:
        """Return how far inputs, scores and results of late moved from what the model in force was trained on, alarms first.

        Alarms become tasks, one in a week for each kind of drift of a model, naming the worst.
        Nothing is told where no model is in force, or too little was recorded.
        """
        now = at or self._clock()
        found = self._drifts(now)
        self._raise(self._tasks(found), now)
        return found

    def _drifts(self, at: datetime) -> tuple[Drift, ...]:
        scorer = self._models.champion()
        if scorer is None:
            return ()
        table = table_of(*self._trials.goods(at - LATELY, at))
        if len(table) < FEWEST:
            return ()
        recent = Recent(table, score_table(scorer.model, table).probability)
        version = scorer.model.head.version
        found = (*drift(scorer.model.head.baseline, recent, version), *surprises(recent, _groups(table)))
        return tuple(sorted(found, key=lambda one: (not one.alarm, -one.measured / one.bound)))

    def _tasks(self, found: Iterable[Drift]) -> list[RiskTask]:
        scorer = self._models.champion()
        return _by_kind(found, scorer.model.head.version) if scorer is not None else []

    def _run_out(self, at: datetime) -> list[RiskTask]:
        day = self._law.day(at)
        return [RiskTask("list-expired", one.name, float((day - one.until).days), 0.0) for one in self._lists.expired(day) if one.until]

    def _raise(self, tasks: Iterable[RiskTask], at: datetime) -> tuple[RiskTask, ...]:
        """Record tasks, each once a week for one cause, and return those that are new."""
        with self._store.work() as work:
            week = monday(at)
            known = {
                (task.kind, task.about) for task, raised in self._keeping.timeline(work).tasks if monday(raised.astimezone(UTC)) == week
            }
            new = {(task.kind, task.about): task for task in tasks if (task.kind, task.about) not in known}
            if new:
                work.append(at, [(SUBJECT, task) for task in new.values()])
        return tuple(new.values())


def _groups(table: TrainingTable) -> dict[str, Texts]:
    groups = {name: table.texts[name] for name in _GROUPS if name in table.texts}
    return groups | ({"chapter": table.texts["hs"].beginnings(2)} if "hs" in table.texts else {})


def _by_kind(found: Iterable[Drift], model: str) -> list[RiskTask]:
    """Return one task for each kind of drift that left its bounds, naming the worst, furthest beyond their bounds first."""
    kinds: dict[str, list[Drift]] = defaultdict(list)
    for one in found:
        if one.alarm:
            kinds[one.kind].append(one)
    tasks = []
    for kind, alarms in kinds.items():
        alarms.sort(key=lambda one: -one.measured / one.bound)
        worst = tuple((one.about, one.measured) for one in alarms[:_WORST])
        tasks.append(RiskTask(_KINDS[kind], model, alarms[0].measured, alarms[0].bound, worst, len(alarms)))
    return tasks
