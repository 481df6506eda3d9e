"""What models say of a declaration as it was recorded, and why, in at most five lines, for the officer who looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from clearlane.learning.reasons import Line, lines
from clearlane.learning.scoring import Scorer, Scores, score_table
from clearlane.model.chosen import Chosen
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.model.risk_facts import ModelScore
from clearlane.model.risk_row import RiskRow
from clearlane.model.text import Text
from clearlane.office.ports import Store
from clearlane.office.risk_goods import Goods
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_models import ModelDesk
from clearlane.office.risk_outcomes import ItemOutcomes
from clearlane.office.risk_saying import title_of, with_values
from clearlane.office.risk_tables import table_of
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.explain import explain
from clearlane.risk.row import declaration_row


class ScoringDesk:
    """Scores and reasons, at ``office.risk.scoring``.

    Args:
      law: The law.
      store: The store.
      keeping: What is kept of risk work.
      models: The models kept.
      clock: What tells the time.
    """

    def __init__(self, law: Profile, store: Store, keeping: RiskKeeping, models: ModelDesk, clock: Callable[[], datetime]) -> None:
        self._law, self._store, self._keeping, self._models, self._clock = law, store, keeping, models, clock

    def score(self, number: str) -> tuple[ModelScore, ...]:
        """Return what the models in force say of each goods item, as it was recorded; nothing where no model scores.

        Raises:
          NotFound: No such declaration was selected here, or what was recorded of it was erased.
        """
        rows = self._rows(number)
        champion, challenger = self._models.champion(), self._models.challenger()
        return (*_scored(champion, rows, challenger=False), *_scored(challenger, rows, challenger=True))

    def score_on(self, goods: Goods, version: str = "") -> Scores:
        """Return what a model says of every goods item of a file, or of the record; the model in force by default.

        Raises:
          NotFound: No such model is kept, or none is in force.
        """
        champion = self._models.champion()
        if not version and champion is None:
            raise NotFound(Text(en="No model is in force.", vi="Chưa có mô hình nào đang áp dụng."))
        model = champion.model if champion is not None and not version else self._models.model(version)
        return score_table(model, table_of(goods, ItemOutcomes.unknown(len(goods))))

    def reasons(self, number: str) -> tuple[Text, ...]:
        """Return why a declaration was scored as it was: the words of one to five lines.

        Raises:
          NotFound: As ``score``.
        """
        return tuple(line.words for line in self.lines(number))

    def lines(self, number: str, *, scored: bool = True) -> tuple[Line, ...]:
        """Return why a declaration was scored as it was, with what each line speaks of: one to five lines.

        They speak of the goods item that stands out most: its conditions with their values, its price beside like goods, the trader's
        history, and what moved the model most.

        Args:
          number: The declaration.
          scored: Whether to say what models make of it. Without, the lines say nothing that a score has part in, not even by the choice
            of the item; and there may be none.

        Raises:
          NotFound: As ``score``.
        """
        rows, chosen = self._rows(number), self._store.chosen(number)
        row = _most_striking(rows, chosen, scored=scored)
        champion = self._models.champion() if scored else None
        contributions = champion.contributions(row.values) if champion is not None else ()
        conditions = tuple(self._conditions(chosen, rows, row)) if chosen is not None else ()
        found = lines(catalogue(), row.values, conditions, contributions, self._law.currency)
        return found if scored else tuple(line for line in found if line.about != "nothing")

    def item(self, number: str, *, scored: bool = True) -> int:
        """Return the goods item of which the lines speak, from 1; the arguments and refusals are those of ``lines``."""
        return _most_striking(self._rows(number), self._store.chosen(number), scored=scored).item

    def _rows(self, number: str) -> list[RiskRow]:
        rows = self._store.risk_rows_of(number)
        if not rows:
            raise NotFound(
                Text(en=f"Nothing is recorded of the goods of {number}.", vi=f"Không có dữ liệu hàng hóa của tờ khai {number}."),
                number=number,
            )
        return rows

    def _conditions(self, chosen: Chosen, rows: Sequence[RiskRow], row: RiskRow) -> Iterator[Text]:
        """Yield what each profile asked that hit the item, or the declaration, as it stood then."""
        profiles, lists = self._keeping.timeline().profiles, self._lists(chosen.at)
        for hit in chosen.hits:
            history = profiles.get((hit.profile, hit.version))
            if hit.shadow or history is None or hit.item not in (0, row.item):
                continue
            profile = self._keeping.read(history.written)
            values = row.values if hit.item else declaration_row([one.values for one in rows])
            yield with_values(title_of(profile), explain(profile.condition, values, lists, catalogue()))

    def _lists(self, at: datetime) -> Mapping[str, frozenset[str]]:
        """Return the lists as they counted at a moment."""
        day = self._law.day(at)
        kept = self._keeping.timeline().lists
        held = {name: [version for version, since in versions if since <= at] for name, versions in kept.items()}
        return {name: self._keeping.list_of(of[-1].digest, name).on(day) if of else frozenset() for name, of in held.items()}


def _scored(scorer: Scorer | None, rows: Sequence[RiskRow], *, challenger: bool) -> tuple[ModelScore, ...]:
    if scorer is None:
        return ()
    said = [(row.item, scorer.score(row.values)) for row in rows]
    version = scorer.model.head.version
    return tuple(ModelScore(version, item, one.probability, one.revenue, challenger) for item, one in said)


def _most_striking(rows: Sequence[RiskRow], chosen: Chosen | None, *, scored: bool) -> RiskRow:
    """Return the goods item with the highest score given to it; without scores the first that a profile hit."""
    if chosen is None:
        return rows[0]
    scores = {one.item: one.probability for one in chosen.scores if scored and not one.challenger}
    hit = {one.item for one in chosen.hits if not one.shadow}
    return max(rows, key=lambda row: (scores.get(row.item, 0.0), row.item in hit, -row.item))
