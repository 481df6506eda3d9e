"""What an inspection leaves open: samples judged later close or reopen a case, and goods wait for an agency that takes part."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from clearlane.clearance.situation import situation
from clearlane.model.inspection import ItemResult
from clearlane.model.refusals import Closed, Conflict, Unreadable
from clearlane.office.inspecting_acts import Begin, Conclude, InspectorAct, Sample
from clearlane.office.office import Office
from clearlane.office.rebuild import rebuild
from tests.office.clearing_office import lodged, opened
from tests.office.test_inspecting import does

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FINE = Conclude(satisfied=True, results=(ItemResult(1, conform=True),))


@pytest.fixture
def desk() -> Office:
    return opened()


def sampled(desk: Office) -> str:
    """Inspected with satisfaction; a sample is at the laboratory."""
    number = lodged(desk, "RED")
    acts: tuple[InspectorAct, ...] = (Begin(), Sample("M-1", 1, Decimal(1), "KGM", "Laboratory 1"), FINE)
    for key, act in enumerate(acts):
        assert does(desk, number, f"key-{key}", act).refused is None
    return number


def test_goods_are_released_for_good_only_with_the_laboratorys_result_and_meanwhile_for_now_or_into_storage(desk: Office) -> None:
    number = sampled(desk)
    way = desk.clearance.possible(number, by="O-1")
    assert next(one.en[:35] for one in way["release"]) == "The laboratory's result on sample M"
    assert [one.en for act in ("release-provisionally", "store") for one in way[act] if "laboratory" in one.en] == []
    desk.clearance.store(number, by="O-1", place="Shed 2")
    assert situation(desk.facts(number)).goods == "stored"


def test_a_result_as_declared_closes_the_matter(desk: Office) -> None:
    number = sampled(desk)
    desk.inspections.judge_sample(number, "M-1", "Arabica, not roasted.", as_declared=True, by="O-1")
    now = situation(desk.facts(number))
    assert (now.samples, now.needed) == ((), ())
    with pytest.raises(Closed, match="No result"):
        desk.inspections.judge_sample(number, "M-1", "Once more.", as_declared=True, by="O-1")


def test_a_result_that_differs_opens_the_check_of_papers_again(desk: Office) -> None:
    number = sampled(desk)
    with pytest.raises(Conflict, match="what the laboratory found"):
        desk.inspections.judge_sample(number, "M-1", " ", as_declared=False, by="O-1")
    desk.inspections.judge_sample(number, "M-1", "Roasted.", as_declared=False, by="O-1")
    assert situation(desk.facts(number)).needed == ("documents",)
    desk.clearance.begin_check(number, "documents", by="O-1")
    ((fact, words),) = desk.inspections.seen(number).judged
    assert (fact.as_declared, words) == (False, "Roasted.")


def test_another_agency_takes_part_in_a_visit_that_is_set_and_goods_wait_until_it_agrees(desk: Office) -> None:
    number, agency = lodged(desk, "RED"), desk.inspections.agencies[0].en
    with pytest.raises(Conflict, match="one visit"):
        desk.inspections.share(number, agency, by="O-1")
    desk.inspections.order(number, "Quay 4", NOON, "physical", by="S-1")
    with pytest.raises(Unreadable):
        desk.inspections.share(number, "Nobody's ministry", by="O-1")
    desk.inspections.share(number, agency, by="O-1")
    with pytest.raises(Closed):
        desk.inspections.share(number, agency, by="O-1")
    with pytest.raises(Conflict, match="objects"):
        desk.inspections.agency_says(number, agency, "", agrees=False, by="O-1")
    desk.inspections.agency_says(number, agency, "No phytosanitary mark.", agrees=False, by="O-1")
    assert any("has not agreed" in one.en for one in desk.clearance.possible(number, by="O-1")["release-provisionally"])
    desk.inspections.agency_says(number, agency, "", agrees=True, by="O-1")
    assert situation(desk.facts(number)).agencies == ()


def test_the_case_is_the_same_when_it_is_rebuilt_from_its_facts(desk: Office) -> None:
    number = sampled(desk)
    desk.inspections.judge_sample(number, "M-1", "Roasted.", as_declared=False, by="O-1")
    before = desk.store.case(number)
    rebuild(desk.store, desk.profile)
    assert desk.store.case(number) == before
