"""A decision of practice set against the truth: what was missed, and what was recorded and is not so."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

import msgspec

from clearlane.model.control_facts import CheckBegun, CheckEnded
from clearlane.model.facts import Record
from clearlane.model.inspection import Category
from clearlane.model.risk_facts import Examined
from clearlane.model.text import Text
from clearlane.office.practice_cases import category
from clearlane.office.practice_scoring import Answer
from clearlane.office.practice_signs import sign
from clearlane.simulator import Truth

Finding = tuple[int, Category]
"""The goods item, 0 for the whole, and what kind of thing was found."""


class Outcome(msgspec.Struct, frozen=True):
    """A decision of practice set against the truth.

    Attributes:
      answer: Whether it was right, how sure its officer was, and the minutes it took.
      signs: What was wrong, in words; empty where nothing was.
      missed: Those of them that were not recorded.
      false: What was recorded and is not so: the goods item, 0 for the whole, and the kind of finding.
    """

    answer: Answer
    signs: tuple[Text, ...]
    missed: tuple[Text, ...]
    false: tuple[Finding, ...] = ()


def judged(records: Sequence[Record], truth: Truth, percent: int, opened: datetime | None = None) -> Outcome | None:
    """Set the first check concluded on a case against the truth; None before there is one.

    Right is who records a result of the right kind for each thing wrong, on its item or on the whole, and none of another: whoever finds
    everything everywhere finds nothing. Where nothing is wrong, right is who is satisfied. Minutes count from when the case
    was opened; where that is not known, from the beginning of the check.
    """
    ended = next((record for record in records if isinstance(record.fact, CheckEnded)), None)
    if ended is None or not isinstance(ended.fact, CheckEnded):
        return None
    found = {
        (one.item, one.category)
        for record in records
        if isinstance(record.fact, Examined) and record.seq <= ended.seq
        for one in record.fact.results
        if not one.conform and one.category
    }
    missed, false = compared(found, truth)
    hasty = not truth.irregularities and not ended.fact.satisfied
    began = opened or next((record.at for record in records if isinstance(record.fact, CheckBegun)), ended.at)
    minutes = (ended.at - began).total_seconds() / 60
    answer = Answer(not missed and not false and not hasty, percent, minutes, len(missed), len(false))
    return Outcome(answer, tuple(sign(wrong) for wrong in truth.irregularities), missed, false)


def compared(found: AbstractSet[Finding], truth: Truth) -> tuple[tuple[Text, ...], tuple[Finding, ...]]:
    """Return the signs that no finding meets, and the findings that meet nothing wrong.

    A finding on the whole meets what is wrong on any item, and what is wrong with the whole is met on any item.
    """
    so = {(wrong.item, category(wrong)) for wrong in truth.irregularities}

    def meets(one: Finding, other: Finding) -> bool:
        return one[1] == other[1] and (one[0] == other[0] or not one[0] or not other[0])

    missed = tuple(sign(wrong) for wrong in truth.irregularities if not any(meets((wrong.item, category(wrong)), one) for one in found))
    return missed, tuple(sorted(one for one in found if not any(meets(one, other) for other in so)))
