"""The lottery of cases: nobody can choose the officer, and anyone can check that nobody did."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.clearance.lottery import chosen, committed, considered, doubts, eligible, pseudonym
from clearlane.clearance.pairs import Given, at_least, meetings
from clearlane.model.lottery import Grounds, Lot, OnDuty

SEED, NAMES = bytes(range(32)), bytes(range(32, 64))
OFFICERS = sorted(pseudonym(NAMES, "officer", f"D-{n}") for n in range(1, 6))
PERIOD = "2026-03-02"


def lots(count: int = 40) -> list[Lot]:
    cases = [pseudonym(NAMES, "case", f"26XA{n:014}") for n in range(count)]
    return [Lot(PERIOD, turn, case, tuple(OFFICERS), chosen(SEED, case, OFFICERS)) for turn, case in enumerate(cases, 1)]


def found(some: list[Lot], seed: bytes = SEED) -> list[tuple[str, int]]:
    return [(one.fault, one.turn) for one in doubts(PERIOD, committed(PERIOD, SEED, "seed"), seed, some)]


def test_an_honest_period_leaves_no_doubt_in_whatever_order_it_is_read() -> None:
    assert found(Random(1).sample(lots(), 40)) == []


def test_every_officer_is_chosen_about_as_often_as_another() -> None:
    counts = Counter(lot.chosen for lot in lots(5000))
    assert set(counts) == set(OFFICERS)
    assert max(counts.values()) - min(counts.values()) < 200


@given(st.lists(st.sampled_from(OFFICERS), min_size=1, unique=True), st.text(max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_list_changes_nothing_and_who_leaves_it_moves_no_other_case(some: list[str], case: str, chance: Random) -> None:
    winner = chosen(SEED, case, some)
    assert chosen(SEED, case, chance.sample(some, len(some))) == winner
    assert all(chosen(SEED, case, [one for one in some if one != gone]) == winner for gone in some if gone != winner)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda lot: msgspec.structs.replace(lot, chosen=next(one for one in OFFICERS if one != lot.chosen)), "choice"),
        (lambda lot: msgspec.structs.replace(lot, eligible=tuple(reversed(lot.eligible))), "list"),
        (lambda lot: msgspec.structs.replace(lot, eligible=()), "choice"),
        (lambda lot: msgspec.structs.replace(lot, period="2026-03-03"), "period"),
        (lambda lot: msgspec.structs.replace(lot, turn=41), "turn"),
    ],
)
def test_whatever_was_touched_is_seen(change: object, fault: str) -> None:
    some = lots()
    some[6] = change(some[6])  # type: ignore[operator]
    assert fault in {one for one, _ in found(some)}


def test_a_lot_thrown_away_or_another_seed_is_seen() -> None:
    assert found(lots()[:7] + lots()[8:]) == [("turn", 9)]
    assert found(lots(), bytes(32))[0] == ("seed", 0)


def test_pseudonyms_tell_neither_officer_nor_case_apart_from_a_guess() -> None:
    assert pseudonym(NAMES, "officer", " d-1 ") == pseudonym(NAMES, "officer", "D-1")
    assert pseudonym(NAMES, "officer", "D-1") != pseudonym(SEED, "officer", "D-1")
    assert pseudonym(NAMES, "officer", "D-1") != pseudonym(NAMES, "case", "D-1")


def rota() -> list[OnDuty]:
    return [
        OnDuty("D-1", "documents", ("value",), most=2),
        OnDuty("D-2", "documents", ("value", "origin"), conflicts=("XA-TRADER-7",)),
        OnDuty("D-3", "quay", ("red-case",)),
    ]


@pytest.mark.parametrize(
    ("skills", "parties", "load", "barred", "who"),
    [
        (["value"], [], {}, [], ["D-1", "D-2"]),
        (["origin"], [], {}, [], ["D-2"]),
        (["value"], ["XA-TRADER-7"], {}, [], ["D-1"]),
        (["value"], [], {"D-1": 2}, [], ["D-2"]),
        (["value"], ["XA-TRADER-7"], {"D-1": 9}, [], ["D-1"]),
        (["value"], [], {}, [" d-1"], ["D-2"]),
        (["red-case"], [], {}, [], []),
    ],
)
def test_who_can_get_a_case(skills: list[str], parties: list[str], load: dict[str, int], barred: list[str], who: list[str]) -> None:
    given = Grounds("26XA1", "documents", tuple(skills), (), tuple(parties), tuple(rota()), load, tuple(barred), "")
    assert eligible(given) == who


def test_each_officer_left_out_has_his_reason() -> None:
    given = Grounds("26XA1", "documents", ("value",), (), ("XA-TRADER-7",), (*rota(), OnDuty("D-4", "documents")), {}, ("d-1",), "")
    why = {one.officer: one.why for one in considered(given)}
    assert why == {"D-1": "barred", "D-2": "conflict", "D-3": "section", "D-4": "skill"}


def test_a_pair_that_a_person_arranged_comes_out_on_top() -> None:
    honest = [Given(f"c{n}", f"T{n % 20}", chosen(SEED, f"c{n}", "ABCDE"), tuple("ABCDE")) for n in range(400)]
    arranged = [Given(f"a{n}", "T3", "B", tuple("ABCDE"), by_lot=False) for n in range(16)]
    first = meetings(honest + arranged)[0]
    assert (first.officer, first.trader, first.by_person) == ("B", "T3", 16)
    assert first.chance < 0.001
    assert min(one.chance for one in meetings(honest)) > 0.0005


@given(st.lists(st.floats(0, 1), max_size=8))
def test_the_chances_of_all_numbers_of_meetings_add_up(chances: list[float]) -> None:
    tails = [at_least(count, chances) for count in range(len(chances) + 2)]
    assert tails[0] == 1.0
    assert tails[-1] == 0.0
    assert all(more >= fewer - 1e-12 for more, fewer in pairwise(tails))
    assert sum(tails[1:]) == pytest.approx(sum(chances))
