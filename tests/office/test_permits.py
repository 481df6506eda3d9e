"""Permits of other agencies: what is drawn from them is written off, given back, and refused where there is not enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from clearlane.model.permit import Permit
from clearlane.model.refusals import Closed, Conflict, NotFound, Unreadable
from clearlane.office.office import Office
from tests.web.declarations import XA, Change, Clock, coded, example, items

HOLDER = "XA1234567897"
PERMIT = Permit("L100-26-7", "L100", HOLDER, ("0901",), date(2026, 1, 1), date(2026, 12, 31), "TNE", Decimal(2))


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    store = "sqlite:///:memory:" if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    with Office.open(profile=XA, store=store, clock=Clock()) as office:
        yield office


def naming(*numbers: str, mass: str = "") -> Change:
    """The first item names permits, and weighs something else."""

    def change(declaration: dict[str, Any]) -> None:
        item = items(declaration)[0]
        item["AdditionalDocument"] += [{"CategoryCode": "L", "TypeCode": "100", "ID": number} for number in numbers]
        if mass:
            item["Commodity"]["GoodsMeasure"]["NetNetWeightMeasure"]["value"] = mass

    return change


def remarks(office: Office, reference: str, *changes: Change) -> list[str]:
    return [one.rule for one in office.lodge(example(reference, *changes)).findings if one.rule.startswith("CL-51")]


def cancelled(office: Office, number: str) -> None:
    head = {"FunctionCode": "13", "FunctionalReferenceID": f"C-{number}", "TypeCode": "INV", "ID": number}
    why = {"Amendment": [{"ChangeReasonCode": "1"}], "Submitter": {"ID": HOLDER}, "Declarant": {"ID": HOLDER}}
    office.lodge(msgspec.json.encode({"Declaration": head | why}))


def test_what_a_declaration_draws_is_written_off_in_the_permits_own_unit(office: Office) -> None:
    office.permits.give(PERMIT, by="P-1")
    number = office.lodge(example("A-1", naming(PERMIT.number))).case.number
    found = office.permits.find(PERMIT.number)
    assert found.left() == (Decimal("0.8"), None)
    assert [one.quantity for one in found.drawn[number]] == [Decimal("1.2")]


def test_release_times_are_told_by_the_agency_whose_permit_was_drawn_from(office: Office) -> None:
    office.permits.give(PERMIT, by="P-1")
    drawn, plain = office.lodge(example("A-1", naming(PERMIT.number))).case, office.lodge(example("A-2")).case
    now = office.clock()
    ways = {one.number: one.agencies for one in office.release_times.journeys(now - timedelta(days=1), now + timedelta(days=1))}
    agency = next(one.agency.en for one in XA.permits if one.code == PERMIT.kind)
    assert ways == {drawn.number: (agency,), plain.number: ()}
    groups = office.release_times.study(now - timedelta(days=1), now + timedelta(days=1)).groups["agency"]
    assert {name: found.count for name, found in groups.items()} == {"": 1, agency: 1}


def test_more_than_is_left_is_refused_with_the_number_and_both_figures(office: Office) -> None:
    office.permits.give(PERMIT, by="P-1")
    office.lodge(example("A-1", naming(PERMIT.number)))
    receipt = office.lodge(example("A-2", naming(PERMIT.number)))
    words = next(one.message.en for one in receipt.findings if one.rule == "CL-513")
    assert (receipt.case.state, words) == ("rejected", "Permit L100-26-7 has 0.8 TNE left; this declaration draws 1.2 TNE.")
    assert office.permits.find(PERMIT.number).left()[0] == Decimal("0.8")


def test_of_two_in_one_batch_the_second_finds_what_the_first_left(office: Office) -> None:
    office.permits.give(PERMIT, by="P-1")
    states = [one.case.state for one in office.lodge_many([example(f"A-{n}", naming(PERMIT.number)) for n in (1, 2)])]  # type: ignore[union-attr]
    assert states[1] == "rejected" != states[0]


def test_what_is_cancelled_is_given_back(office: Office) -> None:
    office.permits.give(PERMIT, by="P-1")
    number = office.lodge(example("A-1", naming(PERMIT.number), lambda declaration: declaration.update(TypeCode="IMD"))).case.number
    assert office.permits.find(PERMIT.number).left()[0] == Decimal("0.8")
    cancelled(office, number)
    assert office.case(number).state == "cancelled"
    assert office.permits.find(PERMIT.number).left()[0] == Decimal(2)


def test_the_same_message_again_draws_nothing_more(office: Office) -> None:
    office.permits.give(PERMIT, by="P-1")
    for _ in range(2):
        office.lodge(example("A-1", naming(PERMIT.number)))
    assert office.permits.find(PERMIT.number).left()[0] == Decimal("0.8")


@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        ({}, []),
        ({"holder": "XA2045183361"}, ["CL-512"]),
        ({"commodities": ("1701",)}, ["CL-512"]),
        ({"origins": ("QM",)}, ["CL-512"]),
        ({"until": date(2026, 11, 19)}, ["CL-512"]),
        ({"kind": "L001"}, ["CL-512"]),
        ({"unit": "NAR"}, ["CL-512"]),
        ({"quantity": None, "value": Decimal(1)}, ["CL-513"]),
        ({"quantity": None}, []),
    ],
)
def test_a_permit_is_good_for_its_holder_goods_days_and_unit_only(changed: dict[str, Any], rules: list[str]) -> None:
    with Office.open(profile=XA, clock=Clock()) as office:
        office.permits.give(msgspec.structs.replace(PERMIT, **changed), by="P-1")
        assert remarks(office, "A-1", naming(PERMIT.number)) == rules


def test_a_permit_nobody_gave_and_one_withdrawn_are_not_good() -> None:
    with Office.open(profile=XA, clock=Clock()) as office:
        assert remarks(office, "A-1", naming(PERMIT.number)) == ["CL-512"]
        office.permits.give(PERMIT, by="P-1")
        office.permits.withdraw(PERMIT.number, by="P-1")
        assert remarks(office, "A-2", naming(PERMIT.number)) == ["CL-512"]


def test_goods_that_need_a_permit_and_name_none_are_refused() -> None:
    with Office.open(profile=XA, clock=Clock()) as office:
        assert remarks(office, "A-1", coded("360300")) == ["CL-511"]
        assert remarks(office, "A-2") == []


def test_what_is_declared_as_drawn_counts_where_it_is_more_than_the_mass() -> None:
    def writing_off(declaration: dict[str, Any]) -> None:
        naming(PERMIT.number)(declaration)
        items(declaration)[0]["AdditionalDocument"][-1]["WriteOff"] = {"QuantityQuantity": {"value": "1900", "unitCode": "KGM"}}

    with Office.open(profile=XA, clock=Clock()) as office:
        office.permits.give(PERMIT, by="P-1")
        office.lodge(example("A-1", writing_off))
        assert office.permits.find(PERMIT.number).left()[0] == Decimal("0.1")


def test_a_permit_is_not_changed_under_its_number_and_not_withdrawn_twice() -> None:
    with Office.open(profile=XA, clock=Clock()) as office:
        assert office.permits.give(PERMIT, by="P-1") == office.permits.give(PERMIT, by="P-2")
        with pytest.raises(Conflict):
            office.permits.give(msgspec.structs.replace(PERMIT, quantity=Decimal(3)), by="P-1")
        office.permits.withdraw(PERMIT.number, by="P-1")
        with pytest.raises(Closed):
            office.permits.withdraw(PERMIT.number, by="P-1")
        with pytest.raises(NotFound):
            office.permits.find("L100-0")


@pytest.mark.parametrize(
    "changed", [{"number": " "}, {"kind": "N380"}, {"commodities": ()}, {"until": date(2025, 1, 1)}, {"quantity": Decimal(0)}]
)
def test_a_permit_that_makes_no_sense_is_refused_in_words(changed: dict[str, Any]) -> None:
    with Office.open(profile=XA, clock=Clock()) as office, pytest.raises(Unreadable, match="A permit needs"):
        office.permits.give(msgspec.structs.replace(PERMIT, **changed), by="P-1")


def test_permits_are_listed_by_number_and_survive_a_rebuild(office: Office) -> None:
    for number in ("L100-26-9", "L100-26-7"):
        office.permits.give(msgspec.structs.replace(PERMIT, number=number), by="P-1")
    office.lodge(example("A-1", naming(PERMIT.number)))
    before = office.permits.every()
    office.rebuild()
    assert [one.permit.number for one in before] == ["L100-26-7", "L100-26-9"]
    assert office.permits.every() == before
    assert office.permits.every("XA2045183361") == []
