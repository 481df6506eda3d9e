"""Lodging in two phases: everything is computed and shown, and counts once the declarant binds himself."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import msgspec
import pytest

from clearlane.model.refusals import Closed, Conflict
from clearlane.office.office import Office
from clearlane.office.own_messages import own_message
from tests.office.clearing_office import kinds
from tests.web.declarations import XA, Clock, amendment, coded, example, set_to

LAW = msgspec.structs.replace(XA.clearance, two_phase=("IMA", "IMD"))


@pytest.fixture
def office() -> Iterator[Office]:
    with Office.open(profile=dataclasses.replace(XA, clearance=LAW), store="sqlite:///:memory:", clock=Clock()) as made:
        yield made


def test_what_is_lodged_is_computed_and_neither_accepted_nor_released(office: Office) -> None:
    case = office.lodge(example("FREE-1")).case
    assert (case.state, case.duty is not None) == ("pre-lodged", True)
    assert "accepted" not in kinds(office, case.number)
    standing = office.clearance.own(case.number)
    assert ([one.act for one in standing.wanted], standing.mover) == (["bind"], "trader")
    assert "nothing binds you yet" in office.notices(case.number)[0].words.en


def test_who_binds_himself_is_accepted_takes_his_lane_and_is_released(office: Office) -> None:
    number = office.lodge(example("FREE-1")).case.number
    office.bind(number)
    assert office.case(number).state == "released"
    made = kinds(office, number)
    assert made.index("registered") < made.index("bound") < made.index("accepted") < made.index("released")
    with pytest.raises(Closed):
        office.bind(number)


def test_a_control_is_told_only_once_he_is_bound(office: Office) -> None:
    number = office.lodge(example("RED-1", coded("240220"))).case.number
    assert not office.clearance.situation(number).told
    office.bind(number)
    assert (office.case(number).state, office.clearance.own(number).wanted[0].act) == ("under-control", "answer")


def test_before_he_is_bound_he_changes_and_cancels_freely_and_binds_himself_to_the_latest(office: Office) -> None:
    changed, given_up = (office.lodge(example(name)).case for name in ("A-1", "A-2"))
    office.lodge(amendment(changed.number))
    office.lodge(own_message("cancel", given_up, 2, "Not needed."))
    assert (office.case(changed.number).generation, office.case(given_up.number).state) == (2, "cancelled")
    bound = office.bind(changed.number)[0].fact
    assert getattr(bound, "content", "") == office.case(changed.number).result
    with pytest.raises(Closed):
        office.bind(given_up.number)


def test_goods_still_to_come_are_presented_after_he_is_bound_and_not_before(office: Office) -> None:
    case = office.lodge(example("EARLY-1", set_to(TypeCode="IMD"))).case
    with pytest.raises(Conflict):
        office.lodge(own_message("present", case, 2))
    office.bind(case.number)
    assert office.case(case.number).state == "pre-lodged"
    assert office.lodge(own_message("present", case, 3)).case.state == "released"


def test_who_binds_himself_upon_an_older_view_is_told(office: Office) -> None:
    number = office.lodge(example("A-1")).case.number
    seen = office.store.last_of(number)
    office.lodge(amendment(number))
    with pytest.raises(Conflict):
        office.bind(number, expect=seen)


def test_the_log_tells_the_same_again(office: Office) -> None:
    numbers = [office.lodge(example(name)).case.number for name in ("A-1", "A-2")]
    office.bind(numbers[0])
    before = [office.case(number) for number in numbers]
    office.rebuild()
    assert [office.case(number) for number in numbers] == before
