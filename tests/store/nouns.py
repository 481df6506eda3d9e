"""Any value of a noun, made up from its annotations: what can be said must come back as it was said."""

from __future__ import annotations

import types
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from clearlane.model.payment import Entry, Posting

TEXTS = st.text(max_size=12) | st.text(alphabet="AĐệ\0\"\\\n%'", max_size=300)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2199, 1, 1), timezones=OFFSETS)  # noqa: DTZ001
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    Decimal: AMOUNTS,
    datetime: MOMENTS,
    date: st.dates(),
    type(None): st.none(),
}


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for any value of an annotation."""
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of([values(one) for one in get_args(kind)])
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        return st.lists(values(parts[0]), max_size=3).map(tuple) if parts[-1] is ... else st.tuples(*map(values, parts))
    if get_origin(kind) is dict:
        return st.dictionaries(*map(values, get_args(kind)), max_size=3)
    if kind is Entry:
        return fields(kind).map(lambda given: Entry(**given | {"postings": balanced(given["postings"])}))
    return fields(kind).map(lambda given: kind(**given | ({"second": ""} if "second" in given else {})))


def balanced(postings: tuple[Posting, ...]) -> tuple[Posting, ...]:
    """Return postings with one more, so that they add up to zero and are two or more."""
    return Posting("suspense", -sum(one.minor for one in postings)), *(postings or (Posting("bank:XA01", 0),))


def fields(noun: type[msgspec.Struct]) -> st.SearchStrategy[dict[str, Any]]:
    hints = get_type_hints(noun)
    return st.fixed_dictionaries({name: values(hints[name]) for name in noun.__struct_fields__})
