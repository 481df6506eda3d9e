"""Checks on which the lot fell: those that wait for a second pair of eyes, and how often what was decided was sound.

The lot falls on those who followed the machine and on those who did not alike, so both are held to the same measure: the machine advises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

import msgspec

from clearlane.model.control_facts import Check, ReviewDrawn, Reviewed
from clearlane.model.facts import Record
from clearlane.office.clearing_matters import words_of
from clearlane.office.ports import Reading

LATEST = 2000
"""How many facts of review are read, the latest."""


class Review(msgspec.Struct, frozen=True):
    """A check on which the lot fell.

    Attributes:
      number: The declaration.
      place: The place in the log where the lot fell.
      at: When the check was concluded.
      check: What was checked.
      followed: Whether its officer did what the machine advised.
      by: Its officer.
      sound: What the reviewer said; None while it waits.
      reviewed_at: When.
      why: What he noticed.
    """

    number: str
    place: int
    at: datetime
    check: Check
    followed: bool
    by: str
    sound: bool | None = None
    reviewed_at: datetime | None = None
    why: str = ""


class ReviewTally(msgspec.Struct, frozen=True):
    """Of the checks of which the machine's advice was followed, or was not: how many the lot took, were reviewed, and were sound."""

    followed: bool
    drawn: int
    reviewed: int
    sound: int


class Reviews(msgspec.Struct, frozen=True):
    """Reviews.

    Attributes:
      waiting: Those that wait, the longest waiting first.
      done: Those done, the latest first.
      tallies: How those who followed the machine and those who did not compare.
    """

    waiting: tuple[Review, ...]
    done: tuple[Review, ...]
    tallies: tuple[ReviewTally, ReviewTally]


def reviews(reading: Reading, sees: Callable[[str], bool]) -> Reviews:
    """Return the reviews someone may look into.

    Args:
      reading: The store.
      sees: Whether a declaration is within his offices.
    """
    records = [one for one in reading.review_facts(LATEST) if sees(one.subject)]
    said = {one.fact.drawn: one for one in records if isinstance(one.fact, Reviewed)}
    every = [_review(reading, one, one.fact, said.get(one.seq)) for one in records if isinstance(one.fact, ReviewDrawn)]
    open_ones = sorted((one for one in every if one.sound is None and _open(reading, one)), key=lambda one: one.place)
    done = [one for one in every if one.sound is not None]
    done.sort(key=lambda one: one.reviewed_at or one.at, reverse=True)
    return Reviews(tuple(open_ones), tuple(done), (_tally(every, followed=True), _tally(every, followed=False)))


def _review(reading: Reading, record: Record, drawn: ReviewDrawn, said: Record | None) -> Review:
    one = Review(record.subject, record.seq, record.at, drawn.check, drawn.followed, drawn.by)
    if said is None or not isinstance(said.fact, Reviewed):
        return one
    return msgspec.structs.replace(one, sound=said.fact.sound, reviewed_at=said.at, why=words_of(reading, said.fact.why))


def _open(reading: Reading, one: Review) -> bool:
    """Say whether it still waits; what was cancelled waits no more."""
    case = reading.case(one.number)
    return case is not None and case.situation is not None and any(place == one.place for place, _ in case.situation.reviews)


def _tally(every: Iterable[Review], *, followed: bool) -> ReviewTally:
    of = [one for one in every if one.followed == followed]
    done = [one for one in of if one.sound is not None]
    return ReviewTally(followed, len(of), len(done), sum(bool(one.sound) for one in done))
