"""Imaginary traders lodge what the law takes, and go on where they stopped."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import islice

import pytest

from clearlane.model.receipt import Receipt
from clearlane.office.office import Office
from clearlane.office.traffic import traffic
from clearlane.office.wiring import profile_named
from tests.office.memory_store import MemoryStore

SINCE = datetime(2026, 1, 5, tzinfo=UTC)


def office(profile: str) -> Office:
    return Office(profile_named(profile), MemoryStore())


def lodged(at: Office, count: int) -> list[Receipt]:
    """The receipts of the first messages; a refusal would be an error here."""
    arrivals = islice(traffic(at, 7, SINCE), count)
    return [at.lodge(arrival.lodgement) for arrival in arrivals if arrival.lodgement]


@pytest.mark.parametrize(("profile", "lanes"), [("xa", {"green", "yellow", "red"}), ("vn", {"green", "yellow", "red"}), ("gb", {"green"})])
def test_traders_fill_the_lanes_and_err_now_and_then(profile: str, lanes: set[str]) -> None:
    receipts = lodged(office(profile), 300)
    assert {receipt.case.lane for receipt in receipts if receipt.case.lane} >= lanes
    states = Counter(receipt.case.state for receipt in receipts)
    assert 0 < states["rejected"] < 60


def test_goods_lodged_early_are_presented_later() -> None:
    receipts = lodged(office("xa"), 900)
    assert {"declaration", "presentation"} == {receipt.message for receipt in receipts}


@pytest.mark.parametrize("profile", ["xa", "vn"])
def test_traffic_goes_on_where_it_stopped(profile: str) -> None:
    whole = [arrival.lodgement for arrival in islice(traffic(office(profile), 7, SINCE), 40)]
    rest = [arrival.lodgement for arrival in islice(traffic(office(profile), 7, SINCE, after=30), 10)]
    assert rest == whole[30:]


def test_several_traders_lodge_in_viet_nam() -> None:
    assert len({receipt.case.declarant for receipt in lodged(office("vn"), 100) if receipt.taken}) >= 8
