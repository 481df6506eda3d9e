"""Việt Nam's law speaks the terms of Vietnamese customs."""

from __future__ import annotations

import doctest
from datetime import date
from decimal import Decimal

import msgspec
import pytest

import clearlane_vn
from clearlane.model.message import Message
from clearlane_vn import acts, exchange, tax_number

PROFILE = clearlane_vn.profile()
ON = date(2026, 11, 23)


def test_the_examples_of_the_tax_number_hold() -> None:
    assert doctest.testmod(tax_number) == (0, 4)


@pytest.mark.parametrize("number", ["9912345670", "991234567", "99123456711", "9912345671-000", "99A2345671", "9912345671-0011"])
def test_a_number_that_cannot_be_given_out_is_seen(number: str) -> None:
    assert not tax_number.is_valid(number)


def test_nine_digits_whose_remainder_is_nought_make_no_number() -> None:
    assert tax_number.calc_check_digit("000000000") == "10"
    assert not tax_number.is_valid("0000000000")


def test_a_customs_unit_has_its_name_of_the_day() -> None:
    units = PROFILE.code_lists["offices"]
    names = [code.text.vi for day in (date(2025, 3, 14), date(2025, 3, 15)) for code in units.codes["02CI"] if code.holds(day)]
    assert names == ["Chi cục Hải quan cửa khẩu cảng Sài Gòn khu vực 1", "Hải quan cửa khẩu cảng Sài Gòn khu vực 1"]


def test_lanes_have_their_vietnamese_names() -> None:
    assert [PROFILE.lanes.names[lane].vi for lane in ("green", "yellow", "red")] == ["Luồng xanh", "Luồng vàng", "Luồng đỏ"]


def test_taxes_stand_in_the_order_of_the_law() -> None:
    assert [tax.code for tax in PROFILE.taxes] == ["NK", "BS", "TTDB", "BVMT", "GTGT"]


def test_a_foreign_importer_of_an_export_needs_no_tax_number() -> None:
    tree = msgspec.json.decode(PROFILE.examples["export"])
    tree["Declaration"]["GoodsShipment"]["Importer"] = {"ID": "BRENNHOLT-7"}
    assert PROFILE.check_further(msgspec.convert(tree, Message).declaration, ON) == ()


@pytest.mark.parametrize(("kind", "procedure", "said"), [("E31", "40", ["VN-306"]), ("E31", "51", []), ("A12", "40", [])])
def test_a_kind_that_may_free_of_tax_is_warned_of_where_tax_is_computed(kind: str, procedure: str, said: list[str]) -> None:
    tree = msgspec.json.decode(PROFILE.examples["import"])
    tree["Declaration"]["TypeCode"] = kind
    tree["Declaration"]["GoodsShipment"]["GovernmentAgencyGoodsItem"][0]["GovernmentProcedure"][0]["CurrentCode"] = procedure
    assert [finding.rule for finding in PROFILE.check_further(msgspec.convert(tree, Message).declaration, ON)] == said


def test_a_commodity_code_of_six_digits_is_too_short() -> None:
    tree = msgspec.json.decode(PROFILE.examples["import"])
    tree["Declaration"]["GoodsShipment"]["GovernmentAgencyGoodsItem"][0]["Commodity"]["Classification"][0]["ID"] = "090240"
    assert [finding.rule for finding in PROFILE.check_further(msgspec.convert(tree, Message).declaration, ON)] == ["VN-305"]


def test_the_examples_of_acts_and_rates_of_exchange_hold() -> None:
    assert [doctest.testmod(module).failed for module in (acts, exchange)] == [0, 0]


def test_the_environment_tax_is_no_part_of_excise_s_base_and_vat_is_charged_on_all() -> None:
    base = {tax.code: tax.base for tax in PROFILE.taxes}
    assert base["TTDB"] == ("value", "NK", "BS")
    assert base["GTGT"] == ("value", "NK", "BS", "TTDB", "BVMT")


def test_every_tax_names_its_act_and_up_to_which_day_it_was_read() -> None:
    assert [tax.code for tax in PROFILE.taxes if "as amended up to" not in tax.reference and "not read" not in tax.reference] == []
    assert {tax.code for tax in PROFILE.taxes} == {code for act in PROFILE.acts for code in act.concerns} - {"value"}


def test_circular_121_is_known_not_to_have_been_read() -> None:
    act = next(act for act in PROFILE.acts if act.code == "121/2025/TT-BTC")
    assert (act.read, act.as_of) == (False, date(2026, 2, 1))
    assert max(act.as_of for act in PROFILE.acts if act.read) < date(2026, 2, 1)


def test_an_ordinary_rate_is_half_as_much_again_as_the_preferential_one() -> None:
    ordinary = PROFILE.claims["B03"]
    assert (ordinary.series, ordinary.of_percent) == (("ordinary",), Decimal(150))


@pytest.mark.parametrize(("declared", "method"), [("6", 1), ("7", 1), ("8", 1), ("1", 2), ("2", 3), ("3", 4), ("4", 5), ("9", 6)])
def test_each_code_of_valuation_is_a_method_of_the_agreement(declared: str, method: int) -> None:
    assert PROFILE.valuation.methods[declared] == method


def test_thursday_s_rate_holds_for_the_week_after_and_not_before() -> None:
    rates = exchange.weekly_rates("day,currency,rate\n2026-11-12,USD,25400\n2026-11-19,USD,25450\n2026-11-18,JPY,165.12\n")
    assert [rates.find("USD", date(2026, 11, day)) for day in (15, 22, 23)] == [
        None,
        (date(2026, 11, 16), Decimal(25400)),
        (date(2026, 11, 23), Decimal(25450)),
    ]
    assert rates.find("JPY", ON) == (date(2026, 11, 23), Decimal("165.12"))


@pytest.mark.parametrize("row", ["19/11/2026,USD,25450", "2026-11-19,USD,25 450", "2026-11-19,USD,0", "2026-11-19,USD"])
def test_a_row_of_rates_out_of_order_is_named(row: str) -> None:
    with pytest.raises(ValueError, match="Row 2"):
        exchange.weekly_rates(f"day,currency,rate\n{row}\n")
