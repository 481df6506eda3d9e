"""What every store holds of people: rights that nobody gives himself, entries that can be erased, lines of who read what that stay."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from clearlane.model.people_facts import CompetenceGiven, GrantGiven, PersonRegistered, ReadsExpired
from clearlane.model.person import Reading
from tests.store.opening import AnyStore, opened, run_sql
from tests.store.samples import NOON, later

DAY = date(2026, 3, 2)


def append(store: AnyStore, *facts: Any) -> None:
    with store.work() as work:
        work.append(NOON, [("people", fact) for fact in facts])


def granted(by: str, role: Any = "officer", person: str = "T-1") -> GrantGiven:
    return GrantGiven(person, 1, role, DAY, by)


@pytest.mark.parametrize("by", ["T-1", " t-1\t", "", "  ", "A-1", "a-1\n", "machine"])
def test_a_role_of_customs_is_not_given_by_its_holder_or_his_registrar_even_past_the_desk(store: AnyStore, by: str) -> None:
    append(store, PersonRegistered("T-1", "A-1"))
    with pytest.raises(Exception, match="another person"):
        append(store, granted(by))
    append(store, granted("A-2"))
    assert store.last_seq() == 2


def test_a_stranger_is_given_no_role(store: AnyStore) -> None:
    with pytest.raises(Exception, match="another person"):
        append(store, granted("A-2"))


def test_a_traders_role_is_given_by_whoever_registered_him(store: AnyStore) -> None:
    append(store, PersonRegistered("T-1", "A-1"), granted("A-1", "trader"))
    assert store.last_seq() == 2


def test_the_machine_makes_administrators_and_nothing_else(store: AnyStore) -> None:
    append(store, PersonRegistered("A-1", "machine"), granted("machine", "admin", "A-1"))
    with pytest.raises(Exception, match="another person"):
        append(store, granted("machine", "trader", "A-1"))


@pytest.mark.parametrize("by", ["T-1", "t-1 ", ""])
def test_nobody_gives_himself_a_competence(store: AnyStore, by: str) -> None:
    with pytest.raises(Exception, match="another person"):
        append(store, CompetenceGiven("T-1", "red-case", DAY, DAY, by))


@pytest.mark.parametrize(("by", "taken"), [("T-1", False), ("a-1 ", False), ("A-2", True)])
def test_the_rule_holds_for_an_administrator_with_sql(url: str, by: str, *, taken: bool) -> None:
    store = opened(url)
    append(store, PersonRegistered("T-1", "A-1"))
    body = json.dumps({"type": "grant-given", "person": "T-1", "grant": 1, "role": "officer", "since": "2026-03-02", "by": by})
    sql = f"INSERT INTO facts (seq, at, subject, kind, body) VALUES (2, '2026-03-02T12:00:00.000000Z', 'people', 'other', '{body}')"
    if taken:
        run_sql(url, sql)
    else:
        with pytest.raises(Exception, match="another person"):
            run_sql(url, sql)
    assert store.last_seq() == 1 + taken
    store.close()


def test_what_is_kept_of_a_person_is_replaced_listed_and_erased(store: AnyStore) -> None:
    with store.work() as work:
        work.put_entry("sessions", "s1", "T-1", "old")
        work.put_entry("sessions", "s1", "T-1", "new")
        work.put_entry("sessions", "s2", "T-2", "other")
        work.put_entry("persons", "T-1", "", "who")
    assert (store.entry("sessions", "s1"), store.entry("sessions", "s3")) == ("new", None)
    assert store.entries("sessions", "T-1") == [("s1", "new")]
    assert [name for name, _ in store.entries("sessions")] == ["s1", "s2"]
    with store.work() as work:
        work.drop_entries("sessions", owner="T-1")
        work.drop_entries("sessions", name="s9")
    assert store.entries("sessions") == [("s2", "other")]
    assert store.entry("persons", "T-1") == "who"


def test_who_was_shown_personal_data_is_found_and_stays(url: str) -> None:
    store = opened(url)
    made = [
        Reading(later(n), who, "officer", "message", number)
        for n, (who, number) in enumerate([("T-1", "N1"), ("T-2", "N1"), ("T-1", "N2")])
    ]
    with store.work() as work:
        for one in made:
            work.note_reading(one)
    assert store.reads() == [(3, made[2]), (2, made[1]), (1, made[0])]
    assert store.reads(who="T-1") == [(3, made[2]), (1, made[0])]
    assert store.reads(subject="N1", before=2) == [(1, made[0])]
    store.close()
    for sql in ("DELETE FROM reads", "UPDATE reads SET who = 'T-9'", "INSERT INTO reads_expired (before) VALUES ('9999-01-01')"):
        with pytest.raises(Exception, match="never"):
            run_sql(url, sql)


def test_what_is_kept_for_a_traders_software_is_found_by_its_firm_and_ended(store: AnyStore) -> None:
    with store.work() as work:
        work.put_entry("webhooks", "w1", "XA2045183361", "one")
        work.put_entry("webhooks", "w2", "*", "all")
    assert (store.entries("webhooks", "XA2045183361"), len(store.entries("webhooks"))) == ([("w1", "one")], 2)
    with store.work() as work:
        work.drop_entries("webhooks", name="w1")
    assert store.entries("webhooks") == [("w2", "all")]


def test_lines_are_removed_up_to_the_day_that_a_fact_names_and_no_further(url: str) -> None:
    store = opened(url)
    made = [Reading(datetime(2020, 3, day, 9, tzinfo=UTC), "T-1", "officer", "declaration", f"N{day}") for day in (1, 2, 3)]
    with store.work() as work:
        for one in made:
            work.note_reading(one)
    with pytest.raises(Exception, match="without a fact"), store.work() as work:
        work.expire_reads(date(2020, 3, 3))
    with store.work() as work:
        work.append(made[2].at, [("people", ReadsExpired(date(2020, 3, 3), work.reads_before(date(2020, 3, 3))))])
        work.expire_reads(date(2020, 3, 3))
    assert [one.subject for _, one in store.reads()] == ["N3"]
    store.close()
    with pytest.raises(Exception, match="before its time"):
        run_sql(url, "DELETE FROM reads")
