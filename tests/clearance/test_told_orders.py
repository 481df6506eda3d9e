"""The orders in which real offices notified are possible here, act by act."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from clearlane.model.refusals import Refusal
from tests.clearance.told_orders import TOLD, Life

COMMON = ["01 13 13 09", "02 01 07 09 16", "01 09", "13 01 13 09", "03", "02 02 01 09"]
"""The commonest orders seen, acceptance and tax statement in either order."""
ALSO = ["01 13 05 08 13 09", "02 01 05 06 09", "01 13 05 51 11 07 13 09 16", "01 05 10", "02 10", "01 13 14 09", "01 09 07 13 09"]
"""Orders made up of every other notification."""


def lived(order: tuple[str, ...]) -> bool:
    """Whether the acts that tell an order are possible one after the other."""
    life = Life()
    try:
        for code in order:
            life.tell(code)
    except Refusal:
        return False
    return True


@pytest.mark.parametrize("order", COMMON + ALSO)
def test_an_order_that_makes_sense_is_possible(order: str) -> None:
    assert lived(tuple(order.split()))


@pytest.mark.parametrize("order", ["09", "01 16", "03 01", "10 09", "01 01", "01 09 09 13", "02 08 01"])
def test_an_order_that_makes_none_is_not(order: str) -> None:
    assert not lived(tuple(order.split()))


def orders(folder: Path) -> Counter[tuple[str, ...]]:
    """How often each order is seen in the open messages: notifications of one declaration, in the order of their files."""
    told: dict[tuple[str, ...], list[tuple[int, str, str]]] = defaultdict(list)
    with (folder / "wcodm" / "index.csv").open() as file:
        for row in csv.DictReader(file):
            place, _, name = row["path"].rpartition("/")
            numbered = re.match(r"\d+", name)
            if row["cls"] == "RES" and row["function"] and numbered:
                told[row["repo"], place, row["scenario"], row["lrn"].strip("|")].append(
                    (int(numbered.group()), name, row["function"].zfill(2))
                )
    return Counter(tuple(code for _, _, code in sorted(found)) for found in told.values())


def whole(order: tuple[str, ...]) -> bool:
    """Whether an order is one declaration's from the beginning: it accepts once, before it releases, and tells only what we tell."""
    accepted = order.index("01") if "01" in order else len(order)
    return set(order) <= set(TOLD) and order.count("01") < 2 and not {"08", "09", "16"} & set(order[:accepted])


def test_every_whole_order_in_the_open_messages_is_possible(shared_data: Path) -> None:
    seen = orders(shared_data)
    assert [order for order in seen if whole(order) and not lived(order)] == []
    assert sum(count for order, count in seen.items() if whole(order)) >= 0.95 * seen.total()
