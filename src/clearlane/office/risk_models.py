"""Learned models as an office keeps them: which scores, which scores in shadow; kept by one person, made to score by another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec

from clearlane.learning.model_file import Model
from clearlane.learning.scoring import Scorer
from clearlane.model.risk_facts import ModelKept, ModelRefreshed, ModelStanding
from clearlane.model.risk_model import ModelCard
from clearlane.office.ports import Reading, Store
from clearlane.office.risk_keeping import RiskKeeping, digest_of
from clearlane.office.risk_refusals import another_model, no_such_model, trained_by_the_same
from clearlane.office.risk_timeline import SUBJECT, RiskTimeline
from clearlane.office.tariff_refusals import identified, same_person
from clearlane.risk.catalogue import catalogue


class ModelVersion(msgspec.Struct, frozen=True):
    """Where a model stands.

    Attributes:
      kept: What was kept.
      at: When.
      state: ``champion``, ``challenger``, ``withdrawn``, or ``kept`` where nothing was decided.
      decided_by: Who decided last.
      why: The ground.
    """

    kept: ModelKept
    at: datetime
    state: str
    decided_by: str = ""
    why: str = ""


class ModelDesk:
    """Models, at ``office.risk.models``.

    Args:
      store: The store.
      keeping: What is kept of risk work.
      clock: What tells the time.
    """

    def __init__(self, store: Store, keeping: RiskKeeping, clock: Callable[[], datetime]) -> None:
        self._store, self._keeping, self._clock = store, keeping, clock
        self._ready: dict[str, tuple[str, Scorer]] = {}

    def keep(self, model: Model, card: ModelCard, *, by: str, cause: str = "asked") -> ModelVersion:
        """Keep a trained model with its card. It scores nothing yet."""
        who, body, written = identified(by), model.dump(), msgspec.json.encode(card)
        kept = ModelKept(model.head.version, digest_of(body), digest_of(written), who, model.head.rows, cause)
        with self._store.work() as work:
            if kept.version not in self._keeping.timeline(work).models:
                work.keep([(kept.digest, body), (kept.card, written)])
                work.append(self._clock(), [(SUBJECT, kept)])
        return self.version(kept.version)

    def versions(self) -> list[ModelVersion]:
        """Return every model kept, the latest first."""
        return [self.version(name) for name in reversed(self._keeping.timeline().models)]

    def version(self, name: str) -> ModelVersion:
        """Return where a model stands.

        Raises:
          NotFound: No such model is kept.
        """
        timeline = self._keeping.timeline()
        if name not in timeline.models:
            raise no_such_model(name)
        kept, at = timeline.models[name]
        last = next((standing for standing, _ in reversed(timeline.model_standings) if standing.version == name), None)
        state: str = "kept" if last is None else last.state
        if state == "champion" and timeline.champion() != name:
            state = "superseded"
        return ModelVersion(
            kept, at, "champion" if timeline.champion() == name else state, last.by if last else "", last.why if last else ""
        )

    def card(self, name: str) -> ModelCard:
        """Return a model's card."""
        return msgspec.json.decode(self._keeping.document(self.version(name).kept.card, name), type=ModelCard)

    def model(self, name: str) -> Model:
        """Return a model."""
        return Model.load(self._keeping.document(self.version(name).kept.digest, name))

    def refresh(self, model: Model, rows: int) -> ModelRefreshed:
        """Let a model score with the results known by now; its trees and its calibration are those that were approved.

        Raises:
          NotFound: No such model is kept.
          Conflict: It is not the same model: its trees or its calibration differ.
        """
        before = self.model(model.head.version)
        same = (model.finding, model.revenue, model.category) == (before.finding, before.revenue, before.category)
        if not same or model.head.calibration != before.head.calibration:
            raise another_model(model.head.version)
        body = model.dump()
        fact = ModelRefreshed(model.head.version, digest_of(body), rows)
        with self._store.work() as work:
            work.keep([(fact.digest, body)])
            work.append(self._clock(), [(SUBJECT, fact)])
        return fact

    def promote(self, name: str, *, by: str, why: str = "") -> ModelVersion:
        """Make a model score, in place of the one that does.

        Raises:
          NotFound: No such model is kept.
          NotAllowed: It is who trained it that asks.
        """
        who, known = identified(by), self.version(name)
        if same_person(known.kept.by, who):
            raise trained_by_the_same(name)
        return self._stand(ModelStanding(name, "champion", who, why))

    def challenge(self, name: str, *, by: str, why: str = "") -> ModelVersion:
        """Let a model score in shadow, beside the one that does."""
        self.version(name)
        return self._stand(ModelStanding(name, "challenger", identified(by), why))

    def withdraw(self, name: str, *, by: str, why: str) -> ModelVersion:
        """Take a model back; the one that scored before it scores again."""
        self.version(name)
        return self._stand(ModelStanding(name, "withdrawn", identified(by), why))

    def _stand(self, fact: ModelStanding) -> ModelVersion:
        with self._store.work() as work:
            work.append(self._clock(), [(SUBJECT, fact)])
        return self.version(fact.version)

    def champion(self, reading: Reading | None = None) -> Scorer | None:
        """Return the model that scores, ready; None where none does."""
        timeline = self._keeping.timeline(reading)
        return self._scorer(timeline.champion(), timeline)

    def challenger(self, reading: Reading | None = None) -> Scorer | None:
        """Return the model that scores in shadow, ready; None where none does."""
        timeline = self._keeping.timeline(reading)
        return self._scorer(timeline.challenger(), timeline)

    def _scorer(self, name: str, timeline: RiskTimeline) -> Scorer | None:
        if not name:
            return None
        digest = timeline.refreshed.get(name) or timeline.models[name][0].digest
        known = self._ready.get(name)
        if known is None or known[0] != digest:
            known = self._ready[name] = digest, Scorer(Model.load(self._keeping.document(digest, name)), catalogue())
        return known[1]
