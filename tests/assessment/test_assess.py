"""The law for every cent: value, duty, excise and VAT on one another, or the reason why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from clearlane.assessment.apportion import apportion
from clearlane.assessment.assess import assess
from clearlane.lodgement.read import read
from clearlane.model.dated import DatedRate, RateTable
from clearlane.model.declaration import Declaration
from clearlane.model.money import Rounding
from clearlane.model.profile import Profile
from clearlane.model.tax import Tax
from clearlane.model.text import Text
from tests.assessment.country import country

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
HOME = frozenset({"40"})


def table(percent: str, prefix: str = "") -> RateTable:
    return RateTable({prefix: (DatedRate(Decimal(percent), "Act, s. 1"),)})


def tax(code: str, base: tuple[str, ...], rates: RateTable | None, *, optional: bool = False) -> Tax:
    return Tax(code, Text(en=code, vi=code), base, rates, Rounding(), HOME, "Act", optional)


def law(*taxes: Tax) -> Profile:
    return country(*taxes)


def declared(price: str = "100.00", currency: str = "USD", procedure: str = "40", kind: str = "IMA", more: str = "") -> Declaration:
    return read(
        f"""<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><TypeCode>{kind}</TypeCode><GoodsShipment>{more}<GovernmentAgencyGoodsItem>
        <SequenceNumeric>1</SequenceNumeric><Commodity><Classification><ID>22042100</ID><IdentificationTypeCode>TSP</IdentificationTypeCode>
        </Classification><InvoiceLine><ItemChargeAmount currencyID="{currency}">{price}</ItemChargeAmount></InvoiceLine></Commodity>
        <GovernmentProcedure><CurrentCode>{procedure}</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>
        </GovernmentAgencyGoodsItem></GoodsShipment></Declaration>""".encode()
    ).declaration


CHARGE = (
    "<CustomsValuation><ChargeDeduction><ChargesTypeCode>{code}</ChargesTypeCode>"
    '<OtherChargeDeductionAmount currencyID="USD">{amount}</OtherChargeDeductionAmount></ChargeDeduction></CustomsValuation>'
)
DUTY, EXCISE = tax("A00", ("value",), table("10")), tax("X00", ("value", "A00"), table("20", "2204"), optional=True)
VAT = tax("B00", ("value", "A00", "X00"), table("12"))


def test_taxes_are_charged_on_one_another_in_order() -> None:
    found = assess(declared(), law(DUTY, EXCISE, VAT), AT)
    assert [(line.tax, line.amount) for line in found.lines] == [
        ("A00", Decimal("80.00")),
        ("X00", Decimal("176.00")),
        ("B00", Decimal("126.72")),
    ]
    assert (found.total, found.currency) == (Decimal("382.72"), "ARD")


def test_each_line_opens_into_formula_rate_and_law() -> None:
    line = assess(declared(), law(DUTY), AT).lines[0]
    assert (line.base, line.rate, line.formula) == (Decimal("800.00"), "10 %", "800.00 x 10 % = 80.00 (half-up:2)")
    assert line.reference == "Act, s. 1"


def test_an_optional_tax_without_a_rate_is_simply_not_borne() -> None:
    beer = tax("X00", ("value",), table("20", "2203"), optional=True)
    assert [line.tax for line in assess(declared(), law(DUTY, beer), AT).lines] == ["A00"]


@pytest.mark.parametrize(
    ("declaration", "profile", "reason"),
    [
        (declared(), law(tax("A00", ("value",), None)), "no tariff is loaded"),
        (declared(), law(tax("A00", ("value",), table("5", "87"))), "no rate for 22042100"),
        (declared(currency="JPY"), law(DUTY), "No rate of exchange from JPY"),
        (declared(price="abc"), law(DUTY), "price or its currency is missing"),
        (
            declared(more="<CustomsValuation><FreightChargeAmount>9</FreightChargeAmount></CustomsValuation>"),
            law(DUTY),
            "freight or its currency",
        ),
        (declared(more=CHARGE.format(code="ZZ", amount="9")), law(DUTY), "charge ZZ cannot be computed"),
    ],
)
def test_what_cannot_be_computed_is_unpriced_with_the_reason_and_never_zero(
    declaration: Declaration, profile: Profile, reason: str
) -> None:
    found = assess(declaration, profile, AT)
    assert (found.total, found.lines[0].amount, found.lines[0].outcome) == (None, None, "unpriced")
    assert reason in found.unpriced[0].en


def test_a_tax_on_an_open_tax_is_open_too() -> None:
    found = assess(declared(), law(tax("A00", ("value",), None), changed(VAT, base=("value", "A00"))), AT)
    assert [line.outcome for line in found.lines] == ["unpriced", "unpriced"]
    assert "no tariff is loaded" in str(found.lines[1].reason)


def test_under_a_suspending_procedure_nothing_is_charged_and_it_says_so() -> None:
    found = assess(declared(procedure="71"), law(DUTY), AT)
    assert (found.lines[0].outcome, found.total) == ("suspended", Decimal("0.00"))


def test_goods_going_out_bear_no_import_taxes() -> None:
    found = assess(declared(kind="EXA", procedure="10"), law(DUTY), AT)
    assert (found.lines, found.total, found.unpriced) == ((), Decimal("0.00"), ())


def test_the_rate_in_force_on_the_day_is_used() -> None:
    rates = RateTable(
        {"": (DatedRate(Decimal(5), "old", until=datetime(2026, 11, 19, tzinfo=UTC).date()), DatedRate(Decimal(7), "new", since=AT.date()))}
    )
    assert assess(declared(), law(tax("A00", ("value",), rates)), AT).total == Decimal("56.00")


def test_the_day_is_the_country_s_own() -> None:
    evening = datetime(2026, 11, 19, 18, tzinfo=UTC)  # already the 20th in Hà Nội
    old, new = DatedRate(Decimal(5), "old", until=datetime(2026, 11, 19, tzinfo=UTC).date()), DatedRate(Decimal(7), "new", since=AT.date())
    profile = replace(law(tax("A00", ("value",), RateTable({"": (old, new)}))), time_zone="Asia/Ho_Chi_Minh")
    assert assess(declared(), profile, evening).lines[0].rate == "7 %"


def test_rounding_is_the_law_of_the_tax() -> None:
    down = changed(DUTY, rates=table("3.3333"), rounding=Rounding("down", 2))
    assert assess(declared(price="0.45"), law(down), AT).total == Decimal("0.11")
    assert assess(declared(price="0.45"), law(changed(down, rounding=Rounding("half-up", 2))), AT).total == Decimal("0.12")


@pytest.mark.parametrize(("code", "value"), [("AK", "872.00"), ("BT", "728.00")])
def test_charges_of_the_whole_shipment_are_added_or_deducted(code: str, value: str) -> None:
    found = assess(declared(more=CHARGE.format(code=code, amount="9.00")), law(DUTY), AT)
    assert (str(found.values[0].value), found.lines[0].base) == (value, Decimal(value))


@given(st.decimals("-9999999", "9999999", places=2), st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=40))
def test_shares_sum_to_the_whole_and_are_less_than_a_unit_off(amount: Decimal, weights: list[Decimal]) -> None:
    parts, whole = apportion(amount, weights, 2), sum(weights)
    assert sum(parts) == amount
    if whole:
        assert all(abs(part - amount * weight / whole) < Decimal("0.0101") for part, weight in zip(parts, weights, strict=True))
