"""What can be asked of a store about work: worklists by their clocks, how much lies where, and what persons did."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from clearlane.model.case import NOBODY, Case, Load, Query, Waits
from clearlane.model.control_facts import CheckBegun
from clearlane.model.facts import Accepted, Released
from clearlane.model.situation import Situation
from clearlane.model.text import Text
from tests.store.opening import AnyStore, opened
from tests.store.samples import NOON, case, facts, later


def waiting(number: str, officer: str = "", waits: Waits = "documents", due: datetime | None = None, **more: Any) -> Case:
    held = Situation("accepted", "arrived", officer=officer)
    known = {"office": "XA01", "section": "documents", "situation": held, "waits": waits, "due_at": due}
    return case(number, **known | more)


@pytest.fixture
def busy(store: AnyStore) -> AnyStore:
    with store.work() as work:
        work.put_cases(
            [
                waiting("N1", "O-1", due=later(9)),
                waiting("N2", "O-1", "inspection", section="quay", due=later(3)),
                waiting("N3", waits="answer", due=later(1), office="XA02"),
                waiting("N4", "O-2"),
                waiting("N5", waits="", due=later(2)),
                waiting("N6", due=later(9)),
            ]
        )
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(by_due=True), ["N3", "N2", "N1", "N6", "N4"]),
        (Query(by_due=True, officer="O-1"), ["N2", "N1"]),
        (Query(by_due=True, officer=NOBODY), ["N3", "N6"]),
        (Query(by_due=True, section="quay"), ["N2"]),
        (Query(by_due=True, offices=("XA02",)), ["N3"]),
        (Query(by_due=True, offices=("XA01", "XA02"), limit=2), ["N3", "N2"]),
        (Query(by_due=True, waits=("inspection", "answer")), ["N3", "N2"]),
        (Query(by_due=True, due_before=later(9)), ["N3", "N2"]),
        (Query(by_due=True, after_due=later(9), after_number="N1"), ["N6", "N4"]),
        (Query(by_due=True, after_number="N4"), []),
        (Query(officer="O-1"), ["N2", "N1"]),
    ],
)
def test_a_worklist_comes_by_its_clocks_and_in_every_part_asked_for(busy: AnyStore, query: Query, found: list[str]) -> None:
    assert [one.number for one in busy.cases(query)] == found


def test_the_workload_is_counted_by_place_officer_and_what_is_waited_for(busy: AnyStore) -> None:
    assert busy.workload(later(5)) == [
        Load("XA01", "documents", "", "documents", 1, 0),
        Load("XA01", "documents", "O-1", "documents", 1, 0),
        Load("XA01", "documents", "O-2", "documents", 1, 0),
        Load("XA01", "quay", "O-1", "inspection", 1, 1),
        Load("XA02", "documents", "", "answer", 1, 1),
    ]
    assert [one.office for one in busy.workload(later(5), ("XA02",))] == ["XA02"]


def test_acts_of_persons_are_found_by_time_without_those_of_the_machine(store: AnyStore) -> None:
    ground = Text(en="Released", vi="Thông quan")
    with store.work() as work:
        work.append(NOON, [("N1", fact) for fact in facts()])
        work.append(later(1), [("N1", CheckBegun("documents", "O-1")), ("N1", Released(ground))])
        work.append(later(2), [("N1", Released(ground, by="O-1")), ("N1", Accepted())])
    kinds = ("check-begun", "released")
    assert [one.seq for one in store.acts(kinds, NOON, later(3))] == [7, 5]
    assert [one.seq for one in store.acts(kinds, NOON, later(2))] == [5]
    assert [one.seq for one in store.acts(kinds, NOON, later(3), before=7, limit=1)] == [5]
    assert store.acts(("cleared",), NOON, later(3)) == []


@pytest.mark.parametrize("wanted", ["officer = 'O-1'", "office = 'XA01'", "1"])
def test_a_worklist_is_read_from_an_index_in_its_order(tmp_path: Path, wanted: str) -> None:
    opened(f"sqlite:///{tmp_path}/office.db").close()
    sql = f"EXPLAIN QUERY PLAN SELECT body FROM cases WHERE {wanted} AND waits <> '' ORDER BY due, number LIMIT 50"
    with sqlite3.connect(tmp_path / "office.db") as connection:
        plan = " ".join(row[3] for row in connection.execute(sql))
    assert "USING INDEX cases_" in plan
    assert "TEMP B-TREE" not in plan
