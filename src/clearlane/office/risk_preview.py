"""What a profile would stop, told while it is being written: how much of last month's trade, where, when, and what stays unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import msgspec
import numpy as np

from clearlane.learning.saying import value_said
from clearlane.model.risk_profile import RiskProfile
from clearlane.model.text import Text
from clearlane.office.risk_goods import Goods, Places
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.language.columns import EPOCH, TextColumn
from clearlane.risk.language.errors import ProfileFault
from clearlane.risk.language.explain import NO_RESULT, NOT_GIVEN, explain
from clearlane.risk.language.necessary import fields_of

MOST_EXAMPLES = 20
MOST_OFFICES = 20


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with the text.

    Attributes:
      line: The line, from 1; 0 for the text as a whole.
      column: The column in it, from 1.
      length: How many characters it concerns.
      words: What was expected.
      suggestion: What to write instead, where that can be guessed.
    """

    line: int
    column: int
    length: int
    words: Text
    suggestion: Text | None = None

    @classmethod
    def of(cls, fault: ProfileFault) -> Fault:
        """Return a fault of the language."""
        return cls(fault.line, fault.column, fault.length, fault.expected, fault.suggestion)


class Met(msgspec.Struct, frozen=True):
    """A value that a condition met: the field's name, what it is, and its value."""

    field: str
    words: Text
    value: Text


class PreviewHit(msgspec.Struct, frozen=True):
    """A goods item it would stop; 0 for the declaration as a whole."""

    number: str
    item: int
    values: tuple[Met, ...]


class Unknown(msgspec.Struct, frozen=True):
    """A field whose value is missing, in how many goods items left unknown, and why."""

    field: str
    goods: int
    cause: Text


class Preview(msgspec.Struct, frozen=True):
    """What a profile would stop.

    Attributes:
      faults: What is wrong with the text; all else is empty where it cannot be read.
      code: The profile's code.
      days: Over how many days.
      goods: Goods items looked at.
      declarations: Declarations looked at.
      hits: Goods items it hits, or declarations, by its level.
      stopped: Declarations it hits.
      share: Of all declarations, the share it hits.
      taken: How many of them its percentage takes.
      since: The first day.
      by_day: Declarations it hits, day after day.
      by_office: The same by customs office, those with most hits first.
      unknown: Goods items in its scope left unknown, because a value is missing.
      causes: What is missing there.
      examples: The latest it hits.
    """

    faults: tuple[Fault, ...] = ()
    code: str = ""
    days: int = 0
    goods: int = 0
    declarations: int = 0
    hits: int = 0
    stopped: int = 0
    share: float = 0.0
    taken: float = 0.0
    since: date | None = None
    by_day: tuple[int, ...] = ()
    by_office: dict[str, tuple[int, ...]] = {}
    unknown: int = 0
    causes: tuple[Unknown, ...] = ()
    examples: tuple[PreviewHit, ...] = ()


def previewed(
    profile: RiskProfile, goods: Goods, run: ColumnarRun, lists: Mapping[str, frozenset[str]], days: tuple[date, date]
) -> Preview:
    """Return what a profile would stop.

    Args:
      profile: The profile.
      goods: The goods items.
      run: The same goods, to hold profiles against.
      lists: The values of each list that count.
      days: The first and last day looked at.
    """
    hits, unknown = run.hits(profile), run.unknown(profile)
    stopped = goods.firsts(hits)
    declarations = len(np.unique(goods.of))
    since, length = days[0], (days[1] - days[0]).days + 1
    whole = profile.level == "declaration"
    return Preview(
        code=profile.code,
        days=length,
        goods=len(goods),
        declarations=declarations,
        hits=len(stopped) if whole else len(hits),
        stopped=len(stopped),
        share=len(stopped) / declarations if declarations else 0.0,
        taken=len(stopped) * profile.action.share,
        since=since,
        by_day=_counts(goods.days[stopped], since, length),
        by_office=_by_office(goods, stopped, since, length),
        unknown=len(unknown),
        causes=_causes(profile, goods, unknown),
        examples=tuple(_example(profile, goods, int(place), lists) for place in (stopped if whole else hits)[: -MOST_EXAMPLES - 1 : -1]),
    )


def last_days(today: date, days: int) -> tuple[date, date]:
    """Return the first and last of so many days up to today."""
    return today - timedelta(days=max(days, 1) - 1), today


def _counts(days: Places, since: date, length: int) -> tuple[int, ...]:
    places = days - (since - EPOCH).days
    inside = (places >= 0) & (places < length)
    return tuple(np.bincount(places[inside], minlength=length).tolist())


def _by_office(goods: Goods, stopped: Places, since: date, length: int) -> dict[str, tuple[int, ...]]:
    offices = goods.fields["office"]
    if not isinstance(offices, TextColumn):
        return {}
    codes = offices.codes[stopped]
    counts = np.bincount(codes, minlength=len(offices.uniques) + 1)
    most = [int(code) for code in np.argsort(-counts, kind="stable")[:MOST_OFFICES] if counts[code] and code]
    return {offices.uniques[code - 1]: _counts(goods.days[stopped[codes == code]], since, length) for code in most}


def _causes(profile: RiskProfile, goods: Goods, unknown: Places) -> tuple[Unknown, ...]:
    """Return which fields are missing in goods left unknown, the most often missing first."""
    if not len(unknown):
        return ()
    found, given = [], np.ones(len(unknown), bool)
    for name in fields_of(profile.condition):
        column = goods.fields[name]
        if isinstance(column, TextColumn):
            missing = column.codes[unknown] == 0
        else:
            missing = column[unknown] == 2 if column.dtype == np.int8 else np.isnan(column[unknown])
        given &= ~missing
        if count := int(missing.sum()):
            found.append(Unknown(name, count, catalogue()[name].absent or NOT_GIVEN))
    if count := int(given.sum()):
        found.append(Unknown("", count, NO_RESULT))
    return tuple(sorted(found, key=lambda one: (-one.goods, one.field)))


def _example(profile: RiskProfile, goods: Goods, place: int, lists: Mapping[str, frozenset[str]]) -> PreviewHit:
    explained = explain(profile.condition, goods.row(place, catalogue()), lists, catalogue())
    read = {value.field: value for one in explained if one.verdict for value in one.values}
    values = tuple(Met(name, one.words, Text(en=value_said(one.value, "en"), vi=value_said(one.value, "vi"))) for name, one in read.items())
    return PreviewHit(goods.number(place), 0 if profile.level == "declaration" else int(goods.items[place]), values)
