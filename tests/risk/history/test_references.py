"""Weekly references: only what was declared and known before the Monday, leaning on wider groups where goods are few."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.risk_history import Reference
from clearlane.risk.history.building import LEANING, Goods, LikeGoods, build
from clearlane.risk.history.compared import compared, deviation
from clearlane.risk.history.peers import Peer, peers
from clearlane.risk.history.references import References, monday, read

MONDAY = date(2026, 3, 2)
BEFORE = datetime(2026, 3, 1, 23, tzinfo=UTC)
AFTER = datetime(2026, 3, 2, tzinfo=UTC)


def goods(price: float | None, at: datetime = BEFORE, hs: str = "8517130000", origin: str = "QM", **more: object) -> LikeGoods:
    return LikeGoods(at, hs, origin, "NAR", price, **more)  # type: ignore[arg-type]


def built(*items: LikeGoods) -> References:
    return build(MONDAY, Goods.of(items))


def of(references: References, hs: str = "851713", origin: str = "QM", unit: str = "NAR") -> Reference:
    found = references.of(hs, origin, unit)
    assert found is not None
    return found


def test_a_heading_of_one_origin_has_its_own_robust_middle() -> None:
    found = of(built(*(goods(price, weight=2.0) for price in (1.0, 2.0, 4.0, 8.0, 1000.0))))
    assert (found.group, found.count, found.price_median, found.weight_median) == ("851713/QM/NAR", 5, 4.0, 2.0)
    assert found.price_spread == pytest.approx(log(2))
    assert found.price_p10 < found.price_median < found.price_p90


def test_a_group_of_twenty_leans_half_on_the_heading_of_any_origin() -> None:
    near, far = [goods(1.0)] * LEANING, [goods(100.0, origin="XB")] * 10_000
    assert of(built(*near, *far)).price_median == pytest.approx(10.0, rel=0.05)


def test_goods_too_few_are_answered_for_by_the_wider_group() -> None:
    references = built(*(goods(3.0, hs="8517620000") for _ in range(5)))
    assert (of(references).group, of(references, "851762", "XX").group, of(references, "850000").group) == (
        "8517//NAR",
        "851762//NAR",
        "85//NAR",
    )
    assert references.of("840000", "QM", "NAR") is None
    assert references.of("851713", "QM", "") is None


def test_what_is_declared_or_learned_on_the_monday_changes_nothing() -> None:
    known = [goods(price) for price in (1.0, 2.0, 3.0, 4.0, 5.0)]
    later = [goods(900.0, AFTER), goods(900.0, AFTER + timedelta(days=3))]
    corrected = [goods(price, wrong_since=AFTER, right_price=900.0) for price in (1.0, 2.0, 3.0, 4.0, 5.0)]
    assert built(*known, *later).digest == built(*corrected).digest == built(*known).digest


def test_a_value_found_wrong_before_the_monday_is_corrected_or_left_out() -> None:
    right = [goods(1.0, wrong_since=BEFORE, right_price=7.0)] * 5
    unknown = [goods(1.0, wrong_since=BEFORE)] * 5
    assert of(built(*right, *unknown)).price_median == 7.0


@given(st.permutations([goods(price, origin=origin) for price in (1.0, 2.5, 3.0) for origin in ("QM", "XB") for _ in range(3)]))
def test_the_snapshot_is_the_same_in_whatever_order_goods_come(items: list[LikeGoods]) -> None:
    references = built(*items)
    assert references.digest == built(*sorted(items, key=lambda one: (one.origin, one.price or 0.0))).digest
    assert read(references.written()) == references


def test_goods_without_a_price_or_a_code_in_figures_build_nothing() -> None:
    assert built(goods(None), goods(0.0), goods(1.0, hs="abc"), goods(1.0, hs="85")).references == ()


def test_a_price_is_compared_with_the_week_before() -> None:
    references = built(*(goods(price) for price in (4.0, 2.0, 8.0, 1.0, 16.0)))
    median, _, _, count, z, ratio, weight, weight_z = compared(references, "8517130000", "QM", "NAR", 2.0, 1.0)
    assert (median, count, ratio, weight, weight_z) == (4.0, 5.0, 0.5, None, None)
    assert z == pytest.approx(deviation(2.0, 4.0, log(2)))
    assert compared(None, "8517130000", "QM", "NAR", 2.0, 1.0) == (None,) * 8
    assert compared(references, "8517130000", "XX", "NAR", None, None)[3:6] == (0.0, None, None)


def test_the_week_begins_on_its_monday() -> None:
    assert (monday(BEFORE), monday(AFTER)) == (date(2026, 2, 23), MONDAY)


def test_the_price_test_shows_like_declarations_as_they_were_known() -> None:
    reference = of(built(*(goods(price) for price in (4.0, 5.0, 6.0, 7.0, 8.0))))
    prior = [
        Peer("26A", 1, goods(5.0)),
        Peer("26B", 1, goods(1.0, wrong_since=BEFORE, right_price=6.0)),
        Peer("26C", 1, goods(7.0, wrong_since=AFTER + timedelta(days=9), right_price=70.0)),
        Peer("26D", 1, goods(5.0, origin="XB")),
        Peer("26E", 1, goods(5.0, AFTER + timedelta(days=2))),
        Peer("26F", 1, goods(1.0, wrong_since=BEFORE)),
    ]
    test = peers(goods(2.0, AFTER + timedelta(days=1)), reference, prior)
    assert test is not None
    assert [(one.number, one.goods.price) for one in test.peers] == [("26C", 7.0), ("26B", 6.0), ("26A", 5.0)]
    assert (test.standing, peers(goods(None), reference, prior)) == ("below", None)


def test_the_price_test_refuses_a_reference_of_other_goods() -> None:
    reference = of(built(*(goods(price) for price in (4.0, 5.0, 6.0, 7.0, 8.0))))
    with pytest.raises(ValueError, match="like goods"):
        peers(goods(2.0, hs="0901110000"), reference, [])
