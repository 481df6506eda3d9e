"""A trader asks for more time to answer, an officer gives it once or refuses it, and the clock follows."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from clearlane.model.control_facts import Ask
from clearlane.model.refusals import Closed, Conflict, NotAllowed
from clearlane.model.text import Text
from clearlane.office.office import Office
from tests.office.clearing_office import LAW, lodged, opened

INVOICE = Ask("N935", Text(en="The invoice", vi="Hóa đơn"), 1)
MORE = msgspec.structs.replace(LAW, query_more=timedelta(days=5))


@pytest.fixture
def office() -> Office:
    return opened(MORE)


def asked(office: Office) -> str:
    number = lodged(office)
    office.clearance.query(number, [INVOICE], by="O-1")
    return number


def until(office: Office, number: str) -> object:
    (one,) = office.clearance.situation(number).queries
    return one.until


def test_more_time_is_asked_for_with_a_reason_and_given_once(office: Office) -> None:
    number = asked(office)
    before = office.clearance.situation(number).queries[0].until
    office.clearance.ask_extension(number, 1, "The mill is closed until Monday.")
    assert until(office, number) == before
    (query,) = office.clearance.matters(number).queries
    assert query.more is not None
    assert query.more[1] == "The mill is closed until Monday."
    assert b"mill" not in msgspec.json.encode(office.facts(number))
    office.clearance.decide_extension(number, 1, granted=True, by="O-2")
    assert until(office, number) == before + timedelta(days=5)
    assert next(one.until for one in office.clearance.due(number) if one.clock == "query") == before + timedelta(days=5)
    with pytest.raises(Conflict, match="happens once"):
        office.clearance.decide_extension(number, 1, granted=True, by="O-2")
    with pytest.raises(Conflict, match="once at most"):
        office.clearance.ask_extension(number, 1, "Again.")


def test_what_is_refused_leaves_the_day_and_the_trader_is_told_either_way(office: Office) -> None:
    number = asked(office)
    before = until(office, number)
    office.clearance.ask_extension(number, 1, "Please.")
    office.clearance.decide_extension(number, 1, granted=False, by="O-1", why="The invoice is at hand.")
    assert until(office, number) == before
    said = [one.words.en for one in office.notices(number)][-2:]
    assert "Until customs decides" in said[0]
    assert "was not given" in said[1]


def test_an_officer_may_give_more_time_unasked(office: Office) -> None:
    number = asked(office)
    office.clearance.decide_extension(number, 1, granted=True, by="O-1")
    (wanted,) = (one for one in office.clearance.own(number).wanted if one.act == "answer")
    assert wanted.more == "decided"


def test_nothing_is_asked_for_without_a_reason_after_the_answer_or_of_a_query_that_is_not_there(office: Office) -> None:
    number = asked(office)
    with pytest.raises(Conflict, match="why more time"):
        office.clearance.ask_extension(number, 1, "  ")
    with pytest.raises(Closed, match="No query 2"):
        office.clearance.ask_extension(number, 2, "Please.")
    office.clearance.answer(number, 1, "Here it is.")
    with pytest.raises(Conflict, match="answered already"):
        office.clearance.ask_extension(number, 1, "Please.")


def test_when_the_time_is_up_none_is_asked_for_but_an_officer_may_still_give_it(office: Office) -> None:
    number = asked(office)
    late = office.clock() + timedelta(days=30)
    office.clock = lambda: late
    with pytest.raises(Closed, match="is up"):
        office.clearance.ask_extension(number, 1, "Please.")
    office.clearance.decide_extension(number, 1, granted=True, by="O-1")
    assert until(office, number) == late + timedelta(days=5)


def test_where_the_law_gives_no_more_time_nobody_does() -> None:
    office = opened(msgspec.structs.replace(LAW, query_more=None))
    number = asked(office)
    with pytest.raises(NotAllowed, match="cannot be made longer"):
        office.clearance.decide_extension(number, 1, granted=True, by="O-1")
