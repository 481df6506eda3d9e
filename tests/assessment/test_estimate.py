"""An enquiry goes down the path of a declaration, and says what it leaves open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from clearlane.assessment.assess import assess
from clearlane.assessment.estimate import estimate
from clearlane.model.estimate import Enquiry
from clearlane.model.measure import Area, Measure
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff, TariffContent
from tests.assessment.country import (
    AT,
    CODE,
    ON,
    charge,
    charges,
    claim,
    country,
    declared,
    expression,
    item,
    measure,
    per,
    said,
    tariff,
    tax,
)

WAY = charges(AB="b", AC="c")
TAXES = (tax("A00", series=("third-country",)), tax("B00", ("value", "A00"), "10"))
CLAIMS = {"100": claim("100", "third-country"), "300": claim("300", "preference")}
PARTNERS = Area("2000", said("Partners"), ("KR",), "Treaty", ("U110",))


def law(*measures: Measure) -> Profile:
    return country(*TAXES, tariff=tariff(*measures, areas=(PARTNERS,)), valuation=WAY, claims=CLAIMS, default_claim="100")


def enquiry(**more: Any) -> Enquiry:
    return Enquiry(**{"code": CODE, "price": Decimal(1000), "currency": "ARD", "origin": "KR", "on": ON, **more})


RATES = (measure("103", "10"), measure("142", "0", area="2000"))


def test_an_estimate_comes_to_what_a_declaration_would() -> None:
    found = estimate(enquiry(incoterm="FOB", charges={"AB": Decimal(100), "AC": Decimal(10)}), law(*RATES))
    same = assess(
        declared(item("1000", "ARD", origin="KR", valuation=charge("AB", "100", "ARD") + charge("AC", "10", "ARD")), term="FOB"),
        law(*RATES),
        AT,
    )
    assert (found.lines, found.value, found.total) == (same.lines, same.values[0], same.total)
    assert (found.landed, found.tariff, found.caveats) == (Decimal("1343.10"), "XX-1", ())


def test_what_the_term_of_delivery_lacks_is_named() -> None:
    found = estimate(enquiry(incoterm="FOB", charges={"AB": Decimal(100)}), law(*RATES))
    assert [caveat.en.split(" bears")[0] for caveat in found.caveats] == ["The cost of insurance"]


def test_what_the_tariff_leaves_open_is_said() -> None:
    content = law(*RATES).tariff
    assert content is not None
    header = msgspec.structs.replace(content.header, caveats=(said("Chapter 99 is not modelled."),))
    open_ = Tariff(TariffContent(header, content.content.lines, RATES, content.content.types, content.content.areas))
    assert estimate(enquiry(), country(*TAXES, tariff=open_, claims=CLAIMS, default_claim="100")).caveats == (
        said("Chapter 99 is not modelled."),
    )


def test_a_preference_without_its_document_is_conditional_and_has_no_total() -> None:
    found = estimate(enquiry(claim="300"), law(*RATES))
    assert (found.lines[0].outcome, found.lines[0].missing, found.total, found.landed) == ("conditional", ("document:U110",), None, None)
    assert estimate(enquiry(claim="300", documents=("U110",)), law(*RATES)).total == Decimal("100.00")


def test_quantities_are_understood_as_people_write_them() -> None:
    by_mass = law(measure("103", expression(("+", per("2", "KGM", "100")))))
    assert estimate(enquiry(quantities={"kg": Decimal(500)}), by_mass).lines[0].amount == Decimal("10.00")
    assert estimate(enquiry(), by_mass).lines[0].missing == ("KGM",)


def test_a_fee_by_mode_of_transport_waits_for_the_mode() -> None:
    harbour = msgspec.structs.replace(tax("HMF", percent="0.125"), modes=("1",))
    profile = country(harbour)
    assert [estimate(enquiry(mode=mode), profile).total for mode in ("", "1", "4")] == [None, Decimal("1.25"), Decimal("0.00")]


@pytest.mark.parametrize("price", ["NaN", "Infinity", "1E+999999", "-5"])
def test_a_figure_that_is_no_price_leaves_the_value_open_and_says_so(price: str) -> None:
    found = estimate(enquiry(price=Decimal(price)), law(*RATES))
    assert (found.value.value, found.total) == (None, None)
    assert found.value.reason


def test_a_price_may_be_written_with_an_exponent() -> None:
    assert estimate(enquiry(price=Decimal("1E+3")), law(*RATES)).value.value == Decimal(1000)


def test_a_quantity_that_is_none_is_missing() -> None:
    by_mass = law(measure("103", expression(("+", per("2", "KGM")))))
    assert [estimate(enquiry(quantities={"KGM": Decimal(one)}), by_mass).lines[0].missing for one in ("-1", "NaN", "1E+9999")] == [
        ("KGM",)
    ] * 3


def test_on_a_day_of_which_no_tax_is_known_the_total_is_open_and_not_nothing() -> None:
    later = tuple(msgspec.structs.replace(one, since=date(ON.year + 1, 1, 1)) for one in TAXES)
    found = estimate(enquiry(), country(*later, tariff=tariff(*RATES)))
    assert (found.lines, found.total, found.landed) == ((), None, None)
    assert "No tax of that day" in found.caveats[-1].en
