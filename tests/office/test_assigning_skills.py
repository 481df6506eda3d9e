"""The lot knows what a case asks of its officer and to whom an officer is linked; what a list followed from is frozen and recomputed."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from clearlane.clearance.lottery import pseudonym
from clearlane.model.lottery import OnDuty
from clearlane.model.people_facts import InterestsDeclared
from clearlane.model.person import Person
from clearlane.model.refusals import Conflict, NotAllowed
from clearlane.office.assignment_grounds import kept_grounds, rechecked
from clearlane.office.assignment_record import first_lot
from clearlane.office.office import Office
from tests.office.test_assigning import DAY, later, staffed

EXCISE = ("22", "24", "27")


def of_excise(desk: Office, number: str) -> bool:
    return any(item.commodity_code.startswith(EXCISE) for item in desk.declaration(desk.case(number)).item)


def parted(desk: Office, numbers: list[str]) -> tuple[list[str], list[str]]:
    """Declarations of excise goods, and others."""
    excise = [number for number in numbers if of_excise(desk, number)]
    assert excise
    return excise, [number for number in numbers if number not in excise]


def registered(desk: Office, person: str) -> None:
    desk.people.rights.register(Person(person, "Someone Named"), by="A-1")


def test_goods_that_ask_for_a_skill_go_to_who_has_it_and_others_to_anyone() -> None:
    desk, numbers = staffed(60, [OnDuty("D-1", "documents"), OnDuty("D-2", "documents", ("excise",)), OnDuty("D-3", "documents")])
    excise, others = parted(desk, numbers)
    assert {desk.assignment.give(number, "documents").officer for number in excise} == {"D-2"}
    assert {desk.assignment.give(number, "documents").officer for number in others} == {"D-1", "D-2", "D-3"}


def test_a_competence_counts_as_a_skill_on_the_days_it_stands() -> None:
    desk, numbers = staffed(60, [OnDuty("D-1", "documents"), OnDuty("D-2", "documents")])
    excise, _ = parted(desk, numbers)
    registered(desk, "D-1")
    today = desk.clock().date()
    desk.people.rights.find_fit("D-1", "excise", today - timedelta(9), today, by="A-1")
    assert desk.assignment.give(excise[0], "documents").officer == "D-1"
    grounds = desk.assignment.grounds(excise[0], auditor="U-1")
    assert grounds is not None
    assert {one.officer: one.why for one in grounds.officers} == {"D-1": "", "D-2": "skill"}


def test_a_skill_that_nobody_on_duty_has_keeps_no_case_waiting_and_is_kept() -> None:
    desk, numbers = staffed(60)
    excise, _ = parted(desk, numbers)
    assert desk.assignment.give(excise[0], "documents").officer
    found = desk.assignment.grounds(excise[0], auditor="U-1")
    assert found is not None
    assert (found.grounds.needs, found.grounds.lacking, found.holds) == ((), ("excise",), True)


def test_no_case_of_a_firm_he_is_linked_to_falls_to_an_officer_and_the_log_names_no_firm() -> None:
    desk, numbers = staffed(3, [OnDuty("D-1", "documents"), OnDuty("D-2", "documents")])
    firm = desk.case(numbers[0]).declarant
    registered(desk, "D-1")
    desk.people.rights.declare_interests("D-1", [firm, " ", firm])
    with pytest.raises(Conflict, match="linked to a party"):
        desk.assignment.assign(numbers[0], "d-1", by="S-1", why="He is quick.")
    assert desk.assignment.give(numbers[0], "documents").officer == "D-2"
    found = desk.assignment.grounds(numbers[0], auditor="U-1")
    assert found is not None
    assert [one.why for one in found.officers if one.officer == "D-1"] == ["conflict"]
    assert desk.store.facts_of("people")[-1].fact == InterestsDeclared("D-1", 1)
    assert firm not in repr(desk.store.facts_of("people"))
    desk.people.rights.rename(Person("D-1", "Another Name"), by="A-1")
    assert desk.people.rights.who("D-1").interests == (firm,)


def test_a_list_from_which_someone_was_left_out_is_seen() -> None:
    desk, numbers = staffed(1)
    given = desk.assignment.give(numbers[0], "documents")
    known = kept_grounds(desk.store, given.lot)
    assert known is not None
    lot, grounds = known
    secret = desk.assignment._secret(desk.store, DAY, "names")
    assert rechecked(lot, grounds, secret).holds
    assert pseudonym(secret, "officer", "D-1") in lot.eligible
    assert not rechecked(msgspec.structs.replace(lot, eligible=lot.eligible[1:]), grounds, secret).holds


def test_the_digest_of_the_grounds_is_public_and_they_are_not() -> None:
    desk, numbers = staffed(1)
    given = desk.assignment.give(numbers[0], "documents")
    (lot,) = desk.assignment.lots(DAY)
    first = first_lot(desk.store, numbers[0])
    assert first is not None
    assert (first.lot, len(lot.grounds)) == (given.lot, 64)
    with pytest.raises(NotAllowed):
        desk.assignment.grounds(numbers[0], auditor=" ")
    later(desk, hours=13)
    desk.assignment.open(DAY)
    assert desk.assignment.checked(DAY) == []
