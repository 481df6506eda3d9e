"""On any expression and goods, pricing equals a plain computation in fractions."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from clearlane.assessment.pricing import Given, price
from clearlane.model.assessment import Priced
from clearlane.model.duty import AdValorem, DutyExpression, Measurement, Specific, Term
from clearlane.model.money import Rounding
from clearlane.model.units import UNITS

RATES = {"EUR": Decimal("0.8571"), "USD": Decimal("1.3")}
KNOWN = {"KGM": Decimal("12.345"), "LTR": Decimal(7), "NAR": Decimal(5), "RET": Decimal("99.99")}
FIGURES = st.decimals(min_value=0, max_value=10**7, places=3)
MEASUREMENTS = st.builds(
    Measurement, st.sampled_from(["KGM", "TNE", "GRM", "HLT", "BLL", "NAR", "DZN", "GRO"]), per=st.sampled_from([Decimal(1), Decimal(100)])
)
PARTS = st.one_of(
    st.builds(AdValorem, FIGURES, st.sampled_from(["", "RET"])),
    st.builds(AdValorem, st.just(Decimal(0)), st.just(""), st.tuples(st.integers(1, 500), st.sampled_from([3, 7]))),
    st.builds(Specific, FIGURES, st.sampled_from(["GBP", "EUR", "USD"]), st.lists(MEASUREMENTS, max_size=2).map(tuple)),
)
TERMS = st.builds(Term, PARTS, st.sampled_from(["+", "-", "min", "max"]))
EXPRESSIONS = st.builds(
    lambda first, rest: DutyExpression("", (Term(first), *rest)), PARTS, st.lists(TERMS, max_size=5)
)  # fmt: skip
ROUNDINGS = st.builds(Rounding, st.sampled_from(["down", "up", "half-up", "half-even"]), st.integers(0, 4))
_MODES = {
    "down": decimal.ROUND_DOWN,
    "up": decimal.ROUND_UP,
    "half-up": decimal.ROUND_HALF_UP,
    "half-even": decimal.ROUND_HALF_EVEN,
}


def plainly(expression: DutyExpression, base: Decimal) -> Fraction:
    """The whole, read from the law's words: segments between MIN and MAX, each in turn a bound."""
    segments: list[tuple[str, Fraction]] = []
    for term in expression.terms:
        figure = one(term, base)
        if not segments or term.operator in ("min", "max"):
            segments.append((term.operator, figure))
        else:
            kind, so_far = segments[-1]
            segments[-1] = kind, so_far - figure if term.operator == "-" else so_far + figure
    result = segments[0][1]
    for kind, figure in segments[1:]:
        result = max(result, figure) if kind == "min" else min(result, figure)
    return max(result, Fraction(0))


def one(term: Term, base: Decimal) -> Fraction:
    part = term.part
    if isinstance(part, AdValorem):
        percent = Fraction(*part.fraction) if part.fraction else Fraction(part.percent)
        return percent * Fraction(KNOWN[part.of] if part.of else base) / 100
    assert isinstance(part, Specific)
    result = Fraction(part.amount) * Fraction(RATES.get(part.currency, 1))
    for per in part.per:
        wanted = UNITS[per.unit]
        result *= Fraction(KNOWN[wanted.base]) / Fraction(wanted.factor) / Fraction(per.per)
    return result


def rounded(figure: Fraction, rounding: Rounding) -> Decimal:
    """The figure rounded, from so many decimals that no tie is missed."""
    with decimal.localcontext(prec=400):
        far = Decimal(figure.numerator) / Decimal(figure.denominator)
        return far.quantize(Decimal(1).scaleb(-rounding.places), rounding=_MODES[rounding.manner])


@given(EXPRESSIONS, FIGURES, ROUNDINGS)
def test_pricing_equals_a_plain_computation_in_fractions(expression: DutyExpression, base: Decimal, rounding: Rounding) -> None:
    found = price(expression, Given(base, KNOWN, "GBP", RATES.get, rounding))
    assert isinstance(found, Priced)
    assert found.amount == rounded(plainly(expression, base), rounding)


@given(EXPRESSIONS, FIGURES)
def test_without_rounding_nothing_is_lost_where_the_figure_ends(expression: DutyExpression, base: Decimal) -> None:
    found = price(expression, Given(base, KNOWN, "GBP", RATES.get))
    assert isinstance(found, Priced)
    exact = plainly(expression, base)
    assert Fraction(found.amount) == exact or abs(Fraction(found.amount) - exact) <= abs(exact) / 10**26
