"""An amendment written in the page: everything filled in, what changes and what is owed shown before it is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from clearlane.model.declaration import Declaration
from clearlane.office.office import Office
from tests.web.declarations import DECLARANT, XA, Clock, coded, many, set_to
from tests.web.test_own_acts import FORM, Desk

if TYPE_CHECKING:
    from pathlib import Path

PRICE = "GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity/InvoiceLine/ItemChargeAmount"
WORDS = "GoodsShipment/GovernmentAgencyGoodsItem[{}]/Commodity/Description"
QUANTITY = "GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity/GoodsMeasure/TariffQuantity"
MASS = "GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity/GoodsMeasure/NetNetWeightMeasure"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        made = Desk(office, tmp_path)
        yield made
        made.app.state.desk.close()


def writes(
    desk: Desk, number: str, typed: dict[str, str] | None = None, *, send: bool = False, who: str = f"trader.{DECLARANT}", expect: str = ""
) -> tuple[int, str]:
    told = expect or str(desk.office.clearance.own(number).told)
    form = {"form": FORM, "expect": told} | ({"step": "send"} if send else {}) | (typed or {})
    answer = desk.as_(who).post(f"/declarations/{number}/own/amendment", data=form)
    return answer.status_code, answer.text


def as_declared(desk: Desk, number: str) -> Declaration:
    return desk.office.declaration(desk.office.case(number))


def test_what_may_change_is_filled_in_as_it_was_declared(desk: Desk) -> None:
    number = desk.lodged("EARLY-1", set_to(TypeCode="IMD"))
    page = desk.as_(f"trader.{DECLARANT}").get(f"/declarations/{number}/own/amendment").text
    commodity = as_declared(desk, number).item[0].commodity
    assert commodity is not None
    assert f'name="{PRICE}"' in page
    assert commodity.description is not None
    assert commodity.description in page


def test_differences_and_the_new_amount_are_shown_before_anything_is_sent(desk: Desk) -> None:
    number = desk.lodged("EARLY-1", set_to(TypeCode="IMD"))
    before = desk.office.store.last_seq()
    typed = {WORDS.format(1): "Other words", MASS: "1199"}
    status, page = writes(desk, number, typed)
    assert status == 200
    assert "<ins>Other words</ins>" in page
    assert "What you would owe" in page
    assert desk.office.store.last_seq() == before
    assert writes(desk, number, typed, send=True)[0] == 303
    case = desk.office.case(number)
    assert case.generation == 2
    assert case.duty is not None
    assert f"{case.duty:,.2f}" in page


def test_only_the_item_that_was_written_anew_changes(desk: Desk) -> None:
    number = desk.lodged("EARLY-1", many(12), set_to(TypeCode="IMD"))
    before = as_declared(desk, number).item
    assert writes(desk, number, {WORDS.format(11): "Only this"}, send=True)[0] == 303
    after = as_declared(desk, number).item
    assert [place for place, (old, new) in enumerate(zip(before, after, strict=True), 1) if old != new] == [11]


def test_a_quantity_that_an_amount_waits_for_is_added_with_its_unit(desk: Desk) -> None:
    number = desk.lodged("EARLY-1", coded("240220"), set_to(TypeCode="IMD"))
    assert desk.office.case(number).duty is None
    page = desk.as_(f"trader.{DECLARANT}").get(f"/declarations/{number}/own/amendment").text
    assert "with its unit, such as 1200 NAR" in page
    assert writes(desk, number, {QUANTITY: "5000 NAR"}, send=True)[0] == 303
    assert desk.office.case(number).duty is not None


def test_after_the_cut_off_it_is_a_request_and_the_page_says_so(desk: Desk) -> None:
    number = desk.lodged("RED-1", coded("240220"))
    page = writes(desk, number, {WORDS.format(1): "Other words"})[1]
    assert "becomes a request" in page
    assert "Ask for this change" in page
    assert writes(desk, number, {WORDS.format(1): "Other words"}, send=True)[0] == 303
    assert [one.asked for one in desk.office.clearance.situation(number).requests] == ["amendment"]
    assert desk.office.case(number).generation == 1
    assert writes(desk, number, {WORDS.format(1): "Again"}, send=True)[0] == 400


def test_what_would_be_rejected_is_said_with_its_remedy_and_not_sent(desk: Desk) -> None:
    number = desk.lodged("EARLY-1", set_to(TypeCode="IMD"))
    status, page = writes(desk, number, {PRICE: "many"})
    assert (status, "The change cannot be sent like this" in page, 'name="step"' in page) == (200, True, False)
    assert writes(desk, number, {PRICE: "many"}, send=True)[0] == 400
    assert desk.office.case(number).generation == 1


def test_nothing_changed_and_an_older_view_are_refused_and_what_was_typed_stays(desk: Desk) -> None:
    number = desk.lodged("EARLY-1", set_to(TypeCode="IMD"))
    assert writes(desk, number)[0] == 400
    status, page = writes(desk, number, {WORDS.format(1): "My long words"}, send=True, expect="0")
    assert (status, "Something happened" in page, "My long words" in page) == (400, True, True)
    assert desk.office.case(number).generation == 1


@pytest.mark.parametrize(("who", "status"), [("officer-1", 403), ("trader.XA000000000X", 404)])
def test_nobody_else_amends_for_a_trader(desk: Desk, who: str, status: int) -> None:
    number = desk.lodged("EARLY-1", set_to(TypeCode="IMD"))
    assert desk.as_(who).get(f"/declarations/{number}/own/amendment").status_code == status
    assert writes(desk, number, {WORDS.format(1): "Mine"}, who=who, send=True)[0] == status
    assert desk.office.case(number).generation == 1


def test_a_declaration_that_stands_no_more_is_not_amended(desk: Desk) -> None:
    number = desk.lodged("EARLY-1", set_to(TypeCode="IMD"))
    desk.does(number, "cancel", why="Lodged twice.")
    page = desk.as_(f"trader.{DECLARANT}").get(f"/declarations/{number}/own/amendment").text
    assert "cannot be changed now" in page
    assert not re.search(f'name="{re.escape(PRICE)}"', page)
