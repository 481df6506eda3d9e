"""What holds of every assessment, whatever is declared: sums are exact, nothing is silently zero, a document never hurts."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clearlane.assessment.assess import assess, recompute
from clearlane.model.assessment import TaxLine
from clearlane.model.declaration import Declaration
from clearlane.model.duty import AdValorem, DutyExpression, Element, Nil, Specific, Term, Unpriceable, percentage
from clearlane.model.measure import Area, Condition, Measure
from clearlane.model.profile import Profile
from tests.assessment.country import (
    AT,
    CODE,
    charge,
    charges,
    claim,
    country,
    declared,
    document,
    fee,
    item,
    per,
    said,
    tariff,
    tax,
)

PERCENTS = st.decimals(0, 200, places=2)
ORIGINS = ("KR", "JP", "US", "")
CERTIFICATES = ("U110", "D018", "C990")
WAY = charges(AB="b", COM="addition")
CLAIMS = {"100": claim("100", "third-country"), "300": claim("300", "preference"), "110": claim("110", "suspension")}
AREAS = (Area("2000", said("Partners"), ("KR", "JP"), "Treaty", ("U110",)),)

parts = st.one_of(
    st.builds(AdValorem, PERCENTS),
    st.builds(lambda amount: per(str(amount), "KGM"), st.decimals("0.01", 50, places=2)),
    st.builds(lambda amount: Specific(amount, "USD"), st.decimals("0.01", 50, places=2)),
    st.just(Nil()),
    st.just(Element("EA", said("The composition is missing."))),
    st.just(Unpriceable(said("See the note."))),
)
duties = st.builds(
    lambda first, rest: DutyExpression("as stated", (Term(first), *rest)),
    parts,
    st.lists(st.builds(Term, parts, st.sampled_from(("+", "min", "max"))), max_size=2),
)
rates = st.builds(percentage, PERCENTS)
conditions = st.one_of(
    st.just(()),
    st.sampled_from(CERTIFICATES).map(lambda code: (Condition("B", (code,)), Condition("B", applies=False))),
    st.builds(lambda code, duty: (Condition("B", (code,), duty=duty), Condition("B")), st.sampled_from(CERTIFICATES), rates),
)


@st.composite
def laws(draw: st.DrawFn) -> Profile:
    """A tariff of some measures, and taxes upon one another. What hangs on a document has a rate that can be computed."""
    made = []
    for number in range(draw(st.integers(0, 6))):
        bound = draw(conditions)
        code, kind = draw(st.sampled_from((CODE, "2204", "22"))), draw(st.sampled_from(("103", "142", "112", "552")))
        duty, area = draw(rates if bound else duties), draw(st.sampled_from(("1011", "KR", "2000")))
        coded = draw(st.sampled_from(("", "", "A101")))
        made.append(Measure(f"m{number}", code, kind, duty, area, conditions=bound, additional_code=coded))
    taxes = (
        tax("VAT", ("value", "A00", "A30"), "20"),
        tax("A30", series=("anti-dumping",), optional=True),
        tax("A00", series=("third-country",)),
    )
    return country(*taxes, tariff=tariff(*made, areas=AREAS), claims=CLAIMS, default_claim="100", valuation=WAY)


def declaration(draw_items: list[tuple[str, str, str, str]], shown: frozenset[str], freight: str) -> Declaration:
    documents = "".join(document(code[1:], category=code[0]) for code in sorted(shown))
    items = [
        item(
            price,
            "ARD",
            origin=origin,
            documents=documents,
            fees=fee(claimed) if claimed else "",
            measure=f'<NetNetWeightMeasure unitCode="KGM">{mass}</NetNetWeightMeasure>' if mass else "",
        )
        for price, origin, claimed, mass in draw_items
    ]
    return declared(*items, valuation=charge("AB", freight, "ARD"), term="FOB")


prices = st.decimals("0.01", "99999.99", places=2).map(str)
goods = st.lists(
    st.tuples(prices, st.sampled_from(ORIGINS), st.sampled_from(("", "300", "110")), st.sampled_from(("", "12.5"))), min_size=1, max_size=4
)


@given(laws(), goods, st.frozensets(st.sampled_from(CERTIFICATES)), prices)
def test_lines_sum_to_the_total_and_computing_again_changes_nothing(
    law: Profile, items: list[tuple[str, str, str, str]], shown: frozenset[str], freight: str
) -> None:
    whole = declaration(items, shown, freight)
    found = assess(whole, law, AT)
    open_ = any(line.outcome in ("unpriced", "conditional") for line in found.lines)
    assert found.total == (None if open_ else sum(line.amount or 0 for line in found.lines))
    assert sum(value.value or 0 for value in found.values) == sum(Decimal(price) for price, *_ in items) + Decimal(freight)
    assert recompute(found, whole, law) == found


@given(laws(), goods, st.frozensets(st.sampled_from(CERTIFICATES)))
def test_no_line_is_silently_nothing(law: Profile, items: list[tuple[str, str, str, str]], shown: frozenset[str]) -> None:
    found = assess(declaration(items, shown, "1"), law, AT)
    assert [line for line in found.lines if not _told(line)] == []
    assert {line.item for line in found.lines if line.tax == "A00"} == set(range(1, len(items) + 1))


def _told(line: TaxLine) -> bool:
    """Whether a line has its amount with how it was computed, or says why it has none."""
    if line.outcome != "priced":
        return line.amount is None and line.reason is not None and (line.outcome == "unpriced" or bool(line.missing))
    return (
        line.amount is not None
        and bool(line.steps or line.formula)
        and bool(line.reference)
        and (line.amount > 0 or "0" in line.formula or "NIHIL" in line.formula)
    )


@given(laws(), goods, st.frozensets(st.sampled_from(CERTIFICATES)), st.sampled_from(CERTIFICATES))
def test_a_document_more_never_makes_unpriced_what_was_priced(
    law: Profile, items: list[tuple[str, str, str, str]], shown: frozenset[str], more: str
) -> None:
    before = assess(declaration(items, shown, "1"), law, AT)
    after = assess(declaration(items, shown | {more}, "1"), law, AT)
    priced = {line.item for line in before.lines if line.tax == "A00" and line.outcome == "priced"}
    worse = [line for line in after.lines if line.tax == "A00" and line.item in priced and line.outcome != "priced"]
    assert worse == []
