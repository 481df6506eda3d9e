"""What a declaration is held against: like goods declared before it, the importer's own declarations, and no further than is said."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from clearlane.model.refusals import Conflict, NotAllowed
from clearlane.office.office import Office
from clearlane.office.risk_capacities import seen
from clearlane.office.risk_looking import MOST, NO_PRICE, NO_REFERENCES, TOO_FEW, backwards, importer_of
from clearlane.risk.catalogue import catalogue
from tests.office.risk_office import office, trade
from tests.office.risk_season import season
from tests.office.test_risk_queue import FINE, SHARED, filled, lodged


@pytest.fixture(scope="module")
def desk() -> Office:
    """An office with three weeks of trade, and prices gathered of the first two."""
    made = season(count=600, days=20)
    made.risk.training.references()
    list(made.lodge_many(trade(650)[600:]))
    return made


def test_a_price_stands_beside_like_goods_declared_before_it(desk: Office) -> None:
    tests = [(row, desk.risk.looking.like_goods(row)) for row in desk.store.risk_rows_from(desk.clock() - timedelta(minutes=1))]
    with_peers = [(row, found) for row, found in tests if found.test and found.test.peers]
    assert with_peers
    for row, found in with_peers:
        assert found.test is not None
        assert found.test.price == row.values[catalogue().place("unit_price")]
        assert found.test.reference.count >= 5
        assert found.since is not None
        assert all(found.since <= one.goods.at < row.at and one.number != row.number for one in found.test.peers)


def test_a_peer_whose_value_was_found_wrong_before_is_left_out(desk: Office) -> None:
    wrong = {one.number for one in desk.store.chosen_from(desk.clock() - timedelta(days=60), limit=2000) if one.found}
    rows = desk.store.risk_rows_from(desk.clock() - timedelta(minutes=1))
    tests = [found.test for row in rows if (found := desk.risk.looking.like_goods(row)).test]
    shown = {peer.number for test in tests for peer in test.peers}
    assert wrong
    assert not shown & wrong


def test_where_a_price_cannot_be_held_against_others_the_cause_is_said(desk: Office) -> None:
    row = desk.store.risk_rows_from(desk.clock() - timedelta(minutes=1))[0]

    def changed(name: str, value: str | None) -> object:
        values = list(row.values)
        values[catalogue().place(name)] = value
        return desk.risk.looking.like_goods(msgspec.structs.replace(row, values=tuple(values))).why_none

    assert (changed("unit_price", None), changed("quantity.unit", "no such unit")) == (NO_PRICE, TOO_FEW)
    early = office()
    assert early.risk.looking.like_goods(early.risk.looking.rows(lodged(early))[0]).why_none == NO_REFERENCES


def test_an_importers_declarations_are_listed_latest_first(desk: Office) -> None:
    last = desk.store.chosen_from(desk.clock() - timedelta(days=60), limit=2000)[-1]
    found, since = desk.risk.looking.of_importer(last.importer)
    assert found[0].number == last.number
    assert {one.importer for one in found} == {last.importer}
    assert [one.at for one in found] == sorted((one.at for one in found), reverse=True)
    assert since < found[-1].at
    assert importer_of(desk.risk.looking.rows(last.number)) == last.importer


def test_one_look_reads_only_so_much_of_the_record(desk: Office) -> None:
    read: list[int] = []

    def page(since, last):  # type: ignore[no-untyped-def]
        some = desk.store.risk_rows_from(since, (last.number, last.item) if last else ("", 0), 50)
        read.append(len(some))
        return some

    until = desk.clock()
    found, since = backwards(page, until, 120)
    assert len(found) <= 120 < MOST
    assert found == [one for one in desk.store.risk_rows_from(since, limit=10_000) if one.at < until]
    assert sum(read) < 120 * 8


def test_what_falls_is_signed_only_as_the_manager_saw_it() -> None:
    desk, where, shift = filled(SHARED)
    saw = seen(desk.risk.capacities.proposed(where, shift, 2))
    number = desk.risk.capacities.proposed(where, shift, 2).fallen[0]
    desk.risk.results.record(number, "physical", [FINE], by="I-1")
    before = desk.store.last_seq()
    with pytest.raises(Conflict, match="changed since you looked"):
        desk.risk.capacities.set(where, shift, 2, by="M-1", agreed=saw)
    assert desk.store.last_seq() == before
    again = desk.risk.capacities.proposed(where, shift, 2)
    _, made = desk.risk.capacities.set(where, shift, 2, by="M-1", agreed=seen(again))
    assert made.fallen == again.fallen
    assert [cut.fallen for cut, _ in desk.risk.capacities.cuts()] == [made.fallen]


def test_the_shifts_to_come_begin_with_the_one_that_is_now() -> None:
    desk = office()
    coming = desk.risk.capacities.coming()
    assert coming[0] == desk.risk.capacities.shift()
    assert len(coming) == len(set(coming)) > 2


def test_a_result_and_a_capacity_without_a_name_are_refused_in_their_own_words() -> None:
    desk = office()
    number = lodged(desk)
    with pytest.raises(NotAllowed, match="result of inspection"):
        desk.risk.results.record(number, "physical", [FINE], by=" ")
    with pytest.raises(NotAllowed, match="signed by one manager"):
        desk.risk.capacities.set("X", "2026-02-10 day", 5, by="")
