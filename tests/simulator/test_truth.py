"""Who is honest, who is not, and what an inspection would see of it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import islice

import msgspec
import pytest

from clearlane.simulator import MISCONDUCT, Economy, Kind, Simulated, Truth
from clearlane.simulator.truth import MISSES

SINCE = datetime(2026, 1, 5, tzinfo=UTC)


def _kinds(truths: list[Truth]) -> Counter[Kind]:
    return Counter(kind for truth in truths for kind in {wrong.kind for wrong in truth.irregularities})


def test_every_kind_of_irregularity_occurs(truths: list[Truth]) -> None:
    assert set(_kinds(truths)) == set(Kind)


@pytest.mark.parametrize("seed", [1, 7, 2026])
def test_most_of_what_is_irregular_is_honest_error_even_without_incomplete_messages(seed: int) -> None:
    counted = _kinds([one.truth for one in islice(Economy.of(seed, SINCE).stream(), 10_000) if not one.mends and not one.refers_to])
    meant = sum(count for kind, count in counted.items() if kind in MISCONDUCT)
    assert 0 < meant < sum(counted.values()) - meant - counted[Kind.INCOMPLETE]


def test_most_declarations_are_in_order(truths: list[Truth]) -> None:
    assert sum(not truth.irregularities for truth in truths) > len(truths) * 8 // 10


def test_what_is_meant_is_exactly_misconduct(truths: list[Truth]) -> None:
    assert all(wrong.meant is (wrong.kind in MISCONDUCT) for truth in truths for wrong in truth.irregularities)


def test_misconduct_belongs_to_few_firms(truths: list[Truth]) -> None:
    dishonest = {truth.trader for truth in truths if not truth.honest}
    assert 0 < len(dishonest) < len({truth.trader for truth in truths}) // 5


def test_every_origin_has_more_honest_than_dishonest_trade(truths: list[Truth]) -> None:
    trade = Counter(truth.items[0].origin for truth in truths)
    dishonest = Counter(truth.items[0].origin for truth in truths if not truth.honest)
    assert all(dishonest[origin] * 2 < count for origin, count in trade.items())


def test_a_shell_importer_is_gone_within_some_weeks() -> None:
    seen: dict[str, list[datetime]] = {}
    for one in islice(Economy.of(7, SINCE, firms=60).stream(), 40_000):
        if any(wrong.kind is Kind.SHELL_IMPORTER for wrong in one.truth.irregularities):
            seen.setdefault(one.truth.trader, []).append(one.at)
    assert seen
    assert all((days[-1] - days[0]).days <= 75 for days in seen.values())


def _said(trade: list[Simulated], kind: Kind) -> list[tuple[Simulated, int]]:
    """Returns the messages with their items that are wrong in this way only."""
    found = []
    for one in trade:
        alone = [wrong for wrong in one.truth.irregularities if wrong.kind is kind and len(one.truth.about(wrong.item)) == 1]
        found += [(one, wrong.item - 1) for wrong in alone if not one.truth.about(0)]
    assert found
    return found


@pytest.fixture(scope="module")
def dishonest() -> list[Simulated]:
    return [one for one in islice(Economy.of(11, SINCE).stream(), 20_000) if not one.truth.honest and not one.refers_to]


@pytest.mark.parametrize("kind", [Kind.UNDERVALUATION, Kind.SHELL_IMPORTER])
def test_an_undervalued_item_is_declared_below_what_was_paid(dishonest: list[Simulated], kind: Kind) -> None:
    for one, place in _said(dishonest, kind):
        said, paid = one.message.declaration.item[place].item_charge, one.truth.items[place].value
        assert said is not None
        assert (said.figure or 0) < (paid.figure or 0)


def test_misclassified_goods_carry_the_code_of_others(dishonest: list[Simulated]) -> None:
    for one, place in _said(dishonest, Kind.MISCLASSIFICATION):
        assert one.message.declaration.item[place].commodity_code != one.truth.items[place].code


def test_a_false_origin_claims_a_preference(dishonest: list[Simulated]) -> None:
    for one, place in _said(dishonest, Kind.FALSE_ORIGIN):
        item = one.message.declaration.item[place]
        assert item.origin_country != one.truth.items[place].origin
        assert item.origin[0].type_code == "2"


def test_a_short_declaration_counts_fewer_than_came(dishonest: list[Simulated]) -> None:
    for one, place in _said(dishonest, Kind.SHORT_QUANTITY):
        item = one.message.declaration.item[place]
        measure = item.commodity.goods_measure if item.commodity else None
        assert measure is not None
        assert measure.tariff_quantity is not None
        assert (measure.tariff_quantity.figure or 0) < one.truth.items[place].quantity


def test_smuggled_goods_are_in_the_truth_and_not_in_the_message(dishonest: list[Simulated]) -> None:
    smuggled = [one for one in dishonest if any(wrong.kind is Kind.SMUGGLING for wrong in one.truth.irregularities)]
    assert smuggled
    assert all(one.truth.hidden and len(one.truth.items) == len(one.message.declaration.item) for one in smuggled)


def test_no_message_tells_its_truth(trade: list[Simulated]) -> None:
    words = [kind.value for kind in Kind] + ["irregular", "truth", "hidden", "smuggl"]
    texts = [msgspec.json.encode(one.message).decode().lower() for one in trade]
    assert [word for word in words if any(word in text for text in texts)] == []


def test_inspectors_miss_some_of_what_is_wrong(truths: list[Truth]) -> None:
    wrong = [truth for truth in truths if truth.irregularities]
    missed = sum(len(truth.inspection.goods) < len(truth.irregularities) for truth in wrong)
    assert 0 < missed < len(wrong)


def test_an_examination_finds_no_less_than_a_check_of_documents(truths: list[Truth]) -> None:
    assert all(set(truth.inspection.documents) <= set(truth.inspection.goods) for truth in truths)


def test_nothing_is_found_where_nothing_is_wrong(truths: list[Truth]) -> None:
    assert all(set(truth.inspection.goods) <= set(truth.irregularities) for truth in truths)


def test_sharper_inspectors_change_no_message(monkeypatch: pytest.MonkeyPatch, trade: list[Simulated]) -> None:
    for kind in Kind:
        monkeypatch.setitem(MISSES, kind, (0, 0))
    sharp = list(islice(Economy.of(7, SINCE).stream(), 500))
    assert [one.message for one in sharp] == [one.message for one in trade[:500]]
    assert all(one.truth.inspection.goods == one.truth.irregularities for one in sharp)
