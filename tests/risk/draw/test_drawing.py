"""A draw is decided once, by the secret and the number, in the share promised; whoever has the key can check it."""

from __future__ import annotations

from hashlib import sha512
from itertools import pairwise
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.risk.draw import (
    Draw,
    EarlierDraw,
    bears_out,
    check,
    coin,
    consignments,
    draw,
    joined,
    kept,
    parts,
    public_key_of,
    published,
    secret_from,
)
from clearlane.risk.draw.curve import ORDER
from clearlane.risk.draw.shares import Part
from clearlane.signature.curve import LibraryCurve


def randomness(seed: str, length: int = 48) -> bytes:
    return b"".join(sha512(f"{seed} {count}".encode()).digest() for count in range(length // 64 + 1))[:length]


SECRET = secret_from(randomness("a morning"))
KEY = public_key_of(SECRET)
DRAW = Draw(SECRET, 0.1, LibraryCurve())
NUMBERS = [f"26XACL{ordinal:011d}7" for ordinal in range(4000)]


def test_the_share_promised_is_drawn_whatever_the_morning() -> None:
    for morning in ("one", "two", "three"):
        today = Draw(secret_from(randomness(morning)), 0.05, LibraryCurve())
        drawn = sum(today.of(number) is not None for number in NUMBERS)
        assert abs(drawn - 200) < 4 * sqrt(4000 * 0.05 * 0.95)


def test_neighbouring_numbers_are_drawn_independently() -> None:
    hits = [DRAW.of(number) is not None for number in NUMBERS]
    both = sum(left and right for left, right in pairwise(hits))
    assert abs(both - 40) < 4 * sqrt(40)


def test_every_draw_proves_itself_and_no_other() -> None:
    drawn = [one for number in NUMBERS[:60] if (one := DRAW.of(number))]
    assert drawn
    for one in drawn:
        assert check(KEY, one.number, 0.1, one.proof)
        assert not check(KEY, one.number + "x", 0.1, one.proof)
        assert not check(KEY, one.number, 0.0, one.proof)


def test_a_share_of_nothing_draws_none_and_of_all_draws_everyone() -> None:
    assert [draw(SECRET, number, 0.0, LibraryCurve()) for number in NUMBERS[:50]] == [None] * 50
    assert all(draw(SECRET, number, 1.0, LibraryCurve()) for number in NUMBERS[:50])


def test_asking_again_changes_nothing() -> None:
    assert DRAW.of(NUMBERS[7]) == Draw(SECRET, 0.1).of(NUMBERS[7])


def test_what_is_published_is_the_same_whoever_was_targeted() -> None:
    drawn = [one for number in NUMBERS[:100] if (one := DRAW.of(number))]
    assert published([*drawn, drawn[0]]) == published(reversed(drawn))
    assert {one.number for one in published(drawn)} == {one.number for one in drawn}


def test_the_auditor_holds_an_opened_secret_against_the_commitment() -> None:
    assert bears_out(SECRET, KEY)
    assert not bears_out(secret_from(randomness("another")), KEY)


@given(st.integers(1, 5), st.integers(0, 4), st.randoms())
def test_as_many_parts_as_are_needed_restore_the_secret(needed: int, spare: int, choose: object) -> None:
    cut = list(parts(SECRET, needed + spare, needed, randomness("parts", 48 * (needed - 1))))
    choose.shuffle(cut)  # type: ignore[attr-defined]
    assert joined(cut[:needed]) == SECRET
    assert joined(cut) == SECRET


@given(st.integers(1, ORDER - 2))
def test_with_one_part_too_few_every_secret_is_as_possible_as_any(other: int) -> None:
    two = parts(SECRET, 5, 3, randomness("parts", 96))[1:3]
    missing = next(part for part in _third_parts(other, two))
    assert joined([*two, missing]) == other.to_bytes(32)


def _third_parts(secret: int, two: tuple[Part, ...]) -> list[Part]:
    """The one part that, joined to two, gives any secret one likes: the line through three points, solved for the fifth holder."""
    points = [(0, secret), *((part.place, int.from_bytes(part.value)) for part in two)]
    total = 0
    for place, value in points:
        above = below = 1
        for other, _ in points:
            if other != place:
                above, below = above * (5 - other) % ORDER, below * (place - other) % ORDER
        total += value * above * pow(below, -1, ORDER)
    return [Part(5, (total % ORDER).to_bytes(32))]


def test_parts_are_cut_and_joined_within_bounds_only() -> None:
    for holders, needed, length in [(0, 0, 0), (3, 4, 144), (256, 2, 48), (3, 2, 47)]:
        with pytest.raises(AssertionError):
            parts(SECRET, holders, needed, bytes(length))
    part = parts(SECRET, 2, 2, randomness("parts"))[0]
    with pytest.raises(AssertionError):
        joined([part, part])


def test_a_wrong_part_does_not_bear_out_the_commitment() -> None:
    first, second = parts(SECRET, 2, 2, randomness("parts"))
    wrong = Part(second.place, randomness("wrong", 32))
    assert not bears_out(joined([first, wrong]), KEY)


def test_a_percentage_s_coin_is_even_and_its_own_for_each_profile() -> None:
    coins = [coin(SECRET, number, "UV-1") for number in NUMBERS]
    assert abs(sum(value < 0.3 for value in coins) - 1200) < 4 * sqrt(4000 * 0.21)
    both = sum(value < 0.3 and coin(SECRET, number, "UV-2") < 0.3 for number, value in zip(NUMBERS, coins, strict=True))
    assert abs(both - 360) < 4 * sqrt(360)
    assert all(0 <= value < 1 for value in coins)


FIRST = EarlierDraw("26XA1", consignments("QX0001", ["BL 77/1"]), "2026-11-22", "", 10)
AGAIN = EarlierDraw("26XA2", consignments("QX0001", ["BL-771", "AWB 9"]), "2026-11-22", "ab", 20)


def test_lodging_again_under_the_same_transport_document_keeps_the_first_draw() -> None:
    assert kept("26XA3", consignments("qx0001", ["bl771"]), [AGAIN, FIRST]) == FIRST
    assert kept("26XA3", consignments("QX0001", ["other", "awb9"]), [AGAIN, FIRST]) == AGAIN


def test_an_amendment_keeps_its_draw_even_with_other_documents() -> None:
    assert kept("26XA1", consignments("QX0009", ["other"]), [AGAIN, FIRST]) == FIRST


def test_another_importer_or_no_document_has_a_draw_of_its_own() -> None:
    assert kept("26XA3", consignments("QX0002", ["BL 77/1"]), [FIRST, AGAIN]) is None
    assert kept("26XA3", (), [FIRST, EarlierDraw("26XA9", (), "p", "", 1)]) is None
    assert consignments("QX0001", ["-/ ", ""]) == ()
    assert consignments("", ["BL 77/1"]) == ()
