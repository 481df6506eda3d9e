"""Practice: simulated cases in a store of their own, decided as every case is, and set against the truth."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from clearlane.clearance.situation import situation
from clearlane.model.control_facts import Check
from clearlane.model.inspection import CATEGORIES, ItemResult
from clearlane.model.practice_facts import PracticeLooked
from clearlane.model.refusals import Conflict, NotAllowed, Refusal
from clearlane.office.clearing_control import Looked
from clearlane.office.office import Office
from clearlane.office.practice import Practice, practice_office
from clearlane.office.practice_cases import category
from clearlane.office.practice_scoring import Answer, score, wilson
from clearlane.office.wiring import profile_named

XA = profile_named("xa")
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def practice() -> Practice:
    return Practice(practice_office(XA, "sqlite:///:memory:", clock=lambda: NOW), randomness=bytes)


def decide(practice: Practice, number: str, *, rightly: bool, person: str) -> None:
    """Conclude a check with what is really so, or as if nothing were wrong where something is, and the other way round."""
    desk, true = practice.office.clearance, practice.truth(number)
    assert true is not None
    check: Check = "goods" if practice.office.store.case(number).lane == "red" else "documents"  # type: ignore[union-attr]
    wrong = tuple(ItemResult(one.item, False, category(one), Decimal(1)) for one in true.irregularities)
    said = wrong if rightly else () if wrong else (ItemResult(1, False, "origin"),)
    desk.begin_check(number, check, by=person)
    looked = Looked("documents", said or (ItemResult(1, conform=True),))
    desk.end_check(number, check, satisfied=not said, by=person, found=looked, why="Practice")


def test_who_decides_as_it_is_so_is_right_and_who_does_not_is_shown_the_sign(practice: Practice) -> None:
    given = practice.begin("T-1", "value", 6)
    for place, one in enumerate(given):
        practice.say_how_sure("T-1", one.number, 80)
        decide(practice, one.number, rightly=place % 2 == 0, person="T-1")
    cases = practice.cases("T-1")
    assert [case.outcome.answer.right for case in cases if case.outcome] == [True, False] * 3
    for case in cases:
        assert case.outcome
        assert bool(case.outcome.missed) == (not case.outcome.answer.right and bool(case.outcome.signs))
    signs = [sign.en for case in cases if case.outcome for sign in case.outcome.signs]
    assert signs
    assert all("the invoice shows" in sign for sign in signs)
    found = practice.record("T-1", "value")
    assert found
    assert (found.count, found.right, practice.record("T-1", "origin")) == (6, 3, None)


def test_sets_of_two_trainees_are_not_the_same(practice: Practice) -> None:
    one, other = ([fact.truth for fact in practice.begin(person, "classification", 3)] for person in ("T-2", "T-3"))
    assert set(one).isdisjoint(other)


def test_a_new_set_waits_until_the_old_one_is_decided(practice: Practice) -> None:
    practice.begin("T-4", "inspection", 1)
    with pytest.raises(Conflict):
        practice.begin("T-4", "inspection", 1)


def test_no_decision_before_saying_how_sure_and_none_on_anothers_case(practice: Practice) -> None:
    (one,) = practice.begin("T-5", "origin", 1)
    with pytest.raises(NotAllowed, match="how sure"):
        practice.demand_ready("T-5", one.number, "end-check")
    with pytest.raises(NotAllowed, match="another"):
        practice.demand_ready("T-6", one.number, "begin-check")
    practice.say_how_sure("T-5", one.number, 70)
    practice.demand_ready("T-5", one.number, "end-check")
    with pytest.raises(NotAllowed):
        practice.say_how_sure("T-5", one.number, 100)


def test_a_practice_office_reaches_nothing_of_the_real_one() -> None:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=lambda: NOW) as real:
        before = real.store.last_seq()
        own = Practice(practice_office(XA, "sqlite:///:memory:", clock=lambda: NOW))
        own.begin("T-1", "documents", 3)
        assert real.store.last_seq() == before
        assert own.office.store.last_seq() > 0


def test_who_is_sure_and_right_scores_better_than_who_is_sure_and_wrong() -> None:
    good, bad = score([Answer(True, 95, 3), Answer(True, 90, 5)]), score([Answer(False, 95, 3), Answer(True, 90, 5)])
    assert good
    assert bad
    assert good.brier < 0.01
    assert bad.brier > 0.4
    assert bad.minutes == 4
    assert [band.count for band in bad.bands] == [2]
    low, high = wilson(1, 2)
    assert bad.within == (low, high)
    assert low < 0.5 < high


def test_who_finds_everything_everywhere_is_wrong_and_is_told_what_is_not_so(practice: Practice) -> None:
    given = practice.begin("T-7", "value", 4)
    for one in given:
        practice.say_how_sure("T-7", one.number, 90)
        practice.office.clearance.begin_check(one.number, "documents", by="T-7")
        every = tuple(ItemResult(1, False, kind, Decimal(1)) for kind in CATEGORIES)
        found = Looked("documents", every)
        practice.office.clearance.end_check(one.number, "documents", satisfied=False, by="T-7", found=found, why="To be safe")
    outcomes = [case.outcome for case in practice.cases("T-7") if case.outcome]
    assert [one.answer.right for one in outcomes] == [False] * 4
    assert all(len(one.false) >= len(CATEGORIES) - 1 for one in outcomes)
    found_score = practice.record("T-7")
    assert found_score
    assert found_score.false == sum(len(one.false) for one in outcomes)
    assert found_score.brier > 0.8


def profile(code: str) -> str:
    return f"""profile CHEAP "Cheap goods / Hàng giá thấp" scope item
