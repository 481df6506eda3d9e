"""Plain criteria: each that is met gives a reason; what is missing never hits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from clearlane.clearance.route import route
from clearlane.lodgement.read import read
from clearlane.model.assessment import ValueLine
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed, Scored
from clearlane.model.profile import RiskRule
from clearlane.model.text import Text
from clearlane.office.wiring import profile_named
from clearlane.risk.score import score

WORDS = Text(en="Look", vi="Xem")


def declared(mass: str = "<NetNetWeightMeasure>10</NetNetWeightMeasure>") -> Declaration:
    return read(
        f"""<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><GoodsShipment><GovernmentAgencyGoodsItem>
        <SequenceNumeric>1</SequenceNumeric>
        <Commodity><Classification><ID>85171300</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>
        <GoodsMeasure>{mass}</GoodsMeasure></Commodity><Origin><CountryCode>QM</CountryCode></Origin></GovernmentAgencyGoodsItem>
        <Importer><ID>XA7</ID></Importer></GoodsShipment></Declaration>""".encode()
    ).declaration


def scored(*rules: RiskRule, declaration: Declaration | None = None, value: Decimal | None = Decimal(50)) -> Scored:
    assessed = Assessed("ARD", datetime(2026, 1, 1, tzinfo=UTC), (ValueLine(1, value),), (), None)
    return score(declaration or declared(), assessed, replace(profile_named("xa"), risk_rules=rules))


def test_a_criterion_is_met_when_all_its_parts_are() -> None:
    rule = RiskRule("R", WORDS, 0.4, ("8517",), frozenset({"QM"}), 6.0, frozenset({"XA7"}))
    found = scored(rule)
    assert (found.score, found.reasons[0].words.en) == (0.4, "Look (85171300, QM, XA7, 5.00/kg < 6/kg)")


@pytest.mark.parametrize(
    "rule",
    [
        RiskRule("R", WORDS, 0.4, ("99",)),
        RiskRule("R", WORDS, 0.4, origins=frozenset({"XX"})),
        RiskRule("R", WORDS, 0.4, importers=frozenset({"XA8"})),
        RiskRule("R", WORDS, 0.4, value_per_kg_below=5.0),
    ],
)
def test_a_part_not_met_means_no_hit(rule: RiskRule) -> None:
    assert scored(rule) == Scored(0.0)


def test_what_is_missing_never_hits() -> None:
    rule = RiskRule("R", WORDS, 0.4, value_per_kg_below=1000.0)
    assert scored(rule, declaration=declared(mass="")).reasons == ()
    assert scored(rule, value=None).reasons == ()


def test_two_reasons_weigh_more_than_one_and_never_more_than_certainty() -> None:
    rule = RiskRule("R", WORDS, 0.5, ("8517",))
    assert scored(rule, rule).score == 0.75


@pytest.mark.parametrize(
    ("points", "lane"), [(0.0, "green"), (0.39, "green"), (0.4, "yellow"), (0.79, "yellow"), (0.8, "red"), (1.0, "red")]
)
def test_the_lane_follows_the_published_thresholds(points: float, lane: str) -> None:
    policy = replace(profile_named("xa")).lanes
    policy = type(policy)(0.4, 0.8, policy.names, policy.control_notice)
    assert route(Scored(points), policy).lane == lane
