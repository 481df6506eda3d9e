"""Whatever is written is read or refused with a column; what is written from an expression reads as the same expression."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.duty import AdValorem, DutyExpression, Measurement, Nil, Part, Specific, Term
from clearlane.model.duty_text import DIALECTS, DutyTextFault
from clearlane.tariff.dialects import read_duty
from clearlane.tariff.dialects.elements import ELEMENTS
from clearlane.tariff.dialects.taric import read_expression
from clearlane.tariff.dialects.writing import written

_PIECES = [
    *("10", "9.60", "1,024.5", "%", " ", " + ", " - ", "MIN", "MAX", "EUR", "/", "100 kg", "hl", "% vol", "(12 JAN - 13 MAR)", ";", ","),
    *("¢", "$", "cents", "each", "/kg", "Free", "(KR)", "less", "of total sugars", "on the case", "over 7", "1/3", "See 9904", "The duty"),
    *("USD/chiếc", "hoặc", "lấy theo mức thấp hơn", "*", "(-TH)", "M:", "đồng", "5.000", "Cond:", "A cert: D-018 (01):", "NIHIL", "EA"),
    *("\N{NO-BREAK SPACE}", "\x00", "٣", "²", "İ", "whichever is higher", "or", "DTN Z", "Entry Price", "of retail price", "* SPR"),
]
_FIGURES = st.decimals(min_value=0, max_value=10**6, places=4)
_MEASUREMENTS = st.builds(
    Measurement,
    st.sampled_from(["KGM", "LTR", "HLT", "NAR", "ASV", "LPA", "MTQ", "DZN", "JWL"]),
    st.sampled_from(["", "drained", "gross", "lead", "over-7"]),
    st.sampled_from([Decimal(1), Decimal(100), Decimal(1000)]),
)
_PARTS: st.SearchStrategy[Part] = st.one_of(
    st.builds(AdValorem, _FIGURES, st.sampled_from(["", "RET", "VAL:case"])),
    st.builds(Specific, _FIGURES, st.sampled_from(["EUR", "GBP", "XEM"]), st.lists(_MEASUREMENTS, max_size=3).map(tuple)),
)
_ORDERS = [
    [],
    ["+"],
    ["-", "+"],
    ["+", "min", "max"],
    ["min", "max", "-"],
    ["+", "max", "+", "+"],
    ["-", "+", "min", "max", "+", "max", "-"],
]


@st.composite
def expressions(draw: st.DrawFn) -> DutyExpression:
    """Any expression that an integrated tariff can say."""
    alone: list[Part] = [Nil(), *(ELEMENTS[code] for code in ("EA", "ADSZ", "entry-price"))]
    if draw(st.booleans()) and draw(st.booleans()):
        return DutyExpression("", (Term(draw(st.sampled_from(alone))),))
    terms = [Term(draw(_PARTS))]
    terms += [Term(draw(_PARTS), operator) for operator in draw(st.sampled_from(_ORDERS))]  # type: ignore[arg-type]
    return DutyExpression("", tuple(terms))


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=10).map("".join)), st.sampled_from([None, *DIALECTS]))
def test_any_text_is_read_or_refused_with_a_column_in_it(text: str, dialect: str | None) -> None:
    try:
        assert read_duty(text, dialect).parts
    except DutyTextFault as fault:
        assert 1 <= fault.column <= len(text) + 1  # noqa: PT017


@given(expressions())
def test_what_is_written_reads_as_the_same(expression: DutyExpression) -> None:
    assert read_expression(written(expression)).terms == expression.terms


def test_what_no_integrated_tariff_can_say_is_not_written() -> None:
    (part,) = read_duty("33 1/3%").parts
    assert part.expression is not None
    with pytest.raises(ValueError, match="cannot say"):
        written(part.expression)


def test_a_manner_of_writing_nobody_knows_is_refused() -> None:
    with pytest.raises(DutyTextFault, match="no manner of writing"):
        read_duty("5%", "latin")


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("9.6%", "taric"),
        ("9.60 % + 95.30 EUR / 100 kg", "taric"),
        ("4.4¢/kg", "us"),
        ("63 cents/pr.", "us"),
        ("22% (S+)", "us"),
        ("The duty provided in the applicable subheading", "us"),
        ("10", "vn"),
        ("*,5", "vn"),
        ("0 (-TH)", "vn"),
        ("10% + 5000 USD/chiếc", "vn"),
        ("4.0% (12 JAN - 13 MAR)", "taric"),
    ],
)
def test_the_manner_of_writing_is_recognised(text: str, dialect: str) -> None:
    assert read_duty(text).dialect == dialect


@pytest.mark.parametrize("text", ["1 EUR /{}!", "Cond: A {}", "Cond: A cert: D-018 (01):{}(", "1 (-{}", "10%{}mức nào", "{}x"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_long_run_of_blanks_is_refused_and_nobody_waits_for_it(text: str, dialect: str) -> None:
    with pytest.raises(DutyTextFault):
        read_duty(text.format(" " * 3900), dialect)
