"""The stream is a trade over time: ordered, with messages that follow earlier ones."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise

from clearlane.simulator import Economy, Simulated
from clearlane.simulator.chance import Chance
from clearlane.simulator.seasons import next_arrival


def _key(one: Simulated) -> tuple[str, str]:
    return one.message.declaration.declarant_id, one.message.declaration.reference


def test_messages_come_in_the_order_of_time(trade: list[Simulated]) -> None:
    assert all(before.at <= after.at for before, after in pairwise(trade))


def test_a_declarant_uses_each_reference_once_unless_he_mends(trade: list[Simulated]) -> None:
    uses = Counter(_key(one) for one in trade if not one.mends)
    assert set(uses.values()) == {1}


def test_a_mended_declaration_repeats_the_reference_of_an_earlier_one_and_differs(trade: list[Simulated]) -> None:
    sent: dict[tuple[str, str], Simulated] = {}
    mended = 0
    for one in trade:
        if one.mends:
            assert one.message != sent[_key(one)].message
            mended += 1
        sent[_key(one)] = one
    assert mended > 20


def test_goods_are_presented_after_they_were_declared_early(trade: list[Simulated]) -> None:
    early = {_key(one): one.at for one in trade if one.message.declaration.type_code == "IMD"}
    presented = [one for one in trade if one.message.declaration.type_code == "GPR"]
    assert len(presented) > 20
    assert all(one.refers_to and early[one.refers_to] < one.at for one in presented)


def test_the_presentation_leaves_the_number_to_the_office(trade: list[Simulated]) -> None:
    assert all(one.message.declaration.id is None for one in trade)


def test_a_start_in_another_time_zone_is_the_same_moment() -> None:
    zoned = datetime.fromisoformat("2026-01-05T07:00:00+07:00")
    first = next(Economy.of(7, zoned).stream())
    assert first == next(Economy.of(7, datetime(2026, 1, 5, tzinfo=UTC)).stream())


def test_the_border_is_quieter_at_night_than_at_ten() -> None:
    chance, at, hours = Chance(5), datetime(2026, 3, 2, tzinfo=UTC), Counter[int]()
    for _ in range(5000):
        at = next_arrival(chance, at, 1000)
        hours[at.hour] += 1
    assert hours[10] > 5 * hours[3] > 0


def test_a_year_of_trade_has_about_the_declarations_its_rate_promises() -> None:
    chance, at, end, count = Chance(6), datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), 0
    while at < end:
        at = next_arrival(chance, at, 20)
        count += 1
    assert 6500 < count < 8100


def test_an_economy_of_one_firm_goes_on_when_that_firm_closes() -> None:
    traders = {one.truth.trader for one in islice(Economy.of(5, datetime(2026, 1, 5, tzinfo=UTC), firms=1).stream(), 12_000)}
    assert len(traders) > 1


def test_no_day_is_skipped_in_a_busy_economy(trade: list[Simulated]) -> None:
    assert max(after.at - before.at for before, after in pairwise(trade)) < timedelta(hours=2)
