"""Every profile that comes with the house is law an office can work with."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from clearlane.assessment.columnar import assess_many
from clearlane.lodgement.check import check
from clearlane.model.journey import read_journey
from clearlane.model.message import Message
from clearlane.model.pointing import point
from clearlane.model.profile import Profile
from clearlane.office.conformance import conformance
from clearlane.office.journeys import declared, law_of, moment_of, walk
from clearlane.office.wiring import profile_named
from tests.profiles.measure import verdicts

ON = date(2026, 11, 23)


@pytest.fixture(params=["xa", "gb", "us", "vn"])
def profile(request: pytest.FixtureRequest) -> Profile:
    return profile_named(request.param)


def test_a_profile_conforms(profile: Profile) -> None:
    assert conformance(profile) == []


@pytest.mark.parametrize("direction", ["import", "export"])
def test_the_example_of_each_direction_is_in_order(profile: Profile, direction: str) -> None:
    declaration = msgspec.json.decode(profile.examples[direction], type=Message).declaration
    assert check(declaration, profile, ON) == ()


def test_an_empty_import_breaks_every_obligation_without_a_procedure(profile: Profile) -> None:
    example = msgspec.json.decode(profile.examples["import"], type=Message).declaration
    assert example.goods_shipment is not None
    bare = type(example)(
        type_code=example.type_code, goods_shipment=type(example.goods_shipment)(government_agency_goods_item=(type(example.item[0])(),))
    )
    due = {
        duty.rule
        for duty in profile.obligations
        if not duty.procedures
        and (not duty.types or example.type_code in duty.types)
        and (not duty.directions or "import" in duty.directions)
    }
    assert due <= {rule for rule, _ in verdicts(bare, profile, ON)}


def test_a_further_check_points_at_the_place_whose_path_it_names(profile: Profile) -> None:
    example = msgspec.json.decode(profile.examples["import"], type=Message).declaration
    assert example.declarant is not None
    wrong = msgspec.structs.replace(example, declarant=msgspec.structs.replace(example.declarant, id="?"))
    findings = profile.check_further(wrong, ON)
    assert [finding.path for finding in findings] == ["/Declaration/Declarant/ID"]
    assert [finding.pointer for finding in findings] == [point("Declarant/ID")]


def test_codes_that_rules_demand_are_there_on_a_working_day(profile: Profile) -> None:
    assert [rule.rule for rule in profile.code_rules if not profile.code_lists[rule.codes].example(ON)] == []


def test_each_journey_comes_to_the_same_total_in_columns(profile: Profile) -> None:
    for name, written in profile.journeys.items():
        journey = read_journey(written)
        law, at = law_of(journey, profile), moment_of(journey, profile)
        assert (name, assess_many([declared(journey)], law, at)) == (name, [walk(journey, profile).total])
