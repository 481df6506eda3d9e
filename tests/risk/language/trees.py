"""Trees of every shape that a text can say, over fields of every kind."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import get_args

from hypothesis import strategies as st

from clearlane.model.facts import SEVERITY
from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Compare,
    Comparison,
    Condition,
    Contains,
    FieldOf,
    Flag,
    Holds,
    InList,
    Missing,
    Not,
    Number,
    OneOf,
    Operand,
    StartsWith,
    Words,
)
from clearlane.model.risk_field import Catalogue, FieldKind, RiskField
from clearlane.model.risk_profile import Example, Inspection, RiskAction, RiskProfile
from clearlane.model.text import Text

_FIELDS: list[tuple[str, FieldKind]] = [
    ("hs", "text"),
    ("origin", "text"),
    ("importer.id", "text"),
    ("net", "number"),
    ("unit_price", "number"),
    ("up_z", "number"),
    ("importer.first_time", "flag"),
    ("sealed", "flag"),
]
FIELDS = Catalogue([RiskField(name, kind, "declaration", "declared", Text(en=name, vi=name)) for name, kind in _FIELDS])
LISTS = {"trusted": frozenset({"T1", "T2"}), "empty": frozenset[str](), "rủi ro": frozenset({"QM"}), "in-house": frozenset({""})}

texts = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=6).map(lambda text: unicodedata.normalize("NFC", text))
finite = st.floats(allow_nan=False, allow_infinity=False)
_WRITTEN = [Number(0.6, "60%"), Number(-0.025, "-2.5%"), Number(5.0, "5.00"), Number(0.0), Number(1e308)]
numbers = st.sampled_from(_WRITTEN) | finite.map(Number)
_words = texts.map(Words)


def fields(kind: FieldKind) -> st.SearchStrategy[FieldOf]:
    return st.sampled_from([FieldOf(name) for name, its in _FIELDS if its == kind])


_texts = fields("text") | _words
_flags = fields("flag") | st.booleans().map(Flag)
_operators = st.sampled_from(["+", "-", "*", "/"])
_numbers: st.SearchStrategy[Operand] = st.recursive(
    fields("number") | numbers, lambda part: st.builds(Arithmetic, _operators, part, part), max_leaves=5
)
_any = _texts | _flags | _numbers
_several = st.lists(texts, min_size=1, max_size=3).map(tuple)
_comparisons = st.sampled_from(get_args(Comparison))
_negated = st.booleans()
questions: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Compare, _comparisons, _numbers, _numbers),
    st.builds(Compare, _comparisons, _texts, _texts),
    st.builds(Compare, st.sampled_from(["==", "!="]), _flags, _flags),
    st.builds(Between, _numbers, _numbers, _numbers),
    st.builds(Between, _texts, _texts, _texts),
    st.builds(StartsWith, _texts, _several, _negated),
    st.builds(Contains, _texts, _several, _negated),
    st.builds(OneOf, _texts, st.lists(_words, min_size=1, max_size=3).map(tuple), _negated),
    st.builds(OneOf, _numbers, st.lists(numbers, min_size=1, max_size=3).map(tuple), _negated),
    st.builds(InList, _texts, st.sampled_from(sorted(LISTS)), _negated),
    st.builds(Missing, _any, _negated),
    st.builds(Holds, fields("flag")),
)


def _joined(part: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(part, min_size=2, max_size=3).map(tuple)
    return st.builds(Not, part) | st.builds(AllOf, parts) | st.builds(AnyOf, parts)


conditions: st.SearchStrategy[Condition] = st.recursive(questions, _joined, max_leaves=6)
values = {"text": texts, "number": finite, "flag": st.booleans()}
rows = st.tuples(*(st.none() | values[field.kind] for field in FIELDS))
examples = st.builds(
    Example, st.booleans(), st.fixed_dictionaries({}, optional={field.name: st.none() | values[field.kind] for field in FIELDS})
)
_codes = texts | st.sampled_from(["VAL-02", "4000", "risk-unit", "not", "OR-02", "test", "then.x", "1e5", "2.5", "2026-01"])


def _in_order(two: tuple[date | None, date | None]) -> bool:
    return two[0] is None or two[1] is None or two[0] <= two[1]


_days = st.tuples(st.none() | st.dates(), st.none() | st.dates()).filter(_in_order)
actions = st.builds(
    RiskAction,
    st.sampled_from(SEVERITY),
    st.floats(0, 1, exclude_min=True),
    st.lists(st.sampled_from(get_args(Inspection)), unique=True).map(tuple),
    _codes,
    _codes,
    st.integers(0, 10**12),
    _codes,
)


@st.composite
def profiles(draw: st.DrawFn) -> RiskProfile:
    since, until = draw(_days)
    return RiskProfile(
        draw(_codes),
        draw(texts),
        draw(st.sampled_from(["item", "declaration"])),
        draw(conditions),
        draw(actions),
        draw(st.sampled_from([(), ("import",), ("export", "import")])),
        draw(st.lists(_codes, max_size=2).map(tuple)),
        draw(st.lists(_codes, max_size=2).map(tuple)),
        since,
        until,
        draw(st.none() | st.floats(0, 1e9)),
        draw(st.lists(examples, max_size=2).map(tuple)),
    )
