"""Looking first: nothing counts before the declarant binds himself, in every territory, and what he leaves lapses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from clearlane.model.receipt import Lodgement
from clearlane.model.refusals import Closed
from clearlane.office.lapsing import lapse
from clearlane.office.office import Office
from clearlane.office.wiring import profile_named
from tests.web.declarations import XA, Clock, amendment, example


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(clock: Clock) -> Iterator[Office]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=clock) as office:
        yield office


def seen(office: Office, reference: str = "LOOK-1") -> str:
    return office.lodge(Lodgement(example(reference), look_first=True)).case.number


@pytest.mark.parametrize("name", ["gb", "us", "vn", "xa"])
def test_in_every_territory_everything_is_computed_and_nothing_counts_before_he_binds_himself(name: str) -> None:
    law = profile_named(name)
    with Office.open(profile=law, clock=Clock()) as office:
        number = next(
            case.number
            for one in law.examples.values()
            if (case := office.lodge(Lodgement(one, look_first=True)).case).state == "pre-lodged"
            and (kind := law.kind(case.type_code)) is not None
            and kind.moment != "pre-lodged"
        )
        case, standing = office.case(number), office.clearance.own(number)
        assert [one.act for one in standing.wanted] == ["bind"]
        assert standing.wanted[0].until is not None
        assert office.explain(case, officer=False).assessed is not None
        assert not case.told
        office.bind(number)
        assert office.case(number).state != "pre-lodged"


def test_rates_are_those_of_the_moment_he_binds_himself(office: Office, clock: Clock) -> None:
    number = seen(office)
    clock.now += timedelta(days=3)
    office.bind(number)
    assessed = office.explain(office.case(number), officer=False).assessed
    assert assessed is not None
    assert assessed.on.date() == clock.now.date()


def test_what_he_leaves_lapses_after_the_laws_time_and_he_is_told(office: Office, clock: Clock) -> None:
    number, bound = seen(office), seen(office, "LOOK-2")
    office.bind(bound)
    clock.now += timedelta(days=6)
    assert lapse(office) == []
    clock.now += timedelta(days=1)
    with pytest.raises(Closed, match="lapses"):
        office.bind(number)
    assert lapse(office) == [number]
    assert lapse(office) == []
    assert (office.case(number).state, office.case(bound).state) == ("cancelled", "released")
    assert "did not declare in time" in office.notices(number)[-1].words.en
    assert office.payments.statement(number).open == 0


def test_an_amendment_gives_him_the_whole_time_again(office: Office, clock: Clock) -> None:
    number = seen(office)
    clock.now += timedelta(days=5)
    office.lodge(amendment(number))
    clock.now += timedelta(days=5)
    assert lapse(office) == []
    office.bind(number)
    assert office.case(number).state == "released"


def test_what_lapsed_reads_the_same_after_everything_is_made_anew(office: Office, clock: Clock) -> None:
    number = seen(office)
    clock.now += timedelta(days=8)
    lapse(office)
    before = office.case(number)
    office.rebuild()
    assert office.case(number) == before
    assert office.lodge(Lodgement(example("LOOK-1"), look_first=True)).new is False
