"""Việt Nam's law speaks the terms of Vietnamese customs."""

from __future__ import annotations

import doctest
from datetime import date

import msgspec
import pytest

import clearlane_vn
from clearlane.model.message import Message
from clearlane_vn import tax_number

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


def test_a_commodity_code_of_six_digits_is_too_short() -> None:
    tree = msgspec.json.decode(PROFILE.examples["import"])
    tree["Declaration"]["GoodsShipment"]["GovernmentAgencyGoodsItem"][0]["Commodity"]["Classification"][0]["ID"] = "090240"
    assert [finding.rule for finding in PROFILE.check_further(msgspec.convert(tree, Message).declaration, ON)] == ["VN-305"]
