"""The customs value: built up from the term of delivery to the basis, shared out exactly, or the reason why not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from msgspec.structs import replace as changed

from clearlane.assessment.assess import assess
from clearlane.assessment.value import customs_values
from clearlane.model.assessment import ValueLine
from clearlane.model.dated import ExchangeRates
from clearlane.model.declaration import Declaration
from clearlane.model.profile import Profile
from clearlane.model.valuation import Valuation
from tests.assessment.country import AT, ON, charge, charges, country, declared, item

WAY = charges(AA="a", AB="b", AC="c", AD="d", AE="e", AF="f", COM="addition", DIS="deduction", OUT="neither")
SHOWN = "".join(charge(code, amount, "ARD") for code, amount in (("AA", "1"), ("AB", "20"), ("AC", "300"), ("AD", "4000"), ("AE", "50000")))


def valued(declaration: Declaration, valuation: Valuation = WAY, profile: Profile | None = None) -> tuple[ValueLine, ...]:
    return customs_values(declaration, replace(profile or country(), valuation=valuation), ON)


def of_one(term: str, shown: str, basis: str = "CIF") -> ValueLine:
    by_basis = changed(WAY, basis=basis)
    return valued(declared(item("100000", "ARD", valuation=shown), term=term), by_basis)[0]


@pytest.mark.parametrize(
    ("term", "cif", "fob"),
    [
        ("EXW", 100321, 100001),
        ("FCA", 100321, 100001),
        ("FAS", 100321, 100001),
        ("FOB", 100320, 100000),
        ("C&I", 100020, 99700),
        ("CFR", 100300, 99980),
        ("C&F", 100300, 99980),
        ("CPT", 50300, 49980),
        ("CIF", 100000, 99680),
        ("DES", 100000, 99680),
        ("CIP", 50000, 49680),
        ("DAP", 50000, 49680),
        ("DDU", 50000, 49680),
        ("DAF", 50000, 49680),
        ("DEQ", 96000, 95680),
        ("DPU", 46000, 45680),
        ("DAT", 46000, 45680),
        ("DDP", 46000, 45680),
    ],
)
def test_each_term_of_delivery_reaches_either_basis(term: str, cif: int, fob: int) -> None:
    assert [of_one(term, SHOWN, basis).value for basis in ("CIF", "FOB")] == [cif, fob]


def test_delivered_duty_paid_duty_and_tax_shown_are_deducted_and_no_others() -> None:
    assert of_one("DDP", charge("AF", "25000", "ARD")).value == 75000
    assert of_one("DAP", charge("AF", "25000", "ARD")).value == 100000


def test_every_charge_says_what_became_of_it_and_by_which_law() -> None:
    value = of_one("CIF", charge("COM", "5", "ARD") + charge("AB", "20", "ARD") + charge("AE", "7", "ARD"))
    said = [step.remark.en for step in value.steps if step.remark]
    assert value.value == 100005
    assert ["always part of the value" in said[1], "already in the price" in said[2], "neither added nor deducted" in said[3]] == [True] * 3
    assert all("WTO Customs Valuation Agreement" in words for words in said[1:])


def test_a_charge_after_arrival_that_was_not_in_the_price_is_neither_added_nor_deducted() -> None:
    assert of_one("FOB", charge("AD", "500", "ARD") + charge("OUT", "9", "ARD")).value == 100000


def test_what_the_basis_needs_and_nobody_declared_is_said_and_not_invented() -> None:
    value = of_one("FOB", charge("AC", "300", "ARD"))
    remarks = [step.remark.en for step in value.steps if step.remark and not step.formula]
    assert value.value == 100300
    assert len(remarks) == 1
    assert "main carriage" in remarks[0]
    assert "nothing is added" in remarks[0]


def test_a_price_that_holds_too_much_says_that_nothing_is_deducted() -> None:
    remarks = [step.remark.en for step in of_one("CIF", "", "FOB").steps if step.remark]
    assert sum("nothing is deducted" in words for words in remarks) == 2


def test_without_a_term_the_price_is_taken_to_hold_what_the_basis_holds_and_it_says_so() -> None:
    value = of_one("", SHOWN)
    assert value.value == 100000
    assert "No term of delivery is declared" in str(value.steps[0].remark)


def test_an_unknown_term_is_named() -> None:
    assert "XYZ is not known here" in str(of_one("XYZ", "").steps[0].remark)


def test_the_freight_amount_is_main_carriage_with_the_item_and_with_the_shipment() -> None:
    freight = '<FreightChargeAmount currencyID="ARD">20</FreightChargeAmount>'
    assert of_one("FOB", freight).value == 100020
    whole = declared(item("100000", "ARD"), item("100000", "ARD"), term="FOB", valuation=freight)
    assert [line.value for line in valued(whole)] == [100010, 100010]


@pytest.mark.parametrize(("code", "method", "value"), [("1", 1, "320.00"), ("4", 4, "100.00"), ("", 0, "320.00")])
def test_a_method_other_than_the_price_leaves_the_value_declared(code: str, method: int, value: str) -> None:
    given = (f"<MethodCode>{code}</MethodCode>" if code else "") + charge("COM", "220", "ARD")
    found = valued(declared(item("100.00", "ARD", valuation=given)))[0]
    assert (found.method, found.value) == (method, Decimal(value))


def test_methods_have_the_codes_of_the_country() -> None:
    vietnam = changed(WAY, methods={"6": 1, "4": 5})
    lines = valued(declared(*(item(valuation=f"<MethodCode>{code}</MethodCode>") for code in "64")), vietnam)
    assert [line.method for line in lines] == [1, 5]


def test_a_method_that_is_not_known_is_said_beside_the_price() -> None:
    line = valued(declared(item("100.00", "ARD", valuation="<MethodCode>9</MethodCode>")))[0]
    assert (line.method, line.value) == (0, Decimal("100.00"))
    assert "The valuation method 9 is not known here" in " ".join(step.remark.en for step in line.steps if step.remark)


def test_the_rate_of_exchange_stands_in_the_formula_with_its_day() -> None:
    value = valued(declared(item("12.345", "USD")))[0]
    assert (value.value, value.formula) == (Decimal("98.76"), "12.345 USD x 8.000000 (2026-11-20)")


def test_figures_wider_than_common_arithmetic_stay_exact() -> None:
    wide = country(exchange=ExchangeRates({"USD": ((ON, Decimal("1.000001")),)}, "Bulletin"))
    assert str(assess(declared(item("9999999999999999.99")), wide, AT).values[0].value) == "10000009999999999.99"


MASSES = (
    '<GrossMassMeasure unitCode="KGM">{0}</GrossMassMeasure><NetNetWeightMeasure unitCode="KGM">{1}</NetNetWeightMeasure>'
    '<TariffQuantity unitCode="NAR">{2}</TariffQuantity>'
)
TWO = (item("100", "ARD", measure=MASSES.format(1, 1, 3)), item("300", "ARD", measure=MASSES.format(1, 4, 2)))


@pytest.mark.parametrize(
    ("key", "shares"),
    [("value", ("2.50", "7.50")), ("gross mass", ("5.00", "5.00")), ("net mass", ("2.00", "8.00")), ("quantity", ("6.00", "4.00"))],
)
def test_charges_of_the_shipment_are_shared_by_the_key_of_the_country(key: str, shares: tuple[str, str]) -> None:
    by_key = changed(WAY, shared_by={"COM": key})
    found = valued(declared(*TWO, valuation=charge("COM", "10.00", "ARD")), by_key)
    assert [line.value for line in found] == [100 + Decimal(shares[0]), 300 + Decimal(shares[1])]


def test_shares_are_given_by_largest_remainder_so_that_nothing_is_lost() -> None:
    found = valued(declared(*[item("1", "ARD")] * 3, valuation=charge("COM", "10.00", "ARD")))
    assert [str(line.value) for line in found] == ["4.34", "4.33", "4.33"]


@pytest.mark.parametrize(
    ("declaration", "reason"),
    [
        (declared(item("1", "ARD"), *TWO, valuation=charge("COM", "1")), "shared out by gross mass"),
        (declared(item("1", "ARD", valuation=charge("ZZ", "1"))), "ZZ cannot be computed"),
        (declared(item("1", "ARD", valuation=charge("DIS", "2", "ARD"))), "more than the price"),
        (declared(item("abc", "ARD")), "price or its currency is missing"),
        (declared(item("1", "JPY")), "No rate of exchange from JPY"),
    ],
)
def test_a_value_that_cannot_be_reached_says_why(declaration: Declaration, reason: str) -> None:
    found = valued(declaration, changed(WAY, shared_by={"COM": "gross mass"}))[0]
    assert found.value is None
    assert reason in str(found.reason)
