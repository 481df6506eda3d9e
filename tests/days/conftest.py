"""One office for the days of everyone: a season behind it, cases waiting, money owed, a lottery, people; and the days spent there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

import msgspec
import pytest

from clearlane.api.app import create_app
from clearlane.model.case import Query
from clearlane.model.lottery import OnDuty
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.office.wiring import profile_named
from clearlane.store.sqlite import SqliteStore
from tests.days.day import Day, Language
from tests.office.people_office import add, peopled
from tests.office.risk_office import trade
from tests.office.risk_season import season
from tests.web.conftest import Served, serving
from tests.web.declarations import DECLARANT, coded, example

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

CHEAP = """\
profile CHEAP "Cheap garments / May mặc giá thấp" scope item
when hs starts with ("61", "62") and price_per_kg < 60
then lane red, inspect physical, reason VAL-01, owner risk-unit
"""
SINCE = date(2026, 1, 1)
ON_DUTY = [OnDuty("OFFICER-1", "documents"), OnDuty("OFFICER-2", "documents"), OnDuty("INSPECTOR-1", "quay")]


def opened(folder: Path) -> Office:
    """An office after eight days of trade, where payment releases and declarants bind themselves."""
    made = season(SqliteStore(f"sqlite:///{folder}/office.db"), count=160, days=8, profiles=(*profile_named("xa").risk_profiles, CHEAP))
    clearance = msgspec.structs.replace(made.profile.clearance, release_on="payment", two_phase=("IMA",), money_two_from=Decimal(1000))
    return Office(replace(made.profile, clearance=clearance), made.store, clock=made.clock, randomness=Random(7).randbytes)


def staffed(office: Office) -> None:
    """People on duty in every place, a lottery in force, an administrator, a broker with a mandate, somebody of another agency."""
    now = office.clock()
    office.assignment.commit(f"{now:%Y-%m-%d}", now + timedelta(seconds=1), now + timedelta(hours=12))
    for place in {place for place, _ in office.risk.capacities.offices()}:
        office.assignment.keep_rota(place, office.risk.capacities.shift(), ON_DUTY, by="SUPERVISOR-1")
    office.clock.now += timedelta(minutes=2)  # type: ignore[attr-defined]
    arrived(office)
    peopled(office)
    add(office, "B-1", "broker", name="Lê Thị Ba", party="XA1234567897", acts_for=(DECLARANT,), since=SINCE)
    add(office, "G-1", "partner", name="Cục Thú y", party="VET", since=SINCE)


def arrived(office: Office) -> None:
    """Goods of today, whose declarants bound themselves and answered what was asked of them."""
    for receipt in office.lodge_many(trade(190)[160:]):
        if not isinstance(receipt, Exception) and receipt.case.state == "pre-lodged":
            office.bind(receipt.case.number)
    for one in office.cases(Query(by_due=True, waits=("answer",), limit=100)):
        office.clearance.answer(one.number, 0, "Chứng từ kèm theo.")


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The office, as someone tries it out."""
    folder = tmp_path_factory.mktemp("days")
    with opened(folder) as office:
        staffed(office)
        settings = Settings(tokens=str(folder / "tokens.toml"), practice=f"sqlite:///{folder}/practice.db")
        with serving(create_app(settings, office, open_demo=True)) as address:
            yield Served(office, address, {})


@pytest.fixture(scope="session")
def door(house: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The same office, where everyone must sign in."""
    tokens = tmp_path_factory.mktemp("door") / "tokens.toml"
    with serving(create_app(Settings(tokens=str(tokens)), house.office)) as address:
        yield Served(house.office, address, {})


@pytest.fixture(params=["en", "vi"])
def language(request: pytest.FixtureRequest) -> Language:
    given: Language = request.param
    return given


Days = Callable[..., Day]


@pytest.fixture
def day(browser: Browser, house: Served, language: Language) -> Iterator[Days]:
    """A day of a role, at the office or at another; over when the test is, and nothing may have gone wrong on it."""
    begun: list[Day] = []

    def begin(role: str, place: Served | None = None) -> Day:
        begun.append(Day(browser, place or house, role, language))
        return begun[-1]

    yield begin
    for one in begun:
        one.ends()


def case(place: Served, reference: str, code: str = "240110") -> str:
    """A case of the day that binds its declarant, whose goods an officer is to look at."""
    number = place.office.lodge(example(reference, coded(code))).case.number
    place.office.bind(number)
    return number
