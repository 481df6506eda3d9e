"""What a person's practice shows of a competence, as whoever gives it sees it: kept beside the log under the digest that the fact names."""

from __future__ import annotations

from datetime import datetime

import msgspec

from clearlane.model.competence import CompetenceAsked
from clearlane.model.practice_facts import PracticeKind
from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text
from clearlane.office.ports import Store
from clearlane.office.practice import Practice
from clearlane.office.practice_scoring import Score, score


class Evidence(msgspec.Struct, frozen=True):
    """A record of practice as it stood at a moment.

    Attributes:
      person: Whose.
      competence: For what.
      at: When.
      kinds: In which kinds of cases; empty for all.
      numbers: The cases, as the store of practice numbers them.
      score: How well they were decided; None where none was.
      cases: How many the law expects.
      accuracy: Which share of them right.
    """

    person: str
    competence: str
    at: datetime
    kinds: tuple[PracticeKind, ...]
    numbers: tuple[str, ...]
    score: Score | None
    cases: int = 0
    accuracy: float = 0.0

    @property
    def enough(self) -> bool:
        """Whether it is what the law expects."""
        found = self.score
        return self.cases == 0 or (found is not None and found.count >= self.cases and found.accuracy >= self.accuracy)


def evidence(practice: Practice, person: str, asked: CompetenceAsked, at: datetime) -> Evidence:
    """Return what someone's practice shows of a competence."""
    found = [one for one in practice.cases(person) if one.outcome and (not asked.practice or one.opened.kind in asked.practice)]
    answers = [one.outcome.answer for one in found if one.outcome]
    numbers = tuple(one.opened.number for one in found)
    return Evidence(person, asked.name, at, asked.practice, numbers, score(answers), asked.cases, asked.accuracy)


def written(found: Evidence) -> bytes:
    """Return a record as it is kept."""
    return msgspec.json.encode(found)


def kept(store: Store, digest: str) -> Evidence:
    """Return the record that a competence was given upon.

    Raises:
      Unavailable: None is kept under that digest.
    """
    body = store.document(digest)
    if body is None:
        raise Unavailable(Text(en="This record of practice is not kept any more.", vi="Kết quả thực hành này không còn được lưu."))
    return msgspec.json.decode(body, type=Evidence)
