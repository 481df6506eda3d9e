"""A work is recorded whole or not at all, and what is recorded stays."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta, timezone

import pytest

from clearlane.model.facts import Accepted, Released
from clearlane.model.text import Text
from tests.store.opening import AnyStore, opened, run_sql
from tests.store.samples import NOON, attempt, case, facts, later, write


def test_what_a_work_wrote_is_there_afterwards(store: AnyStore) -> None:
    records = write(store)
    assert store.facts_of("N1") == records
    assert store.case("N1") == case("N1")
    assert store.attempts_on("N1") == [attempt("N1")]


def work_that_fails(store: AnyStore) -> None:
    with store.work() as work:
        work.next_ordinal("numbers")
        work.append(NOON, [("N1", Accepted())])
        work.keep([("d", b"kept")])
        work.put_cases([case()])
        work.put_attempts([attempt()])
        raise ZeroDivisionError


def test_a_work_that_fails_leaves_nothing(store: AnyStore) -> None:
    with pytest.raises(ZeroDivisionError):
        work_that_fails(store)
    left = (store.last_seq(), store.case("N1"), store.attempts_on("N1"), store.document("d"), store.tally().states)
    assert left == (0, None, [], None, {})


def test_after_a_failed_work_the_next_one_takes_its_numbers(store: AnyStore) -> None:
    with pytest.raises(ZeroDivisionError):
        work_that_fails(store)
    with store.work() as work:
        assert work.next_ordinal("numbers") == 1
        assert [record.seq for record in work.append(NOON, [("N2", Accepted())])] == [1]


def test_a_work_sees_what_it_wrote(store: AnyStore) -> None:
    with store.work() as work:
        records = work.append(NOON, [("N1", fact) for fact in facts()])
        work.put_cases([case()])
        work.put_attempts([attempt()])
        assert work.facts_of("N1") == records
        assert (work.last_seq(), work.case("N1"), work.attempts([("XA1", "R1")])) == (4, case(), [attempt()])


def test_nobody_else_sees_a_work_before_it_ends(url: str) -> None:
    store, other = opened(url), opened(url)
    with store.work() as work:
        work.append(NOON, [("N1", Accepted())])
        assert (store.last_seq(), other.last_seq()) == (0, 0)
    assert (store.last_seq(), other.last_seq()) == (1, 1)
    store.close()
    other.close()


def test_a_work_within_a_work_is_refused_instead_of_waiting_for_itself(store: AnyStore) -> None:
    with store.work() as work:
        work.append(NOON, [("N1", Accepted())])
        with pytest.raises(RuntimeError, match="already open"), store.work():
            pass
    assert store.last_seq() == 1


def test_a_store_opened_again_holds_what_was_written(url: str) -> None:
    first = opened(url)
    records = write(first)
    with first.work() as work:
        work.next_ordinal("numbers")
    first.close()
    again = opened(url)
    assert list(again.facts()) == records
    with again.work() as work:
        assert work.next_ordinal("numbers") == 2
    again.close()


@pytest.mark.parametrize("act", ["UPDATE facts SET subject = 'N2'", "DELETE FROM facts", "DELETE FROM facts WHERE seq = 1"])
def test_facts_can_be_neither_changed_nor_removed(url: str, act: str) -> None:
    store = opened(url)
    records = write(store)
    with pytest.raises(Exception, match=r"Facts are never"):
        run_sql(url, act)
    assert list(store.facts()) == records
    store.close()


def test_a_fact_cannot_take_the_place_of_another(url: str) -> None:
    store = opened(url)
    records = write(store)
    with pytest.raises(Exception, match=r"end of the log|duplicate key"):
        run_sql(url, "INSERT INTO facts (seq, at, subject, kind, body) VALUES (1, '', '', '', '')")
    assert list(store.facts()) == records
    store.close()


def test_moments_come_back_in_utc(store: AnyStore) -> None:
    hanoi = datetime(2026, 3, 2, 19, 0, 0, 123456, tzinfo=timezone(timedelta(hours=7)))
    with store.work() as work:
        work.append(hanoi, [("N1", Accepted())])
    assert store.facts_of("N1")[0].at.isoformat() == "2026-03-02T12:00:00.123456+00:00"


def test_a_moment_without_offset_is_refused(store: AnyStore) -> None:
    with pytest.raises(ValueError, match="offset from UTC"), store.work() as work:
        work.append(datetime(2026, 3, 2, 12), [("N1", Accepted())])  # noqa: DTZ001
    assert store.last_seq() == 0


def test_the_log_is_read_on_from_any_place(store: AnyStore) -> None:
    records = [*write(store, "N1"), *write(store, "N2")]
    assert store.facts_after(3, limit=2) == records[3:5]
    assert store.facts_after(8) == []


def test_a_stream_ends_with_the_log_as_it_stood_when_it_began(store: AnyStore) -> None:
    with store.work() as work:
        work.append(NOON, [("N1", Accepted())] * 2500)
    stream = store.facts()
    first = next(stream)
    write(store, "N2")
    assert [record.seq for record in (first, *stream)] == list(range(1, 2501))


def test_a_document_is_kept_once_and_stays_as_it_was(store: AnyStore) -> None:
    with store.work() as work:
        work.keep([("d", b"\x00<a/>\xff"), ("d", b"\x00<a/>\xff")])
    with store.work() as work:
        work.keep([("d", b"another"), ("e", b"")])
    assert (store.document("d"), store.document("e"), store.document("f")) == (b"\x00<a/>\xff", b"", None)


def test_an_erased_document_is_gone_and_its_facts_stay(store: AnyStore) -> None:
    records = write(store)
    with store.work() as work:
        work.keep([("d", b"A name")])
    with store.work() as work:
        work.erase("d")
    assert store.document("d") is None
    assert list(store.facts()) == records


def test_each_series_counts_for_itself(store: AnyStore) -> None:
    with store.work() as work:
        given = [work.next_ordinal(name) for name in ("a", "a", "b")]
    with store.work() as work:
        assert [*given, work.next_ordinal("a"), work.next_ordinal("b")] == [1, 2, 1, 3, 2]


def test_read_models_are_forgotten_and_made_anew(store: AnyStore) -> None:
    records = write(store)
    with store.work() as work:
        work.next_ordinal("numbers")
        work.forget_read_models()
        assert (work.case("N1"), work.attempts_on("N1"), work.tally().states) == (None, [], {})
        work.put_cases([case("N1", state="released")])
        work.set_ordinal("numbers", 41)
    with store.work() as work:
        assert work.next_ordinal("numbers") == 42
    assert (list(store.facts()), store.tally().states) == (records, {"released": 1})


def test_many_threads_read_while_one_writes(store: AnyStore) -> None:
    write(store)
    seen: list[bool] = []
    threads = [threading.Thread(target=lambda: seen.append(store.case("N1") == case("N1"))) for _ in range(20)]
    for thread in threads:
        thread.start()
    with store.work() as work:
        work.append(later(1), [("N1", Released(Text(en="Green lane", vi="Luồng xanh")))])
    for thread in threads:
        thread.join()
    assert seen == [True] * 20
