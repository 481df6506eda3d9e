"""An expression comes to the amount the law says, names all that is missing, or says why it cannot be computed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from clearlane.assessment.pricing import Given, price
from clearlane.model.assessment import Conditional, Price, Priced, Unpriced
from clearlane.model.duty import AdValorem, DutyExpression, Element, Measurement, Nil, Operator, Part, Specific, Term, Unpriceable
from clearlane.model.money import Rounding
from clearlane.model.text import Text

KG, HUNDRED_KG = Measurement("KGM"), Measurement("KGM", per=Decimal(100))
WORDS = Text(en="another law", vi="luật khác")
EURO = {"EUR": Decimal("0.8571")}


def percent(figure: str, of: str = "") -> AdValorem:
    return AdValorem(Decimal(figure), of)


def amount(figure: str, *per: Measurement, currency: str = "GBP") -> Specific:
    return Specific(Decimal(figure), currency, per)


def duty(first: Part, *rest: tuple[Operator, Part]) -> DutyExpression:
    return DutyExpression("", (Term(first), *(Term(part, operator) for operator, part in rest)))


def priced(
    expression: DutyExpression, base: str = "0", rounding: Rounding | None = None, *, given: Mapping[str, str] | None = None
) -> Price:
    keys = {key: Decimal(figure) for key, figure in (given or {}).items()}
    return price(expression, Given(Decimal(base), keys, "GBP", EURO.get, rounding))


def figure(found: Price) -> Decimal:
    assert isinstance(found, Priced), found
    return found.amount


def told(found: Price) -> list[str]:
    assert isinstance(found, Priced), found
    return [step.formula or (step.remark.en if step.remark else "") for step in found.steps]


@pytest.mark.parametrize(
    ("expression", "base", "quantities", "wanted"),
    [
        (duty(percent("9.6")), "1000.00", {}, "96"),
        (duty(amount("35.10", HUNDRED_KG)), "0", {"KGM": "100"}, "35.10"),
        (duty(amount("35.10", HUNDRED_KG, currency="EUR")), "0", {"DTN": "100"}, "3008.421"),
        (duty(amount("0.50", Measurement("ASV"), Measurement("HLT"))), "0", {"LTR": "45", "ASV": "40"}, "9"),
        (duty(amount("1", Measurement("LPA"), Measurement("SPR"))), "0", {"LPA": "34.9", "SPR": "5"}, "174.5"),
        (duty(percent("16.5", "RET")), "0", {"RET": "1000"}, "165"),
        (duty(amount("1.000", currency="EUR")), "0", {}, "0.8571"),
        (duty(percent("5"), ("+", amount("2", KG)), ("-", amount("1", KG))), "100", {"KGM": "3"}, "8"),
        (duty(percent("0.1"), ("min", amount("27.75")), ("max", amount("579.23"))), "1000000", {}, "579.23"),
        (duty(percent("0.1"), ("min", amount("27.75")), ("max", amount("579.23"))), "100", {}, "27.75"),
    ],
)
def test_an_expression_comes_to_its_exact_amount(expression: DutyExpression, base: str, quantities: dict[str, str], wanted: str) -> None:
    assert figure(priced(expression, base, given=quantities)) == Decimal(wanted)


def test_a_ceiling_of_two_terms_is_computed_before_it_holds() -> None:
    hundred = {"KGM": "10000"}
    ceiling: tuple[Operator, Part] = ("max", amount("15.0", HUNDRED_KG))
    expression = duty(percent("13.8"), ("min", amount("13.0", HUNDRED_KG)), ceiling, ("-", amount("7.0", HUNDRED_KG)))
    assert figure(priced(expression, "1200", given=hundred)) == 800


def test_every_step_is_told_in_figures() -> None:
    found = priced(
        duty(percent("9.6"), ("+", amount("95.30", HUNDRED_KG, currency="EUR"))), "1000", Rounding("down", 2), given={"KGM": "250"}
    )
    assert told(found) == [
        "9.6 % x 1000 = 96.0",
        "95.30 EUR x 250 KGM / 100 x 0.8571 = 204.204075",
        "96.0 + 204.204075 = 300.204075",
        "300.204075 -> 300.20 (down:2)",
    ]


def test_no_duty_is_told_as_no_duty() -> None:
    assert told(priced(duty(Nil()), "100")) == ["NIHIL = 0"]


def test_rounding_happens_once_at_the_end() -> None:
    halves = duty(amount("0.005"), ("+", amount("0.005")))
    assert figure(priced(halves, rounding=Rounding("half-up", 2))) == Decimal("0.01")


@pytest.mark.parametrize(("manner", "wanted"), [("down", "0.01"), ("up", "0.02"), ("half-up", "0.01"), ("half-even", "0.01")])
def test_a_division_without_end_is_rounded_as_the_exact_fraction(manner: str, wanted: str) -> None:
    per_dozen = duty(amount("0.14", Measurement("DZN")))
    assert figure(priced(per_dozen, rounding=Rounding(manner, 2), given={"NAR": "1"})) == Decimal(wanted)


def test_a_third_of_what_three_divides_is_whole_even_when_rounded_down() -> None:
    third = DutyExpression("33 1/3%", (Term(AdValorem(Decimal("33.33333333333333333333333333"), "", (100, 3))),))
    assert figure(priced(third, "4.50", Rounding("down", 2))) == Decimal("1.50")


def test_a_figure_without_end_is_cut_and_says_so_where_no_rounding_is_asked() -> None:
    found = priced(duty(amount("0.14", Measurement("DZN"))), given={"NAR": "1"})
    assert str(figure(found)).startswith("0.0116666666")
    assert isinstance(found, Priced)
    assert found.steps[-1].remark is not None


def test_a_duty_is_not_less_than_nothing() -> None:
    assert told(priced(duty(percent("5"), ("-", amount("10", KG))), "100", given={"KGM": "3"}))[-1] == "max(-25, 0) = 0"


def test_all_that_is_missing_is_named_at_once() -> None:
    expression = duty(amount("95.30", HUNDRED_KG, currency="USD"), ("+", percent("16.5", "RET")), ("+", Element("EA", WORDS)))
    found = priced(expression, "100")
    assert isinstance(found, Conditional)
    assert found.missing == ("KGM", "rate:USD", "RET", "element:EA")
    assert all(name in found.reason.en and name in found.reason.vi for name in found.missing)


def test_what_refers_to_other_law_is_unpriced_whatever_else_is_known() -> None:
    found = priced(duty(Unpriceable(WORDS), ("+", percent("25"))), "100")
    assert found == Unpriced(WORDS)


@pytest.mark.parametrize(
    ("wanted", "given", "taken"),
    [
        (Measurement("KGM", "drained"), {"KGM:drained": "3", "KGM": "4"}, "3"),
        (Measurement("KGM", "drained"), {"KGM": "4", "GRM:drained": "3000"}, "3"),
        (Measurement("KGM", "lead"), {"KGM": "4", "KGM:content": "3"}, "3"),
        (Measurement("KGM", "drained"), {"TNE": "0.004"}, "4"),
        (Measurement("JWL", "over-7"), {"JWL": "17"}, "10"),
        (Measurement("JWL", "over-7"), {"JWL": "5"}, "0"),
        (Measurement("DEG", "under-100"), {"DEG": "96.5"}, "3.5"),
        (Measurement("LPA"), {"LTR": "45", "ASV": "40"}, "18"),
        (Measurement("PFL"), {"LTR": "45", "ASV": "40"}, "36"),
        (Measurement("PFL"), {"LPA": "2"}, "4"),
    ],
)
def test_the_closest_quantity_is_taken(wanted: Measurement, given: dict[str, str], taken: str) -> None:
    assert figure(priced(duty(amount("1", wanted)), given=given)) == Decimal(taken)


def test_a_quantity_of_the_whole_goods_taken_for_a_part_of_them_is_told() -> None:
    found = priced(duty(amount("0.339", Measurement("KGM", "sugar"))), given={"KGM": "1"})
    assert told(found)[0] == "No quantity is given as kilogram (of total sugars); the quantity as kilogram is taken for it."


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (Measurement("KGM"), {"LTR": "1"}),
        (Measurement("KGM"), {"KGM:gross": "1"}),
        (Measurement("NAR", "other-pieces"), {"NAR": "1"}),
        (Measurement("XYZ"), {"KGM": "1"}),
    ],
)
def test_a_quantity_of_another_kind_is_never_taken(wanted: Measurement, given: dict[str, str]) -> None:
    found = priced(duty(amount("1", wanted)), given=given)
    assert isinstance(found, Conditional)
    assert found.missing == (wanted.key,)


def test_a_value_of_a_part_is_never_that_of_the_whole() -> None:
    found = priced(duty(percent("6", "VAL:case")), "100", given={"VAL": "50"})
    assert isinstance(found, Conditional)
    assert found.missing == ("VAL:case",)
