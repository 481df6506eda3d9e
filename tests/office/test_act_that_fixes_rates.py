"""Which day's rates hold: those of the act the law names, however often the declaration is looked at later."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import msgspec
import pytest

from clearlane.model.facts import Assessed
from clearlane.model.profile import Profile
from clearlane.model.valuation import Act
from clearlane.office.office import Office
from clearlane.office.wiring import profile_named
from tests.office.memory_store import MemoryStore
from tests.office.test_office import message, new_price, request

XA = profile_named("xa")
MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)


class Calendar:
    """A clock that stands still until it is set."""

    now = MONDAY

    def __call__(self) -> datetime:
        return self.now


def law(act: Act) -> Profile:
    return replace(XA, valuation=msgspec.structs.replace(XA.valuation, act=act))


def moments(office: Office, number: str) -> list[datetime]:
    return [record.fact.on for record in office.facts(number) if isinstance(record.fact, Assessed)]


@pytest.mark.parametrize(("act", "days"), [("registration", 0), ("acceptance", 10), ("presentation", 10)])
def test_goods_still_to_come_are_computed_anew_at_the_act_the_law_names(act: Act, days: int) -> None:
    clock = Calendar()
    office = Office(law(act), MemoryStore(), clock=clock)
    number = office.lodge(message(TypeCode="IMD")).case.number
    clock.now = MONDAY + timedelta(days=10)
    office.lodge(request(number, "GPR"))
    assert moments(office, number) == [MONDAY, MONDAY + timedelta(days=days)]


@pytest.mark.parametrize("act", ["registration", "acceptance"])
def test_an_amendment_later_on_does_not_move_the_day(act: Act) -> None:
    clock = Calendar()
    office = Office(law(act), MemoryStore(), clock=clock)
    number = office.lodge(message()).case.number
    clock.now = MONDAY + timedelta(days=30)
    office.lodge(request(number, "COR", new_price("9600")))
    assert moments(office, number) == [MONDAY, MONDAY]


def test_before_the_act_an_amendment_takes_the_rates_of_its_own_day() -> None:
    clock = Calendar()
    office = Office(law("acceptance"), MemoryStore(), clock=clock)
    number = office.lodge(message(TypeCode="IMD")).case.number
    clock.now = MONDAY + timedelta(days=3)
    office.lodge(request(number, "COR", new_price("9600")))
    assert moments(office, number)[-1] == clock.now
    assert office.case(number).duty != Decimal(0)
