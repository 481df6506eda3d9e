"""No sequence of acts, the possible ones done and the others refused, brings a declaration into a situation that makes no sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest

from clearlane.clearance.acts import ACTS
from clearlane.clearance.intent import same_hand
from clearlane.clearance.situation import UNFOLDED, after
from clearlane.model.clearance_facts import Cleared, Disposed, DisputeDecided, GatePassed, RequestDecided
from clearlane.model.clearance_law import ClearanceLaw, StatutoryClock
from clearlane.model.control_facts import CheckEnded, CountersignatureAsked, Countersigned, Queried
from clearlane.model.duty_facts import DutyReduced
from clearlane.model.facts import Amended, Assessed, Cancelled, Record, Released
from clearlane.model.situation import Situation
from clearlane.model.text import Text
from tests.clearance.walking import Walk

CLOCK = StatutoryClock(timedelta(days=10), Text(en="To contest", vi="Khiếu nại"))
LAWS = {
    "payment": ClearanceLaw(
        release_on="payment", two_from=Decimal(1000), gate=True, storage=True, clocks={"dispute": CLOCK}, query_more=timedelta(days=5)
    ),
    "assessment": ClearanceLaw(cut_off="begun", two_for=("released",), provisional=False, gate=True),
}
NEVER = {"payment": {"release"}, "assessment": {"store", "release-provisionally", "ask-extension", "decide-extension"}}
"""What is never done under a law: where payment releases, what nothing stands against is released by itself."""
WALKS, STEPS = 150, 120
ENDED = ("seized", "abandoned", "re-exported", "destroyed")


@cache
def walks(law: str) -> list[Walk]:
    walked = [Walk(LAWS[law], seed) for seed in range(WALKS)]
    for walk in walked:
        for _ in range(STEPS):
            walk.step()
    return walked


def course(walk: Walk) -> Iterator[tuple[Situation, Record, Situation]]:
    """Each fact with the situation before and after it."""
    now = UNFOLDED
    for record in walk.records:
        before, now = now, after(now, record.fact, record.seq, record.at)
        yield before, record, now


def every(law: str) -> Iterator[tuple[Situation, Record, Situation]]:
    for walk in walks(law):
        yield from course(walk)


pytestmark = pytest.mark.parametrize("law", LAWS)


def test_every_act_is_both_done_and_refused_somewhere_on_the_way(law: str) -> None:
    done, refused = Counter[str](), Counter[str]()
    for walk in walks(law):
        for step in walk.steps:
            (refused if step.refused else done)[step.act] += 1
    never = set(ACTS) - {"accept", "assess"} - set(done)
    assert never == NEVER[law]
    assert {"release", "clear", "seize", "countersign", "settle", "end-check", "decide-dispute"} <= set(refused)


def test_each_refusal_says_why_in_both_languages(law: str) -> None:
    for walk in walks(law):
        for step in walk.steps:
            for condition in step.refused:
                words = condition.words(step.intent)
                assert words.en.endswith(".") is words.vi.endswith(".") is True
                assert words.en != words.vi


def test_goods_are_released_only_while_here_and_with_every_needed_check_satisfied(law: str) -> None:
    for before, record, now in every(law):
        if isinstance(record.fact, Released):
            assert (before.goods in ("arrived", "stored"), before.standing, now.goods) == (True, "accepted", "released")
            assert (before.needed, before.queries, before.requests, before.countersign) == ((), (), (), ())
            assert (before.agencies, () if record.fact.provisional else before.samples) == ((), ())


def test_goods_taken_sent_back_or_destroyed_are_never_released_nor_leave(law: str) -> None:
    for walk in walks(law):
        taken = False
        for _, record, _ in course(walk):
            assert not (taken and isinstance(record.fact, Released | GatePassed | Cleared))
            taken = taken or (isinstance(record.fact, Disposed) and record.fact.how in ENDED)


def test_goods_leave_only_after_a_release_that_stands(law: str) -> None:
    for before, record, _ in every(law):
        if isinstance(record.fact, GatePassed):
            assert (before.goods, before.standing) == ("released", "accepted")


def test_where_payment_releases_nothing_is_released_that_is_neither_paid_nor_secured(law: str) -> None:
    if LAWS[law].release_on == "payment":
        for before, record, _ in every(law):
            if isinstance(record.fact, Released | Cleared):
                assert before.debt in ("paid", "secured", "nothing", "unknown")
            if isinstance(record.fact, Cleared):
                assert before.debt != "unknown"


def test_a_final_debt_changes_only_by_an_amendment_that_was_granted_or_with_the_declaration(law: str) -> None:
    for walk in walks(law):
        for (before, first, _), (_, second, _) in pairwise(course(walk)):
            if before.final and isinstance(first.fact, Assessed):
                raise AssertionError(f"The final debt was assessed anew at {first.seq}.")
            if before.final and isinstance(second.fact, Amended | Cancelled):
                assert getattr(first.fact, "granted", False) is isinstance(first.fact, RequestDecided) is True


def test_duty_falls_by_errors_mended_and_disputes_won_and_never_below_nothing(law: str) -> None:
    mended = won = 0
    for walk in walks(law):
        for (_, first, _), (before, second, now) in pairwise(course(walk)):
            if isinstance(second.fact, DutyReduced):
                by_dispute = isinstance(first.fact, DisputeDecided)
                mended, won = mended + (not by_dispute), won + by_dispute
                assert now.owed == (before.owed or 0) - second.fact.amount >= 0
    assert mended
    assert won


def test_a_debt_becomes_final_only_when_nothing_is_open(law: str) -> None:
    for before, record, now in every(law):
        if isinstance(record.fact, Cleared):
            assert (now.final, record.fact.total) == (True, before.owed)
            assert [*before.queries, *before.disputes, *before.requests, *before.countersign, *before.needed] == []


def test_nothing_is_open_on_goods_or_declarations_that_came_to_an_end(law: str) -> None:
    for _, record, now in every(law):
        at_an_end = isinstance(record.fact, Cancelled) or (isinstance(record.fact, Disposed) and record.fact.how in ENDED)
        if at_an_end:
            assert [*now.queries, *now.requests, *now.countersign, *now.ongoing] == []


def test_what_was_asked_is_never_asked_again(law: str) -> None:
    for walk in walks(law):
        asked = [(ask.subject, ask.item) for record in walk.records if isinstance(record.fact, Queried) for ask in record.fact.asks]
        assert len(asked) == len(set(asked))


def test_the_second_officer_is_never_the_first(law: str) -> None:
    signed = 0
    for walk in walks(law):
        first = {record.seq: record.fact.by for record in walk.records if isinstance(record.fact, CountersignatureAsked)}
        for record in walk.records:
            if isinstance(record.fact, Countersigned):
                signed += 1
                assert not same_hand(first[record.fact.asked], record.fact.by)
    assert signed


def test_a_rejected_or_cancelled_declaration_moves_no_more(law: str) -> None:
    for before, record, _ in every(law):
        if before.standing in ("rejected", "invalidated"):
            assert record.fact.__struct_config__.tag in ("disputed", "dispute-decided", "reviewed")


def test_a_check_is_concluded_only_after_it_began(law: str) -> None:
    for before, record, _ in every(law):
        if isinstance(record.fact, CheckEnded):
            assert record.fact.check in before.ongoing
