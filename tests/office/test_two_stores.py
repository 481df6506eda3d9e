"""The same messages leave the same facts behind, whatever the store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from clearlane.lodgement.write import write
from clearlane.model.case import Query
from clearlane.model.facts import Record
from clearlane.office.office import Office
from clearlane.simulator import Economy

SINCE = datetime(2026, 3, 1, tzinfo=UTC)
NUMBER = 400


def messages() -> list[bytes]:
    """Some days of trade, with faults, repairs and requests that find nothing."""
    return [write(one.message) for one in islice(Economy.of(11, SINCE).stream(), NUMBER)]


def a_few_days(store: str) -> tuple[list[Record], list[object], object]:
    ticks: Iterator[datetime] = iter(SINCE.replace(hour=9, microsecond=n) for n in range(NUMBER))
    with Office.open(profile="xa", store=store, clock=lambda: next(ticks)) as office:
        list(office.lodge_many(messages()))
        return list(office.store.facts()), list(office.cases(Query(limit=NUMBER))), office.tally()


def test_facts_cases_and_counts_are_the_same_on_both_stores(tmp_path: Path, postgres_database: str) -> None:
    embedded, service = a_few_days(f"sqlite:///{tmp_path}/office.db"), a_few_days(postgres_database)
    assert len(embedded[0]) > NUMBER
    assert embedded == service
