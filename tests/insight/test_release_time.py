"""How long goods take, and who was waited for: the stages of a declaration add up, and nothing is counted before its goods are there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.insight.release_time import journey, spread, study
from clearlane.model.clearance_facts import GatePassed, Paid
from clearlane.model.control_facts import Answered, CheckBegun, CheckEnded, Queried, QuerySettled
from clearlane.model.facts import Accepted, DocumentsDemanded, Fact, Lodged, Presented, Record, Registered, Released, Routed
from clearlane.model.release_time import Journey
from clearlane.model.text import Text

START = datetime(2026, 3, 2, 6, tzinfo=UTC)
WORDS = Text(en="w", vi="w")
PAID = Paid(Decimal(1), "XAD", "e")
LODGED = Lodged("XA1", "R", "m", "c", "IMA")


def log(*facts: tuple[int, Fact]) -> list[Record]:
    """Facts at so many minutes after the start."""
    return [Record(seq, START + timedelta(minutes=at), "26XA1", fact) for seq, (at, fact) in enumerate(facts, 1)]


def minutes(found: Journey | None) -> dict[str, float]:
    assert found is not None
    return {stage: span.total_seconds() / 60 for stage, span in found.spans.items()}


def test_a_red_case_with_a_query_and_a_payment_is_divided_among_those_waited_for() -> None:
    facts = log(
        (0, LODGED), (0, Accepted()), (0, Routed("red")), (30, CheckBegun("goods", "I-1")), (90, CheckEnded("goods", True, "I-1")),
        (100, Queried(1, (), START, "D-1")), (220, Answered(1)), (230, QuerySettled(1, "D-1")), (240, CheckBegun("documents", "D-1")),
        (250, CheckEnded("documents", True, "D-1")), (310, PAID), (311, Released(WORDS)), (400, GatePassed("G", "I-1")),
    )  # fmt: skip
    found = journey(facts, "XAPOR001", "import")
    assert minutes(found) == {"check-goods": 90, "decision": 11, "documents": 120, "check-documents": 30, "payment": 60}
    assert found is not None
    assert (found.lane, found.whole, found.left) == ("red", timedelta(minutes=311), START + timedelta(minutes=400))


def test_goods_still_to_come_wait_for_nobody() -> None:
    facts = log(
        (0, LODGED), (0, Registered()), (2880, Presented("m", "c")), (2881, Accepted()), (2881, Routed("green")), (2881, Released(WORDS))
    )
    assert minutes(journey(facts)) == {"acceptance": 1}


def test_documents_demanded_are_the_traders_time_until_he_answers() -> None:
    facts = log(
        (0, LODGED),
        (0, Accepted()),
        (0, Routed("yellow")),
        (0, DocumentsDemanded((WORDS,), START)),
        (60, Answered(0)),
        (75, Released(WORDS)),
    )
    assert minutes(journey(facts)) == {"documents": 60, "check-documents": 15}


@pytest.mark.parametrize("facts", [log((0, LODGED), (0, Accepted())), log((0, Released(WORDS)))])
def test_what_was_not_released_or_not_lodged_has_no_journey(facts: list[Record]) -> None:
    assert journey(facts) is None


STEPS = st.sampled_from(
    [Accepted(), Routed("red"), Routed("yellow"), Routed("green"), DocumentsDemanded((), START), Answered(0), CheckBegun("goods", "I"),
     CheckEnded("goods", True, "I"), Queried(1, (), START, "D"), QuerySettled(1, "D"), PAID, Presented("m", "c")]
)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 500), STEPS), max_size=12))
def test_the_stages_of_any_course_add_up_to_the_whole(steps: list[tuple[int, Fact]]) -> None:
    at, course = 0, [(0, LODGED)]
    for wait, fact in steps:
        at += wait
        course.append((at, fact))  # type: ignore[arg-type]
    found = journey(log(*course, (at + 1, Released(WORDS))))
    assert found is not None
    assert sum(found.spans.values(), timedelta(0)) == found.whole


def test_a_study_counts_by_lane_and_says_who_was_waited_for() -> None:
    ways = [journey(log((0, LODGED), (0, Accepted()), (0, Routed("green")), (span, Released(WORDS))), "A") for span in (1, 2, 3, 4, 100)]
    slow = journey(
        log((0, LODGED), (0, Routed("yellow")), (0, DocumentsDemanded((), START)), (290, Answered(0)), (300, Released(WORDS))), "B"
    )
    made = study([one for one in [*ways, slow] if one], START, START + timedelta(days=1))
    assert made.whole is not None
    assert (made.whole.count, made.whole.median, made.whole.most) == (6, timedelta(minutes=3), timedelta(minutes=300))
    assert made.groups["lane"]["green"].ninth == timedelta(minutes=100)
    assert made.holders["trader"] == pytest.approx(290 / 410)
    assert sum(made.shares.values()) == pytest.approx(1)
    assert dict(made.within)[1.0] == 4


def test_a_period_in_which_nothing_was_released_says_so() -> None:
    made = study([], START, START + timedelta(days=1))
    assert (made.whole, made.stages, made.groups["lane"]) == (None, {}, {})


@given(st.lists(st.timedeltas(timedelta(0), timedelta(days=90)), min_size=1))
def test_percentiles_are_times_somebody_really_took(times: list[timedelta]) -> None:
    found = spread(times)
    assert found is not None
    assert {found.median, found.ninth, found.most} <= set(times)
    assert found.median <= found.ninth <= found.most
