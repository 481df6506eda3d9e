"""What every store holds of money: entries that balance whoever writes them, balances by open item, credits known once."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clearlane.model.facts import Record
from clearlane.model.payment import Balance, Entry, KnownCredit, Posting
from clearlane.model.payment_facts import BankMessageTaken, Booked, RefundOrdered, SuspenseAssigned
from tests.office.memory_store import MemoryStore
from tests.store.opening import AnyStore, opened, run_sql
from tests.store.samples import NOON

DAY = date(2026, 3, 2)
ACCOUNTS = st.sampled_from(["bank:B", "suspense", "debt:N1", "debt:N2", "tax:A00", "deferment:D1"])


def entry(*postings: tuple[str, int] | tuple[str, int, str], number: str = "E1", on: date = DAY) -> Entry:
    return Entry(number, "credit", "ARD", on, tuple(Posting(*one) for one in postings))


def book(store: Any, *entries: Entry) -> list[Record]:
    with store.work() as work:
        made = work.append(NOON, [("payments", Booked(one)) for one in entries])
        for record, one in zip(made, entries, strict=True):
            work.put_entry_made(record.seq, one)
        return list(made)


def test_balances_add_up_by_account_and_open_item(store: AnyStore) -> None:
    book(
        store,
        entry(("bank:B", 500), ("suspense", -300, "E1"), ("debt:N1", -200)),
        entry(("suspense", 300, "E1"), ("debt:N2", -300), number="E2"),
    )
    assert store.open_items("suspense") == []
    assert store.open_items("debt:N2") == [Balance("debt:N2", "ARD", "", -300, 2, 2)]
    assert store.account_totals() == {("bank", "ARD"): (500, 1), ("debt", "ARD"): (-500, 2)}
    assert store.accounts_of("debt") == {("debt:N1", "ARD"): -200, ("debt:N2", "ARD"): -300}
    assert ([one.minor for one in store.lines("suspense")], store.entries_made()) == ([-300, 300], 2)


def test_postings_are_found_by_days_of_the_books(store: AnyStore) -> None:
    book(
        store, entry(("bank:B", 5), ("suspense", -5, "E1")), entry(("bank:B", 7), ("suspense", -7, "E2"), number="E2", on=date(2026, 3, 3))
    )
    assert [one.entry for one in store.lines("bank:B", until=DAY)] == ["E1"]
    assert [one.on for one in store.lines("bank:B", since=date(2026, 3, 3))] == [date(2026, 3, 3)]
    assert [(one.account, one.minor) for one in store.entry_lines("E2")] == [("bank:B", 7), ("suspense", -7)]
    assert [one.account for one in store.open_item("E2")] == ["suspense"]


@given(made=st.lists(st.tuples(ACCOUNTS, ACCOUNTS, st.integers(-9, 9), st.sampled_from(["", "N1", "E1"])), max_size=8))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_store_comes_to_the_same_as_adding_up_in_memory(store: AnyStore, made: list[tuple[str, str, int, str]]) -> None:
    memory = MemoryStore()
    with store.work() as work:
        work.forget_read_models()
    for number, (one, other, minor, item) in enumerate(made):
        booked = entry((one, minor, item), (other, -minor), number=f"E{number}")
        (record,) = book(store, booked)
        with memory.work() as kept:
            kept.put_entry_made(record.seq, booked)
    for account in ("bank:B", "suspense", "debt:N1", "deferment:D1"):
        assert store.open_items(account) == memory.open_items(account)
    assert store.account_totals() == memory.account_totals()


def report(kind: Any = "notification", digest: str = "d" * 64, stands: str = "E1", identity: str = "i1") -> BankMessageTaken:
    return BankMessageTaken(digest, 0, kind, "B", "ARD", DAY, (KnownCredit(identity, "g1", "B", "ARD", 5, DAY, stands),))


def take(store: AnyStore, fact: BankMessageTaken) -> None:
    with store.work() as work:
        work.put_bank_message(work.append(NOON, [("payments", fact)])[0])


def test_a_credit_is_known_by_itself_and_its_group_and_stated_once(store: AnyStore) -> None:
    take(store, report())
    assert [one.entry for one in store.known_credits(["i1"])] == [one.entry for one in store.known_credits(["g1", "x"])] == ["E1"]
    assert [one.identity for one in store.unstated()] == ["i1"]
    take(store, report("statement", "e" * 64))
    assert (store.unstated(), store.known_credits(["i1"])[0].stated) == ([], "e" * 64)
    assert [record.seq for record in store.statements()] == [2]
    assert [record.seq for record in store.bank_message("d" * 64)] == [1]


def test_a_credit_is_never_another_entrys_too(store: AnyStore) -> None:
    take(store, report())
    with pytest.raises(Exception, match=r"(?i)unique"):
        take(store, report(digest="e" * 64, stands="E2"))
    assert store.last_seq() == 1


@pytest.mark.parametrize("minors", [(5, -4), (5,), ()])
def test_the_log_takes_no_entry_that_does_not_balance_even_by_sql(url: str, minors: tuple[int, ...]) -> None:
    store = opened(url)
    body = json.dumps({"type": "booked", "entry": {"number": "E1", "postings": [{"account": "a", "minor": one} for one in minors]}})
    with pytest.raises(Exception, match="add up to zero"):
        run_sql(url, f"INSERT INTO facts (seq, at, subject, kind, body) VALUES (1, '2026', 'payments', 'other', '{body}')")
    assert store.last_seq() == 0
    store.close()


@pytest.mark.parametrize("second", ["C-1", " c-1\t"])
def test_the_second_signature_on_money_is_never_the_firsts(store: AnyStore, second: str) -> None:
    for fact in (SuspenseAssigned("E1", "N1", 5, "ARD", "C-1", "", second), RefundOrdered("E1", 5, "ARD", "C-1", second)):
        with pytest.raises(Exception, match="another officer"), store.work() as work:
            work.append(NOON, [("payments", fact)])
    with store.work() as work:
        work.append(NOON, [("payments", RefundOrdered("E1", 5, "ARD", "C-1")), ("payments", RefundOrdered("E1", 5, "ARD", "C-1", "C-2"))])
    assert store.last_seq() == 2


def test_rebuilding_drops_accounts(store: AnyStore) -> None:
    book(store, entry(("bank:B", 5), ("suspense", -5, "E1")))
    take(store, report())
    with store.work() as work:
        work.forget_read_models()
    assert (store.account_totals(), store.entries_made(), store.unstated(), store.bank_message("d" * 64)) == ({}, 0, [], [])
