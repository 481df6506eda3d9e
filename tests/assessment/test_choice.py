"""Which measure decides: the claim, the nearest line, the narrowest area, additional codes, conditions, proofs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace as changed

from clearlane.assessment.assess import assess
from clearlane.assessment.goods import quantities_of
from clearlane.model.assessment import TaxLine
from clearlane.model.duty import AdValorem, Element, Nil, Term, Unpriceable, percentage
from clearlane.model.duty import DutyExpression as Duty
from clearlane.model.measure import Area, Condition, Measure, Season
from clearlane.model.tax import Circumstance, Relief, Tax
from tests.assessment import country as c
from tests.assessment.country import claim, fee, item, measure, said, standing, tariff, tax

DUTY = tax("A00", series=("third-country",))
PARTNERS = Area("2000", said("Partners"), ("KR", "JP"), "Treaty of 2020", ("U110", "N954"), "Treaty, art. 3")
GROUP = Area("3000", said("Group"), ("KR",))
OPEN_GROUP = Area("9000", said("Programme"))
CLAIMS = {
    "100": claim("100", "third-country"),
    "300": claim("300", "preference"),
    "110": claim("110", "suspension"),
    "120": claim("120", "quota"),
    "9": claim("9", "preference", areas=("9000",)),
    "ORD": claim("ORD", "ordinary", of_percent=Decimal(150), reference="Decree"),
    "END": claim("END", "suspension", proofs=("C990",)),
}


def lines(*measures: Measure, taxes: tuple[Tax, ...] = (DUTY,), **given: Any) -> list[TaxLine]:
    """The lines on one item worth 1000.00 ARD."""
    law = c.country(
        *taxes,
        tariff=tariff(*measures, areas=(PARTNERS, GROUP, OPEN_GROUP)),
        claims=CLAIMS,
        default_claim="100",
    )
    fields: dict[str, Any] = {"origin": "KR", **given}
    return list(assess(c.declared(item("1000.00", "ARD", **fields)), law, c.AT).lines)


def outcome(*measures: Measure, **given: Any) -> tuple[str, str, tuple[str, ...]]:
    line = lines(*measures, **given)[0]
    return line.outcome, str(line.amount), line.missing


MFN = measure("103", "10")
PREFERENCE = measure("142", "2", area="2000")
CLAIMED: dict[str, Any] = {"fees": fee("300", tax_type="A00")}


def test_without_a_claim_the_usual_rate_holds_and_names_its_measure_law_and_day() -> None:
    line = lines(changed(MFN, since=date(2024, 7, 1)), PREFERENCE)[0]
    assert (line.amount, line.measure, line.reference, line.rate) == (Decimal("100.00"), MFN.id, "Order (2024-07-01)", "10 %")


def test_a_rate_whose_first_day_the_tariff_does_not_tell_names_no_day() -> None:
    assert lines(MFN)[0].reference == "Order"


def test_a_preference_says_what_was_claimed_and_by_which_proof_it_was_met() -> None:
    line = lines(MFN, PREFERENCE, documents=c.document("110", "EUR-4711", "U"), **CLAIMED)[0]
    assert line.amount == Decimal("20.00")
    assert all(words in str(line.reason) for words in ("300", "Treaty of 2020", "U110 EUR-4711"))


def test_a_preference_without_proof_waits_for_any_of_its_documents() -> None:
    assert outcome(MFN, PREFERENCE, **CLAIMED) == ("conditional", "None", ("document:U110", "document:N954"))


def test_a_preference_claimed_for_another_origin_is_never_silently_the_usual_rate() -> None:
    line = lines(MFN, PREFERENCE, origin="US", **CLAIMED)[0]
    assert (line.outcome, line.missing) == ("conditional", ("claim:300",))
    assert "from US" in str(line.reason)


def test_a_claim_that_is_not_known_is_named() -> None:
    assert outcome(MFN, fees=fee("777")) == ("conditional", "None", ("claim:777",))


def test_the_nearest_line_wins_even_over_a_narrower_area() -> None:
    far = measure("103", "30", code="2204", area="KR")
    assert outcome(far, MFN)[1] == "100.00"


@pytest.mark.parametrize(("origin", "amount"), [("KR", "10.00"), ("JP", "20.00"), ("US", "30.00")])
def test_on_one_line_a_country_comes_before_a_group_and_a_group_before_all(origin: str, amount: str) -> None:
    found = [measure("103", "3"), measure("103", "2", area="2000"), measure("103", "1", area="KR")]
    assert outcome(*found, origin=origin)[1] == amount


def test_an_origin_left_out_of_an_area_is_not_covered() -> None:
    assert outcome(MFN, measure("142", "2", area="2000", excluded=("KR",)), **CLAIMED)[2] == ("claim:300",)


def test_a_measure_with_an_additional_code_holds_only_where_it_is_declared() -> None:
    coded = measure("103", "1", additional_code="2500")
    assert outcome(coded, MFN)[1] == "100.00"
    assert outcome(coded, MFN, codes=("2500",))[1] == "10.00"


def test_outside_its_season_and_days_a_measure_does_not_hold() -> None:
    summer = measure("103", "1", season=Season((6, 1), (8, 31)))
    over = measure("103", "2", until=date(2026, 11, 19))
    assert outcome(summer, over, MFN)[1] == "100.00"


def test_where_the_tariff_is_silent_it_is_unpriced_and_never_nothing() -> None:
    assert outcome(PREFERENCE)[:2] == ("unpriced", "None")


def test_nil_is_a_duty_of_nothing_and_says_so() -> None:
    nil = measure("103", Duty("NIHIL", (Term(Nil()),)))
    assert outcome(nil)[:2] == ("priced", "0.00")


def test_a_text_that_cannot_be_computed_stays_unpriced_with_its_reason() -> None:
    line = lines(measure("103", Duty("The rate applicable to …", (Term(Unpriceable(said("See the note."))),))))[0]
    assert (line.outcome, line.amount, line.reason, line.rate) == ("unpriced", None, said("See the note."), "The rate applicable to …")


def test_what_is_looked_up_elsewhere_is_conditional_on_it() -> None:
    found = measure("103", Duty("9 % + EA", (Term(AdValorem(Decimal(9))), Term(Element("EA", said("The composition is missing."))))))
    assert outcome(found)[::2] == ("conditional", ("element:EA",))


def test_a_duty_on_a_quantity_takes_the_quantity_declared() -> None:
    by_litre = measure("103", c.expression(("+", c.per("0.50", "LTR")), text="0.50 ARD / l"))
    measured = '<TariffQuantity unitCode="LTR">45</TariffQuantity>'
    assert outcome(by_litre, measure=measured)[:2] == ("priced", "22.50")
    assert outcome(by_litre) == ("conditional", "None", ("LTR",))


def test_a_quantity_without_a_unit_counts_in_the_unit_of_the_tariff() -> None:
    by_litre = measure("103", c.expression(("+", c.per("0.50", "LTR"))))
    assert outcome(by_litre, measure="<TariffQuantity>45</TariffQuantity>")[1] == "22.50"


@pytest.mark.parametrize(
    ("measured", "quantities"),
    [
        ('<GrossMassMeasure unitCode="KGM">12</GrossMassMeasure>', {"KGM:gross": 12}),
        ('<NetNetWeightMeasure unitCode="TNE">2</NetNetWeightMeasure>', {"TNE": 2}),
        ("<NetNetWeightMeasure>2</NetNetWeightMeasure>", {"KGM": 2}),
        ('<TariffQuantity unitCode="KGM#E">7</TariffQuantity>', {"KGM:drained": 7}),
        ("<TariffQuantity>7</TariffQuantity>", {"LTR": 7}),
        ('<TariffQuantity unitCode="NAR">abc</TariffQuantity>', {}),
    ],
)
def test_quantities_are_known_by_unit_and_by_what_is_measured(measured: str, quantities: dict[str, int]) -> None:
    line = tariff(MFN).line(c.CODE, c.ON)
    assert quantities_of(c.declared(item(measure=measured)).item[0], line) == quantities


def test_the_base_of_a_specific_duty_is_a_quantity_too() -> None:
    by_strength = measure("103", c.expression(("+", c.per("2", "ASV"))))
    assert outcome(by_strength, fees=fee(tax_type="A00", quantity="40", unit="ASV"))[1] == "80.00"


def test_a_quota_hangs_on_its_balance_whether_or_not_its_number_is_declared() -> None:
    quota = measure("143", "0", order_number="054001")
    for number in ("", "054001"):
        assert outcome(MFN, quota, fees=fee("120", quota=number))[::2] == ("conditional", ("quota:054001",))


def test_an_area_whose_members_are_not_known_leaves_the_claim_open() -> None:
    assert outcome(MFN, measure("142", "0", area="9000"), fees=fee("9"))[::2] == ("conditional", ("membership:9000",))


def test_an_end_use_needs_the_document_of_the_claim() -> None:
    suspension = measure("112", "0")
    assert outcome(MFN, suspension, fees=fee("END"))[::2] == ("conditional", ("document:C990",))
    assert outcome(MFN, suspension, fees=fee("END"), documents=c.document("990", category="C"))[:2] == ("priced", "0.00")


def test_the_ordinary_rate_is_a_percentage_of_the_usual_one_unless_that_is_nothing() -> None:
    assert outcome(MFN, fees=fee("ORD"))[:2] == ("priced", "150.00")
    by_litre = measure("103", c.expression(("+", c.per("2", "LTR"))))
    assert outcome(by_litre, fees=fee("ORD"), measure='<TariffQuantity unitCode="LTR">10</TariffQuantity>')[1] == "30.00"
    nothing = lines(measure("103", "0"), fees=fee("ORD"))[0]
    assert nothing.outcome == "unpriced"
    assert "list that is not loaded" in str(nothing.reason)


CERTIFICATE = (Condition("B", ("D018",), duty=percentage(Decimal(1))), Condition("B", duty=percentage(Decimal(25))))


def test_the_first_condition_met_decides_the_duty() -> None:
    bound = measure("103", "9", conditions=CERTIFICATE)
    assert outcome(bound)[1] == "250.00"
    assert outcome(bound, documents=c.document("018", category="D"))[1] == "10.00"


def test_a_measure_that_refuses_without_its_document_lets_the_next_one_decide() -> None:
    bound = measure("103", "1", area="KR", conditions=(Condition("B", ("D018",)), Condition("B", applies=False)))
    assert outcome(bound, MFN)[1] == "100.00"


def test_a_claimed_measure_that_refuses_without_its_document_waits_for_it() -> None:
    bound = measure("112", "0", conditions=(Condition("B", ("D018",)), Condition("B", applies=False)))
    assert outcome(MFN, bound, fees=fee("110"))[::2] == ("conditional", ("document:D018",))


@pytest.mark.parametrize(("litres", "amount"), [("10", "10.00"), ("11", "50.00")])
def test_a_threshold_of_quantity_decides_on_which_side_the_goods_are(litres: str, amount: str) -> None:
    small = Condition("E", threshold=Decimal(10), per="LTR", at_least=False, duty=percentage(Decimal(1)))
    found = measure("103", "9", conditions=(small, Condition("E", duty=percentage(Decimal(5)))))
    assert outcome(found, measure=f'<TariffQuantity unitCode="LTR">{litres}</TariffQuantity>')[1] == amount
    assert outcome(found)[::2] == ("conditional", ("LTR",))


@pytest.mark.parametrize(("hectolitres", "amount"), [("2", "10.00"), ("2.1", "50.00")])
def test_a_threshold_of_price_is_reached_by_the_price_of_a_unit(hectolitres: str, amount: str) -> None:
    entry = Condition("V", threshold=Decimal(500), per="HLT", currency="ARD", duty=percentage(Decimal(1)))
    found = measure("103", "9", conditions=(entry, Condition("V", duty=percentage(Decimal(5)))))
    assert outcome(found, measure=f'<TariffQuantity unitCode="HLT">{hectolitres}</TariffQuantity>')[1] == amount


REMEDY = tax("A30", series=("anti-dumping", "countervailing"), optional=True)
BOTH = (DUTY, REMEDY)


def remedies(*measures: Measure, **given: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    found = lines(MFN, *measures, taxes=BOTH, **given)[1:]
    return [(line.outcome, str(line.amount), line.missing) for line in found]


def test_remedies_come_on_top_each_kind_on_a_line_of_its_own() -> None:
    found = remedies(measure("552", "15", area="KR"), measure("553", "4", area="KR"))
    assert [amount for _, amount, _ in found] == ["150.00", "40.00"]


def test_goods_without_a_remedy_bear_none() -> None:
    assert remedies(measure("552", "15", area="CN")) == []


def test_the_producer_decides_between_remedies_and_else_the_residual_one() -> None:
    found = (measure("552", "5", area="KR", additional_code="A101"), measure("552", "15", area="KR"))
    assert remedies(*found, codes=("A101",))[0][1] == "50.00"
    assert remedies(*found)[0][1] == "150.00"


def test_remedies_by_producer_alone_wait_for_the_code() -> None:
    found = (measure("552", "5", area="KR", additional_code="A101"), measure("552", "15", area="KR", additional_code="A999"))
    assert remedies(*found) == [("conditional", "None", ("additional-code:A101", "additional-code:A999"))]


def test_a_remedy_by_origin_waits_for_the_origin() -> None:
    assert remedies(measure("552", "5", area="KR"), origin="") == [("conditional", "None", ("origin",))]


VAT = tax("B00", ("value", "A00", "A30"), "10")


def test_what_waits_makes_wait_what_is_charged_on_it_and_says_why() -> None:
    line = lines(MFN, PREFERENCE, taxes=(*BOTH, VAT), **CLAIMED)[-1]
    assert (line.tax, line.outcome, line.missing) == ("B00", "conditional", ("document:U110", "document:N954"))
    assert "Tax A00" in str(line.reason)


def test_taxes_are_computed_by_their_base_whatever_their_order_in_the_profile() -> None:
    found = lines(MFN, measure("552", "15"), taxes=(VAT, REMEDY, DUTY))
    assert {line.tax: str(line.amount) for line in found} == {"A00": "100.00", "A30": "150.00", "B00": "125.00"}


def test_the_longest_beginning_of_the_code_decides_among_standing_measures() -> None:
    vat = tax("B00", law=(standing("20"), standing("5", "2204"), standing("8", "22")))
    assert lines(taxes=(vat,))[0].amount == Decimal("50.00")


def test_a_measure_of_the_tariff_comes_before_the_standing_ones() -> None:
    vat = tax("B00", series=("vat",), law=(standing("20"),))
    assert lines(measure("305", "5"), taxes=(vat,))[0].amount == Decimal("50.00")
    assert lines(taxes=(vat,))[0].amount == Decimal("200.00")


def test_a_tax_takes_its_own_types_and_no_other_takes_them() -> None:
    own, rest = changed(REMEDY, code="A35", types=("553",)), REMEDY
    found = lines(MFN, measure("552", "15"), measure("553", "4"), taxes=(DUTY, rest, own))
    assert [(line.tax, str(line.amount)) for line in found[1:]] == [("A30", "150.00"), ("A35", "40.00")]


def test_a_tax_may_hang_on_what_is_stated() -> None:
    northern = changed(DUTY, only_if=Circumstance(("NIIMP",), ("NIREM",)))
    stated = "<AdditionalInformation><StatementCode>NIIMP</StatementCode></AdditionalInformation>"
    assert lines(MFN, taxes=(northern,)) == []
    assert len(lines(MFN, taxes=(northern,), stated=stated)) == 1


def test_a_percentage_of_nothing_is_unpriced() -> None:
    assert lines(taxes=(tax("E00", (), "5"),))[0].outcome == "unpriced"


@pytest.mark.parametrize(("most", "outcome_"), [(None, "suspended"), ("1000", "suspended"), ("999.99", "priced")])
def test_relief_holds_up_to_its_limit(most: str | None, outcome_: str) -> None:
    relief = Relief("C07", ("A00",), said("Small consignments"), Decimal(most) if most else None, reference="Relief Act")
    law = c.country(DUTY, tariff=tariff(MFN), claims=CLAIMS, default_claim="100", reliefs=(relief,))
    found = assess(c.declared(item("1000", "ARD", relief="C07")), law, c.AT)
    assert (found.lines[0].outcome, found.total) == (outcome_, Decimal("100.00") if outcome_ == "priced" else Decimal("0.00"))


def test_a_relief_that_does_not_hold_is_mentioned_on_the_line() -> None:
    relief = Relief("C07", ("A00",), said("Small consignments"), Decimal(150))
    law = c.country(DUTY, tariff=tariff(MFN), claims=CLAIMS, default_claim="100", reliefs=(relief,))
    line = assess(c.declared(item("1000", "ARD", relief="C07")), law, c.AT).lines[0]
    assert "valued above 150" in str(line.steps[0].remark)


def test_the_version_of_the_tariff_stands_in_the_fact() -> None:
    assert assess(c.declared(), c.country(DUTY, tariff=tariff(MFN)), c.AT).tariff == "XX-1"
