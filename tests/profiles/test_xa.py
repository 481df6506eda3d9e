"""Arcadia's law says what it should of declarations out of order."""

from __future__ import annotations

import doctest
from datetime import date
from typing import Any

import msgspec
import pytest

import clearlane_xa
from clearlane.model.message import Message
from clearlane_xa import trader_number
from tests.profiles.measure import verdicts

ON = date(2026, 11, 23)
PROFILE = clearlane_xa.profile()
ITEM = ("GoodsShipment", "GovernmentAgencyGoodsItem", 1)


def said(*edits: tuple[tuple[Any, ...], Any], example: str = "import", on: date = ON) -> list[str]:
    """Rules that speak of an example with some of its values changed."""
    tree = msgspec.json.decode(PROFILE.examples[example])
    for path, value in edits:
        place = tree["Declaration"]
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = value
    return sorted(rule for rule, _ in verdicts(msgspec.convert(tree, Message).declaration, PROFILE, on))


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        (("Declarant", "ID"), "XA2045183362", "XA-301"),
        (("GoodsShipment", "Importer", "ID"), "12345", "XA-302"),
        ((*ITEM, "Commodity", "Classification", 0, "ID"), "620599", "XA-305"),
        ((*ITEM, "Commodity", "Classification", 0, "ID"), "620520101", "XA-305"),
        ((*ITEM, "GovernmentProcedure", 1, "CurrentCode"), "Z99", "XA-306"),
        (("InvoiceAmount", "currencyID"), "ZZZ", "XA-307"),
        ((*ITEM, "Commodity", "InvoiceLine", "ItemChargeAmount", "currencyID"), "ZZZ", "XA-308"),
        ((*ITEM, "Commodity", "GoodsMeasure", "TariffQuantity", "unitCode"), "ZZZ", "XA-309"),
        ((*ITEM, "AdditionalDocument", 0, "TypeCode"), "271", "XA-310"),
        ((*ITEM, "Origin", 0, "TypeCode"), "1", "XA-311"),
        ((*ITEM, "AdditionalDocument", 1, "TypeCode"), "851", "XA-312"),
        (("DeclarationOfficeID",), "XAPOR003", "XA-111"),
        ((*ITEM, "GovernmentProcedure", 0, "PreviousCode"), "99", "XA-101"),
        ((*ITEM, "Packaging", 0, "TypeCode"), "??", "XA-109"),
    ],
)
def test_one_value_out_of_order_is_said_once(path: tuple[Any, ...], value: str, rule: str) -> None:
    assert said((path, value)) == [rule]


def test_goods_from_a_warehouse_must_name_it() -> None:
    assert said(((*ITEM, "GovernmentProcedure", 0, "PreviousCode"), "71")) == ["XA-221"]


def test_a_document_of_unknown_kind_is_not_also_called_missing() -> None:
    assert said(((*ITEM, "AdditionalDocument", 1, "TypeCode"), "999")) == ["XA-103"]


def test_a_preference_without_any_origin_is_said_once() -> None:
    assert said(((*ITEM, "Origin"), [])) == ["XA-214"]


def test_an_office_that_closed_was_in_force_before() -> None:
    assert "XA-111" not in said((("DeclarationOfficeID",), "XAPOR003"), on=date(2024, 6, 30))


def test_a_commodity_code_may_go_on_to_eight_digits() -> None:
    assert said(((*ITEM, "Commodity", "Classification", 0, "ID"), "62052010")) == []


def test_an_export_needs_no_invoice_document() -> None:
    assert said((("GoodsShipment", "GovernmentAgencyGoodsItem", 0, "AdditionalDocument"), []), example="export") == []


def test_each_excise_rate_of_the_law_is_charged_by_exactly_one_tax() -> None:
    excises = [tax for tax in PROFILE.taxes if tax.code.startswith("1")]
    assert {tax.code: len(tax.standing) for tax in excises} == {"110": 9, "120": 7, "130": 4, "140": 15}


def test_a_rate_changes_on_its_day() -> None:
    beer = [one for tax in PROFILE.taxes for one in tax.standing if one.code == "2203"]
    said = [one.duty.text for day in (date(2026, 6, 30), date(2026, 7, 1)) for one in beer if one.duty and one.holds(day)]
    assert said == ["35 %", "40 %"]


def test_the_examples_of_the_trader_number_hold() -> None:
    assert doctest.testmod(trader_number) == (0, 4)


@pytest.mark.parametrize("wrong", [str(digit) for digit in range(10) if digit != 7])
def test_a_wrong_check_digit_is_seen(wrong: str) -> None:
    assert not trader_number.is_valid("XA123456789" + wrong)


@pytest.mark.parametrize("number", ["XA2134567897", "XA1324567897", "XA1234568797"])
def test_two_neighbouring_digits_swapped_are_seen(number: str) -> None:
    assert not trader_number.is_valid(number)
