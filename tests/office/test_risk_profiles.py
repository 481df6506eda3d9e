"""Risk profiles at the desk: written by one, approved by another, held against what is lodged, resting, withdrawn."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest

from clearlane.model.facts import Scored
from clearlane.model.refusals import Closed, Conflict, NotAllowed, NotFound, Refusal
from clearlane.model.risk_profile import ListEntry, RiskList
from clearlane.office.office import Office
from clearlane.office.risk_words import told
from clearlane.risk.language.errors import ProfileFault
from tests.office.risk_office import CHEAP, MORNING, office, trade

REPORT = b"a report"


def hits(desk: Office, code: str) -> int:
    return sum(hit.profile == code for one in desk.store.facts_after(0, 10**6) if isinstance(one.fact, Scored) for hit in one.fact.hits)


def tried(desk: Office) -> str:
    digest = sha256(REPORT).hexdigest()
    with desk.store.work() as work:
        work.keep([(digest, REPORT)])
    return digest


def test_a_profile_written_holds_against_nobody_until_another_approves_it() -> None:
    desk = office(risk_profiles=())
    written = desk.risk.profiles.write(CHEAP, by="A-1")
    assert (written.version, written.state, written.written_by) == (1, "draft", "A-1")
    list(desk.lodge_many(trade(40)))
    assert hits(desk, "CHEAP") == 0


def test_its_text_is_kept_as_written_and_its_criteria_stand_in_no_fact() -> None:
    desk = office(risk_profiles=())
    desk.risk.profiles.write(CHEAP, by="A-1")
    assert desk.risk.profiles.text("CHEAP") == CHEAP
    assert "price_per_kg" not in str([record.fact for record in desk.store.facts_of("risk")])


@pytest.mark.parametrize("by", ["A-1", " a-1 "])
def test_the_author_does_not_approve(by: str) -> None:
    desk = office()
    desk.risk.profiles.write(CHEAP, by="A-1")
    with pytest.raises(NotAllowed, match="Another person"):
        desk.risk.profiles.approve("CHEAP", 1, by=by, backtest=tried(desk))


def test_nobody_approves_what_was_not_back_tested() -> None:
    desk = office()
    desk.risk.profiles.write(CHEAP, by="A-1")
    with pytest.raises(Closed, match="back-tested"):
        desk.risk.profiles.approve("CHEAP", 1, by="A-2", backtest="")


def test_in_shadow_it_is_counted_and_takes_nothing() -> None:
    desk = office(risk_profiles=())
    desk.risk.profiles.write(CHEAP, by="A-1")
    desk.risk.profiles.shadow("CHEAP", 1, by="A-1")
    list(desk.lodge_many(trade()))
    assert hits(desk, "CHEAP") > 0
    assert desk.tally().lanes == {"green": desk.tally().lanes["green"]}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("profile X when", ProfileFault),
        ('profile X "x" scope item when hs starts with "61" then lane red test hit {hs: "62"}', Refusal),
        ('profile X "x" scope item when importer.id in list nobody then lane red', ProfileFault),
    ],
)
def test_a_text_that_cannot_hold_is_not_kept(text: str, refused: type[Exception]) -> None:
    desk = office()
    with pytest.raises(refused):
        desk.risk.profiles.write(text, by="A-1")
    assert desk.store.last_seq() == 0


def test_the_same_text_twice_is_one_version() -> None:
    desk = office()
    desk.risk.profiles.write(CHEAP, by="A-1")
    with pytest.raises(Conflict, match="word for word"):
        desk.risk.profiles.write(CHEAP, by="A-1")


def test_what_changed_between_two_versions_is_told_in_words() -> None:
    desk = office()
    desk.risk.profiles.write(CHEAP, by="A-1")
    desk.risk.profiles.write(CHEAP.replace("< 60", "< 50"), by="A-1")
    changes = desk.risk.profiles.differences("CHEAP", 1, 2)
    assert any("60" in words.en and "50" in words.en for words in changes)


def test_a_profile_the_country_ships_rests_until_a_day_and_holds_again_after_it() -> None:
    desk = office()
    desk.risk.profiles.snooze("XA-R03", 0, date(2026, 2, 11), by="A-1", why="season")
    states = {day: desk.risk.keeping.timeline().profiles["XA-R03", 0].state(date(2026, 2, day)) for day in (11, 12)}
    assert states == {11: "snoozed", 12: "live"}


def test_a_profile_retired_hits_no_more() -> None:
    desk = office()
    desk.risk.profiles.retire("XA-R01", 0, by="A-1", why="too many")
    list(desk.lodge_many(trade()))
    assert (hits(desk, "XA-R01"), hits(desk, "XA-R05") > 0) == (0, True)


def test_a_version_nobody_wrote_is_not_found() -> None:
    with pytest.raises(NotFound):
        office().risk.profiles.version("NOBODY")


def listed(*values: str, until: date | None = None) -> RiskList:
    return RiskList("watched", "traders", "risk-unit", "partner letter", tuple(ListEntry(value) for value in values), until)


def test_a_profile_asks_a_list_as_it_stands_on_the_day() -> None:
    desk = office(risk_profiles=())
    list(desk.lodge_many(trade(100)))
    importers = {one.importer for one in desk.store.chosen_from(MORNING.replace(year=2020)) if one.importer}
    desk.risk.lists.keep(listed(*importers), by="A-1")
    desk.risk.profiles.write('profile WATCH "Watched" scope declaration when importer.id in list watched then lane red', by="A-1")
    desk.risk.profiles.shadow("WATCH", 1, by="A-1")
    before = desk.store.last_seq()
    list(desk.lodge_many(trade(200)[100:]))
    after = [record.fact for record in desk.store.facts_after(before, 10**6)]
    assert any(hit.profile == "WATCH" for fact in after if isinstance(fact, Scored) for hit in fact.hits)


def test_a_list_that_has_run_out_holds_nobody_and_is_named() -> None:
    desk = office()
    desk.risk.lists.keep(listed("XA1", until=date(2026, 2, 9)), by="A-1")
    assert desk.risk.keeping.lists(date(2026, 2, 10)) == {"watched": frozenset()}
    assert [one.name for one in desk.risk.lists.expired(date(2026, 2, 10))] == ["watched"]


@pytest.mark.parametrize("values", [("XA1", "XA1"), ("",)])
def test_a_list_with_a_value_twice_or_none_is_not_kept(values: tuple[str, ...]) -> None:
    desk = office()
    with pytest.raises(Refusal):
        desk.risk.lists.keep(listed(*values), by="A-1")
    assert desk.store.last_seq() == 0


def test_plain_words_leave_nothing_of_a_profile_out() -> None:
    text = CHEAP.replace("scope item", "scope item, import, procedures 4000, offices XAPOR001, valid 2026-01-01..2026-06-30")
    text = text.replace("owner risk-unit", "owner risk-unit, quiet 5, section S-1")
    said = "\n".join(line.en for line in told(office(risk_profiles=()).risk.profiles.read(text)))
    for part in ("imports", "4000", "XAPOR001", "2026-01-01", "2026-06-30", "After 5 hits", "section S-1"):
        assert part in said


@pytest.mark.parametrize("until", [date(2026, 2, 10), date(2026, 2, 1), date(2026, 8, 10)])
def test_a_version_rests_neither_until_today_nor_for_ever(until: date) -> None:
    with pytest.raises(Conflict):
        office().risk.profiles.snooze("XA-R03", 0, until, by="A-1", why="season")
