"""Whole trades by the column: simulated declarations, fees shared out, sums beyond 64 bits, plans used again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice

import numpy as np
import pytest

from clearlane.assessment.assess import assess
from clearlane.assessment.columnar import assess_lines, assess_many, columns_of, plan_for
from clearlane.assessment.columnar_facts import lines_of
from clearlane.assessment.duty import tax_lines
from clearlane.assessment.goods import Goods
from clearlane.model.assessment import ValueLine
from clearlane.model.duty import AdValorem, DutyExpression, Specific, Term, percentage
from clearlane.model.measure import Measure
from clearlane.model.money import Rounding
from clearlane.model.profile import Profile
from clearlane.model.tax import VALUE, Tax
from clearlane.office.wiring import profile_named
from clearlane.simulator import Economy
from tests.assessment.columnar_cases import WORDS

ON = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
FEE = DutyExpression(
    "0.35 % MIN 30 MAX 500",
    tuple(Term(*one) for one in ((AdValorem(Decimal("0.35")),), (Specific(Decimal(30), ""), "min"), (Specific(Decimal(500), ""), "max"))),
)


def law(*taxes: Tax) -> Profile:
    return replace(profile_named("xa"), taxes=taxes, tariff=None, reliefs=(), currency="GBP")


def tax(code: str, duty: DutyExpression, base: tuple[str, ...] = (VALUE,), scope: str = "item", manner: str = "half-up") -> Tax:
    standing = (Measure(code, "", code, duty),)
    return Tax(code, WORDS, base, None, Rounding(manner, 2), frozenset(), "Act", standing=standing, scope=scope)  # type: ignore[arg-type]


def worth(*values: str) -> list[Goods]:
    return [Goods(number, "0101", ValueLine(number, Decimal(value))) for number, value in enumerate(values, 1)]


def test_simulated_trade_comes_to_the_same_totals_as_one_declaration_after_the_other() -> None:
    economy, profile = Economy.of(7, AT), profile_named("xa")
    declarations = [one.message.declaration for one in islice(economy.stream(), 150)]
    assert assess_many(declarations, profile, AT) == [assess(one, profile, AT).total for one in declarations]


def test_simulated_trade_is_computed_in_columns_for_the_greater_part() -> None:
    economy, profile = Economy.of(7, AT), profile_named("xa")
    lines = columns_of([one.message.declaration for one in islice(economy.stream(), 150)], profile, AT)
    duties = assess_lines(lines, profile)
    assert duties.computed_alone() < len(lines) / 2


@pytest.mark.parametrize(
    "values", [("100.00", "200.00", "300.01"), ("7.77", "7.77", "7.77"), ("0", "0", "0"), ("900000", "1", "2", "5.55")]
)
def test_a_fee_on_the_declaration_is_shared_out_by_largest_remainder(values: tuple[str, ...]) -> None:
    profile, items = law(tax("FEE", FEE, scope="declaration")), worth(*values, *values[:1])
    lines = lines_of([*items, *worth("50.00")], [ON] * (len(items) + 1), [1] * len(items) + [2])
    duties = assess_lines(lines, profile)
    wanted = [line.amount for line in tax_lines(items, profile, ON)]
    assert [duties.of(row)[0][2] for row in range(len(items))] == wanted
    assert duties.of(len(items)) == [("FEE", "priced", Decimal("30.00"))]


def test_a_total_beyond_64_bits_is_not_cut() -> None:
    profile = law(tax("A00", percentage(Decimal(80))), tax("B00", percentage(Decimal(90)), scope="declaration"))
    duties = assess_lines(lines_of(worth("70000000000000000.00"), [ON]), profile)
    assert duties.totals()[0].tolist() == [11_900_000_000_000_000_000]


@pytest.mark.parametrize("manner", ["half-up", "down", "up", "half-even"])
def test_amounts_beyond_64_bits_are_as_exact_as_small_ones(manner: str) -> None:
    duty = tax("A00", percentage(Decimal("333.335")), manner=manner)
    profile = law(duty, tax("B00", percentage(Decimal("12.5")), (VALUE, "A00"), manner=manner))
    items = worth("92233720368547758.07", "40000000000000000.01", "0.01", "0.30", "17.40")
    duties = assess_lines(lines_of(items, [ON] * len(items)), profile)
    wanted = [[line.amount for line in tax_lines([one], profile, ON)] for one in items]
    assert [[amount for _, _, amount in duties.of(row)] for row in range(len(items))] == wanted


def test_a_plan_used_again_and_by_two_threads_gives_the_same() -> None:
    profile = law(tax("A00", percentage(Decimal("7.5"))))
    chance = np.random.default_rng(1)
    items = [Goods(1, "0101", ValueLine(1, Decimal(int(value)).scaleb(-2))) for value in chance.integers(0, 10**7, 40_000)]
    lines = lines_of(items, [ON] * len(items))
    plan = plan_for(lines, profile)
    first = assess_lines(lines, profile, plan).totals()[0]
    again = assess_lines(lines, profile, plan, threads=2).totals()[0]
    assert first.sum() > 0
    assert np.array_equal(first, again)


def test_a_plan_that_met_small_rates_first_stays_exact_with_great_ones() -> None:
    rates = tuple(Measure(code, code, "A00", percentage(Decimal(rate))) for code, rate in (("01", "1"), ("02", "90000000")))
    profile = law(Tax("A00", WORDS, (VALUE,), None, Rounding(), frozenset(), "Act", standing=rates))
    items = [Goods(1, code, ValueLine(1, Decimal("4000000000.01"))) for code in ("01", "02")]
    first, then = (lines_of([one], [ON]) for one in items)
    plan = plan_for(first, profile)
    assess_lines(first, profile, plan)
    wanted = [(line.tax, line.outcome, line.amount) for line in tax_lines(items[1:], profile, ON)]
    assert assess_lines(then, profile, plan).of(0) == wanted


def test_a_plan_made_for_another_law_is_refused() -> None:
    lines = lines_of(worth("1.00"), [ON])
    plan = plan_for(lines, law(tax("A00", percentage(Decimal(5)))))
    with pytest.raises(ValueError, match="another law"):
        assess_lines(lines, law(tax("A00", percentage(Decimal(6)))), plan)


def test_no_goods_owe_nothing() -> None:
    duties = assess_lines(lines_of([], []), law(tax("A00", percentage(Decimal(5)))))
    assert len(duties.totals()[0]) == 0
