"""Worked examples as an exercise sets them out: Viet Nam's cascade, American value, duty delivered, and fees on a whole declaration."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import msgspec
import pytest

from clearlane.assessment.assess import assess, recompute
from clearlane.model.dated import ExchangeRates
from clearlane.model.duty import AdValorem, Specific
from clearlane.model.facts import Assessed
from clearlane.model.measure import Measure
from clearlane.model.money import Rounding
from clearlane.model.tax import Tax
from tests.assessment.country import AT, CODE, ON, charge, charges, country, declared, expression, item, measure, standing, tariff, tax

DONG = Rounding("half-up", 0)
WAY = charges(AB="b", AC="c", AF="f", PACK="addition", ASSIST="addition")


def dong(rate: str, *taxes: Tax, price: str, **more: object) -> Assessed:
    exchange = ExchangeRates({"USD": ((ON, Decimal(rate)),)}, "Bulletin")
    law = country(*taxes, currency="VND", exchange=exchange, value_rounding=DONG, valuation=WAY, **more)
    return assess(declared(item(price, origin="CN"), term="CIF"), law, AT)


def cascade(**percents: str) -> tuple[Tax, ...]:
    """Taxes of a code and a percentage, each charged on the value and on all before it."""
    codes = list(percents)
    return tuple(tax(code, ("value", *codes[:place]), percents[code], rounding=DONG) for place, code in enumerate(codes))


def test_a_car_bears_duty_then_excise_then_value_added_tax() -> None:
    found = dong("25500", *cascade(NK="70", TTDB="40", VAT="10"), price="20000")
    assert [line.amount for line in found.lines] == [357_000_000, 346_800_000, 121_380_000]
    assert found.total == 825_180_000


def test_steel_under_an_agreement_bears_the_additional_duty_and_value_added_tax_on_it() -> None:
    found = dong("25450", *cascade(NK="0", BS="15", VAT="10"), price="65000")
    assert [line.amount for line in found.lines] == [0, 248_137_500, 190_238_750]
    assert found.total == 438_376_250


@pytest.mark.parametrize(("rate", "amounts"), [("0", [0, 620_089_250]), ("5", [310_044_625, 651_093_713])])
def test_machines_by_either_rate(rate: str, amounts: list[int]) -> None:
    found = dong("25450", *cascade(NK=rate, VAT="10"), price="243650")
    assert [line.amount for line in found.lines] == amounts


@pytest.mark.parametrize(("basis", "term", "price", "value"), [("FOB", "CIF", "10000", "10350"), ("CIF", "CIF", "10000", "11200")])
def test_one_sale_has_another_value_in_america_and_elsewhere(basis: str, term: str, price: str, value: str) -> None:
    by_basis = msgspec.structs.replace(WAY, basis=basis)
    shown = "".join(charge(code, amount) for code, amount in (("AB", "800"), ("AC", "50"), ("PACK", "200"), ("ASSIST", "1000")))
    law = country(currency="USD", valuation=by_basis)
    assert assess(declared(item(price, valuation=shown), term=term), law, AT).values[0].value == Decimal(value)


def test_a_price_with_duty_and_tax_in_it_comes_to_itself_when_both_are_shown() -> None:
    """Delivered duty paid at 13,200 holds 10 % duty and 20 % tax: 10,000 of value, 1,000 and 2,200."""
    law = country(tax("duty", percent="10"), tax("vat", ("value", "duty"), "20"), valuation=WAY)
    shown = charge("AF", "3200", "ARD")
    found = assess(declared(item("13200", "ARD", valuation=shown), term="DDP"), law, AT)
    assert (found.values[0].value, found.total) == (Decimal("10000.00"), Decimal("3200.00"))


FEE = msgspec.structs.replace(
    tax(
        "MPF",
        law=(
            Measure(
                "mpf",
                "",
                "fee",
                expression(
                    ("+", AdValorem(Decimal("0.3464"))), ("min", Specific(Decimal("27.75"), "ARD")), ("max", Specific(Decimal(538), "ARD"))
                ),
            ),
        ),
    ),
    scope="declaration",
)


@pytest.mark.parametrize(
    ("prices", "shares"),
    [
        (("1000", "1000", "1000"), ("9.25", "9.25", "9.25")),
        (("10000", "20000"), ("34.64", "69.28")),
        (("900000", "100000", "0.01"), ("484.20", "53.80", "0.00")),
    ],
)
def test_a_fee_is_clamped_once_on_the_whole_and_shared_out(prices: tuple[str, ...], shares: tuple[str, ...]) -> None:
    found = assess(declared(*(item(price, "ARD") for price in prices)), country(FEE), AT)
    assert [str(line.amount) for line in found.lines] == list(shares)


def test_a_fee_on_the_whole_waits_where_one_value_is_open() -> None:
    found = assess(declared(item("1", "ARD"), item("1", "JPY")), country(FEE), AT)
    assert [line.outcome for line in found.lines] == ["unpriced", "unpriced"]


def test_a_flat_fee_falls_on_the_items_whose_value_is_known() -> None:
    flat = msgspec.structs.replace(FEE, standing=(measure("fee", expression(("+", Specific(Decimal("0.05"), "ARD"))), code=""),))
    found = assess(declared(item("1", "ARD"), item("1", "JPY")), country(flat), AT)
    assert [str(line.amount) for line in found.lines] == ["0.05", "0.00"]


def test_a_tax_on_the_fee_takes_each_item_s_share() -> None:
    found = assess(declared(item("1000", "ARD"), item("2000", "ARD")), country(FEE, tax("VAT", ("value", "MPF"), "10")), AT)
    assert [str(line.amount) for line in found.lines if line.tax == "VAT"] == ["100.93", "201.85"]


def test_computing_again_gives_the_very_same_fact() -> None:
    law = country(FEE, tax("A00", series=("third-country",)), tariff=tariff(measure("103", "9.6", code=CODE)), valuation=WAY)
    whole = declared(item("12.34"), item("56.78"), valuation=charge("AB", "9.99"), term="FOB")
    first = assess(whole, law, AT)
    assert recompute(first, whole, law) == first
    assert first.lines[0].steps


def test_a_tax_is_charged_from_its_first_day_to_its_last() -> None:
    over = msgspec.structs.replace(tax("OLD", percent="5"), until=ON.replace(day=19))
    today = msgspec.structs.replace(tax("NEW", percent="5"), since=ON)
    assert [line.tax for line in assess(declared(), country(over, today), AT).lines] == ["NEW"]


def test_a_standing_rate_changes_on_its_day() -> None:
    rates = (standing("20", until=ON.replace(day=19)), standing("10", since=ON))
    assert assess(declared(), country(tax("VAT", law=rates)), AT).lines[0].rate == "10 %"


def test_another_tariff_of_the_same_law_is_never_taken_for_the_first() -> None:
    law = country(tax("A00", series=("third-country",)))
    rates = [assess(declared(), replace(law, tariff=tariff(measure("103", str(rate)))), AT).lines[0].rate for rate in range(1, 40)]
    assert rates == [f"{rate} %" for rate in range(1, 40)]
