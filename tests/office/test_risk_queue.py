"""Queues, results and estimates: what a manager gives up is signed, what was found is known from then on, what goes by is estimated."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from clearlane.model.chosen import Chosen
from clearlane.model.facts import Routed
from clearlane.model.inspection import ItemResult
from clearlane.model.refusals import Conflict, NotAllowed, NotFound
from clearlane.model.risk_facts import CapacitySet, QueueCut, SelectionFell
from clearlane.office.office import Office
from clearlane.risk.estimate.misses import MissRate
from tests.office.risk_office import MORNING, committed, office, trade
from tests.office.tariffs import Clock

FINE, WRONG = ItemResult(1, conform=True), ItemResult(1, conform=False, category="value", revenue=Decimal("120.50"))
NO_MISSES = MissRate(0.0, 0.0, 0.0)
SHARED = 'profile SHARED "A share" scope declaration when items >= 1 then lane red at 50%'
ALL = 'profile ALL "Every one" scope declaration when items >= 1 then lane red'


def every(desk: Office) -> list[Chosen]:
    return desk.store.chosen_from(MORNING.replace(year=2020), limit=100_000)


def filled(*profiles: str, share: float = 0.1, count: int = 200) -> tuple[Office, str, str]:
    """An office whose first customs office has the most declarations, with its shift."""
    desk = office(risk_profiles=profiles)
    committed(desk, share)
    list(desk.lodge_many(trade(count)))
    offices = [one.office for one in every(desk)]
    return desk, max(set(offices), key=offices.count), desk.risk.capacities.shift()


def test_a_share_takes_about_its_part_and_says_how_likely_that_was() -> None:
    desk, *_ = filled(SHARED, share=0.1)
    chosen = every(desk)
    taken = [one for one in chosen if one.arm == "percentage"]
    assert 0.38 < len(taken) / len(chosen) < 0.62
    assert {round(one.propensity, 9) for one in chosen} == {0.55}


def test_fewer_officers_let_only_shares_fall_of_which_no_trader_knows() -> None:
    desk, where, shift = filled(SHARED)
    before = {one.chosen.number: one.chosen for one in desk.risk.capacities.queue(where, shift)}
    _, made = desk.risk.capacities.set(where, shift, 1, by="M-1")
    assert made.fallen
    assert all(before[number].arm == "percentage" and not before[number].notified for number in made.fallen)
    assert not any(before[number].drawn for number in made.fallen)


def test_what_falls_is_signed_and_goes_on_without_a_control() -> None:
    desk, where, shift = filled(SHARED)
    _, made = desk.risk.capacities.set(where, shift, 0, by="M-1")
    facts = [record.fact for record in desk.facts(made.fallen[0])]
    assert any(isinstance(fact, SelectionFell) and fact.by == "M-1" for fact in facts)
    assert [fact.lane for fact in facts if isinstance(fact, Routed)][-1] == "blue"
    cuts = [record.fact for record in desk.store.facts_of("risk") if isinstance(record.fact, QueueCut | CapacitySet)]
    assert [type(fact) for fact in cuts] == [CapacitySet, QueueCut]


def test_what_fell_counts_with_the_chance_it_has_left() -> None:
    desk, where, shift = filled(SHARED)
    _, made = desk.risk.capacities.set(where, shift, 0, by="M-1")
    assert {number: desk.store.chosen(number).propensity for number in made.fallen} == {  # type: ignore[union-attr]
        number: made.propensities[number] for number in made.fallen
    }


def test_mandatory_ones_wait_and_show_their_delay() -> None:
    desk, where, shift = filled(ALL)
    desk.risk.capacities.set(where, shift, 10, by="M-1")
    queue = desk.risk.capacities.queue(where, shift)
    assert [one.waits for one in queue] == [turn // 10 for turn in range(len(queue))]


def test_a_proposal_changes_nothing() -> None:
    desk, where, shift = filled(SHARED)
    before = desk.store.last_seq()
    assert desk.risk.capacities.proposed(where, shift, 0).fallen
    assert desk.store.last_seq() == before


@pytest.mark.parametrize(
    ("where", "inspections", "by", "refused"), [("X", 5, "", NotAllowed), ("", 5, "M-1", Conflict), ("X", -1, "M-1", Conflict)]
)
def test_a_capacity_without_name_place_or_sense_is_refused(where: str, inspections: int, by: str, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        office().risk.capacities.set(where, "2026-02-10 day", inspections, by=by)


def lodged(desk: Office) -> str:
    list(desk.lodge_many(trade(1)))
    return every(desk)[0].number


def test_a_result_is_known_from_the_moment_it_is_entered_and_not_before() -> None:
    clock = Clock(MORNING)
    desk = office(clock=clock)
    number = lodged(desk)
    clock.now += timedelta(days=3)
    entered = desk.risk.results.record(number, "physical", [WRONG], by="I-1")
    learned = desk.store.happenings_of(number)[-1]
    assert (learned.happening, learned.known_at, learned.event_at < learned.known_at) == ("result", entered.at, True)
    assert learned.amounts == {"found": 1.0, "revenue": 120.5}
    assert desk.store.chosen(number).found is True  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "results",
    [
        [],
        [ItemResult(99, conform=True)],
        [FINE, FINE],
        [ItemResult(1, conform=True, category="value")],
        [ItemResult(1, conform=False)],
        [ItemResult(1, conform=False, category="value", revenue=Decimal(-1))],
    ],
)
def test_a_result_that_says_nothing_or_too_much_is_not_recorded(results: list[ItemResult]) -> None:
    desk = office()
    number = lodged(desk)
    before = desk.store.last_seq()
    with pytest.raises(Conflict):
        desk.risk.results.record(number, "physical", results, by="I-1")
    assert desk.store.last_seq() == before


def test_a_result_for_what_was_never_lodged_is_refused() -> None:
    with pytest.raises(NotFound):
        office().risk.results.record("26XA0", "physical", [FINE], by="I-1")


def test_the_rate_of_non_compliance_is_estimated_from_those_drawn_and_covers_what_was_planted() -> None:
    desk, *_ = filled(share=0.3, count=400)
    wrong = {one.number for place, one in enumerate(every(desk)) if place % 10 == 0}
    for one in every(desk):
        if one.drawn:
            desk.risk.results.record(one.number, "physical", [WRONG if one.number in wrong else FINE], by="I-1")
    made = desk.risk.estimates.non_compliance(MORNING - timedelta(days=1), misses={(None, "physical"): NO_MISSES})
    assert made.in_green.low <= 0.1 <= made.in_green.high
    assert made.detected.non_compliant == len(wrong & {one.number for one in every(desk) if one.drawn})
    assert (made.detected.fraud, made.detected.undecided) == (0, made.detected.non_compliant)
    assert made.categories["value"].value is not None


def test_without_inspections_nothing_is_claimed() -> None:
    desk, *_ = filled(share=0.3)
    made = desk.risk.estimates.non_compliance(MORNING - timedelta(days=1))
    assert (made.in_green.value, made.in_green.low, made.in_green.high) == (None, 0.0, 1.0)


def test_what_awaits_its_inspection_is_counted_neither_as_found_nor_as_in_order() -> None:
    desk, *_ = filled(share=0.3, count=400)
    taken = [one for one in every(desk) if one.drawn or one.arm != "none"]
    half = taken[::2]
    for one in half:
        desk.risk.results.record(one.number, "physical", [WRONG], by="I-1")
    made = desk.risk.estimates.non_compliance(MORNING - timedelta(days=1), misses={})
    assert made.awaiting == len(taken) - len(half)
    assert (made.declarations, made.from_draw.value, made.by_propensity.value) == (len(every(desk)), 1.0, 1.0)
    assert made.revenue.value == pytest.approx(float(WRONG.revenue), rel=0.1)


def test_a_lane_nobody_of_which_has_a_result_yet_has_no_rate() -> None:
    desk, *_ = filled(ALL, share=0.3)
    made = desk.risk.estimates.non_compliance(MORNING - timedelta(days=1))
    assert made.lanes["red"].value is None
    assert made.by_propensity.value is None
    assert made.awaiting == made.declarations > 0


def test_the_more_inspectors_miss_the_higher_the_rate_said() -> None:
    desk, *_ = filled(share=0.3, count=400)
    for place, one in enumerate(every(desk)):
        if one.drawn:
            desk.risk.results.record(one.number, "physical", [WRONG if place % 10 == 0 else FINE], by="I-1")
    steps = desk.risk.estimates.non_compliance(MORNING - timedelta(days=1)).steps
    rates = [step.from_draw.value or 0.0 for step in steps]
    assert rates == sorted(rates)
    assert rates[-1] == pytest.approx(2 * rates[0])


def test_what_goes_by_in_green_is_told_by_kind_and_by_revenue_without_what_was_targeted() -> None:
    desk, *_ = filled(SHARED, share=0.3, count=400)
    for one in every(desk):
        if one.drawn or one.arm == "percentage":
            desk.risk.results.record(one.number, "physical", [WRONG if one.arm == "random" else FINE], by="I-1")
    made = desk.risk.estimates.non_compliance(MORNING - timedelta(days=1), misses={(None, "physical"): NO_MISSES})
    assert made.green_kinds["value"].value == 1.0
    assert made.green_kinds["origin"].value == 0.0
    assert made.green_revenue.value == pytest.approx(120.5)
    assert made.green_revenue.population < made.revenue.population
    assert set(made.drawn["lanes"]) == set(made.lanes)
    assert made.drawn["lanes"]["green"].value == 1.0
    assert sum(one.population for one in made.drawn["offices"].values()) == made.declarations


def test_revenue_in_green_is_not_claimed_from_those_an_officer_chose_to_look_at() -> None:
    desk, *_ = filled(SHARED, share=0.3, count=120)
    for one in every(desk):
        if one.arm == "none":
            desk.risk.results.record(one.number, "physical", [WRONG], by="I-1")
    made = desk.risk.estimates.non_compliance(MORNING - timedelta(days=1), misses={(None, "physical"): NO_MISSES})
    assert (made.in_green.value, made.green_revenue.value) == (None, None)
