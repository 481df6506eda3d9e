"""Facts of practice: which simulated case someone was given, and how sure he said he was. They stand only in the log of a practice store.

Their subject is ``practice``. What was decided on a case stands with the case, as everywhere.
"""

from __future__ import annotations

from typing import Literal

import msgspec

PracticeKind = Literal["documents", "inspection", "value", "classification", "origin", "signature"]
PRACTICE_KINDS: tuple[PracticeKind, ...] = ("documents", "inspection", "value", "classification", "origin", "signature")
TaskKind = Literal["suspense", "statement"]
TASK_KINDS: tuple[TaskKind, ...] = ("suspense", "statement")


class PracticeOpened(msgspec.Struct, frozen=True, gc=False, tag="practice-opened", omit_defaults=True):
    """A simulated case was given to someone; the truth about it is kept beside the log.

    Attributes:
      person: To whom.
      series: Which of his sets, from 1.
      kind: What the set practises.
      number: The declaration in the practice store.
      truth: Digest of what is really so.
    """

    person: str
    series: int
    kind: PracticeKind
    number: str
    truth: str


class PracticeConfidence(msgspec.Struct, frozen=True, gc=False, tag="practice-confidence", omit_defaults=True):
    """Someone said, before he decided, how sure he is to be right.

    Attributes:
      person: Who.
      number: The declaration in the practice store.
      percent: How sure, from 50 to 100.
    """

    person: str
    number: str
    percent: int


class PracticeLooked(msgspec.Struct, frozen=True, gc=False, tag="practice-looked", omit_defaults=True):
    """Someone opened his case or task for the first time: its minutes count from here.

    Attributes:
      person: Who.
      number: The declaration in the practice store, or the digest of the task.
    """

    person: str
    number: str


class PracticeTaskGiven(msgspec.Struct, frozen=True, gc=False, tag="practice-task-given", omit_defaults=True):
    """A task of the cashier was given to someone: what to look at, the questions, and what is right, kept beside the log.

    Attributes:
      person: To whom.
      series: Which of his sets, from 1.
      kind: What it practises.
      task: Its digest.
    """

    person: str
    series: int
    kind: TaskKind
    task: str


class PracticeTaskDone(msgspec.Struct, frozen=True, gc=False, tag="practice-task-done", omit_defaults=True):
    """Someone answered a task.

    Attributes:
      person: Who.
      task: Its digest.
      percent: How sure he said he was, from 50 to 100.
      answers: What he answered, question by question.
    """

    person: str
    task: str
    percent: int
    answers: tuple[str, ...]


class PracticeProfile(msgspec.Struct, frozen=True, gc=False, tag="practice-profile", omit_defaults=True):
    """A profile was held against simulated trade of which everything is known.

    Attributes:
      person: Who wrote it.
      text: Digest of its text.
      percent: How sure he was that it is right, from 50 to 100.
      rows: How many goods items it was held against.
      wrong: How many of them were wrong.
      hits: How many it hit.
      caught: How many of these were wrong.
    """

    person: str
    text: str
    percent: int
    rows: int
    wrong: int
    hits: int
    caught: int

    @property
    def precision(self) -> float:
        """The share of its hits that is wrong.

        >>> PracticeProfile("T-1", "", 80, 1000, 50, 20, 10).precision
        0.5
        """
        return self.caught / self.hits if self.hits else 0.0

    @property
    def detection(self) -> float:
        """The share of what is wrong that it hits."""
        return self.caught / self.wrong if self.wrong else 0.0

    @property
    def right(self) -> bool:
        """Whether it finds at least twice what chance finds, among at most a tenth of the trade."""
        return 0 < self.hits <= self.rows / 10 and self.precision * self.rows >= 2 * self.wrong


PracticeFact = PracticeOpened | PracticeConfidence | PracticeLooked | PracticeTaskGiven | PracticeTaskDone | PracticeProfile
