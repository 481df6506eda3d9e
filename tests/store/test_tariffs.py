"""What every store holds of tariffs: two officers for going live, content that stays, tasks that are found."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from decimal import Decimal

import psycopg
import pytest

from clearlane.model.tariff import TariffHeader
from clearlane.model.tariff_facts import ReassessmentDue, TariffActivated, TariffLoaded
from clearlane.model.text import Text
from clearlane.store.migrations import HISTORY, migrations
from tests.store.opening import AnyStore, opened, run_sql
from tests.store.samples import NOON, later, write

HEADER = TariffHeader("XA", "2026", "Tariff", caveats=(Text(en="Not all is modelled.", vi="Chưa mô hình hóa hết."),))
LOADED = TariffLoaded("XA-2026-1", "d" * 64, "XA", "2026", 3, 4, "T-17", HEADER)
REFUSED = r"another officer than the one who loaded"


def load(store: AnyStore, loaded: TariffLoaded = LOADED) -> None:
    with store.work() as work:
        work.keep([(loaded.digest, b"a tariff")])
        work.append(NOON, [("tariff", loaded)])


def activate(store: AnyStore, by: str, version: str = "XA-2026-1") -> None:
    with store.work() as work:
        work.append(later(1), [("tariff", TariffActivated(version, later(1), by))])


@pytest.mark.parametrize("by", ["T-17", " t-17\t", "T-17\n", "", "  "])
def test_whoever_loaded_a_tariff_does_not_put_it_in_force_even_past_the_desk(store: AnyStore, by: str) -> None:
    load(store)
    with pytest.raises(Exception, match=REFUSED):
        activate(store, by)
    assert store.last_seq() == 1


def test_a_second_officer_puts_a_tariff_in_force(store: AnyStore) -> None:
    load(store)
    activate(store, "T-18")
    assert [record.fact for record in store.facts_of("tariff")] == [LOADED, TariffActivated("XA-2026-1", later(1), "T-18")]


def test_a_tariff_that_was_never_loaded_does_not_go_live(store: AnyStore) -> None:
    load(store)
    with pytest.raises(Exception, match=REFUSED):
        activate(store, "T-18", "XA-2027-1")


@pytest.mark.parametrize(("by", "taken"), [("T-17", False), ("t-17 ", False), ("T-18", True)])
def test_four_eyes_hold_for_an_administrator_with_sql(url: str, by: str, *, taken: bool) -> None:
    store = opened(url)
    load(store)
    body = json.dumps({"type": "tariff-activated", "version": "XA-2026-1", "since": "2026-03-02T12:00:00Z", "by": by})
    sql = f"INSERT INTO facts (seq, at, subject, kind, body) VALUES (2, '2026-03-02T12:00:00.000000Z', 'tariff', 'other', '{body}')"
    if taken:
        run_sql(url, sql)
    else:
        with pytest.raises(Exception, match=REFUSED):
            run_sql(url, sql)
    assert store.last_seq() == 1 + taken
    store.close()


@pytest.mark.parametrize("act", ["DELETE FROM documents", "UPDATE documents SET digest = 'another'"])
def test_the_content_of_a_tariff_can_be_neither_erased_nor_changed(url: str, act: str) -> None:
    store = opened(url)
    load(store)
    with pytest.raises(Exception, match=r"never erased|kept as they came"):
        run_sql(url, act)
    assert store.document(LOADED.digest) == b"a tariff"
    store.close()


def test_a_message_can_still_be_erased_beside_a_tariff(store: AnyStore) -> None:
    load(store)
    with store.work() as work:
        work.keep([("e" * 64, b"A name")])
    with store.work() as work:
        work.erase("e" * 64)
    assert store.document("e" * 64) is None


def test_the_last_fact_of_a_subject_is_known_without_reading_the_others(store: AnyStore) -> None:
    assert store.last_of("tariff") == 0
    load(store)
    write(store, "N1")
    assert (store.last_of("tariff"), store.last_of("N1"), store.last_seq()) == (1, 5, 5)


def test_tasks_come_latest_first_and_page_by_page(store: AnyStore) -> None:
    due = ReassessmentDue("XA-2026-1", "", "XAD", Decimal("12.50"), Decimal("10.00"), Decimal("-2.50"))
    with store.work() as work:
        records = work.append(NOON, [(f"N{place}", due) for place in range(5)])
    write(store, "N9")
    first = store.reassessments(limit=2)
    assert first == records[:2:-1]
    assert store.reassessments(before=first[-1].seq) == records[2::-1]


def test_a_store_made_by_the_program_before_learns_of_two_officers_when_it_is_opened(url: str) -> None:
    first, *_ = migrations(url.partition(":")[0].replace("postgresql", "postgres"))
    run_script(url, f"{HISTORY};{first.sql};{first.note}")
    store = opened(url)
    load(store)
    with pytest.raises(Exception, match=REFUSED):
        activate(store, "T-17")
    store.close()


def run_script(url: str, script: str) -> None:
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            file.executescript(script)
        return
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(script.encode())
