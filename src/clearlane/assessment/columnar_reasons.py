"""Why lines of goods owe no amount, in words: as the plan was told when it asked the law.

The plan asks once for lines that the law cannot tell apart. Where a reason names the country or the day it was asked about,
the law is asked again for each other country and day, by the very functions that assess one declaration.
"""

from __future__ import annotations

import decimal
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from clearlane.assessment.assess import EXACT
from clearlane.assessment.columnar import Duties
from clearlane.assessment.columnar_facts import FACTS, goods_with
from clearlane.assessment.columnar_lines import Coded, Lines, Merged, combined
from clearlane.assessment.columnar_plan import Plan
from clearlane.assessment.columnar_round import Whole
from clearlane.assessment.duty import tax_lines
from clearlane.model.text import Text

_SUSPENDED = 2
_NAMED = ("origin", "preferential_origin", "day")
"""Facts of which several are one to the law, and that a reason may name."""
_Words = Mapping[int, Text]


class Reasons(NamedTuple):
    """Why taxes are suspended or open.

    Attributes:
      places: For each slot of ``Duties`` the place of every line's reason among the texts.
      texts: The texts, each once; None first, where there is nothing to say.
    """

    places: list[Whole]
    texts: tuple[Text | None, ...]


def reasons_of(lines: Lines, duties: Duties, plan: Plan) -> Reasons:
    """Return why lines of goods owe no amount.

    Args:
      lines: The lines.
      duties: What they owe.
      plan: The plan they were computed by.
    """
    texts: dict[Text | None, int] = {None: 0}
    waits = np.zeros(len(lines), dtype=np.bool_)
    for slot in range(len(duties.slots)):
        waits |= duties.outcomes(slot) >= _SUSPENDED
    waits[list(duties.apart)] = False
    places = [np.zeros(len(lines), dtype=np.int32) for _ in duties.slots]
    rows = np.flatnonzero(waits)
    if len(rows):
        _in_columns(lines, rows, plan, places, texts)
    for row, words in duties.apart.items():
        for slot, text in words.items():
            places[slot][row] = texts.setdefault(text, len(texts))
    return Reasons(places, tuple(texts))


def _in_columns(lines: Lines, rows: Whole, plan: Plan, places: list[Whole], texts: dict[Text | None, int]) -> None:
    """Write down the reasons of lines that were computed in columns."""
    facts = [lines.facts[name] for name in FACTS]
    columns = [column.merged(plan.alike.get(name, _itself)) for name, column in zip(FACTS, facts, strict=True)]
    finer = [Merged(lines.facts[name].codes, (), lines.facts[name].values) for name in _NAMED]
    combination, _ = combined([*columns, *finer])
    _, first, inverse = np.unique(combination[rows], return_index=True, return_inverse=True)
    table = np.zeros((len(first), len(places)), dtype=np.int32)
    for number, row in enumerate(rows[first].tolist()):
        key = tuple(column.keys[column.codes[row]] for column in columns)
        for slot, text in _words(key, facts, row, plan).items():
            table[number, slot] = texts.setdefault(text, len(texts))
    for slot, place in enumerate(places):
        place[rows] = table[inverse, slot]


def _itself(value: Hashable) -> Hashable:
    return value


def _words(key: tuple[Hashable, ...], facts: Sequence[Coded], row: int, plan: Plan) -> _Words:
    """Return the reasons of a line."""
    asked, words = plan.reasons.get(key, ((), {}))
    own = tuple(column.values[column.codes[row]] for column in facts)
    differing = [one for name, one, other in zip(FACTS, asked, own, strict=bool(asked)) if name in _NAMED and one != other]
    if not any(_names(text, fact) for text in words.values() for fact in differing):
        return words
    again = (*key, *(fact for name, fact in zip(FACTS, own, strict=True) if name in _NAMED))
    if again not in plan.reasons:
        plan.reasons[again] = own, dict(_asked(own, plan))
    return plan.reasons[again][1]


def _names(text: Text, fact: Hashable) -> bool:
    """Say whether a text names a country or a day, or the want of one."""
    return fact == "" or re.search(rf"(?<!\w){re.escape(str(fact))}(?!\w)", text.en) is not None


def _asked(facts: tuple[Hashable, ...], plan: Plan) -> Iterator[tuple[int, Text]]:
    day = facts[-1]
    assert isinstance(day, date)  # noqa: S101 - the last fact is the day
    seen: dict[str, int] = {}
    with decimal.localcontext(EXACT):
        for line in tax_lines([goods_with(facts)], plan.profile, day):
            number = seen[line.tax] = seen.get(line.tax, -1) + 1
            if line.reason is not None and line.outcome != "priced":
                yield plan.slot(line.tax, number), line.reason
