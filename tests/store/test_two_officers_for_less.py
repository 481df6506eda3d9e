"""Duty falls by a large amount with the second signature only, whatever program writes it to the store."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from typing import Any

import pytest

from clearlane.model.clearance_facts import LAW_SUBJECT, TwoOfficersFrom
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import CountersignatureAsked
from clearlane.model.duty_facts import DutyReduced, Reduction
from clearlane.office.clearing_record import bounded
from tests.store.opening import AnyStore, opened, run_sql
from tests.store.samples import NOON
from tests.store.test_two_officers import NUMBER, append, signed

LARGE = "So large an amount is taken off"
ASKED = CountersignatureAsked("d" * 64, "duty-reduced", "O-1")
FROM_100 = TwoOfficersFrom(None, "ARD", 10000)


def fell(*minor: int) -> DutyReduced:
    return DutyReduced(tuple(Reduction(item, "A00", one) for item, one in enumerate(minor, 1)), "ARD", "error", "O-1")


def test_a_large_amount_falls_with_the_second_signature_once(store: AnyStore) -> None:
    append(store, FROM_100, subject=LAW_SUBJECT)
    append(store, fell(6000))
    append(store, fell(3999))
    for large in (fell(1), fell(10000, -9999), fell(6000, 4000)):  # in all, or at once
        with pytest.raises(Exception, match=LARGE):
            append(store, large)
    append(store, signed(store, ASKED), fell(6000, 4000))
    with pytest.raises(Exception, match=LARGE):
        append(store, fell(10000))


def test_a_signature_refused_or_on_another_act_takes_nothing_off(store: AnyStore) -> None:
    append(store, FROM_100, subject=LAW_SUBJECT)
    for signature in (signed(store, ASKED, granted=False), signed(store, CountersignatureAsked("d" * 64, "examined", "O-1"))):
        with pytest.raises(Exception, match=LARGE):
            append(store, signature, fell(10000))


@pytest.mark.parametrize("said", [None, TwoOfficersFrom(Decimal(1), "ARD")])
def test_where_the_log_names_no_amount_one_officer_takes_off(store: AnyStore, said: Any) -> None:
    if said is not None:
        append(store, FROM_100, said, subject=LAW_SUBJECT)
    before = store.last_seq()
    assert append(store, fell(5_000_000)) == before + 1


@pytest.mark.parametrize(("named", "minor"), [("100", 10000), ("0.001", 1), (None, None)])
def test_the_log_names_the_amount_of_the_law_in_minor_units(store: AnyStore, named: str | None, minor: int | None) -> None:
    law = ClearanceLaw(money_two_from=None if named is None else Decimal(named))
    for _ in range(2):
        with store.work() as work:
            bounded(work, NOON, law, "ARD")
    said = [record.fact for record in store.facts_of(LAW_SUBJECT)]
    assert said == ([] if minor is None else [TwoOfficersFrom(None, "ARD", minor)])


def test_a_hand_that_writes_sql_takes_nothing_off_alone(url: str) -> None:
    with closing(opened(url)) as store:
        append(store, FROM_100, subject=LAW_SUBJECT)
    body = '{"type":"duty-reduced","reductions":[{"item":1,"tax":"A00","minor":10000}],"currency":"ARD","ground":"error","by":"O-1"}'
    columns = {"seq": "2", "kind": "'duty-reduced'", "subject": f"'{NUMBER}'", "at": f"'{NOON.isoformat()}'", "body": f"'{body}'"}
    with pytest.raises(Exception, match=LARGE):
        run_sql(url, f"INSERT INTO facts ({', '.join(columns)}) VALUES ({', '.join(columns.values())})")
    with closing(opened(url)) as store:
        assert store.last_seq() == 1
