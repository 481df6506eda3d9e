"""What takes two officers, every store takes with the second signature only, whatever program writes it."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from clearlane.model.clearance_facts import LAW_SUBJECT, TwoOfficersFrom
from clearlane.model.control_facts import CheckBegun, CheckEnded, CountersignatureAsked, Countersigned
from clearlane.model.inspection import ItemResult
from clearlane.model.risk_facts import Examined, Selected
from tests.store.opening import AnyStore, opened, run_sql
from tests.store.samples import NOON

NUMBER = "26XA1"
NOBODY_LOOKED, LARGE = "A check that nobody carried out", "So large an amount"
TAKEN = Selected("mandatory", 1.0, "XAPOR001")
ENDED = CheckEnded("goods", satisfied=True, by="O-1")
ASKED = CountersignatureAsked("d" * 64, "check-ended", "O-1")


def append(store: AnyStore, *facts: Any, subject: str = NUMBER) -> int:
    with store.work() as work:
        work.append(NOON, [(subject, fact) for fact in facts])
    return store.last_seq()


def found(*revenue: str, intensity: Any = "physical") -> Examined:
    return Examined(
        intensity,
        tuple(ItemResult(item, conform=False, category="value", revenue=Decimal(one)) for item, one in enumerate(revenue, 1)),
        "O-1",
    )


def signed(store: AnyStore, asked: CountersignatureAsked = ASKED, *, granted: bool = True) -> Countersigned:
    return Countersigned(append(store, asked), granted, "O-2")


def test_a_check_that_a_profile_asked_for_is_not_ended_unlooked_by_one_officer(store: AnyStore) -> None:
    append(store, TAKEN, CheckBegun("goods", "O-1"))
    with pytest.raises(Exception, match=NOBODY_LOOKED):
        append(store, ENDED)
    with pytest.raises(Exception, match=NOBODY_LOOKED):
        append(store, found("0", intensity="documents"), ENDED)
    assert store.last_seq() == 2


@pytest.mark.parametrize("arm", ["rank", "random", "fill"])
def test_a_machines_score_is_advice_and_one_officer_may_set_it_aside(store: AnyStore, arm: Any) -> None:
    assert append(store, Selected(arm, 0.5, "XAPOR001"), CheckBegun("goods", "O-1"), ENDED) == 3


def test_who_looked_or_is_not_satisfied_ends_it_alone(store: AnyStore) -> None:
    append(store, TAKEN, CheckBegun("goods", "O-1"), found("0"), ENDED)
    append(store, CheckBegun("documents", "O-1"), CheckEnded("documents", satisfied=False, by="O-1"))
    assert store.last_seq() == 6


def test_a_look_before_the_check_was_begun_anew_counts_no_more(store: AnyStore) -> None:
    append(store, TAKEN, CheckBegun("goods", "O-1"), found("0"), ENDED, CheckBegun("goods", "O-1"))
    with pytest.raises(Exception, match=NOBODY_LOOKED):
        append(store, ENDED)


def test_the_second_signature_ends_it_once(store: AnyStore) -> None:
    append(store, TAKEN, CheckBegun("goods", "O-1"))
    append(store, signed(store), ENDED)
    with pytest.raises(Exception, match=NOBODY_LOOKED):
        append(store, CheckBegun("goods", "O-1"), ENDED)


def test_a_signature_refused_on_another_act_or_of_another_declaration_ends_nothing(store: AnyStore) -> None:
    append(store, TAKEN, CheckBegun("goods", "O-1"))
    for signature in (signed(store, granted=False), signed(store, CountersignatureAsked("d" * 64, "released", "O-1"))):
        with pytest.raises(Exception, match=NOBODY_LOOKED):
            append(store, signature, ENDED)
    append(store, TAKEN, subject="26XA2")
    append(store, signed(store))
    with pytest.raises(Exception, match=NOBODY_LOOKED):
        append(store, ENDED, subject="26XA2")


def test_a_large_amount_takes_two_as_a_whole_from_the_amount_on_that_the_log_names(store: AnyStore) -> None:
    append(store, TwoOfficersFrom(Decimal("10000"), "ARD"), subject=LAW_SUBJECT)
    append(store, found("4000.10", "5999.89"))
    with pytest.raises(Exception, match=LARGE):
        append(store, found("0.01"))
    append(store, found("0"))
    append(store, signed(store), found("0.01"))
    with pytest.raises(Exception, match=LARGE):
        append(store, found("1"))


def test_the_amount_that_holds_is_the_last_one_said_and_none_means_none(store: AnyStore) -> None:
    append(store, TwoOfficersFrom(Decimal("100"), "ARD"), TwoOfficersFrom(), subject=LAW_SUBJECT)
    append(store, found("5000"))
    append(store, TwoOfficersFrom(Decimal("100"), "ARD"), subject=LAW_SUBJECT)
    with pytest.raises(Exception, match=LARGE):
        append(store, found("100"))


def test_a_hand_that_writes_sql_is_held_to_it_too(url: str) -> None:
    with closing(opened(url)) as store:
        append(store, TAKEN, CheckBegun("goods", "O-1"))
    body = '{"type":"check-ended","check":"goods","satisfied":true,"by":"O-1"}'
    at = datetime(2026, 3, 2, 12, tzinfo=UTC).isoformat()
    columns = {"seq": "3", "kind": "'check-ended'", "subject": f"'{NUMBER}'", "at": f"'{at}'", "body": f"'{body}'"}
    with pytest.raises(Exception, match=NOBODY_LOOKED):
        run_sql(url, f"INSERT INTO facts ({', '.join(columns)}) VALUES ({', '.join(columns.values())})")
    with closing(opened(url)) as store:
        assert store.last_seq() == 2
