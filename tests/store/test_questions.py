"""What can be asked of a store, and in which order it answers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from clearlane.model.case import Case, Query, Tally
from tests.store.opening import AnyStore
from tests.store.samples import NOON, attempt, case, later


def put(store: AnyStore, *cases: Case) -> None:
    with store.work() as work:
        work.put_cases(cases)


def numbers(cases: list[Case]) -> list[str]:
    return [case.number for case in cases]


def test_a_case_is_found_by_its_number_from_outside(store: AnyStore) -> None:
    put(store, case("N1", outside_number="MRN1"), case("N2"))
    assert store.case("MRN1") == case("N1", outside_number="MRN1")
    assert (store.case("MRN2"), store.case("")) == (None, None)


def test_of_two_with_one_number_from_outside_the_later_is_found(store: AnyStore) -> None:
    put(store, case("N1", outside_number="MRN1", state="rejected"), case("N2", outside_number="MRN1", lodged_at=later(1)))
    found = store.case("MRN1")
    assert found is not None
    assert found.number == "N2"


def test_another_declarant_who_claims_a_number_from_outside_hides_nothing(store: AnyStore) -> None:
    first, second = (
        case("N1", declarant="XA1", outside_number="MRN1"),
        case("N2", declarant="XA2", outside_number="MRN1", lodged_at=later(1)),
    )
    put(store, first, second)
    assert [store.case(name, "XA1") for name in ("MRN1", "N1", "N2")] == [first, first, None]
    assert store.case("MRN1", "XA2") == second


def test_our_own_number_goes_before_one_from_outside(store: AnyStore) -> None:
    put(store, case("N1", outside_number="N2", lodged_at=later(5)), case("N2"))
    assert store.case("N2") == case("N2")


def test_a_case_put_again_replaces_what_stood_there(store: AnyStore) -> None:
    put(store, case("N1", state="accepted"))
    put(store, case("N1", state="under-control", lane="red"), case("N1", state="released", lane="red"))
    assert store.case("N1") == case("N1", state="released", lane="red")
    assert numbers(store.cases(Query(state="accepted"))) == []


def test_cases_come_latest_change_first_and_of_one_moment_highest_number_first(store: AnyStore) -> None:
    put(store, case("N1", changed_at=later(2)), case("N2"), case("N3", changed_at=later(1)), case("N4"))
    assert numbers(store.cases(Query())) == ["N1", "N3", "N4", "N2"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(declarant="XA2"), ["N3"]),
        (Query(state="released"), ["N2"]),
        (Query(lane="red"), ["N3", "N1"]),
        (Query(lane="red", declarant="XA1"), ["N1"]),
        (Query(words="N"), ["N3", "N2", "N1"]),
        (Query(words="Sài"), ["N2"]),
        (Query(words="%"), []),
        (Query(words="R_1"), ["N3"]),
        (Query(words="N", lane="red", limit=1), ["N3"]),
        (Query(before=later(2)), ["N1"]),
        (Query(before=later(2), before_number="N3"), ["N2", "N1"]),
    ],
)
def test_cases_meet_every_part_of_a_query(store: AnyStore, query: Query, found: list[str]) -> None:
    put(
        store,
        case("N1", lane="red"),
        case("N2", reference="Sài Gòn 1", state="released", changed_at=later(2)),
        case("N3", reference="R_1", declarant="XA2", lane="red", changed_at=later(2)),
    )
    assert numbers(store.cases(query)) == found


def test_pages_follow_one_another_without_a_gap_within_one_moment(store: AnyStore) -> None:
    put(store, *[case(f"N{place}") for place in range(9)])
    found, query = list[str](), Query(limit=4)
    while page := store.cases(query):
        found += numbers(page)
        query = Query(limit=4, before=page[-1].changed_at, before_number=page[-1].number)
    assert found == [f"N{place}" for place in reversed(range(9))]


def test_cases_under_a_reference_come_latest_first_of_one_or_all(store: AnyStore) -> None:
    put(store, case("N1"), case("N2", lodged_at=later(1)), case("N3", declarant="XA2", lodged_at=later(2)), case("N4", reference="R2"))
    assert numbers(store.by_reference("R1")) == ["N3", "N2", "N1"]
    assert numbers(store.by_reference("R1", "XA1")) == ["N2", "N1"]


def test_attempts_come_oldest_first_for_many_references_at_once(store: AnyStore) -> None:
    written = [
        attempt("N1"),
        attempt("N2", "XA2", "R2"),
        attempt("N1", content="d"),
        attempt("N3", "XA2", "R1"),
        attempt("N4", "XA1", "R2"),
    ]
    with store.work() as work:
        work.put_attempts(written[:2])
    with store.work() as work:
        work.put_attempts(written[2:])
    assert store.attempts([("XA1", "R1"), ("XA2", "R2"), ("XA1", "R1"), ("XA9", "R9")]) == written[:3]
    assert store.attempts([]) == []
    assert store.attempts_on("N1") == [written[0], written[2]]


def test_two_thousand_references_are_one_question(store: AnyStore) -> None:
    written = [attempt(f"N{n}", reference=f"R{n}") for n in range(2000)]
    with store.work() as work:
        work.put_attempts(written)
        assert work.attempts((a.declarant, a.reference) for a in reversed(written)) == written


@pytest.mark.parametrize("long", ["x" * 5000, "\0", "ệ" * 300, "'; DROP TABLE cases; --"])
def test_any_text_can_be_a_reference(store: AnyStore, long: str) -> None:
    put(store, case("N1", reference=long, declarant=long, outside_number=long), case("N2", reference=long + "y", declarant=long))
    with store.work() as work:
        work.put_attempts([attempt("N1", long, long)])
    assert numbers(store.by_reference(long, long)) == ["N1"]
    assert store.attempts([(long, long), (long, long + "y")]) == [attempt("N1", long, long)]


def tallied(store: AnyStore, *changes: dict[str, Any]) -> Tally:
    for place, change in enumerate(changes):
        put(store, case(change.pop("number", f"N{place}"), **change))
    return store.tally()


def test_an_empty_store_tallies_nothing(store: AnyStore) -> None:
    assert store.tally() == Tally({}, {}, {})


def test_a_tally_counts_states_and_lanes_and_adds_up_duty_exactly(store: AnyStore) -> None:
    found = tallied(
        store,
        {"duty": Decimal("0.10"), "lane": "red"},
        {"duty": Decimal("99999999999999999999.20"), "lane": "red", "told": True},
        {"state": "rejected", "lane": None, "duty": None},
        {"duty": Decimal(7), "currency": "VND"},
    )
    assert found == Tally({"accepted": 3, "rejected": 1}, {"green": 1, "red": 2}, {"VND": "7", "XAD": "99999999999999999999.30"})


def test_a_case_that_moves_on_is_counted_where_it_stands_now(store: AnyStore) -> None:
    found = tallied(
        store, {"number": "N1"}, {"number": "N1", "state": "released", "duty": Decimal("20.00")}, {"number": "N2", "duty": None}
    )
    assert found == Tally({"accepted": 1, "released": 1}, {"green": 2}, {"XAD": "20.00"})


def test_duty_that_is_no_longer_priced_leaves_no_sum(store: AnyStore) -> None:
    assert tallied(store, {"number": "N1", "changed_at": NOON}, {"number": "N1", "duty": None}).duty == {}