when {code}
then lane red, inspect physical, reason VAL-01, owner risk-unit
"""


def test_a_profile_is_judged_by_what_was_really_wrong_the_week_after(practice: Practice) -> None:
    own = practice.profiles
    past = own.past("A-1")
    assert [one.wrong for one in past] == sorted((one.wrong for one in past), reverse=True)
    assert past[0].wrong > 0
    everything = own.judge("A-1", profile("value >= 0"), 90)
    assert (everything.detection, everything.caught, everything.right) == (1.0, everything.wrong, False)
    assert everything.precision == everything.wrong / everything.rows
    nothing = own.judge("A-1", profile('hs starts with ("00")'), 50)
    assert (nothing.hits, nothing.precision, nothing.right) == (0, 0.0, False)
    assert [one.percent for one in own.judged("a-1")] == [90, 50]
    assert own.judged("A-2") == []


def test_a_profile_that_is_none_and_one_without_confidence_are_not_judged(practice: Practice) -> None:
    for text, percent in (("nothing", 80), (profile("value >= 0"), 0)):
        with pytest.raises(Refusal):
            practice.profiles.judge("A-3", text, percent)
    assert practice.profiles.judged("A-3") == []


def test_a_second_signature_is_right_where_what_is_so_is_granted_and_what_is_not_is_refused(practice: Practice) -> None:
    given = practice.begin("S-1", "signature", 8)
    for place, one in enumerate(given):
        practice.looked("S-1", one.number)
        with pytest.raises(NotAllowed, match="how sure"):
            practice.demand_ready("S-1", one.number, "countersign")
        practice.say_how_sure("S-1", one.number, 80)
        ((asked, _),) = situation(practice.office.facts(one.number)).countersign
        practice.office.clearance.countersign(one.number, asked, granted=place % 2 == 0, by="S-1")
    outcomes = [case.outcome for case in practice.cases("S-1") if case.outcome]
    assert len(outcomes) == 8
    for place, out in enumerate(outcomes):
        sound = out.answer.right == (place % 2 == 0)
        assert bool(out.missed or out.false) == (not out.answer.right)
        assert (out.answer.missed + out.answer.false > 0) == (not out.answer.right)
        assert not (sound and out.false)
    assert {out.answer.right for out in outcomes} == {True, False}


def test_minutes_count_from_the_first_opening_of_a_case() -> None:
    times = iter(NOW + timedelta(minutes=3 * n) for n in range(10_000))
    own = Practice(practice_office(XA, "sqlite:///:memory:", clock=lambda: next(times)), randomness=bytes)
    (one,) = own.begin("T-1", "documents", 1)
    for _ in range(2):
        own.looked("T-1", one.number)
    own.say_how_sure("T-1", one.number, 80)
    decide(own, one.number, rightly=True, person="T-1")
    facts = {type(record.fact).__name__: record.at for record in (*own.office.facts("practice"), *own.office.facts(one.number))}
    (case,) = own.cases("T-1")
    assert case.outcome
    assert case.outcome.answer.minutes == (facts["CheckEnded"] - facts["PracticeLooked"]).total_seconds() / 60
    assert sum(isinstance(record.fact, PracticeLooked) for record in own.office.facts("practice")) == 1
