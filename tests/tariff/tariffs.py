"""Tariffs for tests: a small one to break, and any one that can be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from clearlane.model.duty import AdValorem, DutyExpression, Element, Measurement, Nil, Specific, Term, Unpriceable
from clearlane.model.measure import Area, Condition, Measure, MeasureType, Season, Series
from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import TariffContent, TariffHeader
from clearlane.model.text import Text

FILES: Mapping[str, str] = {
    "tariff.csv": "country,edition,title,dialect,currency\nXA,2026,Tariff of Xandria,taric,XAD\n",
    "types.csv": "code,series,text.en\n103,third-country,Third country duty\n142,preference,Preference\n",
    "areas.csv": "code,text.en,members,proofs\nNEAR,Neighbours,KR JP,N954\n",
    "certificates.csv": "code,text.en\nN954,Certificate of origin\n",
    "lines.csv": (
        "code,indent,text.en,text.vi,units\n01,0,Live animals,Động vật sống,\n0101,1,Horses,Ngựa,NAR\n010121,2,Purebred,Thuần chủng,NAR\n"
    ),
    "measures.csv": "id,code,type,duty,area\n1,0101,103,10 %,\n2,010121,103,5 % + 20 EUR / 100 kg,\n3,0101,142,0 %,NEAR\n",
}
"""A tariff in order, in our own form."""


def files(**changed: str) -> dict[str, bytes]:
    """The tariff in order with some tables changed: ``files(lines="code,indent")``."""
    return {name: text.encode() for name, text in {**FILES, **{f"{table}.csv": text for table, text in changed.items()}}.items()}


_words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=12)
_some = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
_texts = st.builds(Text, en=_some, vi=_some)
_days = st.dates(date(1950, 1, 1), date(2090, 1, 1))
_figures = st.decimals(0, 1000, places=2)
_codes = st.text("0123456789", min_size=2, max_size=10)
_marks = st.text("ABCDEFGH123", min_size=3, max_size=4)
_ends = st.sampled_from([(1, 1), (1, 31), (2, 29), (6, 30), (7, 1), (12, 31)])
_parts = st.one_of(
    st.builds(AdValorem, _figures, st.sampled_from(["", "RET"])),
    st.builds(Specific, _figures, st.just("EUR"), st.tuples(st.builds(Measurement, st.just("KGM"), st.sampled_from(["", "drained"])))),
    st.builds(Nil),
    st.builds(Element, st.just("EA"), _texts),
    st.builds(Unpriceable, _texts),
)
_terms = st.lists(st.builds(Term, _parts, st.sampled_from(["+", "-", "min", "max"])), min_size=1, max_size=3).map(tuple)
_duties = st.builds(DutyExpression, _some, _terms)
_seasons = st.builds(Season, _ends, _ends)


@st.composite
def contents(draw: st.DrawFn) -> TariffContent:
    """Any tariff that is in order."""
    types = draw(st.lists(_marks, min_size=1, max_size=3, unique=True))
    areas = draw(st.lists(_marks, max_size=2, unique=True))
    papers = draw(st.lists(_marks, max_size=2, unique=True))
    codes = draw(st.lists(_codes, min_size=1, max_size=6, unique=True))
    lines = [_line(draw, place, code) for place, code in enumerate(codes, start=draw(st.integers(0, 9)))]
    measures = [_measure(draw, number, code, types, areas, papers) for number, code in enumerate(codes)]
    return TariffContent(
        header=TariffHeader("XA", "2026", draw(_some), caveats=tuple(draw(st.lists(_texts, max_size=2))), since=draw(_days)),
        lines=tuple(lines),
        measures=tuple(measures),
        types=tuple(MeasureType(code, draw(st.sampled_from(get_args(Series))), draw(_texts)) for code in types),
        areas=tuple(Area(code, draw(_texts), ("KR",), agreement=draw(_words), proofs=tuple(papers)) for code in areas),
        certificates={code: draw(_texts) for code in sorted(papers)},
    )


def _line(draw: st.DrawFn, place: int, code: str) -> TariffLine:
    texts = draw(st.dictionaries(st.sampled_from(["en", "vi", "km"]), _some, max_size=3))
    suffix = draw(st.sampled_from(["80", "10"]))
    since, until = sorted(draw(st.tuples(_days, _days)))
    units = draw(st.sampled_from([(), ("KGM",), ("Cu kg", "NAR")]))
    return TariffLine(place, code, draw(st.integers(0, 4)), texts, suffix, units, since, draw(st.sampled_from([None, until])))


def _measure(draw: st.DrawFn, number: int, code: str, types: list[str], areas: list[str], papers: list[str]) -> Measure:
    since, until = sorted(draw(st.tuples(_days, _days)))
    conditions = st.builds(
        Condition,
        group=st.sampled_from("AB"),
        certificates=st.just(tuple(papers)),
        threshold=st.none() | _figures,
        at_least=st.booleans(),
        applies=st.booleans(),
        duty=st.none() | _duties,
    )
    return Measure(
        id=f"M{number}",
        code=code,
        type=draw(st.sampled_from(types)),
        duty=draw(st.none() | _duties),
        area=draw(st.sampled_from(["1011", "KR", *areas])),
        since=since,
        until=draw(st.sampled_from([None, until])),
        season=draw(st.none() | _seasons),
        excluded=draw(st.sampled_from([(), ("JP", "KP")])),
        conditions=tuple(draw(st.lists(conditions, max_size=2))),
        reference=draw(_words),
    )


def duty(percent: str) -> DutyExpression:
    """A duty of one percentage."""
    return DutyExpression(f"{percent} %", (Term(AdValorem(Decimal(percent))),))
