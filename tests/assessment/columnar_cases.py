"""Random law and random goods: tariffs, taxes on one another, rates of every kind, seasons, areas, documents, odd currencies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from hypothesis import strategies as st
from msgspec.structs import replace as changed

from clearlane.assessment.goods import Goods
from clearlane.model.assessment import ValueLine
from clearlane.model.dated import ExchangeRates
from clearlane.model.duty import AdValorem, DutyExpression, Element, Measurement, Nil, Part, Specific, Term, Unpriceable
from clearlane.model.measure import ALL_ORIGINS, Area, Condition, Measure, MeasureType, Season, Series
from clearlane.model.money import Rounding
from clearlane.model.nomenclature import TariffLine
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff, TariffContent, TariffHeader
from clearlane.model.tax import VALUE, Claim, Relief, Tax
from clearlane.model.text import Text
from clearlane.office.wiring import profile_named

CODES = ("01", "0101", "010121", "010129", "02", "0201")
ORIGINS = ("JP", "KR", "VN", "BR", "US", "")
KEYS = ("KGM", "LTR", "NAR", "KGM:drained", "ASV")
SERIES: tuple[Series, ...] = ("third-country", "preference", "anti-dumping", "excise", "environment", "vat", "fee")
PLACES = {"VND": 0, "JPY": 0, "GBP": 2, "KWD": 3}
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
RARELY = st.sampled_from((*(False,) * 15, True))
WORDS = Text(en="So it is.", vi="Như vậy.")

percents = st.decimals(0, 400, places=3) | st.integers(0, 30).map(Decimal)
measurements = st.builds(
    Measurement,
    st.sampled_from(("KGM", "DTN", "LTR", "NAR", "ASV")),
    st.sampled_from(("", "drained")),
    st.sampled_from([Decimal(1), Decimal(12), Decimal(100)]),
)
parts: st.SearchStrategy[Part] = st.one_of(
    st.builds(AdValorem, percents, st.sampled_from(("", "", "", "RET"))),
    st.builds(
        Specific, st.decimals(0, 900, places=4), st.sampled_from(("GBP", "EUR", "VND", "")), st.lists(measurements, max_size=2).map(tuple)
    ),
    st.just(Nil()),
)
rare: st.SearchStrategy[Part] = st.builds(Element, st.just("EA"), st.just(WORDS)) | st.builds(Unpriceable, st.just(WORDS))


@st.composite
def duties(draw: st.DrawFn) -> DutyExpression:
    first = Term(draw(rare if draw(RARELY) else parts))
    more = draw(st.lists(st.builds(Term, parts, st.sampled_from(("+", "-", "min", "max"))), max_size=3))
    return DutyExpression("so", (first, *more))


fees = st.builds(
    lambda percent, least, most: DutyExpression(
        "so", (Term(AdValorem(percent)), Term(Specific(least, "GBP"), "min"), Term(Specific(most, "GBP"), "max"))
    ),
    percents,
    st.integers(0, 40).map(Decimal),
    st.integers(40, 600).map(Decimal),
)
conditions = st.builds(
    Condition,
    group=st.sampled_from(("A", "B")),
    certificates=st.sampled_from(((), ("U110",), ("C400",))),
    threshold=st.none() | st.integers(0, 1000).map(Decimal),
    per=st.sampled_from(("", "KGM")),
    applies=st.booleans(),
    duty=st.none() | duties(),
)


@st.composite
def measures(draw: st.DrawFn) -> list[Measure]:
    """For each series one measure of all goods and origins, and others in its way."""
    found = [Measure(f"{series}-{chapter}", chapter, series, draw(duties())) for series in SERIES[2:] for chapter in ("01", "02")]
    found = [changed(one, duty=draw(fees)) if one.type == "fee" else one for one in found]
    found += [Measure(f"usual-{chapter}", chapter, "third-country", draw(duties())) for chapter in ("01", "02")]
    for number in range(draw(st.integers(0, 12))):
        found.append(
            Measure(
                id=str(number),
                code=draw(st.sampled_from(CODES)),
                type=draw(st.sampled_from(SERIES)),
                duty=draw(duties()),
                area=draw(st.sampled_from((ALL_ORIGINS, "JP", "2000"))),
                since=draw(st.sampled_from((date(2020, 1, 1), date(2026, 7, 1)))),
                until=draw(st.sampled_from((None, None, date(2027, 3, 31)))),
                season=draw(st.sampled_from((None, None, Season((11, 25), (1, 25)), Season((5, 1), (6, 30))))),
                excluded=draw(st.sampled_from(((), ("KR",)))),
                conditions=tuple(draw(st.lists(conditions, max_size=2))) if draw(RARELY) else (),
                additional_code=draw(st.sampled_from(("", "", "C999"))),
            )
        )
    return found


roundings = st.sampled_from(("half-up", "down", "up", "half-even"))


@st.composite
def laws(draw: st.DrawFn) -> Profile:
    """A territory: a tariff, and taxes each charged on some of those before it."""
    currency = draw(st.sampled_from(sorted(PLACES)))
    taxes: list[Tax] = []
    for series in SERIES:
        if series != "preference" and (series == "third-country" or draw(st.booleans())):
            base = draw(st.lists(st.sampled_from([VALUE, *(tax.code for tax in taxes)]), unique=True, min_size=int(not draw(RARELY))))
            rounding = Rounding(draw(roundings), PLACES[currency] - draw(st.sampled_from((0, 0, 0, 1))))
            scope: Literal["item", "declaration"] = "declaration" if series == "fee" else "item"
            due = draw(st.sampled_from((frozenset[str](), frozenset({"40"}))))
            own = Tax(series, WORDS, tuple(base), None, rounding, due, "Act", optional=draw(st.booleans()), series=(series,), scope=scope)
            taxes.append(own)
    lines = [TariffLine(place, code, len(code)) for place, code in enumerate(CODES)]
    types = [MeasureType(series, series, WORDS) for series in SERIES]
    areas = [Area("2000", WORDS, ("JP", "KR"), proofs=("U110",))]
    content = TariffContent(TariffHeader("XX", "1", "X"), tuple(lines), tuple(draw(measures())), tuple(types), tuple(areas))
    rates = {
        "EUR": ((date(2026, 1, 1), Decimal("0.8554")), (date(2026, 9, 1), Decimal("1.1"))),
        "GBP": ((date(2026, 1, 15), Decimal("1.37")),),
        "VND": ((date(2026, 1, 1), Decimal("0.0000312")),),
    }
    return replace(
        profile_named("xa"),
        currency=currency,
        taxes=tuple(taxes),
        tariff=Tariff(content),
        exchange=ExchangeRates(rates, "Bulletin"),
        claims={"300": Claim("300", WORDS, ("preference",)), "150": Claim("150", WORDS, ("ordinary",), of_percent=Decimal(150))},
        default_claim="",
        reliefs=(Relief("F48", ("vat",), WORDS, most=Decimal(150)), Relief("C01", ("third-country",), WORDS)),
    )


@st.composite
def goods(draw: st.DrawFn, places: int, *, huge: bool = False) -> Goods:
    """Goods, worth anything from nothing to more than 64 bits hold once they are multiplied."""
    most = 10**17 if huge else 10**11
    value = None if draw(RARELY) else draw(st.integers(0, most) | st.integers(0, 10**4) | st.integers(0, 10**7))
    kept = st.permutations((*KEYS, "RET")) if not draw(RARELY) else st.lists(st.sampled_from(KEYS), unique=True, max_size=3)
    keys = draw(kept)
    return Goods(
        item=1,
        code=draw(st.sampled_from(CODES)),
        value=ValueLine(1, None if value is None else Decimal(value).scaleb(-places)),
        origin=draw(st.sampled_from(ORIGINS)),
        procedure="7100" if draw(RARELY) else draw(st.sampled_from(("4000", None))),
        reliefs=draw(st.sampled_from((("F48",), ("C01",)))) if draw(RARELY) else (),
        documents=draw(st.sampled_from(({}, {"U110": "1"}, {"C400": ""}))),
        additional_codes=draw(st.sampled_from((frozenset[str](), frozenset({"C999"})))),
        claims=draw(st.sampled_from(({}, {}, {"": "300"}, {"third-country": "150"}))),
        quantities={key: Decimal(draw(st.integers(0, 10**9))).scaleb(-draw(st.sampled_from((0, 3, 6)))) for key in keys},
    )
