"""What a query asks is kept beside the log: who is asked reads it, nobody reads it in a fact, and it can be erased."""

from __future__ import annotations

import msgspec

from clearlane.model.control_facts import Ask, Queried
from clearlane.model.text import Text
from clearlane.office.query_words import ERASED, in_words
from tests.office.clearing_office import lodged, opened

PERSON = Ask("question-1", Text(en="Who is the driver Lan Nguyen?", vi="Lái xe Lan Nguyễn là ai?"))
INVOICE = Ask("N935", Text(en="The invoice", vi="Hóa đơn"), 1)


def test_the_words_stand_in_no_fact_and_are_read_by_officer_and_trader() -> None:
    office = opened()
    number = lodged(office)
    office.clearance.query(number, [PERSON, INVOICE], by="O-1")
    assert b"Lan" not in msgspec.json.encode(office.facts(number))
    (query,) = office.clearance.matters(number).queries
    assert [(one.subject, one.words.en, one.item) for one in query.fact.asks] == [
        ("question-1", "Who is the driver Lan Nguyen?", 0),
        ("N935", "The invoice", 1),
    ]
    (wanted,) = (one for one in office.clearance.own(number).wanted if one.act == "answer")
    assert wanted.asks[0].words.vi == "Lái xe Lan Nguyễn là ai?"
    assert any("Who is the driver" in one.words.en for one in office.notices(number))


def test_words_that_were_erased_are_said_to_be_gone_and_the_query_goes_on() -> None:
    office = opened()
    number = lodged(office)
    (record, *_) = office.clearance.query(number, [PERSON, INVOICE], by="O-1")
    assert isinstance(record.fact, Queried)
    with office.store.work() as work:
        work.erase(record.fact.asks[0].kept)
    (query,) = office.clearance.matters(number).queries
    assert [one.words.en for one in query.fact.asks] == [ERASED.en, "The invoice"]
    office.clearance.answer(number, 1, "A relative.")
    assert office.clearance.matters(number).queries[0].answers[0][1] == "A relative."


def test_an_older_fact_keeps_the_words_it_holds() -> None:
    office = opened()
    number = lodged(office)
    (record, *_) = office.clearance.query(number, [INVOICE], by="O-1")
    assert isinstance(record.fact, Queried)
    old = msgspec.structs.replace(record, fact=msgspec.structs.replace(record.fact, asks=(INVOICE,)))
    assert in_words(office.store, [old]) == [old]
