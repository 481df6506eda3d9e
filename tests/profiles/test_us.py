"""The United States' fees lie between their bounds of the day, and what is not in the tariff is never nought."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import msgspec
import pytest

import clearlane_us
from clearlane.assessment.columnar import assess_many
from clearlane.assessment.estimate import estimate
from clearlane.model.estimate import Enquiry
from clearlane.model.journey import Journey, read_journey
from clearlane.office.journeys import declared, law_of, moment_of, walk

PROFILE = clearlane_us.profile()
FEES = read_journey(PROFILE.journeys["fees"])


def amounts(journey: Journey, tax: str) -> list[str]:
    return [str(line.amount) for line in walk(journey, PROFILE).lines if line.tax == tax]


def changed(**changes: object) -> Journey:
    return msgspec.structs.replace(FEES, **changes)


@pytest.mark.parametrize(("on", "most"), [(date(2025, 9, 30), "634.62"), (date(2025, 10, 1), "651.50"), (date(2026, 11, 23), "670.86")])
def test_the_processing_fee_rises_to_the_most_of_its_year(on: date, most: str) -> None:
    assert amounts(changed(on=on, goods=FEES.goods[:1]), "499") == [most]


def test_a_small_entry_pays_the_least_fee() -> None:
    goods = msgspec.structs.replace(FEES.goods[0], price=FEES.goods[0].price / 100)
    assert amounts(changed(goods=(goods,)), "499") == ["33.58"]


def test_years_of_the_fee_follow_one_another_without_a_gap() -> None:
    fee = next(tax for tax in PROFILE.taxes if tax.code == "499")
    for earlier, later in pairwise(fee.standing):
        assert earlier.until is not None
        assert later.since == earlier.until + timedelta(days=1)


def test_after_the_last_year_known_the_fee_is_unpriced() -> None:
    lines = [line for line in walk(changed(on=date(2027, 10, 1)), PROFILE).lines if line.tax == "499"]
    assert {line.outcome for line in lines} == {"unpriced"}


@pytest.mark.parametrize(("mode", "fee"), [("1", ["375.00", "125.00"]), ("4", [])])
def test_the_harbor_fee_is_for_goods_by_sea(mode: str, fee: list[str]) -> None:
    assert amounts(changed(mode=mode), "501") == fee


def test_excise_on_drinks_is_open_and_not_nought() -> None:
    wine = msgspec.structs.replace(FEES.goods[0], code="2204215040")
    rate = msgspec.structs.replace(FEES.tariff[0], code="2204215040")
    line = next(one for one in walk(changed(goods=(wine,), tariff=(rate,)), PROFILE).lines if one.tax == "IRT")
    assert (line.outcome, line.amount) == ("unpriced", None)


def test_without_a_tariff_duty_is_unpriced() -> None:
    lines = walk(changed(tariff=()), PROFILE).lines
    assert {line.outcome for line in lines if line.tax == "DTY"} == {"unpriced"}


def test_a_declared_line_of_chapter_99_that_is_not_loaded_leaves_the_duty_open() -> None:
    goods = msgspec.structs.replace(FEES.goods[0], additional_codes=("99039999",))
    lines = walk(changed(goods=(goods,)), PROFILE).lines
    assert [(line.outcome, line.missing) for line in lines if line.tax == "CH99"] == [("conditional", ("line:99039999",))]


@pytest.mark.parametrize(
    ("rate", "outcome", "amount"),
    [
        ("The duty provided in the applicable subheading + 25%", "priced", "75000.00"),
        ("The duty provided in the applicable subheading", "priced", "0.00"),
        ("No change", "priced", "0.00"),
        ("100%", "unpriced", "None"),
    ],
)
def test_a_line_of_chapter_99_adds_what_stands_after_the_goods_own_duty(rate: str, outcome: str, amount: str) -> None:
    goods = msgspec.structs.replace(FEES.goods[0], additional_codes=("99038803",))
    row = msgspec.structs.replace(FEES.tariff[0], code="99038803", duty=rate)
    line = next(one for one in walk(changed(goods=(goods,), tariff=(*FEES.tariff, row)), PROFILE).lines if one.tax == "CH99")
    assert (line.outcome, str(line.amount)) == (outcome, amount)


def test_goods_with_and_without_a_declared_line_are_told_apart_in_columns() -> None:
    row = msgspec.structs.replace(FEES.tariff[0], code="99038803", duty="The duty provided in the applicable subheading + 25%")
    goods = msgspec.structs.replace(FEES.goods[0], additional_codes=("99038803",))
    plain, added = (changed(goods=(one,), tariff=(*FEES.tariff, row)) for one in (FEES.goods[0], goods))
    law, at = law_of(added, PROFILE), moment_of(added, PROFILE)
    without, with_line = assess_many([declared(plain), declared(added)], law, at)
    assert without is not None
    assert with_line == without + 75000


@pytest.mark.parametrize(("price", "said"), [("2500.00", True), ("2500.01", False)])
def test_an_estimate_says_up_to_the_limit_of_informal_entries_that_it_is_of_a_formal_one(price: str, said: bool) -> None:
    found = estimate(Enquiry("09011100", Decimal(price), "USD", "VN", date(2026, 11, 23), "FOB"), PROFILE)
    assert any("formal entry" in one.en for one in found.caveats) is said
