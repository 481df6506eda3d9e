"""Facts of practice: which simulated case someone was given, and how sure he said he was. They stand only in the log of a practice store.

Their subject is ``practice``. What was decided on a case stands with the case, as everywhere.
"""

from __future__ import annotations

from typing import Literal

import msgspec

PracticeKind = Literal["documents", "inspection", "value", "classification", "origin"]
PRACTICE_KINDS: tuple[PracticeKind, ...] = ("documents", "inspection", "value", "classification", "origin")


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


PracticeFact = PracticeOpened | PracticeConfidence
